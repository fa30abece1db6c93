"""Choices are codes, and each list offers what the choices before it leave."""

from datetime import date

import pytest

from outcomes import filters
from outcomes.errors import BadQuestion
from outcomes.filters import Filters, Place

PLACES = [
    Place("NX", "pilot", "330000", "330500", "330503", "C38", "small"),
    Place("NX", "pilot", "330000", "330500", "330503", "C17", "medium"),
    Place("NX", "comparison", "330000", "330500", "330502", "C38", "small"),
    Place("SC", "pilot", "510000", "510100", "510104", "C36", "small"),
]


def test_a_region_at_any_level_keeps_all_that_lies_below_it():
    assert len(filters.keep(Filters(region="330000"), PLACES)) == 3
    assert len(filters.keep(Filters(region="330503"), PLACES)) == 2
    assert filters.keep(Filters(region="440000"), PLACES) == []


def test_each_list_offers_what_the_choices_before_it_leave():
    offered = filters.options(Filters(region="330503", sector="C38"), PLACES)
    assert offered["region"] == ["330000", "330500", "330502", "330503", "510000", "510100", "510104"]
    assert offered["round"] == ["NX"]
    assert offered["sector"] == ["C17", "C38"]
    assert offered["size"] == ["small"]


def test_the_address_holds_codes_and_only_what_was_chosen():
    chosen = Filters(region="330503", first_month=date(2015, 5, 1))
    assert chosen.codes() == {"region": "330503", "from": "2015-05"}


@pytest.mark.parametrize("text", ["2015", "2015-13", "May 2015", "2015-5", "", "2015-05-01"])
def test_what_is_not_a_month_is_refused(text):
    with pytest.raises(BadQuestion, match="not a month"):
        filters.parse_month(text)
