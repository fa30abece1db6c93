"""When a figure wants a second look: the thresholds that the check of a workbook and the grade of a month share.

A figure that fails here may well be right. It is accepted, named, and asked about.
"""

from collections.abc import Sequence
from statistics import median

HOURS, WORKERS = "hours_worked", "workers"
FEWEST_HOURS, MOST_HOURS = 60, 320  # a month, one worker
TIMES = 10  # so many times the own median is far above what is usual
FEWEST_VALUES = 4  # below that nobody can say what is usual
FEWEST_MONTHS = 3  # other months that came, before anybody can say which measures an enterprise usually keeps


def odd_hours(hours: float | None, workers: float | None) -> float | None:
    """Hours of one worker where they lie outside what a month can hold; None where they do not, or nobody can say."""
    if hours is None or not workers:
        return None
    each = hours / workers
    return None if FEWEST_HOURS <= each <= MOST_HOURS else each


def above_whole(part: float | None, whole: float | None) -> bool:
    """Is there more of the part than of the whole?"""
    return part is not None and whole is not None and part > whole


def usual(values: Sequence[float]) -> float | None:
    """The median of one enterprise's figures for one measure; None when they are too few."""
    return median(values) if len(values) >= FEWEST_VALUES else None


def far_above(value: float | None, middle: float | None) -> bool:
    """Is it more than ten times what is usual? Where the usual is zero nothing is."""
    return value is not None and bool(middle) and value > TIMES * middle
