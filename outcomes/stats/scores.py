"""Change scores: one number an enterprise, in points or as a logarithm, and the way back from a logarithm to a ratio."""

from dataclasses import dataclass

import numpy as np

from outcomes.stats.arms import ArmDifference
from outcomes.stats.observed import finite, numbers, plain, same_length
from outcomes.stats.power import POWER, DetectableShift, detectable_shift


@dataclass(frozen=True)
class RatioEnds:
    """An estimate and its interval on the scale of ratios; None stays None."""

    estimate: float | None
    lo: float | None
    hi: float | None


def change_scores(before, after, as_ratio: bool = False) -> tuple[float | None, ...]:
    """after - before of each enterprise, or log(after / before) with ``as_ratio``; None where either is missing.

    before, after: shape (n,), same units. A logarithm asks for values above zero: ValueError, as for shapes that differ.
    """
    before, after = numbers(before, "before"), numbers(after, "after")
    same_length(before=before, after=after)
    if not as_ratio:
        return plain(after - before)
    if (before <= 0).any() or (after <= 0).any():
        raise ValueError("a ratio asks for values above zero")
    return plain(np.log(after) - np.log(before))


def ratio_of_logs(found: ArmDifference) -> RatioEnds:
    """A difference of mean logarithms as a ratio of geometric mean ratios: exp of the estimate and of both ends."""
    ends = [found.difference, found.lo, found.hi]
    return RatioEnds(*(None if end is None else finite(np.exp(end)) for end in ends))


def detectable_multiple(before, after, power: float = POWER) -> tuple[DetectableShift, RatioEnds]:
    """``detectable_shift`` of the logarithms, and the smallest ratios found with ``power``: lo a fall, hi a rise.

    before, after: shape (n,), above zero, None where missing; raises ValueError as ``change_scores`` does.
    """
    logs = change_scores(before, after, as_ratio=True)
    found = detectable_shift([None if score is None else 0.0 for score in logs], logs, power)
    if found.shift is None:
        return found, RatioEnds(None, None, None)
    return found, RatioEnds(None, finite(np.exp(-found.shift)), finite(np.exp(found.shift)))
