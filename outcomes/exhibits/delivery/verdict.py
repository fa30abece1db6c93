"""Is a target reached, on its way, or can that not be said yet? One place that decides, and the share of time and way."""

from dataclasses import dataclass
from datetime import date

from outcomes.exhibits.delivery.figure import Figure

CODES = ("reached", "on_way", "missed", "unsure", "few", "incomplete", "suppressed", "empty", "not_allowed", "unknown")


@dataclass(frozen=True)
class Verdict:
    """time: share of the time to the due date that has passed; way: share of the way from the start to the target, both
    0 to 1 and None where there is no start to reckon from."""

    code: str
    time: float | None
    way: float | None


def verdict(
    figure: Figure | None, target: float, comparator: str, began: date | None, due: date, today: date
) -> Verdict:
    """The interval decides: wholly on the good side is reached, across the target cannot be said yet.

    today: the last day that the snapshot covers; a target whose day has come by then and that is not reached is missed.
    """
    time = None
    if began is not None and due > began:
        time = min(1.0, max(0.0, (today - began).days / (due - began).days))
    if figure is None:
        return Verdict("unknown", time, None)
    if figure.value is None or figure.state in ("suppressed", "empty", "not_allowed"):
        return Verdict(figure.state or "empty", time, None)
    way = _way(figure, target, comparator)
    if figure.state in ("few", "incomplete"):
        return Verdict(figure.state, time, way)
    ends = [figure.value] if figure.exact else [figure.lo, figure.hi]
    if None in ends:
        return Verdict("few", time, way)
    good = [end >= target if comparator == "at_least" else end <= target for end in ends]
    if all(good):
        # what is spent grows until its day: until then an amount within its limit is only on its way
        open_yet = figure.exact and comparator == "at_most" and due > today
        return Verdict("on_way" if open_yet else "reached", time, way)
    if any(good):
        return Verdict("unsure", time, way)
    return Verdict("missed" if due <= today else "on_way", time, way)


def _way(figure: Figure, target: float, comparator: str) -> float | None:
    """From where the enterprises stood; what is only added up begins at nothing. None where they stood there already."""
    start = figure.start
    if start is None:
        if comparator == "at_most":
            return None
        start = 0.0
    if start >= target if comparator == "at_least" else start <= target:
        return None
    return min(1.0, max(0.0, (figure.value - start) / (target - start)))
