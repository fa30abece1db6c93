"""The invented figures: the same for a seed, consistent within themselves, and telling the story they were made for."""

from datetime import date
from itertools import pairwise

import pytest

from outcomes import catalogue, demo
from outcomes.demo import cast, reported, season, simulate
from outcomes.demo.story import CORRECTION, LATE, NANXUN, SICHUAN
from outcomes.errors import OutcomesError

SHEETS = demo.tables()
FIRST, SECOND, THIRD, _ = SHEETS.values()
ALL = [row for sheet in (FIRST, SECOND, THIRD) for row in sheet["monthly"]]
KEYS = ("enterprise", "month", "quality", "received_on")


def numbers(row):
    return {name: value for name, value in row.items() if name not in KEYS and isinstance(value, int)}


def test_the_same_seed_gives_the_same_figures_and_another_seed_gives_others():
    assert demo.tables(seed=7) == demo.tables(seed=7)
    assert demo.tables(seed=7) != demo.tables(seed=8)


def test_more_enterprises_change_nothing_for_the_first_ten():
    more = {(row["enterprise"], row["month"]): row for row in demo.tables(enterprises=14)[list(SHEETS)[1]]["monthly"]}
    assert all(more[row["enterprise"], row["month"]] == row for row in SECOND["monthly"])
    assert {"NX-11", "NX-14"} <= {code for code, _ in more}


def test_every_measure_of_the_catalogue_is_reported_and_no_other():
    assert set().union(*ALL) - set(KEYS) == set(catalogue.measures())
    assert set().union(*(numbers(row) for row in ALL)) == set(catalogue.measures())


def test_no_figure_is_negative_or_above_the_figure_that_limits_it():
    limits = {name: measure.not_above for name, measure in catalogue.measures().items() if measure.not_above}
    for row in ALL:
        given = numbers(row)
        assert min(given.values()) >= 0
        for name, limit in limits.items():
            if name in given and limit in given:
                assert given[name] <= given[limit], (row["enterprise"], row["month"], name)


@pytest.mark.parametrize("seed", [1, 2, 3, 2015])
def test_hours_a_worker_are_usual_and_drop_at_spring_festival(seed):
    months = season.months_from(NANXUN.baseline_start, 18)
    for firm in cast.second_round(10, seed):
        figures = simulate.live(firm, NANXUN, months, seed)
        each = [h / w for h, w in zip(figures["hours_worked"], figures["workers"], strict=True)]
        usual = [value for month, value in zip(months, each, strict=True) if month.month not in (1, 2, 3)]
        assert min(usual) >= 140 and max(usual) <= 230
        assert 60 <= min(each) == each[months.index(date(2015, 2, 1))] < 0.7 * max(each)


def test_more_workers_leave_in_the_month_after_spring_festival_than_in_any_other():
    left = dict.fromkeys(season.months_from(date(2014, 5, 1), 12), 0)
    for seed in range(5):
        for firm in cast.HUZHOU_COMPARISON:
            for month, leavers in zip(left, simulate.live(firm, NANXUN, list(left), seed)["leavers"], strict=True):
                left[month] += leavers
    assert max(left, key=left.get) == date(2015, 3, 1)


def test_hazards_are_fixed_on_time_more_often_and_overtime_is_worse_in_the_pilots_only():
    before, after = change("NX", "hazards_closed_on_time", "hazards_due")
    assert 20 <= after - before <= 32
    before, after = change("NX", "overtime_hours", "hours_worked")
    assert 2 <= after - before <= 4
    before, after = change("HZ", "overtime_hours", "hours_worked")
    assert abs(after - before) <= 1


def change(letters, top, bottom):
    """Whole percent before and since the training began, pooled over enterprises."""
    sums = {False: [0, 0], True: [0, 0]}
    for row in SECOND["monthly"] + THIRD["monthly"]:
        given = numbers(row)
        if row["enterprise"].startswith(letters) and top in given and bottom in given:
            side = sums[row["month"] >= NANXUN.training_start]
            side[0] += given[top]
            side[1] += given[bottom]
    return tuple(round(100 * sums[side][0] / sums[side][1]) for side in (False, True))


def test_injuries_in_the_nanxun_pilots_fall_but_are_too_few_to_prove_anything():
    cases = {False: 0, True: 0}
    for row in SECOND["monthly"] + THIRD["monthly"]:
        if row["enterprise"].startswith("NX"):
            cases[row["month"] >= NANXUN.training_start] += numbers(row).get("new_injuries", 0)
    assert 8 <= cases[False] <= 13
    assert 1 <= cases[True] <= 4


def test_one_enterprise_withdraws_one_is_late_and_one_lost_two_months():
    months = {code: [] for code in ("NX-10", "NX-07", "NX-05", "NX-01")}
    for row in SECOND["monthly"]:
        months.setdefault(row["enterprise"], []).append(row["month"])
    everything = season.months_from(date(2014, 5, 1), 17)
    assert months["NX-01"] == everything
    assert months["NX-10"] == everything[:14]
    assert months["NX-07"] == everything[:-1]
    assert [month for month in everything if month not in months["NX-05"]] == [date(2014, 8, 1), date(2014, 9, 1)]
    assert all(
        (row["received_on"] - season.next_month(row["month"])).days > 20
        for row in SECOND["monthly"] + THIRD["monthly"]
        if row["enterprise"] in LATE and row["month"] >= NANXUN.training_start
    )


def test_one_cell_is_mistyped_in_the_second_workbook_and_right_in_the_third():
    def cells(sheet):
        return [row for row in sheet["monthly"] if (row["enterprise"], row["month"]) == ("NX-04", CORRECTION.month)]

    (wrong,), (right,) = cells(SECOND), cells(THIRD)
    assert (wrong["hours_worked"], right["hours_worked"]) == (9_100, 19_100)
    differing = {name for name in wrong if wrong[name] != right[name]}
    assert differing == {"hours_worked", "received_on"}


def test_the_comparison_group_has_no_training_and_no_improvement_team():
    firm = cast.HUZHOU_COMPARISON[0]
    months = season.months_from(NANXUN.baseline_start, 18)
    assert all(row["eit_meetings_held"] is None for row in reported.rows(firm, NANXUN, months, 1))
    assert not simulate.live(firm, NANXUN, months, 1)["eit_meetings_planned"][-1]


def test_a_round_can_be_made_longer_and_months_stay_in_order():
    sheets = demo.tables(enterprises=2, months=40)
    assert list(sheets)[2] == "03-nanxun-2015-august-2017-and-corrections"
    rows = [row["month"] for row in list(sheets.values())[1]["monthly"] if row["enterprise"] == "NX-01"]
    assert len(rows) == 39 and all(season.next_month(a) == b for a, b in pairwise(rows))


@pytest.mark.parametrize("size", [{"enterprises": 0}, {"months": 0}, {"months": 1_000}])
def test_an_impossible_size_is_refused_with_a_sentence(size):
    with pytest.raises(OutcomesError, match="Choose 1 to"):
        demo.tables(**size)


def test_nobody_can_take_an_enterprise_for_a_real_one():
    names = [row["legal_name"] for sheet in (FIRST, SECOND) for row in sheet["enterprises"]]
    assert len(set(names)) == 28 and all("演示企业" in name and "虚构" in name for name in names)
    assert {row["data_kind"] for sheet in (FIRST, SECOND) for row in sheet["rounds"]} == {"demonstration"}
    assert SICHUAN.months == 24
