"""Several indicators on one page: the chance of at least one false finding among them all, kept where it was promised."""

from dataclasses import dataclass

import numpy as np

from outcomes.stats.observed import numbers, plain


@dataclass(frozen=True)
class FamilyWise:
    """adjusted: Holm's p, None where there was none; clear: adjusted at or under 1 - confidence; n: p values judged."""

    adjusted: tuple[float | None, ...]
    clear: tuple[bool | None, ...]
    n: int
    confidence: float
    method: str = "holm"
    warnings: tuple[str, ...] = ()


def holm(p, confidence: float = 0.95) -> FamilyWise:
    """Holm's step-down adjustment: the i-th smallest p times (m - i + 1), made monotone, at most 1.

    p: shape (m,), None where an indicator had no test; it stays None and does not count towards m.
    Source: Holm 1979. Raises ValueError for a p outside 0 to 1.
    """
    p = numbers(p, "p")
    if ((p < 0) | (p > 1)).any():
        raise ValueError("p must lie between 0 and 1")
    known = np.flatnonzero(~np.isnan(p))
    order = known[np.argsort(p[known], kind="stable")]
    steps = p[order] * np.arange(len(order), 0, -1)
    adjusted = np.full(len(p), np.nan)
    adjusted[order] = np.minimum(1, np.maximum.accumulate(steps))
    found = plain(adjusted)
    return FamilyWise(
        adjusted=found,
        clear=tuple(None if value is None else value <= 1 - confidence + 1e-12 for value in found),
        n=len(order),
        confidence=confidence,
        warnings=() if len(order) else ("no_tests",),
    )
