"""Months in a row: runs about a frozen median, XmR rules, charts for counts, and segmented regression."""

import numpy as np
import pytest

from outcomes.stats import interrupted_series, p_chart, run_chart, u_chart, xmr

CALM = [10, 12, 9, 11, 10, 8, 11, 12, 9, 10, 11, 9]


def rules_of(values, **more):
    return {signal.index: signal.rules for signal in xmr(values, **more).signals}


def test_points_on_the_median_and_missing_months_neither_end_nor_lengthen_a_run():
    found = run_chart([1, 3, 2, 5, 2, 5, None, 5, 1], [True] * 3 + [False] * 6)
    assert (found.median, found.n, found.on_median, found.missing) == (2, 3, 2, 1)
    assert (found.runs, found.longest, found.side) == (3, 4, "above")
    assert (found.longest_after, found.side_after) == (3, "above")
    assert found.chance_one_side is None


def test_all_months_after_on_one_side_come_with_the_chance_of_it():
    found = run_chart([5, 4, 6, 5, 4, 6, 1, 2, 1, 2, 1], [True] * 6 + [False] * 5)
    assert (found.longest_after, found.side_after, found.chance_one_side) == (5, "below", 1 / 32)


def test_the_median_stays_frozen_whatever_comes_after():
    assert run_chart([5, 4, 6, 100, 100], [1, 1, 1, 0, 0]).median == 5


@pytest.mark.parametrize(
    ("values", "baseline", "why"),
    [
        ([], [], "no_values"),
        ([None, None], [1, 0], "no_values"),
        ([None, 3], [1, 0], "no_baseline"),
        ([3], [1], "single_month"),
    ],
)
def test_a_run_chart_without_months_says_so(values, baseline, why):
    assert why in run_chart(values, baseline).warnings


def test_below_twelve_points_there_are_no_limits_and_no_flags():
    found = xmr([*CALM[:10], 99])
    assert (found.lo, found.hi, found.signals) == (None, None, ())
    assert found.warnings == ("fewer_than_twelve",)


def test_a_short_phase_after_a_long_baseline_is_drawn_but_not_judged():
    few = xmr([*CALM, *[99] * 5], [True] * 12 + [False] * 5)
    assert (few.signals, few.judged_after, few.warnings) == ((), False, ("fewer_than_twelve_after",))
    many = xmr([*CALM, *[99] * 12], [True] * 12 + [False] * 12)
    assert many.judged_after
    assert {signal.index for signal in many.signals} >= set(range(12, 24))
    assert (many.mean, many.hi) == (few.mean, few.hi)


def test_seven_on_one_side_are_marked_and_six_are_not():
    assert all("seven_one_side" in rules_of(CALM + [10.5] * 7)[i] for i in range(12, 19))
    frozen = {"is_baseline": [True] * 12 + [False] * 12}
    low = [9.9] * 5 + [10.5] + [9.9] * 6  # the baseline ends below its mean: six in a row, twice
    assert not any("seven_one_side" in rules for rules in rules_of(CALM + low, **frozen).values())


def test_seven_rising_points_are_marked_and_six_are_not():
    frozen = {"is_baseline": [True] * 12 + [False] * 12}
    seven = [9.0, 9.4, 9.8, 10.2, 10.6, 11.0, 11.4, 9, 11, 9, 11, 9]
    six = [9.0, 9.4, 9.8, 10.2, 10.6, 11.0, 9, 11, 9, 11, 9, 11]
    marked = [i for i, rules in rules_of(CALM + seven, **frozen).items() if "seven_trend" in rules]
    assert marked == list(range(12, 19))
    assert not any("seven_trend" in rules for rules in rules_of(CALM + six, **frozen).values())


def test_two_of_three_near_one_limit_are_marked():
    found = xmr(CALM)
    near = (found.near_hi + found.hi) / 2
    after = [near, 10.6, near, 9, 11, 9, 11, 9, 11, 9, 11, 9]
    rules = rules_of(CALM + after, is_baseline=[True] * 12 + [False] * 12)
    assert rules == {12: ("two_of_three",), 14: ("two_of_three",)}


def test_a_missing_month_ends_a_run_and_makes_no_moving_range():
    frozen = {"is_baseline": [True] * 12 + [False] * 14}
    broken = [10.5] * 4 + [None] + [10.5] * 3 + [9, 11, 9, 11, 9, 11]
    assert not any("seven_one_side" in rules for rules in rules_of(CALM + broken, **frozen).values())
    gap = [*CALM[:6], None, *[value + 0.0 for value in CALM[6:]], 10]
    assert xmr(gap).missing == 1
    assert xmr(gap).moving_range != pytest.approx(xmr(CALM).moving_range)


