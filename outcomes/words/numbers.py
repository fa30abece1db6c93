"""Numbers, dates and ranges as a reader sees them, in both languages: the one formatter of screen, charts and exports.

Percentages come in as percent (81.0 is 81%), money in yuan, months as the first day of the month. A missing value is
never a zero: it is written "not sent". A minus is a real one, a range that may be negative says "to".
"""

import math
from collections.abc import Callable
from datetime import date

from outcomes import words

MINUS = "−"


def number(value: float | None, decimals: int = 0, lang: str = "en") -> str:
    """1,234.5, with thousands separated and a real minus; a missing value in words."""
    if _missing(value):
        return words.say("numbers.missing", lang)
    if math.isinf(value):
        return (MINUS if value < 0 else "") + "∞"
    text = f"{abs(value):,.{decimals}f}"
    return (MINUS if value < 0 and _not_zero(text) else "") + text


def signed(value: float | None, decimals: int = 0, lang: str = "en") -> str:
    """A change: +7, −0.7; nothing before a change that rounds to 0."""
    text = number(value, decimals, lang)
    return f"+{text}" if not _missing(value) and value > 0 and _not_zero(text) else text


def percent(value: float | None, decimals: int | None = None, lang: str = "en") -> str:
    """81%; one decimal only under 10 (3.4%); 0% only for a reported zero."""
    if _missing(value):
        return number(value, lang=lang)
    if decimals is None:
        decimals = 1 if value and abs(round(value, 1)) < 10 else 0
    return number(value, decimals, lang) + "%"


def rate(value: float | None, decimals: int | None = None, lang: str = "en") -> str:
    """7.4; no decimal from 100 on; a reported zero is a bare 0."""
    if not _missing(value) and decimals is None:
        decimals = 1 if value and abs(round(value, 1)) < 100 else 0
    return number(value, decimals or 0, lang)


def ratio(value: float | None, lang: str = "en") -> str:
    """×0.43, after over before."""
    return number(value, lang=lang) if _missing(value) else "×" + plain_ratio(value)


def plain_ratio(value: float) -> str:
    """0.43; one decimal from 10 on; a bare 0 when nothing was counted after, and only then."""
    if 0 < value < 0.005:
        return "<0.01"
    return number(value, 0 if value == 0 else 2 if value < 9.995 else 1)


def percent_change(value: float) -> str:
    """A ratio as a change for slides: 0.43 is −57%."""
    return "∞" if math.isinf(value) else signed((value - 1) * 100) + "%"


def interval(lo: float, hi: float, lang: str = "en", show: Callable[[float], str] = plain_ratio) -> str:
    """(0.10 to 1.53) / （0.10 至 1.53）; an interval without an upper end says so."""
    if math.isinf(hi):
        return words.say("numbers.interval_open", lang, lo=show(lo))
    return words.say("numbers.interval", lang, lo=show(lo), hi=show(hi))


def ratio_interval(value: float, lo: float, hi: float, lang: str = "en") -> str:
    """×0.43 (0.10 to 1.53)."""
    return beside(ratio(value), interval(lo, hi, lang), lang)


def points_interval(value: float, lo: float, hi: float, lang: str = "en", decimals: int = 0) -> str:
    """+27 points (+9 to +38): a change between two percentages is in points, never in percent."""
    return beside(points(value, lang, decimals), interval(lo, hi, lang, lambda v: signed(v, decimals)), lang)


def points(value: float, lang: str = "en", decimals: int = 0) -> str:
    return words.say("numbers.points", lang, value=signed(value, decimals))


def money(cny: float | None, lang: str = "en", full: bool = False) -> str:
    """CNY 412k, CNY 1.31m / 41.2 万元, 131 万元, 1,300 元; in full for tables: CNY 412,000.

    Both languages round at the same place, so that nobody reads two different sums side by side.
    """
    if _missing(cny):
        return number(cny, lang=lang)
    sign, size = (MINUS if cny <= -0.5 else ""), abs(cny)
    if lang == "zh":
        if full or size < 10_000:
            return f"{sign}{size:,.0f} 元"
        if size < 999_500:
            return f"{sign}{size / 1e4:,.1f} 万元"
        return f"{sign}{size / 1e4:,.0f} 万元" if size < 99_995_000 else f"{sign}{_short(size / 1e8, 4)} 亿元"
    if full or size < 10_000:
        return f"CNY {sign}{size:,.0f}"
    return f"CNY {sign}{size / 1e3:,.0f}k" if size < 999_500 else f"CNY {sign}{_short(size / 1e6, 2)}m"


def _short(value: float, decimals: int) -> str:
    """Without the zeros that say nothing: 1.3, not 1.30."""
    return f"{value:,.{decimals}f}".rstrip("0").rstrip(".")


def month(first_day: date, lang: str = "en") -> str:
    """May 2015 / 2015年5月."""
    return words.say("numbers.month", lang, month=month_name(first_day, lang), year=first_day.year)


def month_name(first_day: date, lang: str = "en") -> str:
    """May / 5月."""
    return words.say("numbers.month_names", lang).split()[first_day.month - 1]


def day(when: date, lang: str = "en", year: bool = True) -> str:
    """19 Feb 2015 / 2015年2月19日; without the year where the axis already says it."""
    key = "numbers.day" if year else "numbers.day_short"
    return words.say(key, lang, day=when.day, month=month_name(when, lang), year=when.year)


def period(first: date, last: date, lang: str = "en") -> str:
    """May–Oct 2015 / 2015年5–10月; Nov 2014–Apr 2015 / 2014年11月–2015年4月."""
    if (first.year, first.month) == (last.year, last.month):
        return month(first, lang)
    if first.year != last.year:
        return f"{month(first, lang)}–{month(last, lang)}"
    names = (str(first.month), month_name(last, lang)) if lang == "zh" else (month_name(first), month_name(last))
    return words.say("numbers.month", lang, month="–".join(names), year=first.year)


def count_words(n: int, lang: str = "en", capital: bool = False) -> str:
    """Nine for 9 in an English sentence (1 to 10), digits otherwise and always in Chinese."""
    spelt = words.say("numbers.counts", lang).split()
    text = spelt[n - 1] if 1 <= n <= len(spelt) else number(n)
    return text[:1].upper() + text[1:] if capital else text


def _missing(value: float | None) -> bool:
    return value is None or math.isnan(value)


def _not_zero(text: str) -> bool:
    return any(c in "123456789∞" for c in text)


def beside(head: str, brackets: str, lang: str) -> str:
    return head + brackets if lang == "zh" else f"{head} {brackets}"
