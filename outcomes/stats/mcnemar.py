"""Yes or no, before and after, on the same items: how many changed over, and the difference of the two shares."""

from dataclasses import dataclass
from math import sqrt

from scipy import stats

from outcomes.stats.paired import FEWEST


@dataclass(frozen=True)
class PairedShares:
    """Shares and their difference from 0 to 1; gained: no before and yes after, lost: the other way round.

    lo, hi: of the difference, None with five pairs or fewer; p: exact, two-sided, None without a pair that changed.
    """

    n: int
    before: float | None
    after: float | None
    gained: int
    lost: int
    difference: float | None
    lo: float | None
    hi: float | None
    p: float | None
    confidence: float
    method: str = "mcnemar"
    warnings: tuple[str, ...] = ()


def paired_shares(both: int, gained: int, lost: int, neither: int, confidence: float = 0.95) -> PairedShares:
    """McNemar's comparison from the four cells of the pairs, with the adjusted Wald interval of the difference.

    both: yes before and after; neither: no both times. p is McNemar's exact one: of the pairs that changed, as many one
    way as the other (binomial). The interval adds half a
    pair to each cell (Agresti and Min 2005), so that it does not shrink to a point when nobody changed. The pairs are
    taken to be independent. Raises ValueError for counts below zero.
    """
    cells = (both, gained, lost, neither)
    if any(cell < 0 or cell != int(cell) for cell in cells):
        raise ValueError("pairs are counted in whole numbers from zero on")
    n = sum(cells)
    if n == 0:
        return PairedShares(0, None, None, 0, 0, None, None, None, None, confidence, warnings=("no_pairs",))
    changed = gained + lost
    p = float(stats.binomtest(gained, changed, 0.5).pvalue) if changed else None
    low = high = None
    if n >= FEWEST:
        size, up, down = n + 2, gained + 0.5, lost + 0.5
        middle = (up - down) / size
        half = stats.norm.ppf(0.5 + confidence / 2) * sqrt(up + down - (up - down) ** 2 / size) / size
        low, high = max(-1.0, float(middle - half)), min(1.0, float(middle + half))
    return PairedShares(
        n=n,
        before=(both + lost) / n,
        after=(both + gained) / n,
        gained=gained,
        lost=lost,
        difference=(gained - lost) / n,
        lo=low,
        hi=high,
        p=p,
        confidence=confidence,
        warnings=() if n >= FEWEST else ("five_or_fewer",),
    )
