"""Two arms: against scipy, and by what a comparison of small groups must and must not say."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats as scipy_stats

from outcomes.stats import difference_in_changes, month_by_month

CHANGES = st.lists(st.integers(-5, 5), min_size=2, max_size=6)


@settings(deadline=None)
@given(CHANGES, CHANGES)
def test_permutation_p_counts_every_split_as_scipy_does(pilot, comparison):
    found = difference_in_changes(pilot, comparison)
    other = scipy_stats.permutation_test(
        (pilot, comparison),
        lambda x, y, axis=-1: np.mean(x, axis=axis) - np.mean(y, axis=axis),
        n_resamples=np.inf,
        vectorized=True,
    )
    assert found.p_permutation == pytest.approx(other.pvalue)
    assert found.permutation_method == "permutation_exact"


@settings(deadline=None)
@given(CHANGES, CHANGES)
def test_swapping_the_arms_turns_the_sign(pilot, comparison):
    forth, back = difference_in_changes(pilot, comparison), difference_in_changes(comparison, pilot)
    assert forth.difference == pytest.approx(-back.difference)
    assert forth.p_permutation == pytest.approx(back.p_permutation)
    if forth.lo is not None:
        assert forth.lo == pytest.approx(-back.hi)


def test_welch_is_scipys():
    pilot, comparison = [1.0, 4, 2, 8, 3, 3], [0.0, 1, 5, 2]
    found, other = difference_in_changes(pilot, comparison), scipy_stats.ttest_ind(pilot, comparison, equal_var=False)
    ends = other.confidence_interval(0.95)
    assert (found.lo, found.hi) == (pytest.approx(ends.low), pytest.approx(ends.high))
    assert found.df == pytest.approx(other.df)
    assert found.p_welch == pytest.approx(other.pvalue)


def test_too_many_splits_are_drawn_with_a_seed_and_land_near_the_exact_p():
    rng = np.random.default_rng(2)
    pilot, comparison = rng.normal(0.8, 1, 9), rng.normal(0, 1, 8)
    exact = difference_in_changes(pilot, comparison)
    drawn = difference_in_changes(pilot, comparison, most_splits=100)
    assert (exact.permutation_method, exact.splits) == ("permutation_exact", 24_310)
    assert (drawn.permutation_method, drawn.splits) == ("permutation_drawn", 20_000)
    assert drawn.p_permutation == pytest.approx(exact.p_permutation, abs=0.01)
    assert drawn == difference_in_changes(pilot, comparison, most_splits=100)
    assert difference_in_changes(pilot, comparison, most_splits=100, seed=1) != drawn


def test_a_drawn_p_counts_the_seen_split_and_is_never_zero():
    found = difference_in_changes([100.0 + i for i in range(20)], [float(i) for i in range(20)])
    assert found.p_permutation == pytest.approx(2 / 20_001)


@pytest.mark.parametrize(
    ("pilot", "comparison", "why"),
    [
        ([1, 2, 3], [], "no_comparison_arm"),
        ([None, None], [1, 2], "no_pilot_arm"),
        ([1, 2, 3], [4], "arm_of_one"),
        ([1, 1, 1], [2, 2], "no_variation"),
    ],
)
def test_arms_too_small_for_an_interval_have_none(pilot, comparison, why):
    found = difference_in_changes(pilot, comparison)
    assert (found.lo, found.hi, found.p_welch) == (None, None, None)
    assert why in found.warnings


LEVELS = np.array([[10.0], [20], [30], [40]])
WIGGLE = np.array([[0.1, -0.2, 0.3, -0.1, 0.2, -0.3]] * 4) * np.array([[1], [-1], [2], [-2]])
BEFORE = [True] * 4 + [False] * 2


def test_months_are_measured_from_each_enterprises_own_baseline():
    pilot = LEVELS + WIGGLE + np.array([0, 0, 0, 0, -3, -4])
    found = month_by_month(pilot, LEVELS[::-1] * 2 + WIGGLE, BEFORE)
    assert [gap.difference for gap in found.months] == pytest.approx([0, 0, 0, 0, -3, -4], abs=1e-9)
    assert found.months[5].hi < 0
    assert found.check == "not_contradicted"


def test_arms_that_drifted_apart_before_the_training_are_said_to():
    drifting = LEVELS + WIGGLE + 2.0 * np.arange(6)
    found = month_by_month(drifting, LEVELS + WIGGLE, BEFORE)
    assert found.slope == pytest.approx(2.0)
    assert found.check == "apart"


def test_two_baseline_months_are_no_check():
    found = month_by_month(LEVELS + WIGGLE, LEVELS + WIGGLE, [True, True, False, False, False, False])
    assert (found.check, found.slope, found.months_before) == ("too_few", None, 2)


def test_an_enterprise_without_a_baseline_is_left_out_and_said():
    gaps = (LEVELS + WIGGLE).tolist()
    gaps[0][:4] = [None] * 4
    found = month_by_month(gaps, LEVELS + WIGGLE, BEFORE)
    assert (found.n_pilot, found.n_comparison, found.warnings) == (3, 4, ("no_baseline_for_some",))


def test_rows_of_another_length_are_refused():
    with pytest.raises(ValueError, match="every row"):
        month_by_month([[1, 2]], [[1, 2, 3]], [True, True, False])
