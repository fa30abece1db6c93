"""Months and days as they are written in China."""

from datetime import date

import pytest

from outcomes.ingest import dates
from outcomes.ingest.fault import Fault

MAY = date(2015, 5, 1)


@pytest.mark.parametrize(
    "seen",
    [
        "2015-05",
        "2015/5",
        "2015.5",
        "2015年5月",
        "2015年05月份",
        "201505",
        201505.0,
        "2015-05-01",
        "２０１５－０５",
        MAY,
    ],
)
def test_a_month_is_understood_in_every_usual_form(seen):
    assert dates.month(seen) == (MAY, False)


@pytest.mark.parametrize(
    "seen", ["2015-05-01", "2015/5/1", "2015.05.01", "2015年5月1日", "20150501", "2015-05-01 00:00:00"]
)
def test_a_day_is_understood_in_every_usual_form(seen):
    assert dates.day(seen) == MAY


def test_another_day_of_the_month_is_told():
    assert dates.month(date(2015, 5, 31)) == (MAY, True)


@pytest.mark.parametrize(
    ("seen", "guess"), [("2015-13", None), ("5/2015", "2015-05"), ("May 2015", None), (42125.0, None), ("201500", None)]
)
def test_what_is_no_month_is_refused(seen, guess):
    with pytest.raises(Fault) as raised:
        dates.month(seen)
    assert (raised.value.rule, raised.value.details.get("guess")) == ("not-a-month", guess)


@pytest.mark.parametrize(
    ("seen", "guess"), [("31/05/2015", "2015-05-31"), ("04/05/2015", None), ("2015-02-30", None), ("2015-05", None)]
)
def test_a_day_that_can_be_read_in_two_ways_is_not_guessed(seen, guess):
    with pytest.raises(Fault) as raised:
        dates.day(seen)
    assert (raised.value.rule, raised.value.details.get("guess")) == ("not-a-date", guess)


def test_a_bare_year_in_a_date_cell_is_a_day_in_1905_and_is_refused():
    with pytest.raises(Fault) as raised:
        dates.day(date(1905, 7, 7))
    assert raised.value.rule == "date-out-of-range"
