"""The programme's record of the invented rounds: believable, consistent across its sheets, and honest about the real events."""

from collections import Counter
from datetime import date
from statistics import mean, median

import pytest

from outcomes import catalogue, demo, forms
from outcomes.demo.story import DROPPED_OUT, NANXUN, SICHUAN

FIRST, SECOND, THIRD, FOURTH = demo.tables().values()
LONGEST = 200  # letters: what fits a card, and what a cell has always been allowed
RECORD = [name for name in forms.forms() if name not in ("rounds", "enterprises", "enrolments", "monthly")]
REAL = {"EVT-CD-2014": (50, date(2014, 10, 28), date(2014, 10, 30)), "EVT-NX-2015": (150, *[date(2015, 10, 27)] * 2)}


def latest(name, *tables):
    """The rows of a sheet by their key; a later file replaces a row of an earlier."""
    key = forms.forms()[name].key
    rows = [row for one in tables or (FIRST, SECOND, THIRD, FOURTH) for row in one.get(name, [])]
    return list({tuple(row[column] for column in key): row for row in rows}.values())


@pytest.mark.parametrize("name", RECORD)
def test_every_sheet_is_filled_and_has_the_columns_and_choices_of_the_form(name):
    form, choices = forms.forms()[name], forms.choices()
    rows = latest(name)
    assert rows
    for row in rows:
        assert tuple(row) == tuple(form.columns)
        assert all(row[column] is not None for column in form.required), row
        for column, kind in form.columns.items():
            assert kind != "choice" or row[column] in (None, *choices[column])
            assert kind != "text" or row[column] is None or 0 < len(row[column]) <= LONGEST
    for column in (column for column in form.columns if column.endswith("_en")):
        assert all((row[column] is None) == (row[column.replace("_en", "_zh")] is None) for row in rows)
    keys = [tuple(row[column] for column in form.key) for row in rows]
    assert len(set(keys)) == len(keys)


def test_the_two_real_events_are_told_as_facts_and_nothing_is_added_to_them():
    events = {row["event"]: row for row in latest("events")}
    assert {code for code, row in events.items() if row["data_kind"] == "real"} == set(REAL)
    for code, (persons, starts, ends) in REAL.items():
        event = events[code]
        assert (event["starts_on"], event["ends_on"]) == (starts, ends)
        assert event["source"].startswith("ILO Beijing") and event["modules"] is None
        (came,) = [row for row in latest("attendance") if row["event"] == code]
        assert (came["persons"], came["is_estimate"], came["person"]) == (persons, "yes", None)
        assert (came["role"], came["sex"], came["organisation"]) == ("mixed", "undisclosed", "mixed")
        assert not [row for row in latest("tests") if row["event"] == code]
    assert events["EVT-CD-2014"]["round"] is None and events["EVT-CD-2014"]["region"] == "510100"
    assert events["EVT-NX-2015"]["region"] == "330503"


def test_whatever_is_named_has_been_introduced():
    persons = {row["person"] for row in latest("persons")}
    visits, events = {row["visit"] for row in latest("visits")}, {row["event"] for row in latest("events")}
    actions = {row["action"]: row for row in latest("actions")}
    named = [row["person"] for name in ("visit_members", "tests", "reflections") for row in latest(name)]
    named += [row["person"] for row in latest("attendance") if row["person"]]
    named += [row["verified_by"] for row in actions.values() if row["verified_by"]]
    assert set(named) <= persons
    assert {row["visit"] for row in latest("visit_members")} <= visits
    assert {row["event"] for name in ("attendance", "tests") for row in latest(name)} == events
    assert {row["practice"] for row in latest("assessments")} <= {row["practice"] for row in latest("practices")}
    assert {row["action"] for row in latest("media")} <= set(actions)
    indicators = {*catalogue.indicators(), *catalogue.records()}
    assert {row["indicator"] for name in ("targets", "remarks") for row in latest(name)} <= indicators


def test_nothing_was_done_before_enrolment_or_after_leaving_and_enforcement_has_no_consultant():
    enrolled = {row["enterprise"]: row["enrolled_on"] for row in latest("enrolments")}
    left = DROPPED_OUT["NX-10"][0]
    for row in latest("visits"):
        for day in (row["planned_on"], row["done_on"]):
            assert day is None or day >= enrolled[row["enterprise"]]
            assert day is None or row["enterprise"] != "NX-10" or day < left
    kinds = {row["visit"]: row["purpose"] for row in latest("visits")}
    for row in latest("visit_members"):
        assert kinds[row["visit"]] != "enforcement" or row["visit_role"] == "inspector"
    assert all(row["assessed_on"] < left for row in latest("assessments") if row["enterprise"] == "NX-10")


def test_visits_are_mostly_done_some_late_and_full_teams_are_more_usual_in_the_second_round():
    roles = {}
    for row in latest("visit_members"):
        roles.setdefault(row["visit"], set()).add(row["visit_role"])
    full = {}
    for round in (SICHUAN, NANXUN):
        rows = [row for row in latest("visits") if row["round"] == round.code and row["purpose"] != "enforcement"]
        due = [row for row in rows if row["planned_on"] <= date(2015, 10, 31)]
        assert 0.8 <= mean(row["done_on"] is not None for row in due) <= 0.95
        done = [row for row in rows if row["done_on"]]
        assert 0.1 <= mean(row["done_on"] > row["planned_on"] for row in done) <= 0.35
        full[round.code] = mean({"consultant", "inspector"} <= roles[row["visit"]] for row in done)
    assert 0.4 <= full["SC-P1"] <= 0.65 < 0.7 <= full["NX-2015A"] <= 0.9


