"""How much room a text takes: widths of columns in letters of the plain size, heights of lines in points."""

import math

LINE = 15  # points: a line of the plain size
CHINESE_LINE = 18  # its fonts stand higher
_RUNNING = 0.92  # of a figure's width: a letter of running text, on the whole
TALLEST = 409  # points: no spreadsheet makes a line taller
_MOST, _LEAST = 48, 10  # letters: a column, whose longer texts go on in a second line
_BUTTON = 3  # letters that the button of the filter takes in a head
_LOOKED_AT = 400  # rows that decide how wide a column is


def long(value) -> int:
    """Letters of a text, or of a figure as it is shown; a Chinese one takes two and a little more."""
    text = "" if value is None else f"{value:,.2f}" if isinstance(value, float) else str(value)
    return math.ceil(_takes(text, 1))


def _takes(text: str, letter: float) -> float:
    return sum(2.1 if _is_chinese(one) else letter if one.isalpha() else 1 for one in text)


def _is_chinese(one: str) -> bool:
    return ord(one) > 0x2E7F


def width(head: str, values: list, least: int = _LEAST) -> int:
    """As wide as the values ask for; a head may go on in a second line, so it asks for half of itself or a word."""
    word = max(map(long, head.split()), default=0) if head.isascii() else 0
    for_head = min(max(math.ceil(long(head) / 2), word), 22) + _BUTTON
    return min(max(for_head, least, *(long(one) + 2 for one in values[:_LOOKED_AT])), _MOST)


def wraps(values: list) -> bool:
    """Whether a column holds a text that is longer than any column may be wide."""
    return any(isinstance(one, str | list | tuple) and long(one) + 2 > _MOST for one in values)


def height(text: str, letters: float, large: float = 1) -> float:
    """Of a text that is wrapped over so many letters: told to the file, as not every spreadsheet finds it out by itself."""
    line = (CHINESE_LINE if any(map(_is_chinese, text)) else LINE) * large
    return min(sum(_lines(part, max(letters - 2, 1)) for part in text.split("\n")) * line, TALLEST)


def _lines(text: str, letters: float) -> int:
    """As a spreadsheet breaks them: between words, and between any two Chinese letters."""
    lines, filled = 1, 0.0
    for word in text.split(" "):
        takes = _takes(word, _RUNNING)
        # a Chinese sentence, which has no spaces, goes on in the same line
        if filled and filled + takes > letters and (word.isascii() or takes <= letters / 4):
            lines, filled = lines + 1, 0.0
        over = max(math.ceil((filled + takes) / letters) - 1, 0)
        lines, filled = lines + over, filled + takes - over * letters + _RUNNING
    return lines
