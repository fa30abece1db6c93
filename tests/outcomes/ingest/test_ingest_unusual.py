"""Figures that want a look are accepted, with a warning."""

import pytest

from outcomes import ingest


@pytest.mark.parametrize(
    ("hours", "warned"), [(118 * 59, True), (118 * 60, False), (118 * 320, False), (118 * 321, True)]
)
def test_hours_per_worker_are_usual_from_60_to_320(tables, check, hours, warned):
    tables["monthly"][0]["hours_worked"] = hours
    checked = check(tables)
    assert ("hours-per-worker" in {finding.rule for finding in checked.warnings}) == warned
    assert not checked.rows_refused


def test_more_than_ten_times_the_usual_is_a_warning_at_that_cell(tables, check):
    tables["monthly"][2]["scheduled_days"] = 26_001
    assert [(finding.rule, finding.row) for finding in check(tables).warnings] == [("far-above-usual", 5)]
    tables["monthly"][2]["scheduled_days"] = 26_000
    assert not check(tables).warnings


def test_three_values_are_too_few_to_say_what_is_usual(tables, check):
    tables["monthly"] = tables["monthly"][:3]
    tables["monthly"][2]["scheduled_days"] = 260_000
    assert not check(tables).warnings


def test_what_is_usual_may_be_known_from_before(tables, check):
    known = ingest.Known(medians={("NX-01", "scheduled_days"): 200.0})
    warnings = check(tables, known=known).warnings
    assert {finding.enterprise for finding in warnings} == {"NX-01"}
    assert {finding.rule for finding in warnings} == {"far-above-usual"} and len(warnings) == 6


@pytest.mark.parametrize("seen", [None, "无"])
def test_hours_without_injuries_ask_whether_there_were_none(tables, check, seen):
    tables["monthly"][0]["new_injuries"] = seen
    (finding,) = check(tables).warnings
    assert (finding.rule, finding.where) == ("blank-injuries", "monthly!N3")
    assert finding.fix("en") == "Type 0 if there were none."


def test_no_hours_no_question(tables, check):
    tables["monthly"][0] |= {"new_injuries": None, "hours_worked": None}
    assert not check(tables).warnings
