"""What could have been seen: the smallest change that this much data would detect four times out of five."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy import optimize, special, stats

from outcomes.stats.observed import finite, pairs
from outcomes.stats.paired import FEWEST

POWER = 0.80
_MOST_TOTALS = 300  # of many thousand totals every so many-th is enough
_MOST_EVENTS = 1e7  # expected in all; beyond it any change shows, and the quantiles lose their digits
_WIDEST = 1000.0  # a rise by more than this factor is not worth a number


@dataclass(frozen=True)
class DetectableRatio:
    """fall: the rate ratio below 1 nearest to 1 that is detected with ``power``; rise: the one above 1.

    None where not even the disappearance of all events (or a rise beyond a thousandfold) would be detected so often.
    n: the events before, on which the calculation rests.
    """

    fall: float | None
    rise: float | None
    power: float
    confidence: float
    n: int
    method: str = "exact_conditional_power"
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class DetectableShift:
    """shift: smallest mean change detected with ``power``, in the units of the data; effect: the same in spreads."""

    shift: float | None
    effect: float | None
    spread: float | None
    power: float
    confidence: float
    n: int
    missing: int = 0
    method: str = "paired_t_power"
    warnings: tuple[str, ...] = ()


def power_of_ratio(
    ratio: float, events_before: float, exposure_before: float, exposure_after: float, confidence: float = 0.95
) -> float:
    """Chance that the central exact conditional test rejects "no change" when the rate ratio is ``ratio``.

    Sum over the total N ~ Poisson(m0 + m1) of P(N) * P(split rejects | N), with m0 the events before (taken for the
    truth) and m1 = ratio * m0 * exposure_after / exposure_before. Exact but for totals beyond seven spreads; of very
    many totals an even selection is taken.
    Source: Gu, Ng, Tang and Schucany 2008 for the setting. Raises ValueError unless all are above 0 (ratio 0 or more).
    """
    if events_before <= 0 or exposure_before <= 0 or exposure_after <= 0 or ratio < 0:
        raise ValueError("events before and exposures must be above 0 and the ratio 0 or more")
    share = exposure_after / (exposure_after + exposure_before)
    after = ratio * events_before * exposure_after / exposure_before
    mean = events_before + after
    reach = 7 * np.sqrt(mean) + 10
    total = np.arange(max(1, int(mean - reach)), int(mean + reach) + 1)
    total = total[:: 1 + len(total) // _MOST_TOTALS]
    weight = stats.poisson.pmf(total, mean)
    if len(total) > 1 and total[1] - total[0] > 1:
        weight = weight / weight.sum()
    few, many = _rejecting_splits(total, share, (1 - confidence) / 2)
    split = after / mean
    below = np.where(few >= 0, special.bdtr(np.maximum(few, 0), total, split), 0.0)
    above = np.where(many <= total, special.bdtrc(many - 1, total, split), 0.0)
    return float((weight * (below + above)).sum())


def _rejecting_splits(total: np.ndarray, share: float, tail: float) -> tuple[np.ndarray, np.ndarray]:
    """The largest split with P(X <= few) <= tail and the smallest with P(X >= many) <= tail; -1 and total + 1: none."""
    few = stats.binom.ppf(tail, total, share)
    few = np.where(stats.binom.cdf(few, total, share) <= tail, few, few - 1)
    return few, stats.binom.isf(tail, total, share) + 1


def detectable_ratio(
    events_before: float | None,
    exposure_before: float | None,
    exposure_after: float | None,
    power: float = POWER,
    confidence: float = 0.95,
) -> DetectableRatio:
    """The rate ratios nearest to 1, on both sides, that the exact conditional test finds with ``power``.

    Found by root search on ``power_of_ratio``, to three digits. No events before, no exposure, a gap, or more
    than ten million events in all: no numbers and a warning. Raises ValueError for negative numbers.
    """
    values = [np.nan if value is None else float(value) for value in (events_before, exposure_before, exposure_after)]
    if min(values) < 0:
        raise ValueError("events and exposures must be 0 or more")
    if not np.isfinite(values).all() or 0 in values:
        why = "no_events_before" if values[0] == 0 else "no_exposure" if 0 in values else "values_missing"
        n = int(values[0]) if np.isfinite(values[0]) else 0
        return DetectableRatio(None, None, power, confidence, n, warnings=(why,))

    if values[0] * (1 + values[2] / values[1]) > _MOST_EVENTS:
        return DetectableRatio(None, None, power, confidence, round(values[0]), warnings=("too_many_events",))
    fall, rise = _nearest_ratios(*values, power, confidence)
    warnings = ("no_fall_detectable",) * (fall is None) + ("no_rise_detectable",) * (rise is None)
    return DetectableRatio(fall, rise, power, confidence, round(values[0]), warnings=warnings)


@lru_cache(maxsize=1024)  # some 20 ms each, and one page asks again for every language and filter
def _nearest_ratios(
    events: float, exposure_before: float, exposure_after: float, power: float, confidence: float
) -> tuple[float | None, float | None]:
    """(fall, rise) where the power reaches ``power``, searched on the logarithm of the ratio."""

    def gap(log_ratio: float) -> float:
        return power_of_ratio(float(np.exp(log_ratio)), events, exposure_before, exposure_after, confidence) - power

    fall = rise = None
    if power_of_ratio(0, events, exposure_before, exposure_after, confidence) >= power:
        low = -0.5
        while gap(low) < 0 and low > -40:
            low *= 2
        fall = float(np.exp(optimize.brentq(gap, low, 0.0, xtol=5e-4))) if gap(low) >= 0 else 0.0
    high = 0.5
    while gap(high) < 0 and high < np.log(_WIDEST):
        high *= 2
    if gap(high) >= 0:
        rise = float(np.exp(optimize.brentq(gap, 0.0, high, xtol=5e-4)))
    return fall, rise


def detectable_effect(n: int, power: float = POWER, confidence: float = 0.95) -> float | None:
    """Smallest mean change of n pairs, in spreads of the changes, that a two-sided t test finds with ``power``.

    Solves nct.sf(t, n-1, d*sqrt(n)) + nct.cdf(-t, ...) = power for d: 1.00 at ten pairs, 1.68 at five. None below two
    pairs. Source: Cohen 1988, chapter 2 (here with the exact noncentral t). Raises ValueError for a negative n.
    """
    if n < 0:
        raise ValueError("n must be 0 or more")
    if n < 2:
        return None
    edge = stats.t.ppf((1 + confidence) / 2, n - 1)

    def gap(effect: float) -> float:
        centre = effect * np.sqrt(n)
        other_tail = stats.nct.cdf(-edge, n - 1, centre)  # so small further out that it has no value there
        return stats.nct.sf(edge, n - 1, centre) + np.nan_to_num(other_tail) - power

    high = 1.0
    while gap(high) < 0:
        high *= 1.5
    return finite(optimize.brentq(gap, 1e-6, high, xtol=1e-6))


def detectable_shift(before, after, power: float = POWER, confidence: float = 0.95) -> DetectableShift:
    """``detectable_effect`` times the spread of the changes found: what these pairs could have shown.

    before, after: shape (n,), None where missing. With five pairs or fewer no shift is given, since nothing is tested
    then; with pairs that all changed alike there is no spread to judge by. Raises ValueError when the shapes differ.
    """
    before, after, missing = pairs(before, after)
    n, change = len(before), after - before
    warnings = ("pairs_missing",) if missing else ()
    if n < 2:
        return DetectableShift(None, None, None, power, confidence, n, missing, warnings=(*warnings, "too_few"))
    effect, spread = detectable_effect(n, power, confidence), finite(change.std(ddof=1))
    if n < FEWEST or np.ptp(change) == 0:
        why = "five_or_fewer" if n < FEWEST else "identical_changes"
        return DetectableShift(None, effect, spread, power, confidence, n, missing, warnings=(*warnings, why))
    return DetectableShift(effect * spread, effect, spread, power, confidence, n, missing, warnings=warnings)
