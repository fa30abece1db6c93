"""The one figure of an indicator that a target or a step of the chain is about, whichever book it comes from."""

from dataclasses import dataclass, replace

from outcomes import stats, words
from outcomes.catalogue import Indicator
from outcomes.exhibits import tell
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.change import Change, changes
from outcomes.exhibits.changed.known import Known, known
from outcomes.exhibits.pairs import before_and_after
from outcomes.exhibits.record import recorded
from outcomes.exhibits.record_value import Recorded, shown
from outcomes.words import numbers


@dataclass(frozen=True)
class Figure:
    """value, lo, hi: now; start: where it began, None where there is no beginning to compare with.

    exact: a sum or count, which has no interval and needs none. n: what was counted; reporting of enrolled: the
    enterprises behind it (persons where it is about persons). estimated: of a count, what rests on an estimate. state:
    None, or empty, suppressed, few, incomplete, not_allowed. reading: of the change, where there is one.
    """

    indicator: Indicator
    value: float | None = None
    lo: float | None = None
    hi: float | None = None
    start: float | None = None
    exact: bool = False
    n: int = 0
    estimated: float = 0
    reporting: int | None = None
    enrolled: int | None = None
    state: str | None = None
    reading: str | None = None
    method: str = ""

    def text(self, value: float | None, lang: str) -> str:
        if value is None:
            return "–"
        if self.indicator.unit["en"] == "CNY":
            return numbers.money(value, lang, full=True)
        if self.indicator.of_record:
            return shown(self.indicator, value, lang)
        return tell.value(self.indicator, value, lang)

    def now(self, lang: str) -> str:
        return self.text(self.value, lang)

    def interval(self, lang: str) -> str:
        if self.lo is None or self.hi is None:
            return ""
        return numbers.interval(self.lo, self.hi, lang, lambda end: self.end(end, lang))

    def end(self, value: float, lang: str) -> str:
        """One end of an interval: points are named once, by the value before it."""
        if self.indicator.kind == "record_paired":
            return numbers.signed(value, self.indicator.decimals)
        return self.text(value, lang)


def figures(asked: Asked, ids: list[str]) -> dict[str, Figure]:
    """The figures of these indicators, monthly or of the record; one that neither book has is left out. Kept for each
    choice: a target's own scope does not change with the filters."""
    key = ("figures", asked.filters, asked.windows, *ids)
    return asked.db.keep(key, lambda: _figures(asked, ids))


def _figures(asked: Asked, ids: list[str]) -> dict[str, Figure]:
    of_record = [one for one in ids if one in asked.db.records]
    monthly = [one for one in ids if one in asked.db.indicators]
    found: dict[str, Figure] = {}
    if of_record:
        found |= {name: _of_record(asked, told) for name, told in recorded(asked, of_record).items()}
    if monthly and asked.is_public:
        told = known(asked, monthly) if asked.filters.round in asked.rounds else {}
        found |= {name: _published(asked.db.indicators[name], told.get(name)) for name in monthly}
    elif monthly:
        found |= {name: _of_months(told) for name, told in changes(asked, monthly).items()}
    return found


def of_enterprise(asked: Asked, ids: list[str], code: str) -> dict[str, Figure]:
    """The same of one enterprise: values only, since one enterprise is too few for a word."""
    of_record = [one for one in ids if one in asked.db.records]
    monthly = [one for one in ids if one in asked.db.indicators]
    found = {}
    units = asked.ask_record(of_record).rows if of_record else []
    for name in of_record:
        mine = [row for row in units if row["indicator"] == name and row["enterprise"] == code]
        found[name] = _of_units(asked.db.records[name], mine)
    pairs = asked.ask("pairs", monthly).rows if monthly else []
    for row in pairs:
        if row["enterprise"] == code:
            indicator = asked.db.indicators[row["indicator"]]
            both = before_and_after(asked, indicator, row)
            state = "empty" if both["after"] is None else "few"
            found[indicator.id] = Figure(indicator, both["after"], start=both["before"], n=1, state=state)
    return found


