"""What every headline indicator reads, in one snapshot or in a state between two: one number each, or none.

The number is the one that the overview shows as "after": pooled over the pilot enterprises with both periods (an index:
the geometric mean of their own ratios), under the filters and windows of the reader. Of an indicator over the record it
is the one that ``recorded`` gives.
"""

import math
from dataclasses import dataclass

from outcomes.catalogue import Indicator
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.change import usable
from outcomes.exhibits.record import recorded
from outcomes.readings import FEWEST_TO_SHOW


@dataclass(frozen=True)
class Value:
    """``amount`` is None when there is nothing to read, or when ``n`` enterprises are too few to show it."""

    amount: float | None
    n: int


NOTHING = Value(None, 0)


def headline(asked: Asked) -> list[Indicator]:
    """All headline indicators of today, reporting coverage among them, and then those over the programme's record."""
    told = [one for one in (*asked.db.indicators.values(), *asked.db.records.values()) if one.tier == "headline"]
    return sorted(told, key=lambda one: (one.of_record, one.order, one.id))


def values(asked: Asked, ids: list[str]) -> dict[str, Value]:
    """By indicator; one that this state has no definition of reads nothing."""
    if not asked.pilots:
        return dict.fromkeys(ids, NOTHING)
    monthly, records = ([name for name in ids if name in known] for known in (asked.db.indicators, asked.db.records))
    asked.ahead("pairs", monthly)
    found = {name: _monthly(asked, name) for name in monthly}
    found |= {name: Value(one.value, one.n) for name, one in recorded(asked, records).items()} if records else {}
    return {name: found.get(name, NOTHING) for name in ids}


def _monthly(asked: Asked, name: str) -> Value:
    indicator = asked.db.indicators[name]
    rows = [row for row in asked.ask("pairs", [name]).rows if row["arm"] == "pilot" and usable(row, indicator)]
    return Value(after(indicator, rows) if len(rows) >= FEWEST_TO_SHOW else None, len(rows))


def after(indicator: Indicator, rows: list[dict]) -> float | None:
    """The pooled value after, of rows that all have both periods."""
    if not rows:
        return None
    if indicator.kind == "own_baseline_index":
        logs = [math.log(row["after_value"] / row["before_value"]) for row in rows]
        return indicator.scale * math.exp(math.fsum(logs) / len(logs))
    return indicator.scale * sum(row["after_numerator"] for row in rows) / sum(row["after_denominator"] for row in rows)
