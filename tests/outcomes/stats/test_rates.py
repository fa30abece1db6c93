"""Exact rates: what follows from their definition, and what they say when there is little or nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outcomes.stats import pooled_rate, pooled_rate_ratio, rate_interval, rate_ratio

COUNT, TIME = st.integers(0, 400), st.floats(0.5, 1e6)


def test_no_event_at_all_says_nothing_about_a_ratio():
    found = rate_ratio(0, 100, 0, 100)
    assert (found.ratio, found.lo, found.hi, found.p) == (None, None, None, None)
    assert found.warnings == ("no_events",)


def test_no_event_before_gives_no_ratio_but_a_lower_end():
    found = rate_ratio(5, 100, 0, 100)
    assert found.ratio is None
    assert found.lo > 0
    assert found.hi == float("inf")
    assert found.warnings == ("no_events_before",)


def test_no_exposure_on_one_side_says_nothing_about_a_ratio():
    found = rate_ratio(1, 0, 1, 10)
    assert (found.ratio, found.lo, found.hi, found.warnings) == (None, None, None, ("no_exposure",))


def test_a_missing_count_is_not_a_count_of_zero():
    assert rate_ratio(None, 10, 1, 10).warnings == ("values_missing",)


def test_what_cannot_be_a_count_or_an_exposure_is_a_fault_of_the_program():
    with pytest.raises(ValueError, match="exposure above 0"):
        rate_interval(1, 0)
    with pytest.raises(ValueError, match="0 or more"):
        rate_ratio(-1, 10, 1, 10)
    with pytest.raises(ValueError, match="whole"):
        rate_ratio(1.5, 10, 1, 10)
    with pytest.raises(ValueError, match="same length"):
        pooled_rate([1, 2], [10])


@settings(deadline=None)
@given(COUNT, TIME, COUNT, TIME)
def test_swapping_the_periods_turns_the_ratio_over(k1, t1, k0, t0):
    forth, back = rate_ratio(k1, t1, k0, t0), rate_ratio(k0, t0, k1, t1)
    if k1 + k0:
        assert forth.p == pytest.approx(back.p, rel=1e-6)
        assert forth.lo == pytest.approx(1 / back.hi if back.hi else float("inf"), rel=1e-6)


@settings(deadline=None)
@given(COUNT, TIME, COUNT, TIME)
def test_interval_and_p_never_contradict_each_other(k1, t1, k0, t0):
    found = rate_ratio(k1, t1, k0, t0)
    if found.p is not None and abs(found.p - 0.05) > 1e-6:
        assert (found.p < 0.05) == (not found.lo <= 1 <= found.hi)


@settings(deadline=None)
@given(COUNT, TIME)
def test_more_events_move_both_ends_up(k, t):
    lo, hi = rate_interval(k, t)
    more_lo, more_hi = rate_interval(k + 1, t)
    assert lo <= k / t <= hi
    assert more_lo > lo
    assert more_hi > hi


def test_pooled_ratio_takes_only_enterprises_with_all_four_numbers():
    found = pooled_rate_ratio([1, 2, 50], [10, 10, 10], [4, 5, None], [10, 10, 10])
    assert found.ratio == pytest.approx(3 / 9)
    assert (found.n, found.missing, found.warnings) == (2, 1, ("values_missing",))
    sums = rate_ratio(3, 20, 9, 20)
    assert (found.lo, found.hi, found.p) == (sums.lo, sums.hi, sums.p)


def test_nobody_has_no_rate():
    assert pooled_rate([], []).warnings == ("nobody",)
    assert pooled_rate([None], [None]).rate is None
    assert pooled_rate([0, 0], [0, 0]).warnings == ("no_exposure",)
    assert pooled_rate_ratio([None], [5], [1], [5]).warnings == ("values_missing", "nobody")
