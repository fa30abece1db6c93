"""The rows that a figure was made of, each with file, sheet and cell of the submission that it came from.

A row of a drill-down is one enterprise-month of one indicator, or one unit of a record indicator (a visit, an action, a
person); both have the columns of ``COLUMNS``, so that they are shown and written alike. Nothing is asked of the
database before somebody opens the rows. They are asked of the reader's own database: what lies outside the scope is not
in it. For the public there is no drill-down at all, since no row of an enterprise exists there.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from outcomes.exhibits import rows_csv
from outcomes.exhibits.asked import Asked

# Each value with its place: numerator_file is a name or, where the reader may not know it, the start of the file's
# SHA-256; numerator_cell is "F12" or, of a unit, the first and the last cell of its row, "A12:K12". A value that a row
# does not have has no place either.
PARTS = ("numerator", "denominator", "before", "after")
COLUMNS = (
    *("indicator", "round", "arm", "enterprise", "month", "phase", "side", "unit"),
    *(f"{part}{place}" for part in PARTS for place in ("", "_file", "_sheet", "_cell")),
)
KEY_COLUMN = "enterprise"  # of an enrolment: the cell that says who is enrolled
HASH_SHOWN = 12  # letters of a SHA-256 that stand for a file without a name


@dataclass(frozen=True)
class Used:
    """``n``: how many rows a figure was made of; called, it gives them, dicts with the columns of ``COLUMNS``."""

    asked: Asked
    n: int
    fetch: Callable[[], list[dict]]

    def __call__(self) -> list[dict]:
        return self.fetch()

    def csv(self) -> bytes:
        """All rows, as every download of this product: with the snapshot and the mark of invented figures."""
        return rows_csv.to_csv(list(COLUMNS), self(), self.asked.db.snapshot).encode("utf-8-sig")

    def csv_name(self, exhibit: str) -> str:
        return rows_csv.named(f"{exhibit}-cells", self.asked)


def of_units(asked: Asked, unit_rows: Iterable[dict], n: int | None = None) -> Used:
    """The units that a record indicator's figure was made of, as rows of a drill-down, in the order given.

    ``unit_rows``: exactly the units used (rows of ``queries/record_units.sql``): dicts with ``unit``, ``enterprise``,
    ``month``, ``numerator``, ``denominator``, ``submission``, ``sheet``, ``row`` and ``cells`` (JSON text: column id ->
    letter); ``indicator``, ``round``, ``arm``, ``before`` and ``after`` are taken over where they are there, and a
    ``before`` stands in the row of ``before_submission``, ``before_sheet``, ``before_row``, ``before_cells`` when these
    are there. ``n``: for the public, who knows of the units only how many they are. Hand the result to ``lineage(…)``
    in the place of the number of rows used.
    """
    units = list(unit_rows)

    def fetch() -> list[dict]:
        files = _files(asked)
        return [_unit(row, files) for row in units]

    return Used(asked, len(units) if n is None else n, fetch)


def of_months(asked: Asked, indicator: str, n: int, used: Callable[[dict], bool]) -> Used:
    """The enterprise-months of one indicator, out of ``queries/cells.sql``, that ``used`` says yes to; ``n`` of them."""

    def fetch() -> list[dict]:
        files = _files(asked)
        return [_month(row, files) for row in asked.ask("cells", [indicator]).rows if used(row)]

    return Used(asked, n, fetch)


def together(asked: Asked, parts: list[Used], indicators: list[str] = ()) -> Used:
    """The rows of several, one after the other; ``indicators``: asked for in one query when the rows are opened."""

    def fetch() -> list[dict]:
        asked.ahead("cells", list(indicators))
        return [row for part in parts for row in part()]

    return Used(asked, sum(part.n for part in parts), fetch)


def _files(asked: Asked) -> dict[str, str]:
    return {row["submission"]: row["name"] for row in asked.ask("files").rows}


def _month(found: dict, files: dict[str, str]) -> dict:
    """A month that did not come, and whether one is due, stand in the row of the enrolment."""
    row = dict.fromkeys(COLUMNS) | {name: found[name] for name in COLUMNS if name in found}
    for part in PARTS[:2]:
        if found[f"{part}_submission"]:
            row |= _place(part, found, f"{part}_", [found[f"{part}_column"]], files)
        else:
            letter = _letters(found["enrolment_cells"]).get(KEY_COLUMN)
            row |= _place(part, found, "enrolment_", [letter] if letter else [], files)
    return row


def _unit(found: dict, files: dict[str, str]) -> dict:
    row = dict.fromkeys(COLUMNS) | {name: found[name] for name in COLUMNS if name in found}
    for part in [part for part in PARTS if row[part] is not None] or PARTS[:1]:
        at = "before_" if part == "before" and found.get("before_submission") else ""
        letters = sorted(_letters(found[f"{at}cells"]).values(), key=lambda letter: (len(letter), letter))
        row |= _place(part, found, at, letters, files)
    return row


def _place(part: str, found: dict, at: str, letters: list[str], files: dict[str, str]) -> dict:
    """File, sheet and cell of a value; a row of which no column is known is told by its number."""
    submission, number = found[f"{at}submission"], found[f"{at}row"]
    ends = dict.fromkeys([letters[0], letters[-1]]) if letters else [""]
    return {
        f"{part}_file": files.get(submission or "") or (submission or "")[:HASH_SHOWN] or None,
        f"{part}_sheet": found[f"{at}sheet"],
        f"{part}_cell": None if number is None else ":".join(f"{letter}{number}" for letter in ends),
    }


def _letters(cells: str | None) -> dict[str, str]:
    """Column id -> letter, as the snapshot keeps them; empty for a row that came before cells were kept."""
    return json.loads(cells) if cells else {}
