"""What counts towards an indicator over the record, drawn case by case, and what a reader is told of it."""

from datetime import date

import pytest

from outcomes import catalogue, engine, scope
from outcomes.exhibits import registry
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.delivery.figure import figures
from outcomes.exhibits.record import recorded
from outcomes.filters import Filters
from outcomes.store import Store

IDS = list(catalogue.records())

MONTHS = "enterprise month measure value\n" + "\n".join(
    f"{name} 2015-{month:02d} hours_worked 100"
    for name in ("E1", "E2", "E3", "E4", "E5", "E6")
    for month in range(1, 11)
)


def drawn(snapshot_of, enterprises=None, **record):
    return snapshot_of(MONTHS, enterprises, record=record)


def value(case, indicator, **filters):
    return recorded(case.asked(**filters), [indicator])[indicator]


def visits(done: str, purpose="coaching") -> str:
    lines = [f"V{number} R1 E{number} {purpose} 2015-06-0{number} {done}" for number in range(1, 7)]
    return "\n".join(["visit round enterprise purpose planned_on done_on", *lines])


def test_a_full_team_has_a_consultant_and_an_inspector(snapshot_of):
    members = """
        visit person visit_role
        V1 P1 consultant
        V1 P2 inspector
        V2 P1 consultant
        V3 P1 observer
        V3 P2 inspector
    """
    told = value(drawn(snapshot_of, visit=visits("2015-06-20"), visit_member=members), "visits_full_team")
    assert (told.numerator, told.denominator, told.n, told.of) == (1, 6, 6, 6)
    assert told.lo == pytest.approx(3.0, abs=0.05)  # Wilson for 1 of 6
    assert told.hi == pytest.approx(56.4, abs=0.05)


def test_enforcement_is_never_coaching(snapshot_of):
    told = value(drawn(snapshot_of, visit=visits("2015-06-20", "enforcement")), "visits_full_team")
    assert told.state == "empty"
    assert told.value is None


def test_a_visit_planned_for_a_day_to_come_is_not_yet_missing(snapshot_of):
    planned = visits(".").replace("2015-06-06", "2015-11-06")
    told = value(drawn(snapshot_of, visit=planned), "visits_done")
    assert (told.numerator, told.denominator) == (0, 5)  # October is the last month of the snapshot


def test_a_saving_counts_only_with_a_verifier_a_cost_and_a_deed_that_held(snapshot_of):
    head = "action round enterprise action_en action_zh action_category proposed_by opened_on action_status cost "
    head += "saving_once saving_monthly verified_by verified_on"
    lines = [
        "A1 R1 E1 a b 5s worker 2015-05-01 done 1000 . 500 P1 2015-09-01",  # 12 x 500 - 1000
        "A2 R1 E2 a b 5s worker 2015-05-01 sustained 0 2000 . P1 2015-09-01",  # 2000
        "A3 R1 E3 a b 5s worker 2015-05-01 done 100 50 . P1 2015-09-01",  # -50: it cost more than it saved
        "A4 R1 E4 a b 5s worker 2015-05-01 done 100 . 900 . .",  # nobody verified it
        "A5 R1 E5 a b 5s worker 2015-05-01 done . . 900 P1 2015-09-01",  # what it cost is not known
        "A6 R1 E6 a b 5s worker 2015-05-01 reverted 10 . 900 P1 2015-09-01",  # it is gone again
    ]
    case = drawn(snapshot_of, action="\n".join([head, *lines]))
    told = value(case, "net_savings")
    assert (told.value, told.n, told.of) == (5000 + 2000 - 50, 3, 3)
    assert value(case, "payback").state == "suppressed"  # one enterprise: 1000 over 500 a month
    assert value(case, "net_savings", last_month=date(2015, 8, 1)).state == "empty"


def test_practices_are_compared_on_the_same_items_and_what_does_not_apply_is_left_out(snapshot_of):
    rows = ["round enterprise wave practice answer assessed_on"]
    for number in range(1, 7):
        rows += [f"R1 E{number} baseline K1 no 2015-04-01", f"R1 E{number} endline K1 yes 2015-10-01"]
        rows += [f"R1 E{number} baseline K2 partly 2015-04-01", f"R1 E{number} endline K2 partly 2015-10-01"]
        rows += [f"R1 E{number} baseline K3 na 2015-04-01", f"R1 E{number} endline K3 yes 2015-10-01"]
        rows += [f"R1 E{number} endline K4 yes 2015-10-01"]
    told = value(drawn(snapshot_of, assessment="\n".join(rows)), "practices_in_place")
    assert (told.before, told.after, told.n, told.of) == (0, 50, 12, 6)
    assert told.result["gained"] == 6
    assert told.result["p"] == pytest.approx(2 / 2**6)
    assert told.units[0]["before_sheet"] == "assessments"


