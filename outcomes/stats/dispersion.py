"""Do the enterprises' rates differ by more than chance would make them? And the wider interval when they do."""

from dataclasses import dataclass

import numpy as np
from scipy import stats

from outcomes.stats.observed import counts, exposures, finite, same_length

LEVEL = 0.10  # a check with little power at ten enterprises, so it speaks up sooner than a finding would


@dataclass(frozen=True)
class Dispersion:
    """phi: Pearson chi2 / df, 1 when the counts scatter as Poisson counts do; p: chance of so much scatter."""

    phi: float | None
    chi2: float | None
    df: int
    p: float | None
    n: int
    missing: int
    method: str
    warnings: tuple[str, ...] = ()

    @property
    def matters(self) -> bool:
        return self.p is not None and self.phi > 1 and self.p < LEVEL


@dataclass(frozen=True)
class QuasiRateRatio:
    """The rate ratio with the interval that allows for the scatter between enterprises; beside the exact one.

    phi is the scatter found, ``used`` the one in the interval: never below 1, too little scatter earns no credit.
    """

    ratio: float | None
    lo: float | None
    hi: float | None
    p: float | None
    phi: float | None
    used: float | None
    df: int
    matters: bool
    n: int
    missing: int
    confidence: float
    method: str = "quasi_poisson_ratio"
    warnings: tuple[str, ...] = ()

    @property
    def estimate(self) -> float | None:
        return self.ratio


def overdispersion(events, exposure) -> Dispersion:
    """Pearson's chi2 of the enterprises' counts against one common rate: sum of (k - rT)^2 / rT, df = n - 1.

    events, exposure: shape (n,), None where missing; an enterprise with a gap or without exposure is left out. p is
    the upper tail of chi2, which is rough when counts of less than one are expected (warning "small_expected").
    Source: McCullagh and Nelder, Generalized Linear Models, chapter 6. Raises ValueError for shapes that differ,
    negative numbers and counts that are not whole.
    """
    events, exposure = counts(events), exposures(exposure)
    same_length(events=events, exposure=exposure)
    chi2, df, expected, missing = _pearson(events, exposure)
    return _judged(chi2, df, expected, df + 1 if len(expected) else 0, missing)


def _pearson(events: np.ndarray, exposure: np.ndarray) -> tuple[float, int, np.ndarray, int]:
    known = ~np.isnan(events) & (np.nan_to_num(exposure) > 0)
    k, t = events[known], exposure[known]
    expected = t * (k.sum() / t.sum()) if len(k) else t
    chi2 = float(((k - expected) ** 2 / expected).sum()) if k.sum() else 0.0
    return chi2, max(0, len(k) - 1), expected, int((~known).sum())


def _judged(chi2: float, df: int, expected: np.ndarray, n: int, missing: int) -> Dispersion:
    warnings = ("values_missing",) if missing else ()
    if df < 1 or not expected.sum():
        why = "too_few" if df < 1 else "no_events"
        return Dispersion(None, None, df, None, n, missing, "pearson", (*warnings, why))
    if expected.min() < 1:
        warnings += ("small_expected",)
    return Dispersion(chi2 / df, chi2, df, float(stats.chi2.sf(chi2, df)), n, missing, "pearson", warnings)


def quasi_rate_ratio(
    events_after, exposure_after, events_before, exposure_before, confidence: float = 0.95
) -> QuasiRateRatio:
    """log ratio +- t(df) * sqrt(phi * (1/K1 + 1/K0)); the quasi-Poisson regression on "after" in closed form.

    Columns of shape (n,), one entry an enterprise, None where missing; only enterprises with all four numbers and
    exposure in both periods. phi is Pearson's chi2 around the two periods' pooled rates over df = 2n - 2, at least 1.
    Differences between enterprises that last through both periods count as scatter, so for the same enterprises the
    interval is on the wide side. Source: McCullagh and Nelder, chapter 6. Without an event in one of
    the periods the logarithm does not exist: no numbers and a warning. Raises ValueError as ``overdispersion`` does.
    """
    columns = [counts(events_after), exposures(exposure_after), counts(events_before), exposures(exposure_before)]
    same_length(
        events_after=columns[0], exposure_after=columns[1], events_before=columns[2], exposure_before=columns[3]
    )
    table = np.array(columns)
    known = ~np.isnan(table).any(axis=0) & (np.nan_to_num(table[[1, 3]]) > 0).all(axis=0)
    n, missing = int(known.sum()), int((~known).sum())
    k1, t1, k0, t0 = table[:, known]
    (chi_after, df_after, expected_after, _), (chi_before, df_before, expected_before, _) = (
        _pearson(k1, t1),
        _pearson(k0, t0),
    )
    df = df_after + df_before
    scatter = _judged(chi_after + chi_before, df, np.concatenate([expected_after, expected_before]), n, missing)
    common = {"df": df, "matters": scatter.matters, "n": n, "missing": missing, "confidence": confidence}
    if scatter.phi is None or not k1.sum() or not k0.sum():
        why = scatter.warnings if scatter.phi is None else (*scatter.warnings, "no_events_in_one_period")
        return QuasiRateRatio(None, None, None, None, scatter.phi, None, warnings=why, **common)
    used = max(1.0, scatter.phi)
    log_ratio = np.log(k1.sum() / t1.sum()) - np.log(k0.sum() / t0.sum())
    error = np.sqrt(used * (1 / k1.sum() + 1 / k0.sum()))
    reach = stats.t.ppf((1 + confidence) / 2, df) * error
    with np.errstate(over="ignore"):  # an end beyond all numbers is none, see finite
        ratio, lo, hi = (finite(np.exp(value)) for value in (log_ratio, log_ratio - reach, log_ratio + reach))
    return QuasiRateRatio(
        ratio=ratio,
        lo=lo,
        hi=hi,
        p=float(2 * stats.t.sf(abs(log_ratio) / error, df)),
        phi=scatter.phi,
        used=used,
        warnings=scatter.warnings,
        **common,
    )
