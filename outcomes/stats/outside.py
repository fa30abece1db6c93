"""How many units of a funnel lie outside by chance alone: the limits leave a known share of them out."""

from dataclasses import dataclass

import numpy as np
from scipy import stats

from outcomes.stats.funnel import Funnel
from outcomes.stats.observed import exposures


@dataclass(frozen=True)
class Outside:
    """k: units outside the 95 % limits; expected: as many as chance alone puts there; p: of k or more by chance."""

    k: int
    expected: float | None
    p: float | None
    n: int
    method: str = "poisson_binomial"
    warnings: tuple[str, ...] = ()


def outside(found: Funnel, exposure) -> Outside:
    """Every unit is outside with its own small probability, exact from the counts its limits let in.

    Counts are whole, so that it is below 5 % for most units. k is then one draw of a Poisson-binomial; the target is
    taken for known. exposure: the same as given to ``funnel``. Raises ValueError when the lengths differ.
    """
    size = exposures(exposure)
    if len(size) != len(found.places):
        raise ValueError("funnel and exposure must have the same length")
    known = np.array([place is not None for place in found.places])
    k = sum(place not in (None, "inside") for place in found.places)
    if not known.any():
        return Outside(k, None, None, 0, warnings=("nobody",))
    size = size[known]
    low, high = (
        np.round(np.array([limit for limit in limits if limit is not None]) * size)
        for limits in (found.limits.lo95, found.limits.hi95)
    )
    if found.kind == "binomial":
        chance = stats.binom.cdf(low - 1, size, found.target) + stats.binom.sf(high, size, found.target)
    else:
        chance = stats.poisson.cdf(low - 1, found.target * size) + stats.poisson.sf(high, found.target * size)
    spread = np.ones(1)
    for one in chance:
        spread = np.convolve(spread, [1 - one, one])
    return Outside(k, float(chance.sum()), float(min(1.0, spread[k:].sum())), int(known.sum()))
