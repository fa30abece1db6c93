"""Rates drawn towards the common one by as much as chance may have moved them: instead of a league table."""

from dataclasses import dataclass

import numpy as np
from scipy import stats

from outcomes.stats.observed import counts, exposures, finite, plain, same_length


@dataclass(frozen=True)
class Shrunken:
    """rates, lo, hi: one entry a unit (None without a value), per unit of exposure; raw: what they were before.

    prior_shape / prior_exposure is the common rate; prior_exposure is how much exposure the common rate counts for.
    Both are None when the units differ by no more than chance: every unit then has the pooled rate and no interval.
    """

    rates: tuple[float | None, ...]
    lo: tuple[float | None, ...]
    hi: tuple[float | None, ...]
    raw: tuple[float | None, ...]
    pooled: float | None
    prior_shape: float | None
    prior_exposure: float | None
    n: int
    missing: int
    confidence: float
    method: str = "gamma_poisson_moments"
    warnings: tuple[str, ...] = ()


def shrunken_rates(events, exposure, confidence: float = 0.95) -> Shrunken:
    """(k_i + a) / (T_i + b) with a = m^2 / v and b = m / v; m the pooled rate, v the variance between units by moments.

    v = (sum T_i (r_i - m)^2 - (n - 1) m) / (sum T - sum T^2 / sum T), the DerSimonian-Laird way for rates; at or below
    zero the units do not differ. Intervals are gamma quantiles with a and b taken for known, so a little narrow.
    events, exposure: shape (n,), None where missing; a unit with a gap or no exposure stays out. Source: Marshall 1991,
    Applied Statistics 40: 283-294. Raises ValueError for shapes that differ, negative
    numbers and counts that are not whole.
    """
    events, exposure = counts(events), exposures(exposure)
    same_length(events=events, exposure=exposure)
    known = ~np.isnan(events) & (np.nan_to_num(exposure) > 0)
    n, missing = int(known.sum()), int((~known).sum())
    warnings = ("values_missing",) if missing else ()
    raw = np.full(len(events), np.nan)
    raw[known] = events[known] / exposure[known]
    blank = (None,) * len(events)
    if n == 0:
        none = (*warnings, "nobody")
        return Shrunken(blank, blank, blank, blank, None, None, None, 0, missing, confidence, warnings=none)
    k, t = events[known], exposure[known]
    pooled = float(k.sum() / t.sum())
    rates = np.where(known, pooled, np.nan)
    spare = t.sum() - (t**2).sum() / t.sum()
    between = 0.0
    if spare > 1e-9 * t.sum():  # not when one unit is all there is
        between = ((t * (raw[known] - pooled) ** 2).sum() - (n - 1) * pooled) / spare
    shape = finite(pooled**2 / between) if between > 0 else None
    if pooled == 0 or shape is None or n < 3:
        why = "no_events" if pooled == 0 else "too_few" if n < 3 else "no_difference_between_units"
        same = (*warnings, why)
        return Shrunken(
            plain(rates), blank, blank, plain(raw), pooled, None, None, n, missing, confidence, warnings=same
        )
    weight = pooled / between
    rates[known] = (k + shape) / (t + weight)
    lo, hi = np.full(len(events), np.nan), np.full(len(events), np.nan)
    tail = (1 - confidence) / 2
    lo[known] = stats.gamma.ppf(tail, k + shape) / (t + weight)
    hi[known] = stats.gamma.ppf(1 - tail, k + shape) / (t + weight)
    return Shrunken(
        plain(rates),
        plain(lo),
        plain(hi),
        plain(raw),
        pooled,
        shape,
        float(weight),
        n,
        missing,
        confidence,
        warnings=warnings,
    )
