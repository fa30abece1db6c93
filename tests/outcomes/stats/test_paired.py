"""Paired change: its own symmetries, and what it says of few, alike and missing pairs."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats as scipy_stats

from outcomes.stats import geometric_mean_ratio, hodges_lehmann, signed_rank

STEPS = st.lists(st.integers(-8, 8), min_size=6, max_size=11)


def test_five_pairs_have_a_middle_but_no_interval():
    found = hodges_lehmann([1, 2, 3, 4, 5], [2, 3, 4, 5, 6])
    assert found.estimate == 1
    assert (found.lo, found.hi, found.p) == (None, None, None)
    assert found.warnings == ("five_or_fewer",)


def test_identical_pairs_do_not_move():
    found = hodges_lehmann([3.0] * 8, [3.0] * 8)
    assert (found.estimate, found.lo, found.hi, found.p) == (0, 0, 0, 1)
    assert (found.unchanged, found.zeros, found.warnings) == (8, "pratt", ("identical_changes",))


def test_a_pair_with_one_side_missing_is_left_out_and_counted():
    whole = hodges_lehmann([1, 2, 3, 4, 5, 6], [2, 2, 5, 3, 7, 9])
    gaps = hodges_lehmann([1, None, 2, 3, 4, 5, 6, 9], [2, 4, 2, 5, 3, 7, 9, float("nan")])
    assert (gaps.estimate, gaps.lo, gaps.hi, gaps.p, gaps.n) == (whole.estimate, whole.lo, whole.hi, whole.p, 6)
    assert (gaps.missing, gaps.warnings) == (2, ("pairs_missing",))


def test_a_confidence_out_of_reach_gives_no_interval():
    found = hodges_lehmann(np.zeros(6), np.arange(6.0), confidence=0.99)
    assert (found.lo, found.hi, found.warnings) == (None, None, ("confidence_out_of_reach",))


def test_with_ties_an_interval_that_touches_no_change_beside_a_small_p_is_said():
    found = hodges_lehmann([0] * 9, [4, 2, 4, -2, 1, 2, 0, 2, 5])
    assert (found.lo, found.p) == (0, 0.046875)
    assert found.warnings == ("interval_and_p_differ",)


def test_zeros_are_named_in_the_result():
    assert hodges_lehmann(np.zeros(6), [0, 1, 2, 3, 4, 5]).zeros == "pratt"
    assert hodges_lehmann(np.zeros(6), [1, 1, 2, 3, 4, 5]).zeros == "none"


@settings(deadline=None)
@given(STEPS)
def test_swapping_before_and_after_turns_the_sign_of_everything(change):
    zero = [0] * len(change)
    forth, back = hodges_lehmann(zero, change), hodges_lehmann(change, zero)
    assert (forth.estimate, forth.lo, forth.hi) == (-back.estimate, -back.hi, -back.lo)
    assert forth.p == pytest.approx(back.p)


@settings(deadline=None)
@given(STEPS, st.integers(-100, 100), st.sampled_from([0.001, 0.5, 3.0, 1e6]))
def test_other_units_change_the_numbers_and_not_the_p(change, start, unit):
    zero = [start] * len(change)
    one = hodges_lehmann(zero, np.add(zero, change))
    other = hodges_lehmann(np.multiply(zero, unit), np.add(zero, change) * unit)
    assert other.estimate == pytest.approx(one.estimate * unit, rel=1e-6, abs=1e-6 * unit)
    assert (other.lo, other.hi) == tuple(
        pytest.approx(end * unit, rel=1e-6, abs=1e-6 * unit) for end in (one.lo, one.hi)
    )


@settings(deadline=None)
@given(STEPS)
def test_signed_rank_p_with_ties_and_zeros_is_scipys_permutation_over_all_signs(change):
    found = signed_rank([0] * len(change), change)
    if not any(change):
        assert found.p == 1
        return
    ranks = scipy_stats.rankdata(np.abs(change)) * (np.array(change) != 0)
    signs = np.array(np.meshgrid(*[[0, 1]] * len(change))).reshape(len(change), -1)
    sums, centre = ranks @ signs, ranks.sum() / 2
    assert found.p == pytest.approx(np.mean(np.abs(sums - centre) >= abs(found.v - centre) - 1e-9))


def test_signed_rank_without_ties_is_scipys_exact_test():
    change = np.random.default_rng(3).normal(0.4, 1, 40)
    assert signed_rank(np.zeros(40), change).p == pytest.approx(scipy_stats.wilcoxon(change, method="exact").pvalue)


def test_very_many_pairs_take_the_normal_approximation_and_say_so():
    change = np.random.default_rng(4).normal(0.1, 1, 400)
    found = signed_rank(np.zeros(400), change)
    assert found.method == "signed_rank_normal"
    other = scipy_stats.wilcoxon(change, method="asymptotic", correction=False).pvalue
    assert found.p == pytest.approx(other, rel=1e-6)


def test_a_value_of_zero_has_no_logarithm_and_is_not_left_out_silently():
    found = geometric_mean_ratio([1, 2, 3, 4, 5, 6, 7], [1, 0, 3, 4, 5, 6, 7])
    assert (found.estimate, found.lo, found.hi, found.n) == (None, None, None, 7)
    assert found.warnings == ("not_above_zero",)


def test_the_same_ratio_everywhere_is_a_point():
    before = [1.0, 2.0, 3.0, 7.0, 0.3, 11.0]
    found = geometric_mean_ratio(before, [1.1 * value for value in before])
    assert (found.estimate, found.lo, found.hi) == (pytest.approx(1.1),) * 3
    assert found.warnings == ("identical_changes",)


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(0.1, 100), st.floats(0.1, 100)), min_size=6, max_size=12))
def test_swapping_before_and_after_turns_a_ratio_over(pairs):
    before, after = zip(*pairs, strict=True)
    forth, back = geometric_mean_ratio(before, after), geometric_mean_ratio(after, before)
    assert forth.estimate == pytest.approx(1 / back.estimate)
    assert forth.lo == pytest.approx(1 / back.hi)


def test_lists_of_unequal_length_are_refused():
    for method in (hodges_lehmann, geometric_mean_ratio, signed_rank):
        with pytest.raises(ValueError, match="same length"):
            method([1, 2], [1])
