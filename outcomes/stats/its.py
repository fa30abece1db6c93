"""Interrupted time series: did level and slope change at a date, with trend and season allowed for; from 24 months."""

import warnings as python_warnings
from dataclasses import dataclass

import numpy as np
from scipy import stats

from outcomes.stats.observed import counts, exposures, finite, numbers, same_length

FEWEST = 24  # months, or the months of the year cannot be told from the trend
FEWEST_A_SIDE = 3  # months before and after; a slope through fewer is a guess
ROUGH_BELOW = 12  # months a side


@dataclass(frozen=True)
class Interrupted:
    """level: the step at the start; slope: the change of the monthly slope from then on; each with its interval.

    kind "linear": both in the units of the values; kind "poisson": both as rate ratios (1 is no change). phi: scatter
    in the Poisson interval (None for linear); lag1: correlation of neighbouring residuals; season: "month_of_year",
    "harmonic" (two waves a year, where a month of the year has too little) or "none" when nothing was fitted.
    """

    level: float | None
    level_lo: float | None
    level_hi: float | None
    level_p: float | None
    slope: float | None
    slope_lo: float | None
    slope_hi: float | None
    slope_p: float | None
    phi: float | None
    lag1: float | None
    season: str
    kind: str
    n: int
    n_before: int
    n_after: int
    df: int | None
    missing: int
    confidence: float
    method: str
    warnings: tuple[str, ...] = ()


def interrupted_series(
    values, start: int, exposure=None, kind: str = "linear", confidence: float = 0.95
) -> Interrupted:
    """Segmented regression: y = a + b * month + c * (month >= start) + d * (month - start)+ + season.

    values: shape (months,), in time order and without a month skipped, None where missing (for months of the training
    that shall not count, put None); start: index of the first month after; exposure: shape (months,), for kind
    "poisson" only, where values are counts and log(exposure) is the offset. Linear: least squares with Newey-West
    errors (one lag). Poisson: quasi-likelihood, the scatter never below 1. Both with t(df). Below 24 months, fewer than
    three a side, no events, or terms that cannot be told apart: no numbers and a warning. Source: Bernal, Cummins and
    Gasparrini 2017, Int J Epidemiol 46: 348-355. Raises ValueError for another kind, a start outside the series, shapes
    that differ, negative counts.
    """
    if kind not in ("linear", "poisson"):
        raise ValueError('kind must be "linear" or "poisson"')
    y = counts(values) if kind == "poisson" else numbers(values, "values")
    time_at_risk = exposures(exposure) if kind == "poisson" and exposure is not None else np.ones(len(y))
    same_length(values=y, exposure=time_at_risk)
    if not 0 <= start <= len(y):
        raise ValueError("start must be a place in the series")
    month = np.arange(len(y))
    known = ~np.isnan(y) & (np.nan_to_num(time_at_risk) > 0)
    before, after = int((known & (month < start)).sum()), int((known & (month >= start)).sum())
    method = "segmented_quasi_poisson" if kind == "poisson" else "segmented_newey_west"
    about = {"kind": kind, "n": before + after, "n_before": before, "n_after": after, "method": method}
    about |= {"missing": int((~known).sum()), "confidence": confidence}
    marks = ("months_missing",) if about["missing"] else ()

    def none(why: str) -> Interrupted:
        return Interrupted(*(None,) * 10, season="none", df=None, warnings=(*marks, why), **about)

    if before + after < FEWEST:
        return none("fewer_than_twenty_four")
    if min(before, after) < FEWEST_A_SIDE:
        return none("one_side_too_short")
    y, month, time_at_risk = y[known], month[known], time_at_risk[known]
    if kind == "poisson" and not y.sum():
        return none("no_events")
    if np.ptp(y) == 0 and kind == "linear":
        return none("no_variation")
    if min(before, after) < ROUGH_BELOW:
        marks += ("short_side",)
    line = np.column_stack([np.ones(len(y)), month, month >= start, np.maximum(0, month - start)])
    of_year = month % 12  # which month it is called makes no difference to the fit
    for season, terms in (("month_of_year", _months(of_year)), ("harmonic", _waves(of_year))):
        design = np.column_stack([line, terms]).astype(float)
        thin = kind == "poisson" and season == "month_of_year" and any(not y[of_year == m].sum() for m in set(of_year))
        if thin or np.linalg.matrix_rank(design) < design.shape[1] or len(y) - design.shape[1] < 5:
            continue
        found = _poisson(y, design, time_at_risk) if kind == "poisson" else _linear(y, design)
        if found is not None:
            return _reported(*found, len(y) - design.shape[1], season, marks, about)
    return none("not_identified")


def _months(of_year: np.ndarray) -> np.ndarray:
    present = np.unique(of_year)
    return (of_year[:, None] == present[None, 1:]).astype(float)


def _waves(of_year: np.ndarray) -> np.ndarray:
    turn = 2 * np.pi * of_year / 12
    return np.column_stack([np.sin(turn), np.cos(turn), np.sin(2 * turn), np.cos(2 * turn)])


def _linear(y: np.ndarray, design: np.ndarray):
    from statsmodels.regression.linear_model import OLS  # half a second to import, and few series are this long

    fit = OLS(y, design).fit(cov_type="HAC", cov_kwds={"maxlags": 1, "use_correction": True})
    with np.errstate(invalid="ignore"):  # a variance of few months may come out below 0; such a fit is not reported
        return _checked(fit.params, fit.bse, None, fit.resid)


def _poisson(y: np.ndarray, design: np.ndarray, time_at_risk: np.ndarray):
    from statsmodels.genmod.families import Poisson
    from statsmodels.genmod.generalized_linear_model import GLM

    with python_warnings.catch_warnings():
        python_warnings.simplefilter("ignore")  # what does not converge is found below, by its numbers
        try:
            fit = GLM(y, design, family=Poisson(), offset=np.log(time_at_risk)).fit(maxiter=100)
        except (np.linalg.LinAlgError, ValueError, FloatingPointError):
            return None
        phi = fit.pearson_chi2 / fit.df_resid
        error = fit.bse * np.sqrt(max(1.0, phi))
        return _checked(fit.params, error, phi, fit.resid_pearson) if fit.converged else None


def _checked(estimate: np.ndarray, error: np.ndarray, phi: float | None, residual: np.ndarray):
    fine = np.isfinite(estimate).all() and np.isfinite(error).all() and (error[2:4] > 0).all()
    fine = fine and np.abs(estimate[2:4]).max() < 1e12
    return (estimate[2:4], error[2:4], phi, residual) if fine else None


def _reported(estimate, error, phi, residual, df, season, marks, about) -> Interrupted:
    reach = stats.t.ppf((1 + about["confidence"]) / 2, df) * error
    p = 2 * stats.t.sf(np.abs(estimate / error), df)
    with np.errstate(over="ignore"):
        as_shown = np.exp if about["kind"] == "poisson" else np.asarray
        middle, lo, hi = as_shown(estimate), as_shown(estimate - reach), as_shown(estimate + reach)
    away = residual - residual.mean()
    lag1 = finite((away[1:] * away[:-1]).sum() / (away**2).sum()) if away.any() else None
    if season == "harmonic":
        marks += ("season_harmonic",)
    if not np.isfinite([middle, lo, hi]).all():
        marks += ("interval_too_wide",)
    ends = [[finite(column[which]) for column in (middle, lo, hi, p)] for which in (0, 1)]
    return Interrupted(*ends[0], *ends[1], finite(phi), lag1, season=season, df=df, warnings=marks, **about)
