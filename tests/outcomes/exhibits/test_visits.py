"""Visits: who went, who is due by the data's own last day, and enforcement that is never coaching."""

from datetime import date

import pytest

from outcomes import stats
from outcomes.charts import LIGHT
from outcomes.exhibits import coaching
from outcomes.exhibits.record import recorded

FIGURES = """
    month    enterprise  measure       value
    2015-01  E1          hours_worked  100
    2015-01  E2          hours_worked  100
    2015-01  E3          hours_worked  100
    2015-01  C1          hours_worked  100
    2015-06  E1          hours_worked  100
"""  # the data end on 30 June 2015
FULL, HALF = ("consultant", "inspector"), ("consultant",)


def visit(
    code: str, enterprise: str, planned: date | None, done: date | None = None, purpose: str = "coaching"
) -> dict:
    return {
        "visit": code, "round": "R1", "enterprise": enterprise, "modules": "M1", "purpose": purpose,
        "planned_on": planned, "done_on": done, "visit_hours": 3.0,
    }  # fmt: skip


def went(code: str, roles: tuple[str, ...]) -> list[dict]:
    return [{"visit": code, "person": f"{code}-{place}", "visit_role": role} for place, role in enumerate(roles)]


VISITS = [
    visit("V1", "E1", date(2015, 4, 10), date(2015, 4, 12)),
    visit("V2", "E1", date(2015, 5, 10), date(2015, 5, 10)),
    visit("V3", "E2", date(2015, 5, 10), date(2015, 5, 11)),
    visit("V4", "E2", date(2015, 6, 10)),
    visit("V5", "E1", date(2015, 7, 10)),
    visit("V6", "E2", date(2015, 4, 1), date(2015, 4, 1), "enforcement"),
    visit("V7", "E1", None, date(2015, 6, 20)),
]
TEAMS = [
    *went("V1", FULL),
    *went("V2", FULL),
    *went("V3", HALF),
    *went("V6", ("inspector",)),
    *went("V7", ("trainer",)),
]


@pytest.fixture
def asked(snapshot_of):
    return snapshot_of(FIGURES, record={"visit": VISITS, "visit_member": TEAMS}).asked(look=LIGHT)


def test_each_visit_has_its_state_by_the_last_day_of_the_data(asked):
    exhibit = coaching.visits(asked)
    states = {row["visit"]: row["state"] for row in exhibit.rows}
    assert states == {"V1": "full", "V2": "full", "V3": "part", "V4": "overdue", "V5": "planned", "V7": "part"}
    assert exhibit.title == "3 of 4 visits planned so far are done"
    assert "30 Jun 2015" in exhibit.subtitle
    assert exhibit.lineage.rows_used == len(exhibit.rows)
    assert exhibit.lineage.rows_left_out == 1


def test_an_enterprise_without_a_visit_keeps_its_line(asked):
    lines = coaching.visits(asked).figure.to_dict()["layout"]["yaxis"]["ticktext"]
    assert lines == ["E1", "E2", "E3"]


def test_enforcement_is_in_no_figure_but_its_own(asked):
    exhibit = coaching.enforcement(asked)
    assert [row["visit"] for row in exhibit.rows] == ["V6"]
    assert exhibit.title == "1 enforcement visit, 1 of them done: no coaching"
    for build in (coaching.visits, coaching.team, coaching.visits_due):
        assert not any(row.get("visit") == "V6" or row.get("purpose") == "enforcement" for row in build(asked).rows)
    assert sum(row["visits"] for row in coaching.team(asked).rows[:-1]) == 4


def test_the_team_is_full_with_a_consultant_and_an_inspector(asked):
    exhibit = coaching.team(asked)
    counts = {row["team"]: row["visits"] for row in exhibit.rows}
    assert counts == {"full": 2, "consultant_only": 1, "inspector_only": 0, "neither": 1, "all": 4}
    assert exhibit.title == "2 of 4 visits were made by a full team: too few enterprises for a share"
    assert {row["share"] for row in exhibit.rows} == {None}


def test_a_visit_that_was_missed_is_not_due_once_somebody_was_there_or_the_enterprise_has_left(snapshot_of):
    missed = [
        visit("V1", "E1", date(2015, 4, 1)),
        visit("V2", "E1", None, date(2015, 4, 1)),
        visit("V3", "E3", date(2015, 6, 1)),
    ]
    left = {"E3": {"exited_on": date(2015, 5, 1)}}
    asked = snapshot_of(FIGURES, left, record={"visit": missed}).asked(look=LIGHT)
    assert {row["visit"]: row["state"] for row in coaching.visits(asked).rows} == {
        "V1": "missed",
        "V2": "part",
        "V3": "missed",
    }
    exhibit = coaching.visits_due(asked)
    assert not [row for row in exhibit.rows if row["kind"] == "overdue"]
    assert exhibit.notes[0].startswith("2 missed earlier, not due")


def test_the_counts_are_those_of_the_catalogues_indicators(asked):
    found = recorded(asked, ["visits_full_team", "visits_done"])
    assert len(found["visits_full_team"].units) == coaching.team(asked).rows[-1]["visits"] == 4
    assert [len(found["visits_done"].units)] == [4]


