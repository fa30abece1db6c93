"""Rates drawn towards the common one by as much as chance may have moved them: instead of a league table."""

from dataclasses import dataclass

import numpy as np
from scipy import stats

from outcomes.stats.observed import counts, exposures, finite, plain, same_length


@dataclass(frozen=True)
class Shrunken:
    """rates, lo, hi: one entry a unit (None without a value), per unit of exposure; raw: what they were before.

    prior_shape / prior_exposure is the common rate; prior_exposure is how much exposure the common rate counts for (for a
    share: how many pieces). Both are None when the units differ by no more than chance: every unit then has the pooled rate and no interval.
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


def shrunken_rates(events, exposure, confidence: float = 0.95, kind: str = "poisson") -> Shrunken:
    """(k_i + m b) / (T_i + b): m the pooled rate, b the exposure that the common rate counts for, by moments.

    The variance between units is v = (sum T_i (r_i - m)^2 - (n - 1) c) / (sum T - sum T^2 / sum T), the DerSimonian-Laird
    way; c is what chance puts in, m for a count over an exposure (``poisson``) and m (1 - m) for a share (``binomial``);
    b = c / v, for a share less one. At or below zero the units do not differ. Intervals are quantiles of the gamma or the
    beta distribution with m and b taken for known, so a little narrow.
    events, exposure: shape (n,), None where missing; a unit with a gap or no exposure stays out. Sources: Marshall 1991,
    Applied Statistics 40: 283-294 (rates); Kleinman 1973, JASA 68: 46-54 (shares). Raises ValueError for shapes that
    differ, negative numbers, counts that are not whole, a kind unknown, and more cases than pieces of a share.
    """
    events, exposure = counts(events), exposures(exposure)
    same_length(events=events, exposure=exposure)
    if kind not in ("poisson", "binomial"):
        raise ValueError(f"a rate is poisson or binomial, not {kind!r}")
    if kind == "binomial" and (events > exposure).any():
        raise ValueError("there cannot be more cases than units")
    known = ~np.isnan(events) & (np.nan_to_num(exposure) > 0)
    n, missing = int(known.sum()), int((~known).sum())
    warnings = ("values_missing",) if missing else ()
    how = "gamma_poisson_moments" if kind == "poisson" else "beta_binomial_moments"
    raw, blank = np.full(len(events), np.nan), (None,) * len(events)
    raw[known] = events[known] / exposure[known]

    def whole(rates, lo, hi, pooled, b) -> Shrunken:
        shape = None if b is None else pooled * b
        return Shrunken(rates, lo, hi, plain(raw), pooled, shape, b, n, missing, confidence, how, warnings)

    def without(rates, pooled, why: str) -> Shrunken:
        none = (*warnings, why)
        return Shrunken(rates, blank, blank, plain(raw), pooled, None, None, n, missing, confidence, how, none)

    if n == 0:
        return without(blank, None, "nobody")
    k, t = events[known], exposure[known]
    pooled = float(k.sum() / t.sum())
    rates = np.where(known, pooled, np.nan)
    b = _weight(raw[known], t, pooled, kind)
    if pooled == 0 or b is None or n < 3:
        why = "no_events" if pooled == 0 else "too_few" if n < 3 else "no_difference_between_units"
        return without(plain(rates), pooled, why)
    shape = pooled * b
    rates[known] = (k + shape) / (t + b)
    tails = (1 - confidence) / 2, (1 + confidence) / 2
    ends = np.full((2, len(events)), np.nan)
    for at, tail in enumerate(tails):
        ends[at, known] = (
            stats.gamma.ppf(tail, k + shape) / (t + b)
            if kind == "poisson"
            else stats.beta.ppf(tail, k + shape, t - k + b - shape)
        )
    return whole(plain(rates), *(plain(end) for end in ends), pooled, b)


def _weight(raw: np.ndarray, t: np.ndarray, pooled: float, kind: str) -> float | None:
    """How much exposure the common rate counts for; None where the units differ by no more than chance."""
    chance = pooled if kind == "poisson" else pooled * (1 - pooled)
    spare = t.sum() - (t**2).sum() / t.sum()
    if spare <= 1e-9 * t.sum():  # one unit is all there is
        return None
    between = ((t * (raw - pooled) ** 2).sum() - (len(t) - 1) * chance) / spare
    if between <= 0:
        return None
    # shares can lie further apart than any beta distribution allows: then hardly anything is drawn in
    weight = chance / between if kind == "poisson" else max(chance / between - 1, 1e-3)
    return float(weight) if finite(pooled * weight) else None
