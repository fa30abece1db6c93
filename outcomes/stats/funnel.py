"""Funnel limits: how far from the common rate a unit of this size may lie by chance. Units are compared, never ranked."""

from dataclasses import dataclass

import numpy as np
from scipy import stats

from outcomes.stats.dispersion import overdispersion
from outcomes.stats.observed import counts, exposures, finite, plain, same_length

FEWEST_UNITS = 10
METHODS = ("predictive", "inverted_exact")
WARNING, ALARM = 0.95, 0.998  # shares of units that chance leaves inside


@dataclass(frozen=True)
class FunnelLimits:
    """Limits as rates (or shares) at each exposure, None where there is no exposure."""

    target: float | None
    lo95: tuple[float | None, ...]
    hi95: tuple[float | None, ...]
    lo998: tuple[float | None, ...]
    hi998: tuple[float | None, ...]
    method: str


@dataclass(frozen=True)
class Funnel:
    """Units against the target; places: "inside", "low_95", "high_95", "low_998", "high_998", None without a value.

    phi: scatter of the units; above 1 by more than chance it is a warning, since then many lie outside for no reason.
    """

    target: float | None
    value: tuple[float | None, ...]
    limits: FunnelLimits
    places: tuple[str | None, ...]
    phi: float | None
    n: int
    missing: int
    kind: str
    method: str
    warnings: tuple[str, ...] = ()


def funnel_limits(target: float, exposure, kind: str = "poisson", method: str = "predictive") -> FunnelLimits:
    """95 % and 99.8 % limits at each exposure for a unit whose true rate is ``target``.

    predictive: quantiles of the count itself, Poisson(target * exposure) or Binomial(exposure, target), over exposure.
    inverted_exact: the exact interval (Garwood, Clopper-Pearson) around the expected count; always a little higher.
    target: events per unit of exposure, or a share for kind "binomial"; exposure: shape (n,), None where missing,
    whole units for "binomial". Source: Spiegelhalter 2005, Stat Med 24: 1185-1202; APHO technical briefing 2 for the
    inverted limits. Raises ValueError for another kind or method, a negative target, or a share above 1.
    """
    if kind not in ("poisson", "binomial") or method not in METHODS:
        raise ValueError("kind must be poisson or binomial and method predictive or inverted_exact")
    if not target >= 0 or (kind == "binomial" and target > 1):
        raise ValueError("target must be 0 or more, and a share at most 1")
    size = counts(exposure, "exposure") if kind == "binomial" else exposures(exposure)
    size = np.where(size > 0, size, np.nan)
    ends = []
    for level in (WARNING, ALARM):
        tail = (1 - level) / 2
        low, high = _quantiles(target, size, tail, kind, method)
        ends += [plain(low / size), plain(high / size)]
    return FunnelLimits(float(target), *ends, method=f"funnel_{method}_{kind}")


def _quantiles(target: float, size: np.ndarray, tail: float, kind: str, method: str) -> tuple[np.ndarray, np.ndarray]:
    """The two counts that cut off ``tail`` each; NaN stays NaN."""
    expected = target * size
    if kind == "poisson":
        if method == "predictive":
            return stats.poisson.ppf(tail, expected), stats.poisson.ppf(1 - tail, expected)
        low = np.where(expected > 0, stats.gamma.ppf(tail, np.where(expected > 0, expected, 1)), 0.0)
        return np.where(np.isnan(size), np.nan, low), stats.gamma.ppf(1 - tail, expected + 1)
    if method == "predictive":
        return stats.binom.ppf(tail, size, target), stats.binom.ppf(1 - tail, size, target)
    rest = size - expected
    low = np.where(expected > 0, stats.beta.ppf(tail, np.where(expected > 0, expected, 1), rest + 1), 0.0)
    high = np.where(rest > 0, stats.beta.ppf(1 - tail, expected + 1, np.where(rest > 0, rest, 1)), 1.0)
    return np.where(np.isnan(size), np.nan, low * size), np.where(np.isnan(size), np.nan, high * size)


def funnel(events, exposure, target: float | None = None, kind: str = "poisson", method: str = "predictive") -> Funnel:
    """Each unit's rate against the limits at its own exposure; target: the pooled rate unless one is given.

    events, exposure: shape (n,), None where missing; a unit with a gap or no exposure has no place. A value on its
    limit is inside. With fewer than ten units, or none with events, there is a warning. Raises ValueError as
    ``funnel_limits`` does, for shapes that differ, and for more cases than units of a binomial.
    """
    events, exposure = counts(events), exposures(exposure)
    same_length(events=events, exposure=exposure)
    if kind == "binomial" and (events > exposure).any():
        raise ValueError("there cannot be more cases than units")
    known = ~np.isnan(events) & (np.nan_to_num(exposure) > 0)
    n, missing = int(known.sum()), int((~known).sum())
    warnings = ("values_missing",) if missing else ()
    blank = (None,) * len(events)
    if n == 0:
        limits = FunnelLimits(target, blank, blank, blank, blank, f"funnel_{method}_{kind}")
        return Funnel(target, blank, limits, blank, None, 0, missing, kind, limits.method, (*warnings, "nobody"))
    if target is None:
        target = float(events[known].sum() / exposure[known].sum())
    if n < FEWEST_UNITS:
        warnings += ("fewer_than_ten_units",)
    if not events[known].any():
        warnings += ("no_events",)
    limits = funnel_limits(target, np.where(known, exposure, np.nan), kind, method)
    value = np.full(len(events), np.nan)
    value[known] = events[known] / exposure[known]
    scatter = overdispersion(events[known], exposure[known])
    phi = scatter.phi
    if phi is not None and kind == "binomial":
        pooled = events[known].sum() / exposure[known].sum()
        phi = finite(phi / (1 - pooled)) if pooled < 1 else None
    if phi is not None and phi > 1 and stats.chi2.sf(phi * scatter.df, scatter.df) < 0.05:
        warnings += ("overdispersed",)
    places = tuple(
        _place(*row) for row in zip(value, limits.lo95, limits.hi95, limits.lo998, limits.hi998, strict=True)
    )
    return Funnel(target, plain(value), limits, places, phi, n, missing, kind, limits.method, warnings)


def _place(value: float, lo95, hi95, lo998, hi998) -> str | None:
    if np.isnan(value):
        return None
    slack = 1e-9 * max(abs(value), 1e-300)
    for name, beyond in (
        ("low_998", value < lo998 - slack),
        ("high_998", value > hi998 + slack),
        ("low_95", value < lo95 - slack),
        ("high_95", value > hi95 + slack),
    ):
        if beyond:
            return name
    return "inside"
