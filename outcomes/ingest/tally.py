"""What the XML of one worksheet holds, counted while it streams by: limits, formulas without a result, errors, numbers.

The reading library allocates a rectangle from the first to the last cell, drops formulas that were never calculated and
shows an error as a blank; these counts keep all three from passing unseen. A sheet has up to two million cells, so what
is done for each of them is kept short.
"""

import re
from collections import Counter
from functools import cache

from outcomes.errors import Unreadable
from outcomes.ingest.grid import index, letter

MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 50_000, 200, 2_000_000
MOST_LETTERS = 2 * 32_767
_MOST_ROW_TAGS = 1_048_576
_DIGITS = "0123456789"


class Tally:
    """Fed by the XML walker, in order. ``uncached`` and ``errors``: (row, column) of such cells, columns from 0."""

    def __init__(self, name: str):
        self.name = name
        self.cells = 0
        self.last_row = 0
        self.uncached: list[tuple[int, int]] = []
        self.errors: list[tuple[int, int, str]] = []
        self.numbers: Counter[int] = Counter()
        self._row_tags = 0
        self._row = self._column = 0
        self._farthest_row = self._farthest_column = self._last_column = 0
        self._inside = ""
        self._letters = 0
        self._kind = ""  # of the cell that is open; empty when none is
        self._value: str | None = None
        self._content = self._formula = False

    def start(self, tag: str, attributes: dict) -> None:
        """A tag opens; one with a namespace prefix means the same."""
        if ":" in tag:
            tag = tag.rsplit(":", 1)[1]
        self._inside = tag
        self._letters = 0
        if tag == "c":
            self._close()
            self._open(attributes)
        elif tag == "v":
            self._value = ""
        elif tag == "f":
            self._formula = self._content = True
        elif tag == "row":
            self._close()
            self._next_row(attributes)

    def text(self, piece: str) -> None:
        self._letters += len(piece)
        if self._letters > MOST_LETTERS:
            raise Unreadable("ingest.too_long_text")
        if self._inside == "v" and self._kind:
            kept = piece.strip()
            if kept:
                self._content = True
                self._value = ((self._value or "") + kept)[:40]
        elif self._inside == "t" and not piece.isspace():
            self._content = True

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
        self._row = _number(attributes["r"]) if "r" in attributes else self._row + 1
        self._column = 0
        if self._row > self._farthest_row:
            self._farthest_row = self._row
        if self._row_tags > _MOST_ROW_TAGS:
            raise self.overflow(Unreadable("ingest.damaged"))

    def _open(self, attributes: dict) -> None:
        self.cells += 1
        if self.cells > MOST_CELLS:
            raise self.overflow(Unreadable("ingest.too_many_cells", sheet=self.name))
        place = attributes.get("r")
        if place:
            name = place.rstrip(_DIGITS)
            self._column = _column(name)
            self._row = _number(place[len(name) :])
        else:
            self._column += 1
        self._kind = attributes.get("t", "n")
        self._value, self._content, self._formula = None, False, False
        if self._column > self._farthest_column:
            self._farthest_column = self._column
        if self._row > self._farthest_row:
            self._farthest_row = self._row

    def _close(self) -> None:
        """Decide what the cell that has just passed holds."""
        kind, self._kind = self._kind, ""
        if not kind or not self._content:
            return
        row, column = self._row, self._column
        if row > self.last_row:
            self.last_row = row
        if column > self._last_column:
            self._last_column = column
        if kind == "e":
            self.errors.append((row, column - 1, self._value or ""))
        elif self._formula and not self._value:
            if not (kind == "str" and self._value is not None):  # ="" has a result, and it is a blank
                self.uncached.append((row, column - 1))
        elif kind in ("n", "b", "d"):
            self.numbers[row] += 1


@cache
def _column(name: str) -> int:
    if not re.fullmatch("[A-Z]{1,3}", name):
        raise Unreadable("ingest.damaged")
    return index(name) + 1


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 7):
        raise Unreadable("ingest.damaged")
    return int(text)
