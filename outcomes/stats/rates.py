"""Events over exposure: exact intervals for rare, counted events."""

from dataclasses import dataclass

from scipy import stats


@dataclass(frozen=True)
class RateRatio:
    """Rate after divided by rate before, with the central exact interval and the p that belongs to it.

    ``ratio`` is None when there was no event before (division by nothing); the interval may still be finite on
    one side. All are None when there was no event at all: nothing can be said about a ratio then.
    """

    ratio: float | None
    lo: float | None
    hi: float | None
    p: float | None
    events_before: int
    events_after: int
    confidence: float = 0.95
    method: str = "exact conditional (Clopper-Pearson on the split)"


def rate_interval(events: int, exposure: float, confidence: float = 0.95) -> tuple[float, float]:
    """Exact (Garwood 1936) interval of one Poisson rate, in events per unit of exposure; also at zero events.

    lo = chi2(a/2; 2k)/2T, hi = chi2(1-a/2; 2k+2)/2T. Raises ValueError for a negative count or no exposure.
    """
    if events < 0 or exposure <= 0:
        raise ValueError("events must be 0 or more and exposure above 0")
    tail = (1 - confidence) / 2
    lo = 0.0 if events == 0 else stats.chi2.ppf(tail, 2 * events) / 2
    hi = stats.chi2.ppf(1 - tail, 2 * events + 2) / 2
    return float(lo / exposure), float(hi / exposure)


def rate_ratio(
    events_after: int, exposure_after: float, events_before: int, exposure_before: float, confidence: float = 0.95
) -> RateRatio:
    """Ratio of two Poisson rates, conditional on the total: given k events in all, those after are binomial.

    The Clopper-Pearson interval of the split is turned into the ratio; p is the central one, twice the smaller
    tail, so interval and p can never contradict each other (the minimum-likelihood p could). Source: Przyborowski
    and Wilenski 1940; Lehmann and Romano, section 4.5. Raises ValueError when an exposure is not above zero.
    """
    if exposure_after <= 0 or exposure_before <= 0 or events_after < 0 or events_before < 0:
        raise ValueError("exposures must be above 0 and counts 0 or more")
    total = events_after + events_before
    if total == 0:
        return RateRatio(None, None, None, None, 0, 0, confidence)
    share = exposure_after / (exposure_after + exposure_before)
    split = stats.binomtest(events_after, total, share).proportion_ci(confidence, method="exact")

    def as_ratio(p: float) -> float:
        return float("inf") if p >= 1 else float(p / (1 - p) * exposure_before / exposure_after)

    low_tail = stats.binom.cdf(events_after, total, share)
    high_tail = stats.binom.sf(events_after - 1, total, share)
    ratio = None
    if events_before:
        ratio = (events_after / exposure_after) / (events_before / exposure_before)
    return RateRatio(
        ratio=ratio,
        lo=as_ratio(split.low),
        hi=as_ratio(split.high),
        p=float(min(1.0, 2 * min(low_tail, high_tail))),
        events_before=events_before,
        events_after=events_after,
        confidence=confidence,
    )
