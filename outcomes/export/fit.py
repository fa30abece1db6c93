"""Text in its box: measured before it is written, set smaller down to what can be read, then cut and told."""

import re

from outcomes import words
from outcomes.charts import fonts

LINE = 1.22  # of the size, from one line to the next
SLACK = 1.1  # the reader's fonts are a little wider than the ones measured
_HANZI = 0x2E7F  # above it every letter is one that a line may break at
# No line begins with one of these, and none ends with one of those; a dot between two texts stays with the first.
_CLOSING = "\uff09\u3015\u3011\u300b\u3009\u201d\u2019\u300d\u300f\uff0c\u3002\u3001\uff1b\uff1a\uff01\uff1f\u2026\uff05)]},.;:!?%\u00b7\u30fb"
_OPENING = "\uff08\u3014\u3010\u300a\u3008\u201c\u2018\u300c\u300e([{"
_SNAPSHOT = r"\u00b7 [0-9a-f]{6}\b"  # its date and its number


def lines(text: str, width: float, size: float, bold: bool = False) -> list[str]:
    """As a word processor breaks it: Latin between words, hanzi anywhere but at a bracket or a comma; dates, amounts and
    numbers stay whole. ``width`` and ``size`` in pt."""
    found, now = [], ""
    for word in (piece for whole in pieces(text) for piece in _broken(whole, width, size, bold)):
        if now and _wide(now + word.rstrip(), size, bold) > width:
            found.append(now.rstrip())
            now = word.lstrip()
        else:
            now += word
    return [*found, now.rstrip()] if now.strip() or not found else found


def high(text: str, width: float, size: float, bold: bool = False) -> float:
    """How tall the text stands at that width (pt or px: one measure for all)."""
    return len(lines(text, width, size, bold)) * size * LINE


def fitted(
    text: str, width: float, height: float, size: float, least: float, bold: bool = False
) -> tuple[str, float, bool]:
    """(text, size, was it cut?): the largest size from ``size`` down to ``least`` at which it stands in its box."""
    while size > least and high(text, width, size, bold) > height:
        size = max(least, size - 1)
    if high(text, width, size, bold) <= height:
        return text, size, False
    room = max(1, int(height / (size * LINE)))
    kept = lines(text, width, size, bold)[:room]
    last = kept[-1]
    while last and _wide(last + "…", size, bold) > width:
        last = last[:-1]
    return _joined([*kept[:-1], last.rstrip() + "…"]), size, True


def pieces(text: str, whole: bool = True) -> list[str]:
    """The text cut wherever a line may end; ``whole``: dates, amounts and numbers are not cut."""
    inside = {at for one in bound().finditer(text) for at in range(one.start() + 1, one.end())} if whole else set()
    found, now = [], ""
    for at, letter in enumerate(text):
        if now and at not in inside and _may_end(now[-1], letter):
            found.append(now)
            now = ""
        now += letter
    return [*found, now] if now else found


def bound() -> re.Pattern:
    """What is never broken, as the words of both languages have it: Chinese first, whose units begin at the number."""
    told = [words.texts(lang)["export_figure.bound"] for lang in reversed(words.LANGUAGES)]
    return re.compile("|".join([_SNAPSHOT, *told]))


def _may_end(before: str, letter: str) -> bool:
    if letter in _CLOSING or before in _OPENING:
        return False
    if before == " ":
        return letter != " "
    return letter != " " and (ord(before) > _HANZI or ord(letter) > _HANZI)


def _broken(word: str, width: float, size: float, bold: bool) -> list[str]:
    """A word that is longer than any line, in pieces that are not: first where a line may end at all, then anywhere."""
    if _wide(word.rstrip(), size, bold) <= width:
        return [word]
    smaller = pieces(word, whole=False)
    if len(smaller) > 1:
        return [piece for one in smaller for piece in _broken(one, width, size, bold)]
    found, now = [], ""
    for letter in word:
        if now and _wide(now + letter, size, bold) > width:
            found.append(now)
            now = ""
        now += letter
    return [*found, now]


def _joined(kept: list[str]) -> str:
    """Lines put together again; a space where Latin was broken."""
    text = kept[0]
    for line in kept[1:]:
        hanzi = text and line and (ord(text[-1]) > 0x2E7F or ord(line[0]) > 0x2E7F)
        text += line if hanzi else f" {line}"
    return text


def _wide(text: str, size: float, bold: bool) -> float:
    return fonts.measure(text, size, 600 if bold else 400) * SLACK
