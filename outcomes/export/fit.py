"""Text in its box: measured before it is written, set smaller down to what can be read, then cut and told."""

from outcomes.charts import fonts

LINE = 1.22  # of the size, from one line to the next
SLACK = 1.1  # the reader's fonts are a little wider than the ones measured


def lines(text: str, width: float, size: float, bold: bool = False) -> list[str]:
    """As a word processor breaks it: Latin between words, hanzi anywhere. ``width`` and ``size`` in pt."""
    found, now = [], ""
    for word in (piece for whole in _words(text) for piece in _broken(whole, width, size, bold)):
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


def _broken(word: str, width: float, size: float, bold: bool) -> list[str]:
    """A word that is longer than any line, in pieces that are not."""
    if _wide(word, size, bold) <= width:
        return [word]
    pieces, now = [], ""
    for letter in word:
        if now and _wide(now + letter, size, bold) > width:
            pieces.append(now)
            now = ""
        now += letter
    return [*pieces, now]


def _words(text: str) -> list[str]:
    found, now = [], ""
    for letter in text:
        if letter == " ":
            found.append(now + " ")
            now = ""
        elif ord(letter) > 0x2E7F:
            found += [now, letter] if now else [letter]
            now = ""
        else:
            now += letter
    return [*found, now] if now else found


def _joined(kept: list[str]) -> str:
    """Lines put together again; a space where Latin was broken."""
    text = kept[0]
    for line in kept[1:]:
        hanzi = text and line and (ord(text[-1]) > 0x2E7F or ord(line[0]) > 0x2E7F)
        text += line if hanzi else f" {line}"
    return text


def _wide(text: str, size: float, bold: bool) -> float:
    return fonts.measure(text, size, 600 if bold else 400) * SLACK
