"""Rates are ratios of sums, an index stands on its own baseline, and silence is never a zero."""

from datetime import date

import pytest


def test_rate_is_pooled_over_enterprises_and_not_an_average_of_rates(snapshot_of):
    drawn = snapshot_of("""
        month    enterprise  measure       value
        2015-01  E1          new_injuries  1
        2015-01  E1          hours_worked  10000
        2015-01  E2          new_injuries  0
        2015-01  E2          hours_worked  90000
    """)
    assert drawn.value("injury_frequency") == pytest.approx(10.0)  # 1 in 100,000 h; not (100 + 0) / 2


def test_hours_without_an_injuries_cell_are_left_out_and_counted_as_missing(snapshot_of):
    drawn = snapshot_of("""
        month    enterprise  measure       value
        2015-01  E1          new_injuries  1
        2015-01  E1          hours_worked  10000
        2015-01  E2          hours_worked  90000
    """)
    (row,) = drawn.trend("injury_frequency")
    assert (row["numerator"], row["denominator"]) == (1, 10_000)
    assert (row["reporting"], row["due"], row["enrolled"]) == (1, 2, 2)


def test_a_month_that_nobody_reports_has_an_empty_value_and_not_a_zero(snapshot_of):
    drawn = snapshot_of("""
        month    enterprise  measure       value
        2015-01  E1          hours_worked  10000
        2015-02  E1          new_injuries  0
        2015-02  E1          hours_worked  10000
    """)
    january, february = drawn.trend("injury_frequency")
    assert (january["value"], january["reporting"]) == (None, 0)
    assert (february["value"], february["reporting"]) == (0, 1)


def test_an_index_is_the_geometric_mean_of_each_enterprises_ratio_to_its_own_baseline(snapshot_of):
    drawn = snapshot_of("""
        month    enterprise  measure       value
        2015-01  E1          good_units    100
        2015-01  E1          hours_worked  100
        2015-01  E2          good_units    10
        2015-01  E2          hours_worked  1000
        2015-05  E1          good_units    200
        2015-05  E1          hours_worked  100
        2015-05  E2          good_units    5
        2015-05  E2          hours_worked  1000
    """)
    baseline, *_, training = drawn.trend("labour_productivity")
    assert baseline["value"] == pytest.approx(100)
    assert training["value"] == pytest.approx(100)  # twice and half: the big firm's pieces are not added to the small
    assert training["numerator"] is None  # metres and motors have no sum


def test_coverage_counts_months_due_against_months_sent(snapshot_of):
    drawn = snapshot_of("""
        month    enterprise  measure       value
        2015-01  E1          hours_worked  1
        2015-02  E1          hours_worked  1
        2015-02  E2          hours_worked  1
    """)
    january, february = drawn.trend("reporting_coverage")
    assert (january["value"], february["value"]) == (50, 100)


def test_after_an_enterprise_left_nothing_is_due_from_it_but_it_stays_enrolled(snapshot_of):
    drawn = snapshot_of(
        """
        month    enterprise  measure       value
        2015-01  E1          hours_worked  1
        2015-01  E2          hours_worked  1
        2015-02  E1          hours_worked  1
        """,
        enterprises={"E2": {"exited_on": date(2015, 2, 10)}},
    )
    _, february = drawn.trend("reporting_coverage")
    assert (february["due"], february["enrolled"], february["value"]) == (1, 2, 100)


def test_arms_are_told_apart(snapshot_of):
    drawn = snapshot_of("""
        month    enterprise  measure       value
        2015-01  E1          new_injuries  1
        2015-01  E1          hours_worked  1000000
        2015-01  C1          new_injuries  5
        2015-01  C1          hours_worked  1000000
    """)
    assert drawn.value("injury_frequency") == 1
    assert drawn.trend("injury_frequency", arm="comparison")[0]["value"] == 5


def test_phases_follow_the_rounds_dates(snapshot_of):
    lines = "\n".join(f"2015-{month:02d}  E1  hours_worked  1" for month in range(1, 13))
    drawn = snapshot_of("month  enterprise  measure  value\n" + lines)
    phases = [row["phase"] for row in drawn.trend("reporting_coverage")]
    assert phases == ["baseline"] * 4 + ["training"] * 6 + ["after"] * 2


def test_pairs_keep_each_enterprises_own_numbers_on_both_sides(snapshot_of):
    drawn = snapshot_of("""
        month    enterprise  measure                 value
        2015-01  E1          hazards_due             10
        2015-01  E1          hazards_closed_on_time  5
        2015-05  E1          hazards_due             10
        2015-05  E1          hazards_closed_on_time  9
        2015-05  E2          hazards_due             4
        2015-05  E2          hazards_closed_on_time  1
    """)
    one, two = drawn.asked().ask("pairs", ["hazards_closed_on_time"]).rows
    assert (one["before_value"], one["after_value"]) == (50, 90)
    assert (two["before_value"], two["after_value"]) == (None, 25)
    assert (two["before_months"], two["before_due"]) == (0, 4)
