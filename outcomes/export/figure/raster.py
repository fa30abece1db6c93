"""The same picture as PNG at twice its size, set by Typst with our own fonts: no browser is needed for it."""

import tempfile
from pathlib import Path

import typst

from outcomes.charts import fonts
from outcomes.errors import OutcomesError
from outcomes.exhibits import Exhibit
from outcomes.export.figure.picture import svg

_TWICE = 192  # pixels an inch, where a px of the picture is a 96th


def png(exhibit: Exhibit, lang: str, snapshot) -> bytes:
    """Raises OutcomesError with a sentence when a font file is missing or the picture cannot be set."""
    fonts.files()
    picture = svg(exhibit, lang, snapshot, embed=False)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "picture.svg").write_bytes(picture)
        (root / "page.typ").write_text(
            '#set page(width: auto, height: auto, margin: 0pt)\n#image("picture.svg")\n', encoding="utf-8"
        )
        try:
            return typst.compile(
                str(root / "page.typ"), root=folder, format="png", ppi=_TWICE,
                font_paths=[str(fonts.folder())], ignore_system_fonts=True,
            )  # fmt: skip
        except typst.TypstError as fault:
            raise OutcomesError("export_figure.no_picture", why=fault.message) from fault
