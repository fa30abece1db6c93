"""The sheets of the submission template as data (``sheets.toml``): what names a row, and which columns there are.

Ingest reads files by it, publication and engine make tables by it. No words here, no measures: those are the words' and
the catalogue's.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

MONTHLY = "monthly"  # the one sheet whose rows become observations, not rows of a table of its own
LINEAGE = ("submission", "sheet", "row", "cells")  # where a row was read: file, sheet, row, column id -> letter as JSON
_FILE = Path(__file__).parent / "sheets.toml"


@dataclass(frozen=True)
class Form:
    """``columns``: id -> kind (text, code, region, sector, modules, choice, whole, number, date, month)."""

    id: str
    key: tuple[str, ...]
    columns: dict[str, str]
    required: frozenset[str]

    @property
    def table(self) -> str:
        """The table of a snapshot in which the rows are kept: the sheet's name in the singular."""
        return self.id.removesuffix("s")


@cache
def forms() -> dict[str, Form]:
    """All sheets by id, in the order in which they are read."""
    return {name: _form(name, told) for name, told in _told()["sheets"].items()}


def tables() -> dict[str, Form]:
    """The sheets that are kept as a table each, by the table's name."""
    return {form.table: form for form in forms().values() if form.id != MONTHLY}


def choices() -> dict[str, tuple[str, ...]]:
    """Column id -> the codes it may hold, in the order of the drop-down."""
    return {column: tuple(codes) for column, codes in _told()["choices"].items()}


def not_above() -> dict[str, str]:
    """Column id -> the column that it cannot exceed."""
    return _told()["not_above"]


def longest() -> dict[str, int]:
    """Column id -> how many letters its text may have, where that is another number than usual."""
    return _told()["longest"]


@cache
def _told() -> dict:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def _form(name: str, told: dict) -> Form:
    columns = {column: kind.removesuffix("*") for column, kind in told["columns"].items()}
    required = frozenset(column for column, kind in told["columns"].items() if kind.endswith("*"))
    return Form(name, tuple(told["key"]), columns, required)
