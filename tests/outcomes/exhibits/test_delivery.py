"""A target is reached, on its way, or cannot be judged yet, by its interval; a chain names each figure's coverage."""

from datetime import date

import pytest

from outcomes.exhibits import delivery
from outcomes.exhibits.delivery.costs import by_month
from outcomes.exhibits.delivery.figure import Figure, figures
from outcomes.exhibits.delivery.targets import reading
from outcomes.exhibits.delivery.verdict import verdict
from outcomes.exhibits.record import recorded

FIRMS = {f"E{n:02d}": {} for n in range(1, 9)}
MONTHS = "\n".join(
    ["enterprise month measure value"]
    + [
        f"{firm} 2015-{month:02d} {measure} {value}"
        for firm in FIRMS
        for month in range(1, 11)
        for measure, value in (
            ("hours_worked", 17000),
            ("new_injuries", 1 if month < 5 or int(firm[1:]) == month else 0),
            ("hazards_due", 10),
            ("hazards_closed_on_time", 5 if month < 5 else 7 + int(firm[1:]) % 3),
        )
    ]
)
TARGET = "indicator target_scope target_of due_on target_value comparator target_status source"
COST = "round month cost_category funder amount"
COSTS = "\n".join(
    [
        COST,
        "R1 2015-05 training ilo 20000",
        "R1 2015-06 visits government 12000",
        "R1 2015-08 visits donor 8000",
    ]
)
BEGAN, DUE, TODAY = date(2015, 5, 1), date(2015, 12, 31), date(2015, 8, 31)


def figure(value, lo=None, hi=None, start=None, **more) -> Figure:
    return Figure(None, value, lo, hi, start, **more)


@pytest.mark.parametrize(
    ("time", "way", "said"),
    [
        (75, None, "on the way; 75% of the time has passed"),
        (75, 40, "on the way; 75% of the time, 40% of the way"),
        (100, 40, "on the way; 40% of the way"),
        (100, None, "on the way"),
    ],
)
def test_how_much_time_has_passed_is_said_until_the_day_has_come(drawn, time, way, said):
    row = {"verdict": "on_way", "indicator": "net_savings", "time_passed": time, "way_covered": way}
    assert reading(drawn().asked(), row) == said


@pytest.mark.parametrize(
    ("told", "comparator", "code"),
    [
        (figure(82, 76, 88), "at_least", "reached"),
        (figure(82, 70, 88), "at_least", "unsure"),
        (figure(60, 50, 70), "at_least", "on_way"),
        (figure(60, 50, 70), "at_most", "reached"),
        (figure(80, 76, 90), "at_most", "on_way"),
        (figure(80, exact=True), "at_least", "reached"),
        (figure(70, exact=True), "at_least", "on_way"),
        (figure(90, state="few"), "at_least", "few"),
        (figure(90, 80, 99, state="incomplete"), "at_least", "incomplete"),
        (figure(None, state="suppressed"), "at_least", "suppressed"),
        (figure(70, exact=True), "at_most", "on_way"),  # what is spent grows until its day
        (figure(None), "at_least", "empty"),
        (figure(90), "at_least", "few"),
        (None, "at_least", "unknown"),
    ],
)
def test_the_interval_decides_whether_a_target_is_reached(told, comparator, code):
    assert verdict(told, 75, comparator, BEGAN, DUE, TODAY).code == code


def test_past_its_day_what_is_not_reached_is_missed_but_what_spans_still_cannot_be_said():
    later = date(2016, 1, 1)
    assert verdict(figure(60, 50, 70), 75, "at_least", BEGAN, DUE, later).code == "missed"
    assert verdict(figure(72, 65, 80), 75, "at_least", BEGAN, DUE, later).code == "unsure"
    assert verdict(figure(60, 50, 70), 75, "at_least", BEGAN, DUE, DUE).code == "missed"
    assert verdict(figure(60, 50, 70), 75, "at_least", BEGAN, DUE, date(2015, 12, 30)).code == "on_way"
    assert verdict(figure(70, exact=True), 75, "at_most", BEGAN, DUE, DUE).code == "reached"


@pytest.mark.parametrize(
    ("told", "comparator", "way"),
    [
        (figure(60, 50, 70, 50), "at_least", 0.4),
        (figure(45, 40, 50, 50), "at_least", 0.0),
        (figure(15, 12, 20, 25), "at_most", None),
        (figure(90, 85, 95, 100), "at_most", 0.4),
        (figure(30, exact=True), "at_least", 0.4),
        (figure(30, exact=True), "at_most", None),
        (figure(75, 70, 80, 75), "at_least", None),
    ],
)
def test_the_way_runs_from_where_it_began_to_the_target(told, comparator, way):
    found = verdict(told, 75, comparator, BEGAN, DUE, TODAY)
    assert found.way == (way if way is None else pytest.approx(way))
    assert found.time == pytest.approx(122 / 244)


@pytest.fixture
def drawn(snapshot_of):
    def draw(*lines, **tables):
        return snapshot_of(MONTHS, FIRMS, record={"target": "\n".join([TARGET, *lines]), **tables})

    return draw


