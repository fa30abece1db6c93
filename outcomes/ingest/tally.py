"""What the XML of one worksheet holds, counted while it streams by: limits, formulas without a result, errors, numbers.

The reading library allocates a rectangle from the first to the last cell, drops formulas that were never calculated and
shows an error as a blank; these counts keep all three from passing unseen.
"""

import re
from collections import Counter

from outcomes.errors import Unreadable
from outcomes.ingest.grid import index, letter

MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 50_000, 200, 2_000_000
_MOST_ROW_TAGS = 1_048_576
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


class Tally:
    """Fed by the XML walker, in order. ``uncached`` and ``errors``: (row, column) of such cells, columns from 0."""

    def __init__(self, name: str):
        self.name = name
        self.cells = 0
        self.formulas = 0
        self.last_row = 0
        self.uncached: list[tuple[int, int]] = []
        self.errors: list[tuple[int, int, str]] = []
        self.numbers: Counter[int] = Counter()
        self._row_tags = 0
        self._row = self._column = 0
        self._farthest_row = 0
        self._farthest_column = self._last_column = 0
        self._cell: dict | None = None
        self._inside = ""

    def start(self, tag: str, attributes: dict) -> None:
        self._inside = tag
        if tag == "c":
            self._close()
            self._open(attributes)
        elif tag == "row":
            self._close()
            self._next_row(attributes)
        elif self._cell is not None and tag in ("v", "f"):
            self._cell[tag] = ""
            self.formulas += tag == "f"

    def text(self, piece: str) -> None:
        cell = self._cell
        if cell is not None and self._inside in ("v", "t", "f"):
            kept = cell.get(self._inside, "")
            if len(kept) < 40:
                cell[self._inside] = kept + piece.strip()

    def finish(self) -> None:
        """Close the sheet and say what is too far out. Raises Unreadable."""
        self._close()
        if self.last_row > MOST_ROWS:
            raise Unreadable("ingest.too_many_rows", sheet=self.name, row=self.last_row, most=MOST_ROWS)
        if self._last_column > MOST_COLUMNS:
            raise Unreadable("ingest.too_many_columns", sheet=self.name, column=letter(self._last_column - 1))
        self._refuse_formatted()

    def overflow(self, refusal: Unreadable) -> Unreadable:
        """The sentence for a sheet that was cut short: mostly one that is formatted far below its data."""
        try:
            self._close()
            self._refuse_formatted()
        except Unreadable as better:
            return better
        return refusal

    def _refuse_formatted(self) -> None:
        if self._farthest_row > MOST_ROWS >= self.last_row:
            raise Unreadable("ingest.empty_rows", sheet=self.name, row=self.last_row, far=self._farthest_row)
        if self._farthest_column > MOST_COLUMNS >= self._last_column:
            last = letter(self._last_column - 1) if self._last_column else "A"
            raise Unreadable("ingest.empty_columns", sheet=self.name, column=last)

    def _next_row(self, attributes: dict) -> None:
        self._row_tags += 1
        said = attributes.get("r")
        if said is not None and not re.fullmatch(r"[0-9]{1,7}", said):
            raise Unreadable("ingest.damaged")
        self._row = int(said) if said else self._row + 1
        self._column = 0
        self._farthest_row = max(self._farthest_row, self._row)
        if self._row_tags > _MOST_ROW_TAGS:
            raise self.overflow(Unreadable("ingest.damaged"))

    def _open(self, attributes: dict) -> None:
        self.cells += 1
        if self.cells > MOST_CELLS:
            raise self.overflow(Unreadable("ingest.too_many_cells", sheet=self.name))
        said = attributes.get("r")
        if said:
            found = _PLACE.fullmatch(said)
            if not found:
                raise Unreadable("ingest.damaged")
            self._column, row = index(found[1]) + 1, int(found[2])
            self._row = row
        else:
            self._column += 1
        self._cell = {"kind": attributes.get("t", "n")}
        self._farthest_row = max(self._farthest_row, self._row)
        self._farthest_column = max(self._farthest_column, self._column)

    def _close(self) -> None:
        """Decide what the cell that has just passed holds."""
        cell, self._cell = self._cell, None
        if cell is None or not (cell.get("v") or cell.get("t") or "f" in cell):
            return
        row, column = self._row, self._column
        self.last_row, self._last_column = max(self.last_row, row), max(self._last_column, column)
        if cell["kind"] == "e":
            self.errors.append((row, column - 1, cell.get("v", "")))
        elif "f" in cell and not cell.get("v"):
            if not (cell["kind"] == "str" and "v" in cell):  # ="" has a result, and it is a blank
                self.uncached.append((row, column - 1))
        elif cell["kind"] in ("n", "b", "d"):
            self.numbers[row] += 1
