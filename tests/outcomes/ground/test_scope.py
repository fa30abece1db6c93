"""A scope is a right, written once: what it is called, what it covers, what is refused."""

import pytest

from outcomes import filters, scope
from outcomes.errors import NotAllowed
from outcomes.filters import Filters


def test_an_officer_covers_the_own_regions_at_any_level_and_no_others():
    nanxun, huzhou = scope.parse("officer:330503"), scope.parse("officer:330500")
    assert nanxun.covers("330000", "330500", "330503")
    assert not nanxun.covers("330000", "330500", "330502")
    assert huzhou.covers("330000", "330500", "330502")
    assert not huzhou.covers("510000", "510100", "510104")


def test_public_covers_no_row_of_any_enterprise():
    assert not scope.parse("public").covers("330000", "330500", "330503")


def test_rights_that_differ_have_names_that_differ():
    names = {scope.parse(text).id for text in ("director", "public", "officer:330503", "officer:330500")}
    assert len(names) == 4
    assert scope.parse("officer:330503,510100").id == scope.parse("officer:510100,330503").id


@pytest.mark.parametrize("text", ["king", "officer", "officer:", "public:330503", "officer:33050x", ""])
def test_a_right_that_does_not_exist_is_refused_with_a_sentence(text):
    with pytest.raises(NotAllowed) as refusal:
        scope.parse(text)
    assert refusal.value.say("zh") != refusal.value.say("en")


def test_an_officer_asking_for_another_region_is_refused_rather_than_shown_nothing():
    with pytest.raises(NotAllowed):
        filters.within(Filters(region="510100"), scope.parse("officer:330503"))


@pytest.mark.parametrize("region", [None, "330503", "330500", "330000"])
def test_an_officer_may_ask_for_the_own_region_and_what_lies_above_it(region):
    asked = Filters(region=region)
    assert filters.within(asked, scope.parse("officer:330503")) is asked
