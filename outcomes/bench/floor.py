"""The floor: the same frame and server with pages that show nothing, so that a page can be told from its frame."""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from outcomes.bench.server import ROOT

_EMPTY = '"""Nothing at all."""\n'
_HEAD = '''"""A head and the filters, and no exhibit."""

from outcomes.ui import frame

asked = frame.open_page()
frame.head(asked, frame.eyebrow(asked, "safety.topic"), asked.say("ui.product"), frame.design_badges(asked))
frame.filter_bar(asked)
'''
_PARTS = ("app.py", ".streamlit", "outcomes", "queries", "pages")


@contextlib.contextmanager
def bare_frame(with_head: bool) -> Iterator[tuple[Path, str]]:
    """A copy of the project in which the page at the address given back shows nothing, or only head and filters."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for part in _PARTS:
            copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
            copy(ROOT / part, root / part)
        page = root / "pages" / "results" / "safety.py"
        page.write_text(_HEAD if with_head else _EMPTY, encoding="utf-8")
        yield root, page.stem
