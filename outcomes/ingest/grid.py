"""The cells of one sheet as the reading process hands them over: plain JSON out, plain values in."""

import math
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta


@dataclass(frozen=True)
class Odd:
    """A cell that holds no usable value. ``kind``: error, formula (no saved result) or time; ``seen``: what it shows."""

    kind: str
    seen: str


@dataclass
class Grid:
    """Rows that hold anything: Excel row number -> cells from column A on. ``lost``: rows of which a cell was lost in reading."""

    name: str
    rows: dict[int, list] = field(default_factory=dict)
    lost: set[int] = field(default_factory=set)

    def to_json(self) -> dict:
        rows = [[number, [_out(cell) for cell in row]] for number, row in self.rows.items()]
        return {"name": self.name, "rows": rows, "lost": sorted(self.lost)}

    @classmethod
    def from_json(cls, told: dict) -> "Grid":
        rows = {number: [_in(cell) for cell in row] for number, row in told["rows"]}
        return cls(told["name"], rows, set(told["lost"]))


def letter(column: int) -> str:
    """0 -> A, 26 -> AA."""
    name, rest = "", column + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        name = chr(65 + digit) + name
    return name


def index(name: str) -> int:
    """A -> 0, AA -> 26."""
    number = 0
    for c in name:
        number = number * 26 + ord(c) - 64
    return number - 1


def is_blank(cell) -> bool:
    return cell is None or cell == "" or (isinstance(cell, str) and cell.isspace())


def _out(cell):
    if cell is None or isinstance(cell, str | bool):
        return cell or None if isinstance(cell, str) else cell
    if isinstance(cell, int | float):
        return float(cell) if math.isfinite(cell) else {"x": str(cell)}
    if isinstance(cell, datetime | date):
        return {"d": cell.isoformat()[:10]}
    if isinstance(cell, time | timedelta):
        return {"time": str(cell)}
    return {cell.kind: cell.seen}


def _in(cell):
    if not isinstance(cell, dict):
        return cell
    ((kind, seen),) = cell.items()
    if kind == "d":
        return date.fromisoformat(seen)
    return float(seen) if kind == "x" else Odd(kind, seen)