def test_from_six_enterprises_on_the_share_has_its_interval(snapshot_of):
    more = {f"E{i}": {} for i in range(1, 8)}
    many = [visit(f"V{i}", f"E{1 + i % 7}", date(2015, 5, i + 1), date(2015, 5, i + 1)) for i in range(9)]
    teams = [one for i in range(9) for one in went(f"V{i}", FULL if i < 7 else HALF)]
    exhibit = coaching.team(snapshot_of(FIGURES, more, record={"visit": many, "visit_member": teams}).asked())
    found = stats.share_interval(7, 9)
    full = exhibit.rows[0]
    assert (full["share"], full["low"], full["high"]) == pytest.approx((found.share, found.lo, found.hi))
    assert exhibit.title == "7 of 9 visits were made by a full team: 78% (45% to 94%)"


def test_who_is_due_the_longest_overdue_first_then_who_was_not_seen_for_long(asked):
    rows = coaching.visits_due(asked).rows
    assert [(row["kind"], row["enterprise"]) for row in rows] == [
        ("overdue", "E2"),
        ("long_ago", "E3"),
        ("coming", "E1"),
    ]
    assert (rows[0]["days_overdue"], rows[0]["last_visit"]) == (20, date(2015, 5, 11))
    assert (rows[1]["last_visit"], rows[1]["days_since"]) == (None, None)
    assert coaching.visits_due(asked).title == "1 visit is overdue, in Nanxun"


def test_a_visit_planned_for_the_last_day_is_overdue_after_it_and_the_day_after_is_not(snapshot_of):
    for day, state in ((date(2015, 6, 30), "overdue"), (date(2015, 7, 1), "planned")):
        asked = snapshot_of(FIGURES, record={"visit": [visit("V1", "E1", day)]}).asked()
        assert coaching.visits(asked).rows[0]["state"] == state


@pytest.mark.parametrize(("day", "listed"), [(date(2015, 4, 1), False), (date(2015, 3, 31), True)])
def test_ninety_days_are_not_yet_long_ago(snapshot_of, day, listed):
    record = {"visit": [visit("V1", "E1", day, day)]}
    kinds = {
        row["enterprise"]: row["kind"] for row in coaching.visits_due(snapshot_of(FIGURES, record=record).asked()).rows
    }
    assert ("E1" in kinds) is listed


def test_who_has_left_the_round_is_not_due(snapshot_of):
    left = {"E3": {"exited_on": date(2015, 5, 1)}}
    asked = snapshot_of(FIGURES, left, record={"visit": VISITS, "visit_member": TEAMS}).asked()
    assert "E3" not in {row["enterprise"] for row in coaching.visits_due(asked).rows}


def test_overdue_visits_name_their_district_when_they_share_one(snapshot_of):
    late = [visit("V1", "E1", date(2015, 6, 1)), visit("V2", "E2", date(2015, 6, 2))]
    one = snapshot_of(FIGURES, record={"visit": late}).asked()
    assert coaching.head(one) == "2 visits are overdue, both in Nanxun"
    two = snapshot_of(FIGURES, {"E2": {"region": "510104"}}, record={"visit": late}).asked()
    assert coaching.head(two) == "2 visits are overdue, in several districts"


def test_the_head_is_for_the_officer_in_both_languages(asked):
    assert coaching.head(asked) == "1 visit is overdue, in Nanxun; 2 of 4 visits were made by a full team"
    assert coaching.head(asked.but(lang="zh")) == "南浔区有1次入厂逾期；4次入厂中有2次由完整团队完成"


def test_a_visit_to_the_comparison_arm_is_no_coaching_of_pilots(snapshot_of):
    record = {"visit": [visit("V1", "C1", date(2015, 5, 1), date(2015, 5, 1)), visit("V2", "E1", date(2015, 5, 1))]}
    exhibit = coaching.visits(snapshot_of(FIGURES, record=record).asked())
    assert [row["visit"] for row in exhibit.rows] == ["V2"]


def test_the_filters_choose_visits_by_their_enterprise_and_their_day(asked):
    filters = asked.filters
    assert coaching.visits(asked.but(filters=filters.but(sector="C14"))).state == "empty"
    may = asked.but(filters=filters.but(first_month=date(2015, 5, 1), last_month=date(2015, 5, 1)))
    assert [row["visit"] for row in coaching.visits(may).rows] == ["V2", "V3"]


def test_the_public_sees_no_visit_and_no_record_says_so(snapshot_of):
    drawn = snapshot_of(FIGURES, record={"visit": VISITS, "visit_member": TEAMS})
    nothing = snapshot_of(FIGURES).asked()
    for build in (coaching.visits, coaching.team, coaching.visits_due, coaching.enforcement):
        assert build(drawn.asked("public")).state == "not_allowed"
        assert build(nothing).state == "empty"
    assert coaching.head(nothing) == "No visit is recorded for this choice"


def test_an_officer_has_only_the_visits_of_the_own_region(snapshot_of):
    places = {"E2": {"region": "510104"}}
    drawn = snapshot_of(FIGURES, places, record={"visit": VISITS, "visit_member": TEAMS})
    rows = coaching.visits(drawn.asked("officer:510100")).rows
    assert {row["enterprise"] for row in rows} == {"E2"}
