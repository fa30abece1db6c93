"""XmR control chart as NHS England's "Making Data Count" draws it, baseline frozen, from twelve points a phase."""

from dataclasses import dataclass

import numpy as np

from outcomes.stats.observed import numbers, same_length

FEWEST = 12  # points a phase; below it a run chart is all that can be drawn
LIMIT = 2.66  # 3 / d2 for moving ranges of two
SCREEN = 3.267  # D4: the upper limit of the moving ranges
RUN = 7


@dataclass(frozen=True)
class Signal:
    """index: of the month; rules: "outside", "seven_one_side", "seven_trend", "two_of_three"; side of the mean."""

    index: int
    rules: tuple[str, ...]
    side: str


@dataclass(frozen=True)
class XmR:
    """Mean and limits of the baseline, and the months that a rule marks.

    n: baseline points; moving_range: the average in the limits; screened: moving ranges that were screened out.
    Limits and near limits (two thirds of the way) are None below twelve baseline points. Signals are looked for
    only in phases of at least twelve points: ``judged_after`` is false when the months after are too few.
    """

    mean: float | None
    moving_range: float | None
    lo: float | None
    hi: float | None
    near_lo: float | None
    near_hi: float | None
    screened: int
    signals: tuple[Signal, ...]
    n: int
    n_after: int
    judged_after: bool
    missing: int
    method: str
    warnings: tuple[str, ...] = ()


def xmr(values, is_baseline=None, screen: bool = True) -> XmR:
    """mean +- 2.66 * average moving range of the baseline; moving ranges above 3.267 averages are screened out once.

    values: shape (months,), in time order, None where missing; is_baseline: shape (months,), true for the months that
    make mean and limits (all when None), frozen for the months after. A moving range is taken only between
    neighbouring months, and a missing month ends a run. method is "xmr_screened" or "xmr_unscreened".
    Source: NHS England, Making Data Count, as coded in the R package NHSRplotthedots; Wheeler 2000 for 2.66.
    Raises ValueError when the shapes differ.
    """
    values = numbers(values, "values")
    baseline = np.ones(len(values), bool) if is_baseline is None else np.array(list(is_baseline), dtype=bool)
    same_length(values=values, is_baseline=baseline)
    method = "xmr_screened" if screen else "xmr_unscreened"
    known = ~np.isnan(values)
    missing, n, n_after = int((~known).sum()), int((known & baseline).sum()), int((known & ~baseline).sum())
    warnings = ("months_missing",) if missing else ()
    mean = float(values[known & baseline].mean()) if n else None

    def none(why: str, average: float | None = None) -> XmR:
        marks = (*warnings, why)
        return XmR(mean, average, None, None, None, None, 0, (), n, n_after, False, missing, method, marks)

    if n < FEWEST:
        return none("no_baseline" if n == 0 else "fewer_than_twelve")
    together = baseline[1:] & baseline[:-1]
    ranges = np.abs(np.diff(values))[together]
    ranges = ranges[~np.isnan(ranges)]
    if len(ranges) < FEWEST - 1:
        return none("months_not_in_a_row")
    kept = ranges[ranges <= SCREEN * ranges.mean()] if screen else ranges
    average = float(kept.mean())
    if average == 0:
        return none("no_variation", 0.0)
    if 0 < n_after < FEWEST:
        warnings += ("fewer_than_twelve_after",)
    reach = LIMIT * average
    judged = known & (baseline | (n_after >= FEWEST))
    return XmR(
        mean=mean,
        moving_range=average,
        lo=mean - reach,
        hi=mean + reach,
        near_lo=mean - 2 / 3 * reach,
        near_hi=mean + 2 / 3 * reach,
        screened=len(ranges) - len(kept),
        signals=_signals(np.where(judged, values, np.nan), mean, reach),
        n=n,
        n_after=n_after,
        judged_after=n_after >= FEWEST,
        missing=missing,
        method=method,
        warnings=warnings,
    )


def _signals(values: np.ndarray, mean: float, reach: float) -> tuple[Signal, ...]:
    """Every month that one of the four rules marks; a month without a value is part of nothing."""
    away = values - mean
    side = np.nan_to_num(np.sign(away))
    with np.errstate(invalid="ignore"):
        outside = np.abs(away) > reach
        near = ~outside & (np.abs(away) > 2 / 3 * reach)
    steps = np.nan_to_num(np.sign(np.diff(values)))
    marks: dict[str, np.ndarray] = {"outside": outside}
    marks["seven_one_side"] = _stretches(side, RUN, RUN)
    marks["seven_trend"] = _stretches(steps, RUN - 1, RUN)
    pairs = np.zeros(len(values), bool)
    for start in range(len(values) - 2):
        three = slice(start, start + 3)
        if abs(side[three].sum()) == 3 and near[three].sum() >= 2:
            pairs[three] |= near[three]
    marks["two_of_three"] = pairs
    found = []
    for index in range(len(values)):
        rules = tuple(rule for rule, marked in marks.items() if marked[index])
        if rules:
            found.append(Signal(index, rules, "above" if side[index] > 0 else "below" if side[index] < 0 else "on"))
    return tuple(found)


def _stretches(signs: np.ndarray, needed: int, points: int) -> np.ndarray:
    """Marks every point of a stretch of ``needed`` equal signs, none of them 0; a stretch spans ``points`` points."""
    marked = np.zeros(len(signs) + points - needed, bool)
    for start in range(len(signs) - needed + 1):
        if abs(signs[start : start + needed].sum()) == needed:
            marked[start : start + points] = True
    return marked
