"""The signed-rank test with its exact distribution, also with ties and with pairs that did not change."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy import stats

from outcomes.stats.observed import pairs

EXACT_UP_TO = 300  # pairs; beyond, the normal approximation is as good and the enumeration slow


@dataclass(frozen=True)
class SignedRank:
    """v: sum of the ranks of the pairs that rose; p: two-sided; unchanged: pairs without a difference.

    zeros names what was done with the unchanged pairs: "none" (there were none) or "pratt" (ranked, then dropped).
    """

    v: float | None
    p: float | None
    n: int
    unchanged: int
    missing: int
    zeros: str
    method: str
    warnings: tuple[str, ...] = ()


@lru_cache(maxsize=64)
def null_distribution(n: int) -> np.ndarray:
    """P(V <= v) for v = 0..n(n+1)/2 without ties: the sign of every rank is a fair coin."""
    return _coin_sums(np.arange(1, n + 1)).cumsum()


def _coin_sums(ranks: np.ndarray) -> np.ndarray:
    """P(sum = s), s = 0..sum(ranks), when each whole rank is taken with probability one half."""
    chance = np.zeros(int(ranks.sum()) + 1)
    chance[0] = 1.0
    for rank in ranks.astype(int):
        moved = chance.copy()
        moved[rank:] += chance[: len(chance) - rank]
        chance = moved / 2
    return chance


def signed_rank(before, after) -> SignedRank:
    """Exact two-sided signed-rank test of (after - before) against "no shift", any ties and zeros included.

    before, after: shape (n,), same units, None where missing (such a pair is left out and counted). The null
    distribution is enumerated over all 2^n signs by adding up doubled mid-ranks, so ties cost nothing. Pairs without a
    difference are ranked with the rest and then dropped. Smallest p possible: 2 / 2^n, so .0625 for five pairs.
    Source: Wilcoxon 1945; Pratt 1959 for the zeros; Hollander, Wolfe and Chicken, 3rd ed., section 3.1.
    Raises ValueError when the shapes differ.
    """
    before, after, missing = pairs(before, after)
    return of_changes(after - before, missing)


def of_changes(change: np.ndarray, missing: int = 0) -> SignedRank:
    """``signed_rank`` of differences without gaps."""
    n = len(change)
    warnings = ("pairs_missing",) if missing else ()
    if n == 0:
        return SignedRank(None, None, 0, 0, missing, "none", "signed_rank_exact", (*warnings, "no_pairs"))
    size = np.abs(change)
    ranks = stats.rankdata(np.round(size / (size.max() or 1.0), 12))  # equal but for rounding is a tie
    unchanged = int((change == 0).sum())
    zeros = "pratt" if unchanged else "none"
    ranks[change == 0] = 0
    v = float(ranks[change > 0].sum())
    if unchanged == n:
        return SignedRank(0.0, 1.0, n, n, missing, zeros, "signed_rank_exact", (*warnings, "no_pair_changed"))
    if n > EXACT_UP_TO:
        spread = np.sqrt((ranks**2).sum() / 4)
        p = 2 * stats.norm.sf(abs(v - ranks.sum() / 2) / spread)
        return SignedRank(v, float(min(1, p)), n, unchanged, missing, zeros, "signed_rank_normal", warnings)
    chance = _coin_sums(np.sort(2 * ranks))
    centre = (len(chance) - 1) / 2
    far = np.abs(np.arange(len(chance)) - centre) >= abs(2 * v - centre) - 1e-9
    return SignedRank(v, float(min(1, chance[far].sum())), n, unchanged, missing, zeros, "signed_rank_exact", warnings)
