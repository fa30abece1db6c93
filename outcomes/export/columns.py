"""The columns of a table on paper or in a picture: how wide each has to be, and which hold numbers."""

import re

from outcomes.charts import fonts
from outcomes.export import fit

_ROOMY = 11  # of the size: a column of sentences is not narrower while there is room
_SHORT = (20, 14, 9)  # of the size: what is no longer stays on one line while there is room
_NUMBER = re.compile(r"(?:[≥≤<>≈×±+−-] ?)?(?:[A-Z]{3} )?\d[\d,.]*")
_YEAR = re.compile(r"(?<![\d,.])(?:19|20)\d\d(?![\d,.])")
_LONGEST_NUMBER = 16
_BETWEEN = re.compile(r"[⺀-￿](?=[0-9A-Za-z])|[0-9A-Za-z%](?=[⺀-￿])")


def widths(lines: list[list[str]], room: float, size: float, pad: float, spaced: bool = False) -> list[float]:
    """Each at least as wide as what must not be broken in it; what is left goes to the longest texts. All on one line
    where that fits. ``pad``: around a cell; ``spaced``: a gap is set between hanzi and Latin."""
    room = room - pad * len(lines[0])
    least, whole = [], []
    for cells in zip(*lines, strict=True):
        known = [(cell, at == 0) for at, cell in enumerate(cells)]
        least.append(max(_wide(one.rstrip(), size, bold, spaced) for cell, bold in known for one in _cut(cell)))
        whole.append(max(_wide(cell, size, bold, spaced) for cell, bold in known))
    return [wide + pad for wide in _shared(least, whole, room, size)]


def numeric(cells: list[str]) -> bool:
    """Whether it is a column of numbers, which stand under each other at the right; a date is none."""
    told = [cell for cell in cells if any(letter.isdigit() for letter in cell)]
    return 2 * len(told) > len(cells) and all(
        _NUMBER.match(cell) and len(cell) <= _LONGEST_NUMBER and not _YEAR.search(cell) for cell in told
    )


def _shared(least: list[float], whole: list[float], room: float, size: float) -> list[float]:
    if sum(whole) <= room:
        return whole
    for short in _SHORT:
        start = [
            wide if wide <= short * size else max(need, min(wide, _ROOMY * size))
            for need, wide in zip(least, whole, strict=True)
        ]
        if sum(start) <= room:
            break
    else:
        start = least
    if (rest := room - sum(start)) < 0:
        return [wide * room / sum(start) for wide in start]
    missing = [wide - has for wide, has in zip(whole, start, strict=True)]
    return [has + rest * lack / sum(missing) for has, lack in zip(start, missing, strict=True)]


def _cut(cell: str) -> list[str]:
    return fit.pieces(cell) or [""]


def _wide(text: str, size: float, bold: bool, spaced: bool) -> float:
    gaps = len(_BETWEEN.findall(text)) * size / 4 if spaced else 0
    return fonts.measure(text, size, 600 if bold else 400) * fit.SLACK + gaps + 1
