"""The run chart: months against the baseline's median, for pilots too short for control limits."""

from dataclasses import dataclass

import numpy as np

from outcomes.stats.observed import finite, numbers, same_length


@dataclass(frozen=True)
class RunChart:
    """median: of the baseline months, frozen; all counts of runs skip missing months and points on the median.

    runs, longest: over all months; longest_after, side_after: over the months after the baseline, from the first of
    them; side: "above" or "below", of the longest run. chance_one_side: chance that all of the points after fall on one
    given side by luck, (1/2)^k, when they do fall on one side, else None. n: baseline months in the median.
    """

    median: float | None
    n: int
    n_after: int
    runs: int
    longest: int
    side: str | None
    longest_after: int
    side_after: str | None
    chance_one_side: float | None
    on_median: int
    missing: int
    method: str = "run_chart_baseline_median"
    warnings: tuple[str, ...] = ()


def run_chart(values, is_baseline) -> RunChart:
    """Median of the baseline and the runs about it; no limits, no flags.

    values: shape (months,), in time order, None where missing; is_baseline: shape (months,), true for the months that
    make the median (frozen where the training starts). A run is a stretch of useful points on one side; a point on the
    median neither ends nor lengthens it. Source: Perla, Provost and Murray 2011, BMJ Qual Saf 20: 46-51.
    Raises ValueError when the shapes differ.
    """
    values = numbers(values, "values")
    baseline = np.array(list(is_baseline), dtype=bool)
    same_length(values=values, is_baseline=baseline)
    known = ~np.isnan(values)
    base = values[known & baseline]
    missing, n_after = int((~known).sum()), int((known & ~baseline).sum())
    warnings = ("months_missing",) if missing else ()
    if not len(base):
        none = "no_values" if not known.any() else "no_baseline"
        return RunChart(None, 0, n_after, 0, 0, None, 0, None, None, 0, missing, warnings=(*warnings, none))
    if known.sum() == 1:
        warnings += ("single_month",)
    elif len(base) < 6:
        warnings += ("short_baseline",)
    median = float(np.median(base))
    sides = np.sign(np.where(known, values, median) - median)
    useful, after = sides[sides != 0], sides[(sides != 0) & ~baseline]
    lengths = _runs(useful)
    longest = max(lengths, key=abs, default=0)
    longest_after = max(_runs(after), key=abs, default=0)
    one_side = len(after) > 0 and abs(longest_after) == len(after)
    return RunChart(
        median=median,
        n=len(base),
        n_after=n_after,
        runs=len(lengths),
        longest=abs(longest),
        side=_name(longest),
        longest_after=abs(longest_after),
        side_after=_name(longest_after),
        chance_one_side=finite(0.5 ** len(after)) if one_side else None,
        on_median=int((known & (sides == 0)).sum()),
        missing=missing,
        warnings=warnings,
    )


def _runs(sides: np.ndarray) -> list[int]:
    """Lengths of the stretches of equal sign, with that sign: [+ + - ] gives [2, -1]."""
    if not len(sides):
        return []
    starts = np.concatenate([[0], np.flatnonzero(np.diff(sides)) + 1, [len(sides)]])
    return [int(size * sides[start]) for start, size in zip(starts[:-1], np.diff(starts), strict=True)]


def _name(run: int) -> str | None:
    return None if run == 0 else "above" if run > 0 else "below"
