"""Text or number -> a day or a month, in the ways in which they are written in China; an ambiguous one is refused."""

import re
from datetime import date

from outcomes.ingest.fault import Fault
from outcomes.ingest.numbers import plain

EARLIEST, LATEST = date(1990, 1, 1), date(2100, 12, 31)

_DAY = re.compile(
    r"([0-9]{4})(?:([-/.])([0-9]{1,2})\2([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日?|([0-9]{2})([0-9]{2}))"
    r"(?:[ T]00:00(?::00(?:\.0+)?)?)?"
)
_MONTH = re.compile(r"([0-9]{4})(?:[-/.]([0-9]{1,2})|年([0-9]{1,2})月份?|([0-9]{2}))")
_MONTH_FIRST = re.compile(r"([0-9]{1,2})[-/.]([0-9]{4})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")


def day(seen) -> date:
    """A day. Raises Fault."""
    if isinstance(seen, date):
        return _within(seen)
    text = _text(seen)
    found = _DAY.fullmatch(text)
    if not found:
        raise Fault("not-a-date", **_guess_of_day(text))
    year, *rest = (part for part in found.groups() if part and part.isdigit())
    made = _made(int(year), int(rest[0]), int(rest[1]))
    if made is None:
        raise Fault("not-a-date")
    return _within(made)


def month(seen) -> tuple[date, bool]:
    """The first day of a month, and whether another day of it was named. Raises Fault."""
    if isinstance(seen, date):
        _within(seen)
        return seen.replace(day=1), seen.day != 1
    text = _text(seen)
    found = _MONTH.fullmatch(text)
    if not found:
        try:
            named = day(text)
        except Fault as fault:
            if fault.rule == "date-out-of-range":
                raise
            raise Fault("not-a-month", **_guess_of_month(text)) from None
        return named.replace(day=1), named.day != 1
    year, number = (part for part in found.groups() if part)
    made = _made(int(year), int(number), 1)
    if made is None:
        raise Fault("not-a-month")
    return _within(made), False


def _text(seen) -> str:
    if isinstance(seen, float):
        return f"{seen:.0f}" if seen == round(seen) and abs(seen) < 1e9 else repr(seen)
    return plain(seen)


def _within(value: date) -> date:
    if not EARLIEST <= value <= LATEST:
        raise Fault("date-out-of-range")
    return value


def _made(year: int, month_: int, day_: int) -> date | None:
    try:
        return date(year, month_, day_)
    except ValueError:
        return None


def _guess_of_month(text: str) -> dict:
    found = _MONTH_FIRST.fullmatch(text)
    made = _made(int(found[2]), int(found[1]), 1) if found else None
    return {"guess": f"{made:%Y-%m}"} if made else {}


def _guess_of_day(text: str) -> dict:
    found = _DAY_FIRST.fullmatch(text)
    if not found:
        return {}
    first, second, year = (int(part) for part in found.groups())
    readings = {made for made in (_made(year, second, first), _made(year, first, second)) if made}
    return {"guess": readings.pop().isoformat()} if len(readings) == 1 else {}
