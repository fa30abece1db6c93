"""The tenth of the following month is on time, the eleventh is not; the past is handed over with the enrolment."""

from datetime import date, timedelta

import pytest

from outcomes.due import days_overdue, due_day, is_late


@pytest.mark.parametrize(
    ("month", "day"),
    [
        (date(2015, 5, 1), date(2015, 6, 10)),
        (date(2015, 11, 1), date(2015, 12, 10)),
        (date(2015, 12, 1), date(2016, 1, 10)),
        (date(2015, 12, 31), date(2016, 1, 10)),
    ],
)
def test_a_month_is_due_on_the_tenth_of_the_next(month, day):
    assert due_day(month) == day


def test_the_tenth_is_on_time_and_the_eleventh_is_late():
    month = date(2015, 12, 1)
    assert is_late(month, date(2016, 1, 10)) is False
    assert is_late(month, date(2016, 1, 11)) is True


def test_without_a_day_of_receipt_nobody_is_called_late():
    assert is_late(date(2015, 5, 1), None) is None
    assert is_late(date(2015, 5, 1), None, date(2015, 4, 8)) is None


def test_months_before_enrolment_are_due_with_the_month_of_enrolment():
    enrolled = date(2015, 4, 8)
    assert due_day(date(2014, 10, 1), enrolled) == due_day(date(2015, 4, 1)) == date(2015, 5, 10)
    assert is_late(date(2014, 10, 1), date(2015, 4, 20), enrolled) is False
    assert is_late(date(2014, 10, 1), date(2015, 5, 11), enrolled) is True


def test_months_after_enrolment_keep_their_own_day():
    assert due_day(date(2015, 6, 1), date(2015, 4, 8)) == date(2015, 7, 10)


def test_days_overdue_count_from_the_day_after_it_was_due():
    month = date(2015, 5, 1)
    assert days_overdue(month, date(2015, 6, 10)) == 0
    assert days_overdue(month, date(2015, 6, 11)) == 1
    assert days_overdue(month, date(2015, 5, 20)) == 0


def test_overdue_and_late_begin_on_the_same_day():
    month, enrolled = date(2015, 2, 1), date(2015, 4, 8)
    for step in range(400):
        day = month + timedelta(days=step)
        assert is_late(month, day, enrolled) == (days_overdue(month, day, enrolled) > 0)
