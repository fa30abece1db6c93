"""The columns of a table on paper or in a picture: how wide each has to be, and which hold numbers."""

import math
import re

from outcomes.charts import fonts
from outcomes.export import fit

# Each is tried, in sizes: what is no longer than the first stays on one line, and longer texts begin with the second.
_TRIED = (
    (20, 20),
    (20, 16),
    (20, 9),
    (16, 16),
    (16, 9),
    (13, 14),
    (13, 9),
    (11, 13),
    (11, 9),
    (9, 10),
    (9, 8),
    (7, 7),
    (0, 0),
)
_TOWER = 5  # of the size: narrower is no column of texts
_NUMBER = re.compile(r"(?:[≥≤<>≈×±+−-] ?)?(?:[A-Z]{3} )?\d[\d,.]*")
_YEAR = re.compile(r"(?<![\d,.])(?:19|20)\d\d(?![\d,.])")
_LONGEST_NUMBER = 16
_BETWEEN = re.compile(r"[⺀-￿](?=[0-9A-Za-z])|[0-9A-Za-z%](?=[⺀-￿])")


def widths(lines: list[list[str]], room: float, size: float, pad: float, spaced: bool = False) -> list[float]:
    """Each at least as wide as what must not be broken in it; all on one line where that fits, else so that the table is
    as low as it can be. ``pad``: around a cell; ``spaced``: a press with our own fonts sets it, and a gap between hanzi
    and Latin; else a little more room is left."""
    room = room - pad * len(lines[0])
    need = [
        [max(_wide(piece.rstrip(), size, at == 0, spaced) for piece in fit.pieces(cell) or [""]) for cell in line]
        for at, line in enumerate(lines)
    ]
    long = [[_wide(cell, size, at == 0, spaced) for cell in line] for at, line in enumerate(lines)]
    whole = [max(column) for column in zip(*long, strict=True)]
    tower = _TOWER * size  # hanzi break anywhere, and would stand in a column one letter wide
    least = [max(*column, min(tower, all_)) for column, all_ in zip(zip(*need, strict=True), whole, strict=True)]
    found = [_shared(least, whole, room, short * size, roomy * size) for short, roomy in _TRIED]
    return [wide + pad for wide in min(found, key=lambda each: _high(long, each))]


def _high(long: list[list[float]], found: list[float]) -> int:
    """About how many lines the table has."""
    return sum(max(math.ceil(wide / has) for wide, has in zip(line, found, strict=True)) for line in long)


def numeric(cells: list[str]) -> bool:
    """Whether it is a column of numbers, which stand under each other at the right; a date is none, a dash is nothing."""
    said = [cell for cell in cells if cell.strip("–- ")]
    told = [cell for cell in said if any(letter.isdigit() for letter in cell)]
    return (
        bool(told)
        and 2 * len(told) > len(said)
        and all(_NUMBER.match(cell) and len(cell) <= _LONGEST_NUMBER and not _YEAR.search(cell) for cell in told)
    )


def _shared(least: list[float], whole: list[float], room: float, short: float, roomy: float) -> list[float]:
    """The room given out: first to what is short, then to longer texts, last to the longest."""
    if sum(whole) <= room:
        return whole
    start = [wide if wide <= short else max(need, min(wide, roomy)) for need, wide in zip(least, whole, strict=True)]
    if sum(start) > room:
        start = least
    if (rest := room - sum(start)) < 0:
        return [wide * room / sum(start) for wide in start]
    missing = [wide - has for wide, has in zip(whole, start, strict=True)]
    return [has + rest * lack / sum(missing) for has, lack in zip(start, missing, strict=True)]


def _wide(text: str, size: float, bold: bool, spaced: bool) -> float:
    gaps = len(_BETWEEN.findall(text)) * size / 4 if spaced else 0
    return fonts.measure(text, size, 600 if bold else 400) * (1 if spaced else fit.SLACK) + gaps + 1