def test_who_came_twice_is_one_participant_and_a_count_is_told_apart(snapshot_of):
    told = value(
        drawn(
            snapshot_of,
            person="person role sex organisation\nP1 worker female enterprise\nP2 manager male enterprise",
            event="""
                event round event_type name_en name_zh region starts_on ends_on data_kind
                T1 R1 classroom a b 330503 2015-05-01 2015-05-02 demonstration
                T2 R1 refresher a b 330503 2015-06-01 2015-06-01 demonstration
                M1 R1 sharing_meeting a b 330503 2016-01-01 2016-01-01 demonstration
            """,
            attendance="""
                event person role persons is_estimate
                T1 P1 . . .
                T2 P1 . . .
                T2 P2 . . .
                M1 . mixed 150 yes
            """,
        ),
        "participants",
    )
    assert (told.named, told.counted, told.estimated, told.value) == (2, 150, 150, 152)
    assert len(told.units) == 3


def test_knowledge_is_compared_person_by_person_on_the_same_items(snapshot_of):
    tests = ["event person test_wave item_bank score score_max"]
    for number in range(1, 8):
        tests += [f"T1 P{number} before B1 10 20", f"T1 P{number} after B1 {12 + number} 20"]
    tests += ["T1 P8 before B1 1 20", "T1 P8 after B2 20 20", "T1 P9 after B1 20 20"]  # other items; no first test
    people = "\n".join(["person role sex organisation", *(f"P{n} inspector male osh_authority" for n in range(1, 10))])
    event = "event round event_type name_en name_zh region starts_on ends_on data_kind\n"
    event += "T1 R1 tot a b 330503 2015-05-01 2015-05-02 demonstration"
    told = value(drawn(snapshot_of, person=people, event=event, test="\n".join(tests)), "knowledge_gain")
    assert told.n == 7
    assert (told.before, told.after, told.value) == (50, pytest.approx(80), pytest.approx(30))
    assert told.lo < told.value < told.hi


def test_costs_are_the_rounds_own_and_nobodys_district(snapshot_of):
    cost = "round month cost_category funder amount\nR1 2015-05 training ilo 600\nR1 2015-05 visits government 400"
    case = drawn(snapshot_of, {"E6": {"exited_on": date(2015, 7, 1)}}, cost=cost)
    assert value(case, "cost_per_enterprise").value == 200  # five stayed
    assert value(case, "non_ilo_share").value == 40
    assert value(case, "cost_per_enterprise", region="330503").state == "empty"
    assert value(case, "non_ilo_share", sector="C38").state == "empty"
    officer = recorded(case.asked("officer:330503"), ["cost_per_enterprise"])["cost_per_enterprise"]
    assert officer.state == "empty"


def test_an_officer_counts_only_what_lies_in_the_own_district(snapshot_of):
    case = drawn(snapshot_of, {"E1": {"region": "330502"}}, visit=visits("2015-06-20"))
    told = recorded(case.asked("officer:330503"), ["visits_done"])["visits_done"]
    assert (told.n, told.of) == (5, 5)
    assert "E1" not in {row["enterprise"] for row in told.units}


def test_outside_a_round_too_small_says_nothing_and_a_large_one_its_sums(snapshot_of):
    case = drawn(snapshot_of, visit=visits("2015-06-20"))
    open_ = recorded(case.asked("public"), ["visits_done"])["visits_done"]
    assert (open_.value, open_.of, open_.units) == (100, 6, [])
    few = "\n".join(visits("2015-06-20").splitlines()[:5])
    hidden = recorded(drawn(snapshot_of, visit=few).asked("public"), ["visits_done"])["visits_done"]
    assert (hidden.state, hidden.value) == ("suppressed", None)


@pytest.mark.parametrize("round_", [None, "SC-P1", "NX-2015A"])
def test_outside_a_figure_of_the_record_is_the_one_of_inside_or_none(published_store, round_):
    snapshot = Store(published_store).serve().snapshot
    inside, outside = (
        figures(Asked(engine.open_database(snapshot, scope.parse(who)), Filters(round=round_), "en"), IDS)
        for who in ("director", "public")
    )
    shown = {name: figure for name, figure in outside.items() if figure.value is not None}
    assert {"practices_in_place", "visits_full_team"} <= set(shown)
    assert ("trainers_certified" in shown) == (round_ is not None), "over two rounds a person would count twice"
    for name, figure in shown.items():
        told = {key: (getattr(figure, key), getattr(inside[name], key)) for key in ("value", "lo", "hi", "start", "n")}
        for key, (out, own) in told.items():
            assert out == pytest.approx(own), f"{name}: {key}"


def test_the_exhibit_says_the_figure_with_its_n_in_both_languages(snapshot_of):
    case = drawn(snapshot_of, visit=visits("2015-06-20"))
    told = registry.build(case.asked(), "record", "visits_done")
    assert "6 of 6, in 6 enterprises" in told.title
    assert "6 家企业" in registry.build(case.asked(lang="zh"), "record", "visits_done").title
    assert (len(told.rows), told.lineage.rows_used) == (6, 6)
