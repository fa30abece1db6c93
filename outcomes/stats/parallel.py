"""Month by month between two arms, and whether they already drifted apart before the training."""

from dataclasses import dataclass

import numpy as np

from outcomes.stats.arms import difference_in_changes
from outcomes.stats.observed import numbers

FEWEST_BEFORE = 3  # months; a slope through two points is no check


@dataclass(frozen=True)
class MonthGap:
    """One month: pilot minus comparison, each enterprise measured from its own baseline mean."""

    difference: float | None
    lo: float | None
    hi: float | None
    n_pilot: int
    n_comparison: int


@dataclass(frozen=True)
class MonthByMonth:
    """The months' gaps in the order given, and the check of the months before.

    slope: difference of the arms' mean baseline slopes per month, with interval, Welch and permutation p. check:
    "too_few" (not enough months or enterprises), "apart" (the slope's interval leaves out 0) or "not_contradicted":
    never "parallel", which so few enterprises cannot show.
    """

    months: tuple[MonthGap, ...]
    slope: float | None
    slope_lo: float | None
    slope_hi: float | None
    slope_p: float | None
    slope_p_permutation: float | None
    check: str
    months_before: int
    n_pilot: int
    n_comparison: int
    confidence: float
    method: str = "month_gap_welch"
    warnings: tuple[str, ...] = ()

    @property
    def n(self) -> int:
        return self.n_pilot + self.n_comparison


def month_by_month(pilot, comparison, is_before, confidence: float = 0.95) -> MonthByMonth:
    """Event study of two small arms: value minus the enterprise's own baseline mean, arm against arm, every month.

    pilot: shape (n, months), comparison: shape (m, months), same units, None where missing; is_before: shape (months,),
    true for baseline months. An enterprise without any baseline month is left out. Intervals are Welch's, month for
    month, not for all months together. Source: Angrist and Pischke 2009, Mostly Harmless Econometrics,
    section 5.2 (leads and lags). Raises ValueError when a row has another number of months than ``is_before``.
    """
    is_before = np.array(list(is_before), dtype=bool)
    arms = [_matrix(rows, len(is_before)) for rows in (pilot, comparison)]
    centred, warnings = [], ()
    for arm in arms:
        usable = ~np.isnan(arm[:, is_before]).all(axis=1)
        if not usable.all():
            warnings = ("no_baseline_for_some",)
        kept = arm[usable]
        centred.append(kept - np.array([np.nanmean(row) for row in kept[:, is_before]]).reshape(-1, 1))
    gaps = [
        difference_in_changes(centred[0][:, month], centred[1][:, month], confidence, with_permutation=False)
        for month in range(len(is_before))
    ]
    slopes = [[_slope(row[is_before]) for row in arm] for arm in centred]
    found = difference_in_changes(*slopes, confidence)
    if not len(centred[0]) or not len(centred[1]):
        warnings += ("no_pilot_arm" if not len(centred[0]) else "no_comparison_arm",)
    check = "too_few"
    if found.lo is not None:
        check = "not_contradicted" if found.lo <= 0 <= found.hi else "apart"
    return MonthByMonth(
        months=tuple(MonthGap(gap.difference, gap.lo, gap.hi, gap.n_pilot, gap.n_comparison) for gap in gaps),
        slope=found.difference,
        slope_lo=found.lo,
        slope_hi=found.hi,
        slope_p=found.p_welch,
        slope_p_permutation=found.p_permutation,
        check=check,
        months_before=int(is_before.sum()),
        n_pilot=len(centred[0]),
        n_comparison=len(centred[1]),
        confidence=confidence,
        warnings=warnings,
    )


def _matrix(rows, months: int) -> np.ndarray:
    found = [numbers(row, "a row of months") for row in rows]
    if any(len(row) != months for row in found):
        raise ValueError("every row must have one value for each month of is_before")
    return np.array(found).reshape(len(found), months)


def _slope(values: np.ndarray) -> float:
    """Least-squares slope per month through the months that came; NaN below ``FEWEST_BEFORE`` of them."""
    month = np.flatnonzero(~np.isnan(values))
    if len(month) < FEWEST_BEFORE:
        return np.nan
    away = month - month.mean()
    return float((away * values[month]).sum() / (away**2).sum())
