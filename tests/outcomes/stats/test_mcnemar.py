"""Yes or no before and after: textbook numbers, the ends, and what is no comparison."""

import pytest

from outcomes.stats import paired_shares


def test_the_exact_p_is_the_binomial_one_of_the_pairs_that_changed():
    # 10 changed, 8 of them for the better: 2 * P(X <= 2), X ~ Binomial(10, 1/2) = 112/1024
    found = paired_shares(both=20, gained=8, lost=2, neither=10)
    assert found.p == pytest.approx(112 / 1024)
    assert (found.before, found.after, found.difference) == (22 / 40, 28 / 40, 6 / 40)


def test_the_interval_is_the_adjusted_wald_one_worked_by_hand():
    # n + 2 = 42, (8.5 - 2.5) / 42 = .1429, sqrt(11 - 36/42) / 42 = .0758, times 1.95996
    found = paired_shares(20, 8, 2, 10)
    assert (found.lo, found.hi) == (pytest.approx(-0.0058, abs=1e-4), pytest.approx(0.2915, abs=1e-4))


def test_nobody_changed_is_an_interval_and_no_p():
    found = paired_shares(6, 0, 0, 6)
    assert found.p is None
    assert found.lo < 0 < found.hi
    assert found.difference == 0


def test_five_pairs_have_no_interval_and_none_have_nothing():
    assert paired_shares(1, 3, 0, 1).lo is None
    assert paired_shares(1, 3, 0, 1).warnings == ("five_or_fewer",)
    assert paired_shares(0, 0, 0, 0).difference is None


def test_a_count_below_zero_is_a_mistake_of_the_program():
    with pytest.raises(ValueError, match="whole numbers"):
        paired_shares(1, -1, 0, 0)
