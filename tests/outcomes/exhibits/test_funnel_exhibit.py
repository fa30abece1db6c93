"""The funnel: rates from the rows, limits from the statistics, and a sentence where there is no funnel to draw."""

import pytest

import outcomes.stats as stats
from outcomes import catalogue
from outcomes.charts import LIGHT
from outcomes.exhibits import funnel
from outcomes.exhibits.units import kind_of

FR = "injury_frequency"


def drawn(snapshot_of, cases: list[int], hours: list[int], districts: list[str] | None = None):
    """One month before and one after, each enterprise with its cases and hours after."""
    lines, places = ["month  enterprise  measure  value"], {}
    for number, (k, h) in enumerate(zip(cases, hours, strict=True)):
        name = f"E{number:02d}"
        places[name] = {"region": districts[number]} if districts else {}
        for month in (1, 2, 3, 4, 5):
            lines.append(f"2015-{month:02d}  {name}  hours_worked  {h}")
            lines.append(f"2015-{month:02d}  {name}  new_injuries  {k if month == 5 else 0}")
    return snapshot_of("\n".join(lines), places)


HOURS = [20_000, 30_000, 40_000, 50_000, 60_000, 70_000, 80_000, 90_000, 100_000, 25_000]
QUIET = [0, 1, 1, 1, 2, 1, 2, 2, 3, 0]


def test_rates_are_cases_over_hours_of_each_enterprise_after(snapshot_of):
    exhibit = funnel(drawn(snapshot_of, QUIET, HOURS).asked(), FR)
    assert [row["events"] for row in exhibit.rows] == QUIET
    assert [row["exposure"] for row in exhibit.rows] == HOURS
    for row in exhibit.rows:
        assert row["crude_rate"] == pytest.approx(1_000_000 * row["events"] / row["exposure"])
    assert [row["unit"] for row in exhibit.rows] == sorted(row["unit"] for row in exhibit.rows)


def test_shrunken_rates_lie_between_the_own_and_the_common_one(snapshot_of):
    uneven = [12, 1, 0, 1, 2, 9, 2, 0, 3, 0]
    exhibit = funnel(drawn(snapshot_of, uneven, HOURS).asked(), FR)
    common = 1_000_000 * sum(uneven) / sum(HOURS)
    expected = stats.shrunken_rates(uneven, HOURS).rates
    for row, rate in zip(exhibit.rows, expected, strict=True):
        assert row["shrunken_rate"] == pytest.approx(1_000_000 * rate)
        low, high = sorted((row["crude_rate"], common))
        assert low - 1e-9 <= row["shrunken_rate"] <= high + 1e-9
    assert any("gamma-Poisson" in note for note in exhibit.notes)


def test_a_quiet_funnel_says_that_the_differences_are_those_of_chance(snapshot_of):
    title = funnel(drawn(snapshot_of, QUIET, HOURS).asked(), FR).title
    assert title.startswith("All 10 enterprises lie inside")


def test_who_lies_outside_is_counted_beside_what_chance_would_give(snapshot_of):
    exhibit = funnel(drawn(snapshot_of, [12, 1, 0, 1, 2, 9, 2, 0, 3, 0], HOURS).asked(look=LIGHT), FR)
    outside = [row for row in exhibit.rows if row["place"] != "inside"]
    assert exhibit.title.startswith(
        f"{['One', 'Two', 'Three'][len(outside) - 1]} of 10 enterprises outside the 95% limits"
    )
    assert "more than chance would give" in exhibit.title
    assert "E00" not in exhibit.title
    assert exhibit.results[1]["k"] == len(outside)


def test_the_limits_drawn_are_those_the_places_were_judged_by(snapshot_of):
    exhibit = funnel(drawn(snapshot_of, QUIET, HOURS).asked(look=LIGHT), FR)
    lines = [trace for trace in exhibit.figure.to_dict()["data"] if trace["mode"] == "lines"]
    at = lines[2]["x"]
    wanted = stats.funnel_limits(sum(QUIET) / sum(HOURS), at).lo95
    assert lines[2]["y"] == pytest.approx([1_000_000 * value for value in wanted])


@pytest.mark.parametrize(
    ("indicator", "kind"),
    [
        ("injury_frequency", "poisson"),
        ("hazards_closed_on_time", "binomial"),
        ("suggestion_rate", "poisson"),
        ("eit_meetings", "poisson"),  # more may be held than were planned
        ("overtime_share", None),
        ("labour_productivity", None),
        ("reporting_coverage", None),
        ("defect_rate", None),
    ],
)
def test_counts_of_a_quantity_are_poisson_parts_of_a_count_binomial_the_rest_no_count(indicator, kind):
    assert kind_of(catalogue.indicators()[indicator]) == kind


def test_what_is_no_count_nobody_and_too_few_are_sentences(snapshot_of):
    case = drawn(snapshot_of, QUIET[:9], HOURS[:9])
    few = funnel(case.asked(), FR)
    assert (few.state, few.title) == (
        "empty",
        "No funnel: 9 enterprises have figures in both periods, and it takes 10",
    )
    assert "is not a count" in funnel(case.asked(), "overtime_share").title
    assert funnel(case.asked(size="micro"), FR).title == "No enterprise fits these filters"
    assert "no enterprise has figures both before and after" in funnel(case.asked(), "suggestion_rate").title
    assert funnel(case.asked("public"), FR).state == "not_allowed"


def test_one_and_two_enterprises_are_hidden(snapshot_of):
    assert funnel(drawn(snapshot_of, [1, 2], [9_000, 9_000]).asked(), FR).state == "suppressed"


def test_without_a_single_case_or_without_an_hour_there_is_a_sentence(snapshot_of):
    none = funnel(drawn(snapshot_of, [0] * 10, HOURS).asked(look=LIGHT), FR)
    assert none.state == "empty"
    assert "not one case" in none.title


def test_zero_hours_are_no_exposure_and_leave_the_enterprise_out(snapshot_of):
    exhibit = funnel(drawn(snapshot_of, [*QUIET, 0], [*HOURS, 0]).asked(), FR)
    assert len(exhibit.rows) == 10
    nothing = funnel(drawn(snapshot_of, [0] * 10, [0] * 10).asked(), FR)
    assert nothing.state == "empty"


def test_by_district_only_what_may_be_shown_is_in_it(snapshot_of):
    codes = [f"5101{n:02d}" for n in (4, 5, 6, 7, 8, 12, 13, 14, 15, 16, 17)]
    homes = [code for code in codes for _ in range(3)] + ["510118", "510118"]
    case = drawn(snapshot_of, [1] * len(homes), [50_000] * len(homes), homes)
    exhibit = funnel(case.asked(), FR, by="district")
    names = [row["unit"] for row in exhibit.rows]
    assert len(names) == 10  # of twelve: the one of two, and the one that would give it away
    assert "Xinjin" not in names
    assert {row["enterprises"] for row in exhibit.rows} == {3}
    assert "10 districts" in exhibit.title


def test_few_districts_make_no_funnel(snapshot_of):
    exhibit = funnel(drawn(snapshot_of, QUIET, HOURS).asked(), FR, by="district")
    assert (exhibit.state, exhibit.title) == ("empty", "No funnel by district: 1 can be shown, and it takes 10")
