"""When a month's figures are due, and whether they came too late: the one rule that everything about lateness asks.

A month is due on the tenth of the month that follows. The months that lay before the month of enrolment are handed
over together with the first assessment: all of them are due on the day on which the month of enrolment is due.
Late is not the same as not sent, and what has no day of receipt is unknown, not late.
"""

from datetime import date

DAY = 10  # of the following month


def due_day(month: date, handed_over: date | None = None) -> date:
    """The last day on which the figures of ``month`` (any day of it) are on time.

    ``handed_over`` is the day of enrolment; None where it plays no part.
    """
    counted = max(month.replace(day=1), handed_over.replace(day=1)) if handed_over else month
    year, step = divmod(counted.year * 12 + counted.month, 12)
    return date(year, step + 1, DAY)


def is_late(month: date, received_on: date | None, handed_over: date | None = None) -> bool | None:
    """Whether the figures of ``month`` came after their day; None when nobody wrote down when they came."""
    if received_on is None:
        return None
    return received_on > due_day(month, handed_over)


def days_overdue(month: date, as_of: date, handed_over: date | None = None) -> int:
    """For how many days the figures of ``month`` have been owed on the day ``as_of``; 0 while they are not yet due."""
    return max(0, (as_of - due_day(month, handed_over)).days)
