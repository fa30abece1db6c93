"""k of n: a share with its interval, and how many enterprises improved."""

from dataclasses import dataclass

from scipy import stats

from outcomes.stats.observed import pairs
from outcomes.stats.paired import FEWEST

METHODS = {"wilson": "wilson", "clopper_pearson": "exact"}  # our name: scipy's name


@dataclass(frozen=True)
class Share:
    """k of n with its interval (0 to 1); unchanged: of n, those that neither improved nor got worse."""

    k: int
    n: int
    share: float | None
    lo: float | None
    hi: float | None
    confidence: float
    method: str
    unchanged: int = 0
    missing: int = 0
    warnings: tuple[str, ...] = ()


def share_interval(k: int, n: int, method: str = "wilson", confidence: float = 0.95) -> Share:
    """The share k / n with the interval that ``method`` names.

    wilson: the score interval, on average as wide as it says; clopper_pearson: exact, never too narrow and therefore
    wider. Source: Brown, Cai and DasGupta 2001; Clopper and Pearson 1934. Raises ValueError unless 0 <= k <= n, and
    for another method.
    """
    if not 0 <= k <= n or k != int(k) or n != int(n):
        raise ValueError("k of n needs whole numbers with 0 <= k <= n")
    if method not in METHODS:
        raise ValueError(f"method must be one of {', '.join(METHODS)}")
    k, n = int(k), int(n)
    if n == 0:
        return Share(0, 0, None, None, None, confidence, method, warnings=("nobody",))
    found = stats.binomtest(k, n).proportion_ci(confidence, method=METHODS[method])
    return Share(k, n, k / n, float(found.low), float(found.high), confidence, method)


def improved(before, after, better: str, method: str = "wilson", confidence: float = 0.95) -> Share:
    """How many of the n pairs moved the good way; an unchanged pair did not improve, and is told apart.

    before, after: shape (n,), same units, None where missing; better: "lower" or "higher" (a neutral indicator has no
    good way: ValueError, as for shapes that differ). With five pairs or fewer there is no interval.
    """
    if better not in ("lower", "higher"):
        raise ValueError('better must be "lower" or "higher"')
    before, after, missing = pairs(before, after)
    change = after - before
    k = int((change < 0).sum() if better == "lower" else (change > 0).sum())
    found = share_interval(k, len(change), method, confidence)
    few = 0 < len(change) < FEWEST
    warnings = ("pairs_missing",) * bool(missing) + found.warnings + ("five_or_fewer",) * few
    return Share(
        k=k,
        n=found.n,
        share=found.share,
        lo=None if few else found.lo,
        hi=None if few else found.hi,
        confidence=confidence,
        method=method,
        unchanged=int((change == 0).sum()),
        missing=missing,
        warnings=warnings,
    )
