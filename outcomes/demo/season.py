"""What the calendar does to a factory in China: Spring Festival, the weeks after it, heat, autumn orders."""

from datetime import date, timedelta

import numpy as np

from outcomes import reference

_BEFORE, _AFTER = 6, 13  # days around the festival on which the lines stand still or run half empty
_LOSS = 0.56  # of a month's hours, when the whole stretch falls in one month

# January to December; each row averages to one over the year
_OVERTIME = np.array([1.02, 0.90, 0.97, 1.00, 0.98, 0.96, 0.95, 1.00, 1.06, 1.05, 1.06, 1.05])
_ABSENCE = np.array([1.08, 1.05, 1.02, 0.97, 0.95, 0.98, 1.04, 1.05, 0.98, 0.95, 0.94, 0.99])
_LEAVING = np.array([0.94, 0.94, 0.94, 1.00, 0.98, 1.02, 1.10, 1.12, 1.06, 0.98, 0.96, 0.96])


def months_from(first: date, count: int) -> list[date]:
    """First days of ``count`` months in a row."""
    start = first.year * 12 + first.month - 1
    return [date((start + step) // 12, (start + step) % 12 + 1, 1) for step in range(count)]


def next_month(month: date) -> date:
    return months_from(month, 2)[1]


def festival_share(months: list[date]) -> np.ndarray:
    """How much of the Spring Festival stretch falls in each month, 0 to 1."""
    shares = np.zeros(len(months))
    stretch = _BEFORE + _AFTER + 1
    for year in range(months[0].year, months[-1].year + 1):
        day = reference.spring_festival(year)
        for step in range(-_BEFORE, _AFTER + 1) if day else ():
            quiet = (day + timedelta(days=step)).replace(day=1)
            if months[0] <= quiet <= months[-1]:
                shares[months.index(quiet)] += 1 / stretch
    return shares


def hours_factor(months: list[date]) -> np.ndarray:
    """Hours worked against an ordinary month: festival, and the short weeks of May and October."""
    holidays = np.array([0.965 if month.month in (5, 10) else 1.0 for month in months])
    return (1 - _LOSS * festival_share(months)) * holidays


def overtime_factor(months: list[date]) -> np.ndarray:
    return _of_year(_OVERTIME, months)


def absence_factor(months: list[date]) -> np.ndarray:
    """Flu in winter, heat in July and August, people who return late from the festival."""
    return _of_year(_ABSENCE, months) * (1 + 0.25 * festival_share(months))


def leaving_factor(months: list[date]) -> np.ndarray:
    """Workers leave after the festival, when the yearly bonus is paid; the month that follows has the peak."""
    share = festival_share(months)
    following = np.concatenate([[0.0], share[:-1]])
    return _of_year(_LEAVING, months) * (1 + 0.35 * share + 0.85 * following)


def _of_year(pattern: np.ndarray, months: list[date]) -> np.ndarray:
    return np.array([pattern[month.month - 1] for month in months])
