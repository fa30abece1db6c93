"""Control limits for counts: u-chart for events over exposure, p-chart for shares; wide where there is little behind."""

from dataclasses import dataclass

import numpy as np
from scipy import stats

from outcomes.stats.dispersion import overdispersion
from outcomes.stats.observed import counts, exposures, plain, same_length
from outcomes.stats.xmr import FEWEST

WIDTH = 3  # standard errors from the centre to a limit
RARE = 5  # events expected in a month; below it the limits are rough


@dataclass(frozen=True)
class AttributeChart:
    """centre: pooled rate of the baseline; value, lo, hi: one entry a month, None where there is none.

    outside: indices of months beyond their limits; n: baseline months. Without at least twelve baseline months there
    is a centre, but there are no limits and nothing is outside; months after are judged when they are twelve or more.
    """

    centre: float | None
    value: tuple[float | None, ...]
    lo: tuple[float | None, ...]
    hi: tuple[float | None, ...]
    outside: tuple[int, ...]
    n: int
    n_after: int
    missing: int
    method: str
    warnings: tuple[str, ...] = ()


def u_chart(events, exposure, is_baseline=None) -> AttributeChart:
    """u +- 3 sqrt(u / exposure_i), not below 0, with u = baseline events / baseline exposure.

    events, exposure: shape (months,), in time order, None where missing; is_baseline as in ``xmr``. Values and limits
    are events per unit of exposure. Where fewer than five events are expected the limits are rough (warning
    "rare_events"). Source: Montgomery, Introduction to Statistical Quality Control, section 7.3. Raises ValueError for
    shapes that differ, negative numbers and counts that are not whole.
    """
    return _chart(events, exposure, is_baseline, "u_chart", lambda u, t: np.sqrt(u / t), np.inf)


def p_chart(cases, units, is_baseline=None) -> AttributeChart:
    """p +- 3 sqrt(p (1 - p) / units_i), within 0 to 1, with p = baseline cases / baseline units.

    cases, units: shape (months,), in time order, None where missing. With very many units a month the limits are too
    narrow, because the share itself moves (warning "overdispersed": use an XmR chart). Source: Montgomery, section
    7.2. Raises ValueError as ``u_chart`` does, and when there are more cases than units.
    """
    cases, units = counts(cases, "cases"), exposures(units, "units")
    same_length(cases=cases, units=units)
    if (cases > units).any():
        raise ValueError("there cannot be more cases than units")
    return _chart(cases, units, is_baseline, "p_chart", lambda p, n: np.sqrt(p * (1 - p) / n), 1.0)


def _chart(events, exposure, is_baseline, method: str, error, top: float) -> AttributeChart:
    events, exposure = counts(events), exposures(exposure)
    baseline = np.ones(len(events), bool) if is_baseline is None else np.array(list(is_baseline), dtype=bool)
    same_length(events=events, exposure=exposure, is_baseline=baseline)
    known = ~np.isnan(events) & (np.nan_to_num(exposure) > 0)
    base = known & baseline
    missing, n, n_after = int((~known).sum()), int(base.sum()), int((known & ~baseline).sum())
    value = np.full(len(events), np.nan)
    value[known] = events[known] / exposure[known]
    warnings = ("months_missing",) if missing else ()
    centre = float(events[base].sum() / exposure[base].sum()) if n else None
    blank = (None,) * len(events)
    why = None
    if n < FEWEST:
        why = "no_baseline" if n == 0 else "fewer_than_twelve"
    elif centre == 0 or (top == 1 and centre == 1):
        why = "no_events" if centre == 0 else "no_variation"
    if why:
        return AttributeChart(centre, plain(value), blank, blank, (), n, n_after, missing, method, (*warnings, why))
    reach = np.full(len(events), np.nan)
    reach[known] = WIDTH * error(centre, exposure[known])
    lo, hi = np.maximum(0, centre - reach), np.minimum(top, centre + reach)
    if (centre * exposure[known]).min() < RARE:
        warnings += ("rare_events",)
    if _scatters(events[base], exposure[base], centre, top):
        warnings += ("overdispersed",)
    if 0 < n_after < FEWEST:
        warnings += ("fewer_than_twelve_after",)
    judged = known & (baseline | (n_after >= FEWEST))
    slack = 1e-12 * max(1.0, centre)  # a month exactly on its limit is inside
    with np.errstate(invalid="ignore"):
        outside = np.flatnonzero(judged & ((value < lo - slack) | (value > hi + slack)))
    return AttributeChart(
        centre,
        plain(value),
        plain(lo),
        plain(hi),
        tuple(int(i) for i in outside),
        n,
        n_after,
        missing,
        method,
        warnings,
    )


def _scatters(events: np.ndarray, exposure: np.ndarray, centre: float, top: float) -> bool:
    """Whether the baseline months scatter more than their own counts explain (at one in a hundred)."""
    found = overdispersion(events, exposure)
    if found.chi2 is None:
        return False
    chi2 = found.chi2 / (1 - centre) if top == 1 else found.chi2
    return bool(stats.chi2.sf(chi2, found.df) < 0.01)
