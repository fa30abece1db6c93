"""The rows behind a list of changes: where each stands now and where it stood, or which file of the catalogue says so."""

import json
from collections.abc import Iterable

from outcomes.engine import Difference
from outcomes.exhibits import cells
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.cells import Used

_FIGURES = "observation"


def rows_of(asked: Asked, found: Iterable[tuple[Difference, str | None]]) -> Used:
    """One row a difference; with a column, of its cell in that column alone."""
    return cells.of_units(asked, [_unit(one, column) for one, column in found])


def files_of(asked: Asked, definitions: list[tuple[str, str | None]]) -> Used:
    """One row a definition that changed: its file in the catalogue, and which line of it."""

    def fetch() -> list[dict]:
        told = []
        for indicator, field in definitions:
            row = dict.fromkeys(cells.COLUMNS) | {"indicator": indicator, "unit": field}
            row |= {"numerator_file": f"queries/indicators/{indicator}.toml", "numerator_sheet": "catalogue"}
            told.append(row | {"numerator_cell": field or "file"})
        return told

    return Used(asked, len(definitions), fetch)


def _unit(one: Difference, column: str | None) -> dict:
    now, then = one.after or one.before, one.before if one.after else None
    named = ("submission", "sheet", "row")
    unit = {name: now.get(name) for name in ("round", "enterprise", "month", *named)}
    unit |= {"unit": " ".join(str(part) for part in one.key if part is not None), "cells": _cells(one, now, column)}
    if then is not None and then.get("submission"):
        unit |= {f"before_{name}": then.get(name) for name in named}
        unit |= {"before": _value(then, column or "value"), "before_cells": _cells(one, then, column)}
    return unit | {"numerator": _value(now, column or "value")}


def _cells(one: Difference, told: dict, column: str | None) -> str | None:
    if one.table == _FIGURES:
        return json.dumps({"value": told["column"]})
    letters = json.loads(told.get("cells") or "{}")
    return json.dumps({column: letters[column]} if column in letters else letters)


def _value(told: dict, column: str) -> float | None:
    """A number stands in the row; a word, a day or a name does not, it is read where it stands."""
    value = told.get(column)
    return value if isinstance(value, int | float) else None
