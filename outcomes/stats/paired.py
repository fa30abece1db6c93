"""The same enterprises before and after: a typical change with an interval that holds for ten."""

from dataclasses import dataclass

import numpy as np
from scipy import stats

FEWEST = 6  # with five pairs or fewer no exact 95 % interval exists (smallest two-sided p is .0625)


@dataclass(frozen=True)
class Shift:
    """A typical change with its interval; ``lo``/``hi`` are None when there are too few pairs for one."""

    estimate: float | None
    lo: float | None
    hi: float | None
    confidence: float | None
    p: float | None
    n: int
    method: str


def _signed_rank_cdf(n: int) -> np.ndarray:
    """P(V <= v) for v = 0..n(n+1)/2 under the null: every rank's sign is a fair coin."""
    p = np.zeros(n * (n + 1) // 2 + 1)
    p[0] = 1.0
    for rank in range(1, n + 1):
        moved = p.copy()
        moved[rank:] += p[:-rank]
        p = moved / 2
    return p.cumsum()


def hodges_lehmann(before, after, confidence: float = 0.95) -> Shift:
    """Median of the Walsh averages of (after - before), with the exact signed-rank interval.

    before, after: shape (n,), same units. The interval's ends are order statistics of the n(n+1)/2 Walsh averages;
    the confidence attained (at least the one asked for) is given back. p is exact by enumeration of the signs
    (all 2^n up to n = 16, else scipy), zeros kept (Pratt). Source: Hollander, Wolfe and Chicken, Nonparametric
    Statistical Methods, 3rd ed., sections 3.1 to 3.3. Raises ValueError when the shapes differ.
    """
    before, after = np.asarray(before, float), np.asarray(after, float)
    if before.shape != after.shape or before.ndim != 1:
        raise ValueError("before and after must be two lists of the same length")
    method = "Hodges-Lehmann, exact signed-rank interval"
    change = after - before
    n = len(change)
    if n == 0:
        return Shift(None, None, None, None, None, 0, method)
    i, j = np.triu_indices(n)
    walsh = np.sort((change[i] + change[j]) / 2)
    middle = float(np.median(walsh))
    if n < FEWEST:
        return Shift(middle, None, None, None, None, n, method)
    cdf = _signed_rank_cdf(n)
    k = int(np.searchsorted(cdf, (1 - confidence) / 2, side="right"))
    lo, hi = float(walsh[k - 1]), float(walsh[len(walsh) - k])
    return Shift(middle, lo, hi, float(1 - 2 * cdf[k - 1]), _sign_flip_p(change), n, method)


def _sign_flip_p(change: np.ndarray) -> float:
    """Two-sided exact p of the signed-rank sum with ties and zeros handled by enumerating every set of signs."""
    if not change.any():
        return 1.0
    ranks = stats.rankdata(np.abs(change))
    ranks = np.where(change == 0, 0.0, ranks)
    if len(change) > 16:
        return float(stats.wilcoxon(change, zero_method="pratt").pvalue)
    sums = np.zeros(1)
    for rank in ranks:
        sums = np.concatenate([sums, sums + rank])
    seen = ranks[change > 0].sum()
    centre = ranks.sum() / 2
    return float(np.mean(np.abs(sums - centre) >= abs(seen - centre) - 1e-9))


def geometric_mean_ratio(before, after, confidence: float = 0.95) -> Shift:
    """exp(mean of log(after / before)) with the t interval of the logs; for measures on a ratio scale.

    before, after: shape (n,), all above zero, else ValueError: a zero has no logarithm and is not left out silently.
    With identical ratios the interval is a point. Source: any text on log-ratio analysis, e.g. Bland and Altman 1996.
    """
    before, after = np.asarray(before, float), np.asarray(after, float)
    if before.shape != after.shape or before.ndim != 1:
        raise ValueError("before and after must be two lists of the same length")
    if (before <= 0).any() or (after <= 0).any():
        raise ValueError("a ratio needs values above zero")
    method = "geometric mean of the enterprises' ratios, t interval of the logarithms"
    n = len(before)
    if n == 0:
        return Shift(None, None, None, None, None, 0, method)
    logs = np.log(after / before)
    middle = float(np.exp(logs.mean()))
    if n < FEWEST:
        return Shift(middle, None, None, None, None, n, method)
    spread = logs.std(ddof=1) / np.sqrt(n)
    if spread == 0:
        return Shift(middle, middle, middle, confidence, 1.0 if middle == 1 else None, n, method)
    reach = stats.t.ppf((1 + confidence) / 2, n - 1) * spread
    p = 2 * stats.t.sf(abs(logs.mean() / spread), n - 1)
    return Shift(
        middle, float(np.exp(logs.mean() - reach)), float(np.exp(logs.mean() + reach)), confidence, float(p), n, method
    )