def test_baseline_without_variation_has_no_limits():
    assert xmr([5] * 12).warnings == ("no_variation",)


def test_u_limits_are_narrower_where_there_is_more_exposure():
    found = u_chart([6] * 12, [100, 200] * 6)
    centre = 72 / 1800
    assert found.centre == pytest.approx(centre)
    assert found.hi[0] == pytest.approx(centre + 3 * np.sqrt(centre / 100))
    assert found.hi[1] < found.hi[0]
    assert found.lo[0] == 0
    assert found.warnings == ("rare_events",)


def test_u_chart_marks_a_month_beyond_its_own_limit_only():
    exposure = [100] * 24
    events = [10] * 12 + [10, 19, 20, 9, 10, 11, 10, 9, 10, 11, 9, 10]
    found = u_chart(events, exposure, [True] * 12 + [False] * 12)
    assert found.outside == (14,)  # the limit is 10 + 3 sqrt(10) = 19.49


def test_p_limits_stay_between_none_and_all():
    found = p_chart([9, 10] * 6, [10] * 12)
    assert max(found.hi) == 1
    assert found.lo[0] == pytest.approx(0.95 - 3 * np.sqrt(0.95 * 0.05 / 10))


def test_very_large_denominators_that_move_by_more_than_chance_are_said_to():
    assert "overdispersed" in p_chart([1000, 1500] * 6, [100_000] * 12).warnings
    assert "overdispersed" not in p_chart([1000, 1020] * 6, [100_000] * 12).warnings


def test_charts_of_counts_without_events_or_with_few_months_have_no_limits():
    assert u_chart([0] * 12, [5] * 12).warnings == ("no_events",)
    assert u_chart([1] * 11, [5] * 11).warnings == ("fewer_than_twelve",)
    assert u_chart([1], [0]).warnings == ("months_missing", "no_baseline")
    with pytest.raises(ValueError, match="more cases"):
        p_chart([3], [2])


def series(step: float, turn: float = 0.0, months: int = 48, start: int = 24, noise: float = 1.0):
    month = np.arange(months)
    season = 5 * np.sin(2 * np.pi * month / 12)
    line = 50 + 0.3 * month + step * (month >= start) + turn * np.maximum(0, month - start)
    return line + season + np.random.default_rng(6).normal(0, noise, months)


def test_a_step_and_a_turn_are_found_through_trend_and_season():
    found = interrupted_series(series(-6, -0.5), 24)
    assert found.level_lo < -6 < found.level_hi < 0
    assert found.slope_lo < -0.5 < found.slope_hi < 0
    assert (found.season, found.method) == ("month_of_year", "segmented_newey_west")


def test_without_a_step_none_is_found():
    found = interrupted_series(series(0), 24)
    assert found.level_lo < 0 < found.level_hi


def test_a_halved_rate_of_counts_with_exposure_is_found():
    rng = np.random.default_rng(4)
    hours = rng.uniform(800, 1200, 48)
    rate = 0.05 * np.where(np.arange(48) >= 24, 0.5, 1) * (1 + 0.2 * np.sin(2 * np.pi * np.arange(48) / 12))
    found = interrupted_series(rng.poisson(rate * hours), 24, exposure=hours, kind="poisson")
    assert found.level_lo < 0.5 < found.level_hi < 1
    assert found.slope_lo < 1 < found.slope_hi


def test_rare_counts_take_waves_instead_of_months_of_the_year_and_say_so():
    counts = np.random.default_rng(1).poisson(0.5, 36)
    found = interrupted_series(counts, 24, exposure=[1000.0] * 36, kind="poisson")
    assert found.season == "harmonic"
    assert "season_harmonic" in found.warnings


@pytest.mark.parametrize(
    ("values", "start", "kind", "why"),
    [
        ([1.0, 2.0] * 11 + [1.0], 12, "linear", "fewer_than_twenty_four"),
        ([1.0, 2.0] * 12, 23, "linear", "one_side_too_short"),
        ([0] * 30, 15, "poisson", "no_events"),
        ([4.0] * 30, 15, "linear", "no_variation"),
        ([], 0, "linear", "fewer_than_twenty_four"),
        ([None] * 40, 20, "linear", "fewer_than_twenty_four"),
    ],
)
def test_too_short_or_empty_series_get_a_result_that_says_so(values, start, kind, why):
    found = interrupted_series(values, start, kind=kind)
    assert (found.level, found.slope, found.season) == (None, None, "none")
    assert why in found.warnings


def test_months_of_the_training_that_are_blanked_do_not_move_the_step():
    values = list(series(-6))
    blanked = [None if 24 <= i < 27 else value for i, value in enumerate(values)]
    found = interrupted_series(blanked, 24)
    assert (found.n, found.missing) == (45, 3)
    assert found.level_lo < -6 < found.level_hi
