"""One figure of the programme's record with its interval and what stands behind it, and how it is written."""

from dataclasses import dataclass

from outcomes import words
from outcomes.catalogue import Indicator
from outcomes.engine import Answer
from outcomes.readings import FEWEST_FOR_A_WORD
from outcomes.words import numbers


@dataclass(frozen=True)
class Recorded:
    """One record indicator. ``units``: the rows it was made of, each with file, sheet, row and cells.

    value, lo, hi: the figure now and the interval of it, in the indicator's unit; before, after, change_lo, change_hi:
    of pairs. n: units counted; of: enterprises or persons behind them, None where there is nobody behind. estimated:
    of ``value``, what rests on an estimate (participants). state: None, "empty", "suppressed" or "not_allowed".
    """

    indicator: Indicator
    answer: Answer
    units: list[dict]
    n: int = 0
    of: int | None = None
    value: float | None = None
    lo: float | None = None
    hi: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    before: float | None = None
    after: float | None = None
    change: float | None = None
    change_lo: float | None = None
    change_hi: float | None = None
    named: int = 0
    counted: float = 0
    estimated: float = 0
    method: str = ""
    result: dict | None = None
    state: str | None = None

    @property
    def judged(self) -> bool:
        """Are there enough for a word, with an interval, or only for values?"""
        return self.state is None and self.of is not None and self.of >= FEWEST_FOR_A_WORD

    def text(self, lang: str) -> str:
        """The value as it stands in text: 78%, CNY 312k, 4.5."""
        return shown(self.indicator, self.value, lang)

    def interval(self, lang: str) -> str:
        """The interval in brackets; empty without one."""
        if self.lo is None or self.hi is None:
            return ""
        if self.indicator.kind == "record_paired":
            return numbers.interval(self.lo, self.hi, lang, lambda end: numbers.signed(end, self.indicator.decimals))
        return numbers.interval(self.lo, self.hi, lang, lambda end: shown(self.indicator, end, lang))


def shown(indicator: Indicator, amount: float | None, lang: str) -> str:
    """A value of a record indicator in its unit."""
    if amount is None:
        return words.say("reading.missing", lang)
    if indicator.unit["en"] == "CNY":
        return numbers.money(amount, lang)
    if indicator.kind == "record_paired":
        return numbers.points(amount, lang, indicator.decimals)
    if indicator.share:
        return numbers.percent(amount, lang=lang)
    return numbers.number(amount, indicator.decimals, lang)
