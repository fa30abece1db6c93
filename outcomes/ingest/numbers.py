"""Text -> number, strictly: what a person would read as one number is one, and everything else is a named fault.

Nothing is passed to ``float`` that does not look like a plain decimal number, so inf, nan, 0x10 and 1_000 are no numbers.
"""

import math
import re

from outcomes.ingest.fault import Fault

LARGEST = 1e12  # no count or quantity of one enterprise and month comes near it

# full-width letters, digits and marks to plain ones, one by one: NFKC would turn "5²" into 52
_PLAIN = {0xFF01 + i: 0x21 + i for i in range(94)} | {0x3000: 0x20, 0x2212: 0x2D, 0x2010: 0x2D, 0x2011: 0x2D}
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")
_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_PERCENT = re.compile(r"[+-]?[0-9.,]+\s*[%‰]")
_NOT_FINITE = re.compile(r"[+-]?(?:inf|infinity|nan)", re.IGNORECASE)
_WITH_WORDS = re.compile(r"[^0-9.,%‰+-]{0,6}([0-9][0-9,]*(?:\.[0-9]+)?)[^0-9.,%‰]{0,6}")
_TEN_THOUSANDS = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*万")


def number(seen, whole: bool) -> float:
    """The number in a cell (a float already, or text). Raises Fault."""
    value = seen if isinstance(seen, float) else _from_text(seen)
    if not math.isfinite(value):
        raise Fault("not-finite")
    if value < 0:
        raise Fault("negative")
    if value > LARGEST:
        raise Fault("too-large")
    if whole and value != round(value):
        raise Fault("not-whole")
    return value + 0.0  # never a negative zero


def plain(text: str) -> str:
    """Full-width digits and marks as plain ones, without spaces around."""
    return text.translate(_PLAIN).strip(" \t\r\n\u00a0\u200b\ufeff")


def shown(value: float) -> str:
    """17,900 or 12.5, as a guess in a sentence."""
    return f"{value:,.0f}" if value == round(value) else f"{value:,.10g}"


def _from_text(seen: str) -> float:
    text = plain(seen)
    if _NUMBER.fullmatch(text):
        return float(text)
    if _THOUSANDS.fullmatch(text):
        return float(text.replace(",", ""))
    if _PERCENT.fullmatch(text):
        raise Fault("percent")
    if _NOT_FINITE.fullmatch(text):
        raise Fault("not-finite")
    guess = _guess(text)
    raise Fault("not-a-number", **({"guess": shown(guess)} if guess is not None else {}))


def _guess(text: str) -> float | None:
    """What was probably meant; None where two readings are possible (12,5 is 12.5 or 125)."""
    tight = re.sub(r"[\s\u00a0]", "", text)
    if found := _TEN_THOUSANDS.fullmatch(tight):
        return float(found[1]) * 10_000
    found = _WITH_WORDS.fullmatch(tight)
    if not found or (found[1].count(",") == 1 and not _THOUSANDS.fullmatch(found[1])):
        return None
    digits = found[1].replace(",", "")
    return float(digits) if len(digits) <= 12 else None
