"""How much room a text takes: widths of columns in letters of the plain size, heights of lines in points."""

import math

LINE = 15  # points: a line of the plain size
TALLEST = 409  # points: no spreadsheet makes a line taller
_MOST, _LEAST = 48, 10  # letters: a column, whose longer texts go on in a second line
_BUTTON = 3  # letters that the button of the filter takes in a head
_LOOKED_AT = 400  # rows that decide how wide a column is


def long(value) -> int:
    """Letters of a text, or of a figure as it is shown; a Chinese one takes two and a little more."""
    text = "" if value is None else f"{value:,.2f}" if isinstance(value, float) else str(value)
    return math.ceil(sum(2.1 if ord(letter) > 0x2E7F else 1 for letter in text))


def width(head: str, values: list, least: int = _LEAST) -> int:
    """As wide as the values ask for; a head may go on in a second line, so it asks for half of itself or a word."""
    word = max(map(long, head.split()), default=0) if head.isascii() else 0
    for_head = min(max(math.ceil(long(head) / 2), word), 22) + _BUTTON
    return min(max(for_head, least, *(long(one) + 2 for one in values[:_LOOKED_AT])), _MOST)


def wraps(values: list) -> bool:
    """Whether a column holds a text that is longer than any column may be wide."""
    return any(isinstance(one, str | list | tuple) and long(one) + 2 > _MOST for one in values)


def height(text: str, letters: float, line: float = LINE) -> float:
    """Of a text that is wrapped over so many letters; Excel does not find it out by itself where cells are merged."""
    lines = sum(max(math.ceil(long(part) / max(letters - 2, 1)), 1) for part in text.split("\n"))
    return min(lines * line, TALLEST)
