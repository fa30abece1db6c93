"""What must not be torn apart at the end of a line: a number and its sign and unit, an interval, a currency and its sum."""

import re
from functools import cache

from outcomes import words

SPACE = "\u00a0"
_MOST = 30  # letters of a bracket that is still kept whole; a longer one would not stand in a column
_SHORT = 13  # and of one that is kept with the figure before it
_HAN = r"[\u4e00-\u9fff]"
_NUMBER = r"(?:[+\u2212\u00d7<>\u2264\u2265]\s?)?\d[\d,.:]*%?"
_APART = re.compile(r"^(.*\S)\s*[(\uff08]([^()\uff08\uff09]*\d[^()\uff08\uff09]*)[)\uff09]$")
_BRACKET = re.compile(r"^[(\uff08](.*)[)\uff09]$")


@cache
def _knots() -> re.Pattern[str]:
    """Number, unit and a short interval; a bracket with a figure in it; currency, number and unit: with the stop behind."""
    points = "|".join(re.escape(words.say("numbers.points", lang, value="").strip()) for lang in words.LANGUAGES)
    bracket = _bracket(_MOST)
    unit = rf"(?: ?(?:{points})| ?{_HAN}{{1,2}})?"  # "8 events" may break: whoever looks for it types a plain space
    stop = r"[,.;:\u3001\u3002\uff0c\uff1b\uff1a]?"
    number = rf"(?:\b[A-Z]{{3}} )?{_NUMBER}{unit}"
    return re.compile(rf"(?:{_NUMBER}{unit} ?{_bracket(_SHORT)}|{bracket}|{number}){stop}")


def _bracket(most: int) -> str:
    return rf"[(\uff08](?=[^()\uff08\uff09]*\d)[^()\uff08\uff09]{{1,{most}}}[)\uff09]"


def pieces(text: str) -> list[tuple[str, bool]]:
    """The text in its order; True for what stays on one line."""
    found, at = [], 0
    for knot in _knots().finditer(text):
        if knot.start() > at:
            found.append((text[at : knot.start()], False))
        found.append((knot[0], True))
        at = knot.end()
    return [*found, (text[at:], False)] if at < len(text) else found


def tied(text: str) -> str:
    """With spaces that do not break: all that can be said in a file of PowerPoint, whose fonts know no other joiner."""
    return "".join(piece.replace(" ", SPACE) if whole else piece for piece, whole in pieces(text))


def loose(text: str) -> str:
    """As it was written: for comparing."""
    return text.replace(SPACE, " ")


def apart(text: str) -> tuple[str, str]:
    """Figure and interval, the brackets taken off: the interval is set beneath it. No interval: an empty text."""
    found = _APART.match(text)
    return (found[1], found[2]) if found else (text, "")


def inside(text: str) -> str:
    """What stands in brackets, without them."""
    found = _BRACKET.match(text)
    return found[1] if found else text