def test_knowledge_rises_by_about_twenty_points_with_spread_and_two_have_no_second_test():
    scores = {}
    for row in latest("tests"):
        scores.setdefault(row["person"], {})[row["test_wave"]] = 100 * row["score"] / row["score_max"]
    gains = [one["after"] - one["before"] for one in scores.values() if "after" in one]
    assert 10 <= len(gains) == len(scores) - 2
    assert 15 <= mean(gains) <= 25 and max(gains) - min(gains) > 15
    assert any("follow_up" in one for one in scores.values())


def test_people_come_to_several_events_so_that_counting_twice_would_show():
    times = Counter(row["person"] for row in latest("attendance") if row["person"])
    assert sum(times.values()) > 1.5 * len(times)


def test_practices_come_into_place_where_there_was_training_and_hardly_elsewhere():
    def share(letters, wave):
        rows = [row for row in latest("assessments") if row["enterprise"][:2] == letters and row["wave"] == wave]
        return mean(row["answer"] == "yes" for row in rows if row["answer"] != "na")

    assert 0.2 <= share("NX", "baseline") <= 0.45 < share("NX", "progress") < share("NX", "endline") <= 0.8
    assert share("SC", "follow_up") < share("SC", "endline")
    assert abs(share("HZ", "endline") - share("HZ", "baseline")) <= 0.1
    assert {row["answer"] for row in latest("assessments")} == {"yes", "partly", "no", "na"}


def test_actions_are_of_every_kind_and_what_did_not_work_says_what_was_learnt():
    actions = latest("actions")
    assert (len([a for a in actions if a["round"] == "NX-2015A"]), len(actions)) == (45, 80)
    for column in ("action_category", "control", "proposed_by", "action_status", "saving_basis", "quote_consent"):
        assert {row[column] for row in actions} - {None} == set(forms.choices()[column]), column
    for row in actions:
        assert (row["action_status"] not in ("rejected", "reverted")) or row["lesson_en"]
        assert row["due_on"] is None or row["opened_on"] <= row["due_on"]
        assert row["done_on"] is None or row["opened_on"] <= row["done_on"]
        if row["action_status"] == "sustained":
            assert (row["checked_on"] - row["done_on"]).days >= 90
        if row["verified_by"]:
            assert row["done_on"] <= row["verified_on"]
    workers = mean(row["proposed_by"] == "worker" for row in actions)
    due = [row for row in actions if row["due_on"] and row["due_on"] < date(2015, 11, 1)]
    due = [row for row in due if row["action_status"] not in ("proposed", "rejected")]
    on_time = mean(row["done_on"] is not None and row["done_on"] <= row["due_on"] for row in due)
    assert 0.4 <= workers <= 0.6 and 0.6 <= on_time <= 0.85


def test_verified_savings_are_tens_of_thousands_an_enterprise_and_no_miracle():
    net, payback = Counter(), []
    for row in latest("actions"):
        if row["verified_by"]:
            monthly = row["saving_monthly"] or 0
            net[row["enterprise"]] += (row["saving_once"] or 0) + 12 * monthly - row["cost"]
            payback += [row["cost"] / monthly] if monthly else []
    assert 35 <= len([row for row in latest("actions") if row["verified_by"]]) <= 45
    assert max(net.values()) < 100_000 and 10_000 <= median(net.values()) <= 50_000
    assert 1 <= median(payback) <= 6


def test_less_than_half_of_the_money_is_from_others_than_the_ilo_and_its_donors():
    for round in ("SC-P1", "NX-2015A"):
        rows = [row for row in latest("costs") if row["round"] == round]
        others = sum(row["amount"] for row in rows if row["funder"] not in ("ilo", "donor"))
        assert 0.40 <= others / sum(row["amount"] for row in rows) <= 0.50


def test_the_workbook_of_september_knows_nothing_later_and_the_next_one_repeats_nothing():
    days = [
        ("events", "starts_on"), ("visits", "done_on"), ("assessments", "assessed_on"), ("reflections", "said_on"),
        ("actions", "opened_on"), ("actions", "done_on"), ("actions", "checked_on"), ("actions", "verified_on"),
        ("persons", "certified_on"), ("costs", "month"), ("remarks", "remarked_on"),
    ]  # fmt: skip
    for name, column in days:
        assert all(row[column] is None or row[column] <= date(2015, 9, 30) for row in SECOND[name]), (name, column)
    for name in RECORD:
        assert not [row for row in THIRD.get(name, []) if row in SECOND[name]], name


def test_a_saving_that_was_mistyped_and_a_visit_made_later_are_put_right():
    def saving(table):
        return next(row["saving_monthly"] for row in table["actions"] if row["action"] == "A-NX04-02")

    assert (saving(SECOND), saving(THIRD)) == (8_130, 3_180)
    (made_late,) = [row for row in THIRD["visits"] if row["done_on"] == date(2015, 10, 8)]
    (before,) = [row for row in SECOND["visits"] if row["visit"] == made_late["visit"]]
    assert made_late["enterprise"] == "NX-07" and before["done_on"] is None


def test_more_enterprises_have_a_record_too_and_change_nothing_for_the_first_ten():
    more = list(demo.tables(enterprises=23).values())[1]
    for name in ("visits", "assessments", "actions"):
        first = [row for row in more[name] if row["enterprise"] <= "NX-10"]
        assert first == SECOND[name], name
        assert {row["enterprise"] for row in more[name]} >= {"NX-11", "NX-23"}
    groups = {row["event"] for row in more["events"] if row["event"].startswith("EVT-NX-M5")}
    assert groups == {f"EVT-NX-M5-{number}" for number in range(1, 6)}
    few = demo.tables(enterprises=2)
    assert {row["action"][2:6] for row in list(few.values())[3]["media"]} == {"NX01", "NX02"}
