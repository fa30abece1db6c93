"""The vendored lists: regions hang together, size classes follow the rule, Spring Festival falls on its day."""

import re
from datetime import date
from itertools import pairwise

import pytest

from outcomes import reference


def test_a_region_has_a_parent_on_the_list_one_level_up_and_both_names():
    levels = [None, "province", "prefecture", "county"]
    for region in reference.regions().values():
        above = reference.regions()[region.parent].level if region.parent else None
        assert levels[levels.index(region.level) - 1] == above
        assert region.name["en"] and region.name["en"].isprintable()
        assert re.search(r"[一-鿿]", region.name["zh"])


def test_the_path_by_digits_is_the_path_by_parents():
    for region in reference.regions().values():
        steps = [step for step in reference.path(region.code) if step]
        assert steps[-1] == region.code
        assert (steps[-2] if len(steps) > 1 else None) == region.parent


def test_a_path_is_empty_below_the_level_of_its_code():
    assert reference.path("330503") == ("330000", "330500", "330503")
    assert reference.path("330500") == ("330000", "330500", None)
    assert reference.path("330000") == ("330000", None, None)


@pytest.mark.parametrize("code", ["", "33050", "3305033", "33o503", "３３０５０３"])
def test_what_is_not_six_digits_has_no_path(code):
    with pytest.raises(ValueError):
        reference.path(code)


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [("510122", "510116", "双流区"), ("510124", "510117", "郫都区"), ("510132", "510118", "新津区")],
)
def test_the_old_codes_of_chengdu_lead_to_those_of_today(old, new, name):
    regions = reference.regions()
    assert regions[old].now == new
    assert regions[new].now == new
    assert regions[new].name["zh"] == name
    assert regions[old].valid_to == regions[new].valid_from


def test_all_other_codes_are_their_own():
    moved = {region.code for region in reference.regions().values() if region.now != region.code}
    assert moved == {"510122", "510124", "510132"}


def test_the_children_of_a_region_are_todays_and_of_the_next_level():
    assert [region.name["en"] for region in reference.children("330500")] == [
        *("Wuxing", "Nanxun", "Deqing", "Changxing", "Anji"),
    ]
    chengdu = {region.code for region in reference.children("510100")}
    assert "510116" in chengdu
    assert "510122" not in chengdu
    assert len(chengdu) == 20
    assert len(reference.children()) == 31
    assert reference.children("330503") == []


def test_only_regions_where_the_programme_works_are_listed():
    assert len(reference.regions()) == 91
    assert not {"710000", "810000", "820000"} & reference.regions().keys()


def test_the_divisions_of_manufacturing_are_complete():
    assert [code for code in reference.sectors() if code.startswith("C")] == [f"C{n}" for n in range(13, 44)]
    assert reference.sectors()["C38"].name == {"en": "Electrical machinery and equipment", "zh": "电气机械和器材制造业"}
    assert reference.sectors()["C17"].name["zh"] == "纺织业"


def test_modules_are_more_than_the_five_and_named_in_both_languages():
    modules = reference.modules()
    assert list(modules)[:5] == ["M1", "M2", "M3", "M4", "M5"]
    assert {"LEAN", "GENDER", "BCP"} <= modules.keys()
    assert modules["M5"].name == {"en": "Safety and Health at Work", "zh": "职业安全与健康"}
    assert all(set(module.name) == {"en", "zh"} for module in modules.values())


@pytest.mark.parametrize(
    ("employees", "revenue_wan", "size"),
    [
        (1_000, 40_000, "large"),
        (999, 40_000, "medium"),
        (1_000, 39_999, "medium"),
        (300, 2_000, "medium"),
        (500, 1_500, "small"),  # staff of a medium enterprise, revenue of a small one: one class down
        (5_000, 250, "micro"),  # steps down as far as the revenue says
        (20, 300, "small"),
        (19, 300, "micro"),
        (20, 299, "micro"),
        (0, 0, "micro"),
    ],
)
def test_a_size_class_needs_both_its_floors(employees, revenue_wan, size):
    assert reference.size_class(employees, revenue_wan) == size


@pytest.mark.parametrize(("employees", "revenue_wan"), [(500, None), (None, 1_500), (None, None), (500, float("nan"))])
def test_without_one_of_the_figures_nobody_can_say_the_class(employees, revenue_wan):
    assert reference.size_class(employees, revenue_wan) is None


def test_spring_festival_falls_on_its_day_and_outside_the_list_on_none():
    assert reference.spring_festival(2012) == date(2012, 1, 23)
    assert reference.spring_festival(2013) == date(2013, 2, 10)
    assert reference.spring_festival(2014) == date(2014, 1, 31)
    assert reference.spring_festival(2015) == date(2015, 2, 19)
    assert reference.spring_festival(2016) == date(2016, 2, 8)
    assert reference.spring_festival(2010) is None


def test_spring_festivals_are_twelve_or_thirteen_moons_apart():
    days = [reference.spring_festival(year) for year in range(2011, 2031)]
    for day, after in pairwise(days):
        moons = (after - day).days / 29.530588
        assert min(abs(moons - 12), abs(moons - 13)) < 0.05
        assert date(day.year, 1, 21) <= day <= date(day.year, 2, 21)


def test_what_a_caller_does_to_a_list_stays_with_the_caller():
    reference.regions().clear()
    assert reference.regions()
