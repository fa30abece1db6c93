"""Equal tiles instead of a map: which place each district has beside the others, without boundaries and without scale."""

import csv
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("tiles.csv")
ACROSS = 4  # tiles a line where no place is known


def tiles(codes: list[str]) -> dict[str, tuple[int, int]]:
    """(column, row) of each of these districts, from 0; one that has no place of its own follows below, by its code."""
    known = {code: place for code, place in _tiles().items() if code in codes}
    west, north = (min((place[side] for place in known.values()), default=0) for side in (0, 1))
    placed = {code: (column - west, row - north) for code, (column, row) in known.items()}
    below = max((row + 1 for _, row in placed.values()), default=0)
    for index, code in enumerate(sorted(set(codes) - set(placed))):
        placed[code] = (index % ACROSS, below + index // ACROSS)
    return placed


def between(codes: list[str]) -> dict[str, tuple[int, int]]:
    """The districts that lie among these on the same tiles, though they are not among them, at their places."""
    known = {code: place for code, place in _tiles().items() if code in codes}
    if len(known) < 2:
        return {}
    (west, east), (north, south) = (
        (min(place[side] for place in known.values()), max(place[side] for place in known.values())) for side in (0, 1)
    )
    parents = {code[:4] for code in known}
    return {
        code: (column - west, row - north)
        for code, (column, row) in _tiles().items()
        if code not in known and code[:4] in parents and west <= column <= east and north <= row <= south
    }


@cache
def _tiles() -> dict[str, tuple[int, int]]:
    lines = [line for line in _FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {row["code"]: (int(row["column"]), int(row["row"])) for row in csv.DictReader(lines)}
