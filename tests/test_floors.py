"""The house: what may import what. A part imports only from floors below its own, a library only where it lives."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# part: (floor, libraries that live there)
HOUSE = {
    "words": (0, ()),
    "errors": (1, ()),
    "disclosure": (1, ()),
    "catalogue": (2, ()),
    "questions": (2, ()),
    "filters": (2, ()),
    "scope": (2, ()),
    "forms": (2, ()),
    "reference": (2, ()),
    "stats": (2, ("numpy", "scipy", "statsmodels")),
    "readings": (2, ()),
    "due": (2, ()),
    "plausibility": (2, ()),
    "store": (3, ("pyarrow", "filelock")),
    "charts": (3, ("plotly", "fontTools")),
    "methods": (3, ()),
    "ingest": (4, ("python_calamine", "openpyxl", "xlsxwriter", "pyarrow", "PIL")),
    "engine": (4, ("duckdb", "pyarrow")),
    "exhibits": (5, ()),
    "demo": (5, ("numpy", "PIL")),
    "bench": (5, ("streamlit", "websockets")),  # only the messages on Streamlit's wire
    "publish": (6, ("pyarrow",)),  # what changed is published by the code that tells it
    "slides": (6, ()),
    "export": (7, ("xlsxwriter", "pptx", "typst", "segno", "PIL", "fontTools", "lxml", "openpyxl")),
    "ui": (8, ("streamlit",)),
    "cli": (9, ()),  # above export, whose workbooks it writes
    "app.py": (9, ("streamlit",)),
    "pages": (9, ("streamlit",)),
    "__main__": (10, ()),
}


def part_of(path: str) -> str:
    """``outcomes/charts/x.py`` -> charts, ``outcomes/scope.py`` -> scope, ``pages/impact/x.py`` -> pages."""
    first, *rest = path.split("/")
    if first != "outcomes":
        return first
    return rest[0].removesuffix(".py")


def imports(source: str) -> list[str]:
    """Dotted names of everything imported anywhere in the file: ``outcomes.words.say`` for a from-import of say."""
    names = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names += ["." * node.level + f"{node.module or ''}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in ("__import__", "import_module"):
            own_part = ast.unparse(node.args[0]).startswith("f'{__name__}.")  # rooms of its own, fetched when needed
            names += [] if own_part else ["a name made at run time"]
    return names


def faults(path: str, source: str) -> list[str]:
    """Sentences about the imports of one file; ``path`` from the project's root, with forward slashes."""
    part = part_of(path)
    if path == "outcomes/__init__.py":
        return [f"{path} imports {name}: it stays empty, since every part runs it" for name in imports(source)]
    if part not in HOUSE:
        return [f"{path} is a part that has no floor yet: give “{part}” a line in the table of this test"]
    floor, libraries = HOUSE[part]
    found = []
    for name in imports(source):
        first, *rest = name.split(".")
        if first == "outcomes":
            found += _between_parts(path, part, floor, rest)
        elif first == "" or first.startswith("a name"):
            found.append(f"{path} imports {name}: write imports in full, so that they can be read and checked")
        elif first not in sys.stdlib_module_names and first not in libraries:
            homes = [home for home, (_, allowed) in HOUSE.items() if first in allowed]
            found.append(f"{path} imports {first}: that library is for {', '.join(homes) or 'no part'}, not for {part}")
    return found


def _between_parts(path: str, part: str, floor: int, rest: list[str]) -> list[str]:
    other = rest[0] if rest else ""
    if other == part:
        return []
    if other not in HOUSE:
        return [f"{path} imports outcomes.{other}, a part that has no floor"]
    below = HOUSE[other][0]
    if below < floor:
        return []
    return [
        f"{path} (floor {floor}) imports outcomes.{other} (floor {below}): "
        "a part imports only from floors below its own"
    ]


def code() -> list[Path]:
    return [ROOT / "app.py", *sorted((ROOT / "outcomes").rglob("*.py")), *sorted((ROOT / "pages").rglob("*.py"))]


def test_every_part_imports_only_from_below_and_only_its_own_libraries():
    found = [
        fault
        for path in code()
        for fault in faults(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
    ]
    assert not found, "\n" + "\n".join(found)


def test_the_whole_house_was_read():
    assert len(code()) > 40
    assert {part_of(path.relative_to(ROOT).as_posix()) for path in code()} >= {"app.py", "pages", "words", "ui", "cli"}


@pytest.mark.parametrize(
    ("path", "source", "sentence"),
    [
        (
            "outcomes/charts/x.py",
            "from outcomes import engine",
            "outcomes/charts/x.py (floor 3) imports outcomes.engine (floor 4): "
            "a part imports only from floors below its own",
        ),
        (
            "outcomes/store/x.py",
            "import outcomes.charts.look",
            "outcomes/store/x.py (floor 3) imports outcomes.charts (floor 3): "
            "a part imports only from floors below its own",
        ),
        (
            "outcomes/scope.py",
            "def late():\n    from outcomes.cli.files import read",
            "outcomes/scope.py (floor 2) imports outcomes.cli (floor 9): a part imports only from floors below its own",
        ),
        (
            "outcomes/exhibits/x.py",
            "import duckdb",
            "outcomes/exhibits/x.py imports duckdb: that library is for engine, not for exhibits",
        ),
        (
            "pages/impact/x.py",
            "import pandas as pd",
            "pages/impact/x.py imports pandas: that library is for no part, not for pages",
        ),
        (
            "outcomes/engine/x.py",
            "from .connection import filled",
            "outcomes/engine/x.py imports .connection.filled: write imports in full, "
            "so that they can be read and checked",
        ),
        (
            "outcomes/engine/x.py",
            "import importlib\nimportlib.import_module('outcomes.' + 'ui')",
            "outcomes/engine/x.py imports a name made at run time: write imports in full, "
            "so that they can be read and checked",
        ),
        (
            "outcomes/helpers.py",
            "import json",
            "outcomes/helpers.py is a part that has no floor yet: give “helpers” a line in the table of this test",
        ),
        (
            "outcomes/__init__.py",
            "from outcomes.words import say",
            "outcomes/__init__.py imports outcomes.words.say: it stays empty, since every part runs it",
        ),
    ],
)
def test_an_import_that_goes_up_sideways_or_abroad_is_a_sentence(path, source, sentence):
    assert faults(path, source) == [sentence]


def test_an_import_from_below_and_from_the_own_part_is_fine():
    source = (
        "import math\nimport duckdb\nfrom outcomes import errors, questions\nfrom outcomes.engine import statements"
    )
    assert faults("outcomes/engine/x.py", source) == []
