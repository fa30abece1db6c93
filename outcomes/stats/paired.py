"""The same enterprises before and after: a typical change with an interval that holds for ten."""

from dataclasses import dataclass

import numpy as np
from scipy import stats

from outcomes.stats.observed import finite, pairs
from outcomes.stats.signed_rank import null_distribution, of_changes

FEWEST = 6  # with five pairs or fewer no exact 95 % interval exists (smallest two-sided p is .0625)


@dataclass(frozen=True)
class Shift:
    """A typical change with its interval; ``lo``/``hi`` are None when there are too few pairs for one.

    n: pairs used; unchanged: pairs without a difference; missing: pairs left out because one side was missing;
    zeros: what was done with the unchanged ones ("none", "pratt": kept in the interval, ranked and dropped in p,
    "kept": an ordinary value); confidence: the one attained, which is at least the one asked for.
    """

    estimate: float | None
    lo: float | None
    hi: float | None
    confidence: float | None
    p: float | None
    n: int
    method: str
    unchanged: int = 0
    missing: int = 0
    zeros: str = "none"
    warnings: tuple[str, ...] = ()


def hodges_lehmann(before, after, confidence: float = 0.95, with_p: bool = True) -> Shift:
    """Median of the Walsh averages of (after - before), with the exact signed-rank interval.

    before, after: shape (n,), same units, None where missing. The interval's ends are order statistics of the
    n(n+1)/2 Walsh averages; the confidence attained (at least the one asked for) is given back. p is the exact
    signed-rank p (see ``signed_rank``), left out with ``with_p=False``. With five pairs or fewer there is a middle and
    nothing else. With ties or unchanged pairs interval and p may differ at the margin, which is then a warning. The
    method takes the differences to be roughly symmetric. Source: Hollander, Wolfe and Chicken, Nonparametric
    Statistical Methods, 3rd ed., sections 3.1 to 3.3. Raises ValueError when the shapes differ.
    """
    before, after, missing = pairs(before, after)
    method, change = "hodges_lehmann", after - before
    n, unchanged = len(change), int((change == 0).sum())
    zeros = "pratt" if unchanged else "none"
    warnings = ("pairs_missing",) if missing else ()
    if n == 0:
        return Shift(None, None, None, None, None, 0, method, 0, missing, "none", (*warnings, "no_pairs"))
    i, j = np.triu_indices(n)
    walsh = np.sort(change[i] / 2 + change[j] / 2)
    middle = float(np.median(walsh))
    if n < FEWEST:
        few = (*warnings, "five_or_fewer")
        return Shift(middle, None, None, None, None, n, method, unchanged, missing, zeros, few)
    if np.ptp(change) == 0:
        warnings += ("identical_changes",)
    tail = null_distribution(n)
    k = int(np.searchsorted(tail, (1 - confidence) / 2, side="right"))
    p = of_changes(change).p if with_p else None
    if k == 0:
        few = (*warnings, "confidence_out_of_reach")
        return Shift(middle, None, None, None, p, n, method, unchanged, missing, zeros, few)
    lo, hi = float(walsh[k - 1]), float(walsh[len(walsh) - k])
    if with_p and (p <= 1 - confidence) != (not lo <= 0 <= hi):
        warnings += ("interval_and_p_differ",)
    return Shift(middle, lo, hi, float(1 - 2 * tail[k - 1]), p, n, method, unchanged, missing, zeros, warnings)


def geometric_mean_ratio(before, after, confidence: float = 0.95) -> Shift:
    """exp(mean of log(after / before)) with the t interval of the logs; for measures on a ratio scale.

    before, after: shape (n,), same units, None where missing. A value that is not above zero has no logarithm; it is
    not left out silently, there is then no result at all and the warning "not_above_zero". With identical ratios the
    interval is a point. Source: Bland and Altman 1996, BMJ 312: 1079. Raises ValueError when the shapes differ.
    """
    before, after, missing = pairs(before, after)
    method, n = "geometric_mean", len(before)
    unchanged = int((before == after).sum())
    zeros = "kept" if unchanged else "none"
    warnings = ("pairs_missing",) if missing else ()
    if n == 0:
        return Shift(None, None, None, None, None, 0, method, 0, missing, "none", (*warnings, "no_pairs"))
    if (before <= 0).any() or (after <= 0).any():
        none = (*warnings, "not_above_zero")
        return Shift(None, None, None, None, None, n, method, unchanged, missing, zeros, none)
    logs = np.log(after) - np.log(before)
    middle = finite(np.exp(logs.mean()))
    if n < FEWEST:
        few = (*warnings, "five_or_fewer")
        return Shift(middle, None, None, None, None, n, method, unchanged, missing, zeros, few)
    if np.ptp(logs) <= 1e-12:  # the same ratio everywhere, but for rounding
        same = (*warnings, "identical_changes")
        p = 1.0 if unchanged == n else None
        return Shift(middle, middle, middle, confidence, p, n, method, unchanged, missing, zeros, same)
    spread = logs.std(ddof=1) / np.sqrt(n)
    reach = stats.t.ppf((1 + confidence) / 2, n - 1) * spread
    p = float(2 * stats.t.sf(abs(logs.mean() / spread), n - 1))
    lo, hi = np.exp(logs.mean() - reach), np.exp(logs.mean() + reach)
    return Shift(middle, float(lo), float(hi), confidence, p, n, method, unchanged, missing, zeros, warnings)