def test_a_target_is_measured_over_its_own_scope_whatever_the_filters_leave(drawn):
    published = drawn("hazards_closed_on_time round R1 2015-12-31 75 at_least official plan")
    whole = delivery.targets(published.asked()).rows[0]
    narrow = delivery.targets(published.asked(sector="C99")).rows[0]
    assert (whole["value"], whole["lo"]) == (narrow["value"], narrow["lo"])
    assert whole["lo"] < whole["value"] < whole["hi"]


def test_every_target_says_whose_it_is_and_when_it_is_due(drawn):
    told = delivery.targets(
        drawn(
            "hazards_closed_on_time round R1 2015-12-31 75 at_least official plan",
            "injury_frequency country . 2015-12-31 20 at_most illustrative plan",
        ).asked()
    )
    lines = {line[0]: line for line in told.table[1:]}
    assert lines["Hazards fixed on time"][1:5] == ["Drawn round", "official", "≥ 75%", "31 Dec 2015"]
    assert lines["Injury frequency"][1:5] == ["whole programme", "illustrative", "≤ 20.0", "31 Dec 2015"]


def test_a_rate_has_the_exact_interval_of_its_own_count(drawn):
    asked = drawn("injury_frequency round R1 2015-12-31 20 at_most planning plan").asked()
    row = delivery.targets(asked).rows[0]
    found = figures(asked, ["injury_frequency"])["injury_frequency"]
    assert (row["value"], row["lo"], row["hi"]) == (found.value, found.lo, found.hi)
    assert row["lo"] < row["value"] < row["hi"] and row["start"] == pytest.approx(1e6 / 17000)


def test_a_target_of_one_enterprise_shows_values_and_no_word(drawn):
    published = drawn("hazards_closed_on_time enterprise E03 2015-12-31 60 at_least planning plan")
    row = delivery.targets(published.asked()).rows[0]
    assert row["value"] == pytest.approx(70) and row["verdict"] == "few" and row["lo"] is None
    assert delivery.targets(published.asked(sector="C99")).state == "empty"
    assert delivery.targets(published.asked("public")).state == "empty"


def test_an_indicator_that_there_is_none_of_is_said_and_no_target_is_a_sentence(drawn, snapshot_of):
    row = delivery.targets(drawn("nonsense country . 2015-12-31 1 at_least planning plan").asked()).rows[0]
    assert row["verdict"] == "unknown"
    (told,) = [
        line[-1] for line in delivery.targets(drawn("x country . 2015-12-31 1 at_least planning p").asked()).table[1:]
    ]
    assert told == "this indicator is not in the catalogue"


def test_without_targets_the_page_says_what_to_do(snapshot_of):
    found = delivery.targets(snapshot_of(MONTHS, FIRMS).asked())
    assert found.state == "empty" and "“targets”" in found.subtitle


def test_the_chain_names_each_steps_figure_and_who_stands_behind_it(drawn):
    visits = [
        "visit round enterprise modules purpose planned_on done_on",
        *(f"V{n} R1 E{n:02d} M5 coaching 2015-06-0{n} 2015-06-0{n}" for n in range(1, 8)),
        "V8 R1 E08 M5 enforcement 2015-06-08 2015-06-08",
    ]
    asked = drawn(visit="\n".join(visits)).asked()
    found = delivery.chain(asked)
    row = {one["indicator"]: one for one in found.rows}
    assert (row["visits_done"]["value"], row["visits_done"]["n"], row["visits_done"]["reporting"]) == (100, 7, 7)
    assert row["practices_in_place"]["state"] == "empty" and row["practices_in_place"]["value"] is None
    assert row["injury_frequency"]["reading"] == "improved"
    assert row["visits_done"]["value"] == recorded(asked, ["visits_done"])["visits_done"].value
    assert any("not a proof" in note for note in found.notes)
    assert found.title.endswith("at its end: 1 improved"), "the leading signs are not its end"
    assert [one["step"] for one in found.rows] == sorted(
        [one["step"] for one in found.rows],
        key=["events", "visits", "practices", "actions", "leading", "outcomes"].index,
    )
    outside = delivery.chain(drawn(visit="\n".join(visits)).asked("public"))
    assert {one["indicator"]: one["state"] for one in outside.rows}["injury_frequency"] == "not_allowed"


def test_costs_add_up_by_category_and_funder_and_a_month_without_is_no_zero(drawn):
    asked = drawn(cost=COSTS).asked()
    found = delivery.costs(asked)
    heads, *lines = found.table
    assert heads[-1] == lines[-1][0] == "Together"
    assert lines[-1][-1] == "CNY 40,000"
    assert "CNY 5,000 for each of 8 enterprises" in found.title and "30%" in found.title
    assert [amount for _, amount in by_month(found.rows)] == [20000, 12000, None, 8000]


def test_costs_are_neither_for_the_public_nor_cut_to_a_district(drawn):
    published = drawn(cost=COSTS)
    assert delivery.costs(published.asked("public")).state == "not_allowed"
    assert delivery.costs(published.asked("officer:330503")).state == "not_allowed"
    narrowed = delivery.costs(published.asked(region="330503"))
    assert "for each" not in narrowed.title and any("whole rounds" in note for note in narrowed.notes)
