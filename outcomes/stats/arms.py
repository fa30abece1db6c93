"""With a comparison arm: how differently the two groups of enterprises changed, by two methods that need not agree."""

from dataclasses import dataclass
from math import comb

import numpy as np
from scipy import special

from outcomes.stats.observed import numbers
from outcomes.stats.paired import FEWEST

MOST_SPLITS = 50_000  # up to here every split of the enterprises into two arms is counted, beyond it they are drawn
DRAWS = 20_000
SEED = 20_140_501


@dataclass(frozen=True)
class ArmDifference:
    """Mean of the pilot arm minus mean of the comparison arm, with Welch's interval and the permutation p.

    lo, hi, df, p_welch are None when an arm has fewer than two enterprises or nothing varies. permutation_method:
    "permutation_exact", "permutation_drawn" or "none"; splits: how many were counted or drawn.
    """

    difference: float | None
    lo: float | None
    hi: float | None
    confidence: float
    df: float | None
    p_welch: float | None
    p_permutation: float | None
    splits: int
    permutation_method: str
    n_pilot: int
    n_comparison: int
    missing: int
    method: str = "welch"
    warnings: tuple[str, ...] = ()

    @property
    def estimate(self) -> float | None:
        return self.difference

    @property
    def n(self) -> int:
        return self.n_pilot + self.n_comparison


def difference_in_changes(
    pilot,
    comparison,
    confidence: float = 0.95,
    most_splits: int = MOST_SPLITS,
    draws: int = DRAWS,
    seed: int = SEED,
    with_permutation: bool = True,
) -> ArmDifference:
    """Difference in change scores: one number an enterprise (after - before, or its logarithm), compared between arms.

    pilot, comparison: shapes (n,) and (m,), same units, None where missing. Interval: Welch 1947, with the
    Welch-Satterthwaite df. Permutation p: twice the smaller tail of the difference over all C(n+m, n) splits, the seen
    one included; above ``most_splits`` over ``draws`` seeded random ones, (1 + hits) / (1 + draws); none
    with ``with_permutation=False``. On a balanced panel
    the estimate equals that of the two-way fixed effects regression. An arm that is empty: no numbers; an arm of one:
    no interval; fewer than six in an arm: a warning. Raises ValueError for columns that are not flat.
    """
    pilot, comparison = numbers(pilot, "pilot"), numbers(comparison, "comparison")
    given = len(pilot) + len(comparison)
    pilot, comparison = pilot[~np.isnan(pilot)], comparison[~np.isnan(comparison)]
    n, m = len(pilot), len(comparison)
    missing = given - n - m
    warnings = ("values_missing",) if missing else ()
    none = {"permutation_method": "none", "n_pilot": n, "n_comparison": m, "missing": missing}
    if n == 0 or m == 0:
        why = "no_comparison_arm" if m == 0 else "no_pilot_arm"
        return ArmDifference(None, None, None, confidence, None, None, None, 0, warnings=(*warnings, why), **none)
    if min(n, m) == 1:
        warnings += ("arm_of_one",)
    elif min(n, m) < FEWEST:
        warnings += ("small_arm",)
    lo = hi = df = p = None
    difference = float(pilot.mean() - comparison.mean())
    if min(n, m) > 1:
        if np.ptp(pilot) > 0 or np.ptp(comparison) > 0:
            lo, hi, df, p = _welch(difference, pilot.var(ddof=1) / n, comparison.var(ddof=1) / m, n, m, confidence)
        else:
            warnings += ("no_variation",)
    chance, splits, how = None, 0, "none"
    if with_permutation:
        chance, splits, how = _permutation(pilot, comparison, most_splits, draws, seed)
    return ArmDifference(
        difference=difference,
        lo=lo,
        hi=hi,
        confidence=confidence,
        df=df,
        p_welch=p,
        p_permutation=chance,
        splits=splits,
        warnings=warnings,
        **{**none, "permutation_method": how},
    )


def _welch(difference: float, one: float, other: float, n: int, m: int, confidence: float) -> tuple[float, ...]:
    """(lo, hi, df, p) from the squared errors of the two means."""
    error = np.sqrt(one + other)
    df = (one + other) ** 2 / (one**2 / (n - 1) + other**2 / (m - 1))
    reach = special.stdtrit(df, (1 + confidence) / 2) * error
    p = 2 * special.stdtr(df, -abs(difference) / error)
    return float(difference - reach), float(difference + reach), float(df), float(p)


def _permutation(pilot: np.ndarray, comparison: np.ndarray, most: int, draws: int, seed: int) -> tuple[float, int, str]:
    """(p, splits, method); with fixed sizes the arm's sum orders the splits as the difference of means does."""
    everyone = np.concatenate([pilot, comparison])
    everyone = everyone - everyone.mean()
    seen, size = everyone[: len(pilot)].sum(), len(pilot)
    slack = 1e-9 * max(1e-300, np.abs(everyone).sum())
    splits = comb(len(everyone), size)
    if splits <= most:
        if size > len(everyone) - size:  # the rest's sums are the same splits with the other sign, and fewer to make
            sums = -_subset_sums(everyone, len(everyone) - size)
        else:
            sums = _subset_sums(everyone, size)
        tail = min(np.mean(sums <= seen + slack), np.mean(sums >= seen - slack))
        return float(min(1.0, 2 * tail)), splits, "permutation_exact"
    rng = np.random.default_rng(seed)
    shuffled = rng.permuted(np.broadcast_to(everyone, (draws, len(everyone))), axis=1)
    sums = shuffled[:, :size].sum(axis=1)
    hits = min((sums <= seen + slack).sum(), (sums >= seen - slack).sum())
    return float(min(1.0, 2 * (1 + hits) / (1 + draws))), draws, "permutation_drawn"


def _subset_sums(values: np.ndarray, size: int) -> np.ndarray:
    """The sums of all subsets of ``size`` values: those without the next value, and those with it."""
    by_size = [np.zeros(1)] + [np.zeros(0)] * size
    for value in values:
        by_size = [by_size[0]] + [
            np.concatenate([by_size[taken], by_size[taken - 1] + value]) for taken in range(1, size + 1)
        ]
    return by_size[size]
