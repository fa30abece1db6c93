"""Events over exposure: exact intervals for rare, counted events; sums first, rates last."""

from dataclasses import dataclass

import numpy as np
from scipy import special

from outcomes.stats.observed import counts, exposures, same_length


@dataclass(frozen=True)
class RateRatio:
    """Rate after divided by rate before, with the central exact interval and the p that belongs to it.

    ``ratio`` is None when there was no event before (division by nothing); the lower end then still stands and ``hi``
    is infinity, the one open end a result may have. All are None when there was no event at all, or no exposure on one
    side: nothing can be said about a ratio then. n: enterprises behind it where they are known, else 0.
    """

    ratio: float | None
    lo: float | None
    hi: float | None
    p: float | None
    events_before: int
    events_after: int
    confidence: float = 0.95
    method: str = "rate_ratio"
    n: int = 0
    missing: int = 0
    warnings: tuple[str, ...] = ()

    @property
    def estimate(self) -> float | None:
        return self.ratio


@dataclass(frozen=True)
class PooledRate:
    """Sum of events over sum of exposure, per ``per`` units of exposure; n: enterprise-months or enterprises used."""

    rate: float | None
    lo: float | None
    hi: float | None
    events: int
    exposure: float
    n: int
    missing: int
    confidence: float
    per: float
    method: str = "rate_exact"
    warnings: tuple[str, ...] = ()


def rate_interval(events: int, exposure: float, confidence: float = 0.95) -> tuple[float, float]:
    """Exact (Garwood 1936) interval of one Poisson rate, in events per unit of exposure; also at zero events.

    lo = chi2(a/2; 2k)/2T, hi = chi2(1-a/2; 2k+2)/2T, here as quantiles of the gamma distribution. The bare arithmetic: raises ValueError for a negative count or no
    exposure. ``pooled_rate`` is for data, where both can be missing.
    """
    if events < 0 or exposure <= 0:
        raise ValueError("events must be 0 or more and exposure above 0")
    tail = (1 - confidence) / 2
    lo = 0.0 if events == 0 else special.gammaincinv(events, tail)
    hi = special.gammainccinv(events + 1, tail)
    return float(lo / exposure), float(hi / exposure)


def pooled_rate(events, exposure, per: float = 1.0, confidence: float = 0.95) -> PooledRate:
    """per * (sum of events) / (sum of exposure) with the exact interval; never the mean of rates.

    events, exposure: shape (n,), None where missing. A pair with a gap is left out of both sums and counted as missing:
    exposure without a count of events is not zero events. Raises ValueError for shapes that differ, negative numbers
    and counts that are not whole.
    """
    events, exposure = counts(events), exposures(exposure)
    same_length(events=events, exposure=exposure)
    known = ~np.isnan(events) & ~np.isnan(exposure)
    missing = int((~known).sum())
    warnings = ("values_missing",) if missing else ()
    k, t, n = int(events[known].sum()), float(exposure[known].sum()), int(known.sum())
    if n == 0 or t == 0:
        why = "nobody" if n == 0 else "no_exposure"
        return PooledRate(None, None, None, k, t, n, missing, confidence, per, warnings=(*warnings, why))
    if k == 0:
        warnings += ("no_events",)
    lo, hi = rate_interval(k, t, confidence)
    return PooledRate(per * k / t, per * lo, per * hi, k, t, n, missing, confidence, per, warnings=warnings)


def rate_ratio(
    events_after: int, exposure_after: float, events_before: int, exposure_before: float, confidence: float = 0.95
) -> RateRatio:
    """Ratio of two Poisson rates, conditional on the total: given k events in all, those after are binomial.

    The Clopper-Pearson interval of the split is turned into the ratio; p is the central one, twice the smaller
    tail, so interval and p can never contradict each other (the minimum-likelihood p could). Source: Przyborowski
    and Wilenski 1940; Lehmann and Romano, section 4.5. A count or exposure that is None, or an exposure of zero, gives
    a result without numbers and a warning. Raises ValueError for negative numbers and counts that are not whole.
    """
    after, before = counts([events_after, events_before], "events")
    time_after, time_before = exposures([exposure_after, exposure_before], "exposures")
    if np.isnan([after, before, time_after, time_before]).any():
        return RateRatio(None, None, None, None, 0, 0, confidence, warnings=("values_missing",))
    after, before = int(after), int(before)
    if time_after == 0 or time_before == 0:
        return RateRatio(None, None, None, None, before, after, confidence, warnings=("no_exposure",))
    total = after + before
    if total == 0:
        return RateRatio(None, None, None, None, 0, 0, confidence, warnings=("no_events",))
    share = time_after / (time_after + time_before)
    tail = (1 - confidence) / 2
    low = special.betaincinv(after, before + 1, tail) if after else 0.0
    high = special.betainccinv(after + 1, before, tail) if before else 1.0

    def as_ratio(p: float) -> float:
        return float("inf") if p >= 1 else float(p / (1 - p) * time_before / time_after)

    at_most = special.betaincc(after + 1, before, share) if before else 1.0  # P(X <= after), X binomial(total, share)
    at_least = special.betainc(after, before + 1, share) if after else 1.0
    return RateRatio(
        ratio=float((after / time_after) / (before / time_before)) if before else None,
        lo=as_ratio(low),
        hi=as_ratio(high),
        p=float(min(1.0, 2 * min(at_most, at_least))),
        events_before=before,
        events_after=after,
        confidence=confidence,
        warnings=() if before and after else ("no_events_after",) if before else ("no_events_before",),
    )


def pooled_rate_ratio(
    events_after, exposure_after, events_before, exposure_before, confidence: float = 0.95
) -> RateRatio:
    """``rate_ratio`` of the sums over the enterprises that have all four numbers; columns of shape (n,)."""
    columns = [counts(events_after), exposures(exposure_after), counts(events_before), exposures(exposure_before)]
    same_length(
        events_after=columns[0], exposure_after=columns[1], events_before=columns[2], exposure_before=columns[3]
    )
    known = ~np.isnan(np.array(columns)).any(axis=0)
    found = rate_ratio(*(column[known].sum() for column in columns), confidence)
    n, missing = int(known.sum()), int((~known).sum())
    warnings = (("values_missing",) if missing else ()) + (("nobody",) if n == 0 else found.warnings)
    return RateRatio(**{**vars(found), "n": n, "missing": missing, "warnings": warnings})