def _of_units(indicator: Indicator, units: list[dict]) -> Figure:
    """A sum as a sum, a share as a share; what is a median or a ratio of a whole round has no value of one enterprise."""
    top = [row["numerator"] for row in units if row["numerator"] is not None]
    bottom = [row["denominator"] for row in units if row["denominator"] is not None]
    if indicator.kind == "record_sum" and top:
        return Figure(indicator, float(sum(top)), n=len(units), state="few")
    if indicator.kind in ("record_share", "record_paired_share") and sum(bottom):
        befores = [row["before"] for row in units if row["before"] is not None]
        start = indicator.scale * sum(befores) / len(befores) if befores else None
        return Figure(indicator, indicator.scale * sum(top) / sum(bottom), start=start, n=len(units), state="few")
    return Figure(indicator, n=len(units), state="empty")


def _of_record(asked: Asked, told: Recorded) -> Figure:
    indicator, kind = told.indicator, told.indicator.kind
    persons = kind.startswith("record_people") or kind == "record_paired"
    enrolled = (
        None if asked.is_public or persons or told.of is None else len({one["enterprise"] for one in asked.pilots})
    )
    plain = Figure(
        indicator,
        n=told.n,
        estimated=told.estimated,
        reporting=told.of,
        enrolled=enrolled,
        state=told.state,
        method=told.method,
    )
    if told.state:
        return plain
    lo, hi, start = told.lo, told.hi, None
    if kind == "record_paired_share":
        start = told.before
        lo, hi = _placed(told.value, told.change, told.change_lo, told.change_hi)
    exact = kind in ("record_sum", "record_people", "record_ratio", "record_median")
    few = not exact and (lo is None or hi is None)
    return replace(
        plain,
        state="few" if few else None,
        value=told.value,
        **dict(zip(("lo", "hi"), (None, None) if few else _within(indicator, lo, hi), strict=True)),
        start=start,
        exact=exact,
    )


def _published(indicator: Indicator, told: Known | None) -> Figure:
    """Outside a monthly indicator has a figure in a whole round only."""
    if told is None:
        return Figure(indicator, state="not_allowed")
    lo, hi = told.after
    return replace(_plain(told.change), value=told.change.after, start=told.change.before, lo=lo, hi=hi)


def _plain(told: Change) -> Figure:
    code = told.reading.code
    return Figure(
        told.indicator,
        n=told.n,
        reporting=told.reporting,
        enrolled=told.enrolled,
        state={"no_data": "empty", "hidden": "suppressed", "values_only": "few", "incomplete": "incomplete"}.get(code),
        reading=code if tell.shown(told) else None,
        method=told.method,
    )


def _of_months(told: Change) -> Figure:
    """A rate of counted events has an exact interval of its own; any other has that of its change, put at the value."""
    plain = _plain(told)
    if not tell.shown(told):
        return plain
    lo = hi = None
    if plain.state is None and told.indicator.events:
        scale = told.indicator.scale
        found = stats.pooled_rate([round(told.events_after)], [told.exposure_after], per=scale)
        lo, hi = found.lo, found.hi
    elif plain.state is None and told.scale == "ratio":
        if told.lo is not None and told.hi is not None and told.estimate:
            lo, hi = told.after * told.lo / told.estimate, told.after * told.hi / told.estimate
    elif plain.state is None:
        lo, hi = _placed(told.after, told.estimate, told.lo, told.hi)
    lo, hi = _within(told.indicator, lo, hi)
    return replace(plain, value=told.after, start=told.before, lo=lo, hi=hi)


def _within(indicator: Indicator, lo: float | None, hi: float | None) -> tuple[float | None, float | None]:
    """A share ends at none and at all, wherever its interval was moved to."""
    if not indicator.share or lo is None or hi is None:
        return lo, hi
    return max(0.0, lo), min(100.0, hi)


def _placed(value, change, lo, hi) -> tuple[float | None, float | None]:
    """The interval of a change in points, moved so that the change stands at the value it led to."""
    if None in (value, change, lo, hi):
        return None, None
    return value + lo - change, value + hi - change


def name(figure: Figure, lang: str) -> str:
    return words.pick(figure.indicator.short, lang)
