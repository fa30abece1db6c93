"""Which single enterprise would change the reading: every one left out in turn."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from outcomes.stats.observed import numbers, same_length


@dataclass(frozen=True)
class WithoutOne:
    """The result without the enterprise at ``index``; side: "below", "above" or "includes" no change, None unknown."""

    index: int
    estimate: float | None
    lo: float | None
    hi: float | None
    side: str | None


@dataclass(frozen=True)
class Influence:
    """The range of the estimate and of the interval's ends, and the enterprises that decide the reading.

    side: of the interval of all; decisive: indices without which the interval stands on another side of no change;
    without: one entry per enterprise that counts.
    """

    estimate_low: float | None
    estimate_high: float | None
    lo_lowest: float | None
    hi_highest: float | None
    side: str | None
    decisive: tuple[int, ...]
    without: tuple[WithoutOne, ...]
    n: int
    method: str
    warnings: tuple[str, ...] = ()


def side(lo: float | None, hi: float | None, null: float) -> str | None:
    """Where an interval lies beside "no change"; an end that touches it includes it."""
    if lo is None or hi is None:
        return None
    return "above" if lo > null else "below" if hi < null else "includes"


def leave_one_out(method: Callable, *columns, null: float) -> Influence:
    """``method(*columns)`` again without each enterprise in turn.

    method: gives a result with estimate, lo, hi, method (``hodges_lehmann``, ``geometric_mean_ratio``,
    ``pooled_rate_ratio``); columns: each shape (n,), None where missing; null: its "no change", 0 for points and 1 for
    ratios. An enterprise with a gap is not in the result and is not left out of it either. When the interval of all
    exists and that of the rest does not (six pairs), nothing is called decisive and a warning says so.
    Source: Efron 1982 (jackknife). Raises what ``method`` raises.
    """
    columns = [numbers(column, "column") for column in columns]
    same_length(**{f"column {place}": column for place, column in enumerate(columns, 1)})
    known = np.flatnonzero(~np.isnan(np.array(columns)).any(axis=0))
    whole = method(*columns)
    where = side(whole.lo, whole.hi, null)
    without = []
    for index in known:
        rest = method(*(np.delete(column, index) for column in columns))
        without.append(
            WithoutOne(int(index), rest.estimate, rest.lo, rest.hi, side(rest.lo, rest.hi, null)),
        )
    estimates = [one.estimate for one in without if one.estimate is not None]
    ends = [one for one in without if one.side is not None]
    warnings = ()
    if len(known) < 2:
        warnings += ("nobody_to_leave_out",)
    if where is not None and len(ends) < len(without):
        warnings += ("no_interval_without_one",)
    return Influence(
        estimate_low=min(estimates, default=None),
        estimate_high=max(estimates, default=None),
        lo_lowest=min((one.lo for one in ends), default=None),
        hi_highest=max((one.hi for one in ends), default=None),
        side=where,
        decisive=tuple(one.index for one in ends if where is not None and one.side != where),
        without=tuple(without),
        n=len(known),
        method=f"leave_one_out_{whole.method}",
        warnings=warnings,
    )
