"""The files that ship: complete in both languages, short enough for a tile, and true to the measures."""

import re
import tomllib
from pathlib import Path

import pytest

from outcomes import catalogue, words

HEADLINE = {
    "injury_frequency",
    "hazards_closed_on_time",
    "labour_productivity",
    "defect_rate",
    "absenteeism",
    "labour_turnover",
    "suggestion_rate",
    "suggestions_carried_out",
    "reporting_coverage",
}
CORE = {
    *("injury_incidence", "severity_rate", "days_lost_per_case", "near_misses", "hazards_found_by_workers"),
    *("energy_intensity", "first_pass_yield", "overtime_share", "women_share", "hourly_earnings"),
    *("grievances_resolved", "suggestions_front_line", "eit_meetings"),
}
COLUMNS = [
    *(
        "workers",
        "women_workers",
        "hours_worked",
        "overtime_hours",
        "scheduled_days",
        "absent_days",
        "leavers",
        "wage_bill",
        "paid_hours",
    ),
    *(
        "new_injuries",
        "days_lost",
        "near_misses",
        "hazards_found",
        "hazards_found_by_workers",
        "hazards_due",
        "hazards_closed_on_time",
    ),
    *("good_units", "units_inspected", "units_defective", "units_started", "units_right_first_time", "energy_kwh"),
    *("suggestions", "suggestions_front_line", "suggestions_carried_out", "eit_meetings_planned", "eit_meetings_held"),
    *("grievances_due", "grievances_resolved"),
]
TEXTS = ("title", "short", "unit", "why", "definition", "caution")


def test_the_indicators_that_can_be_computed_from_the_monthly_sheet_are_all_there():
    found = catalogue.indicators()
    assert {name for name, one in found.items() if one.tier == "headline"} == HEADLINE
    assert {name for name, one in found.items() if one.tier == "core"} == CORE


def test_the_measures_are_the_columns_of_the_monthly_sheet_in_its_order():
    assert list(catalogue.measures()) == COLUMNS


def test_each_measure_is_used_by_some_indicator_and_each_indicator_uses_measures_that_exist():
    used = {name for one in catalogue.indicators().values() for name in (one.numerator, one.denominator) if name}
    assert used == set(catalogue.measures())


def test_a_part_may_not_exceed_its_whole():
    limits = {one.id: one.not_above for one in catalogue.measures().values() if one.not_above}
    assert limits == {
        "women_workers": "workers",
        "overtime_hours": "hours_worked",
        "absent_days": "scheduled_days",
        "new_injuries": "workers",
        "hazards_found_by_workers": "hazards_found",
        "hazards_closed_on_time": "hazards_due",
        "units_defective": "units_inspected",
        "units_right_first_time": "units_started",
        "suggestions_front_line": "suggestions",
        "suggestions_carried_out": "suggestions",
        "grievances_resolved": "grievances_due",
    }


@pytest.mark.parametrize("one", catalogue.indicators().values(), ids=lambda one: one.id)
def test_an_indicator_is_written_in_real_english_and_real_chinese(one):
    for name in TEXTS:
        pair = getattr(one, name)
        assert set(pair) == set(words.LANGUAGES)
        assert not re.search(r"[一-鿿]", pair["en"]), f"{one.id} {name}: hanzi in the English text"
        assert "'" not in pair["en"], f"{one.id} {name}: use ’ for the apostrophe"
        assert name == "unit" or re.search(r"[一-鿿]", pair["zh"]), f"{one.id} {name}: no hanzi in the Chinese text"
        assert not re.search(r"[一-鿿][,;:?!]", pair["zh"]), f"{one.id} {name}: half-width mark between hanzi"


@pytest.mark.parametrize("one", catalogue.measures().values(), ids=lambda one: one.id)
def test_a_measure_is_written_in_real_english_and_real_chinese(one):
    for pair in (one.title, one.unit, one.definition):
        assert set(pair) == set(words.LANGUAGES)
        assert not re.search(r"[一-鿿]", pair["en"])
        assert re.search(r"[一-鿿]", pair["zh"])


@pytest.mark.parametrize("one", catalogue.indicators().values(), ids=lambda one: one.id)
def test_the_short_name_fits_a_tile_and_the_reasons_are_two_sentences(one):
    assert len(one.short["en"]) <= 26
    assert len(one.short["zh"]) <= 13
    assert len(re.findall(r"\.(?:\s|$)", one.why["en"])) == 2
    assert one.why["zh"].count("。") == 2


def test_short_names_are_told_apart_in_both_languages():
    for lang in words.LANGUAGES:
        shorts = [one.short[lang] for one in catalogue.indicators().values()]
        assert len(shorts) == len(set(shorts))


def test_shares_change_in_points_and_counted_injuries_as_events():
    for one in catalogue.indicators().values():
        if one.share:
            assert one.change == "points"
            assert one.scale == 100
    assert {one.id for one in catalogue.indicators().values() if one.events} == {"injury_frequency", "injury_incidence"}


def test_directions_that_nobody_agreed_on_stay_neutral():
    neutral = {one.id for one in catalogue.indicators().values() if one.better == "neutral"}
    assert neutral == {"near_misses", "days_lost_per_case", "women_share"}


def test_a_formula_is_said_in_words():
    found = catalogue.indicators()
    assert found["injury_frequency"].formula("en") == "New injuries ÷ hours worked × 1,000,000"
    assert found["injury_frequency"].formula("zh") == "新增伤害 ÷ 实际总工时 × 1,000,000"
    assert found["days_lost_per_case"].formula("en") == "Days lost to injuries ÷ new injuries"
    assert found["eit_meetings"].formula("en") == "EIT meetings held ÷ EIT meetings planned × 100"
    assert "own baseline" in found["labour_productivity"].formula("en")


def test_the_yearly_incidence_is_cases_over_worker_months_divided_by_twelve():
    # 3 cases among 100 workers in each of 12 months = 100 worker-years, so 30 per 1,000
    assert catalogue.indicators()["injury_incidence"].scale * 3 / (100 * 12) == pytest.approx(30)


def test_no_indicator_pretends_to_have_been_reviewed():
    folder = Path(catalogue.queries_folder()) / "indicators"
    for path in folder.glob("*.toml"):
        assert tomllib.loads(path.read_text(encoding="utf-8"))["checked_by"] == ""
