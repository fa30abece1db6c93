"""How many units chance puts outside the limits: exact, and confirmed by drawing units at random."""

import numpy as np
import pytest
from scipy import stats

from outcomes.stats import funnel, outside


def test_one_unit_is_outside_as_often_as_its_counts_say():
    found = funnel([5], [10.0], target=0.5)
    low, high = stats.poisson.ppf([0.025, 0.975], 5)
    told = outside(found, [10.0])
    assert told.k == 0
    assert told.expected == pytest.approx(stats.poisson.cdf(low - 1, 5) + stats.poisson.sf(high, 5))
    assert told.p == 1


def test_shares_count_by_the_binomial():
    found = funnel([20, 2], [20, 20], target=0.5, kind="binomial")
    told = outside(found, [20, 20])
    each = stats.binom.cdf(5, 20, 0.5) + stats.binom.sf(14, 20, 0.5)
    assert (told.k, told.n) == (2, 2)
    assert told.expected == pytest.approx(2 * each)
    assert told.p == pytest.approx(each**2)


@pytest.mark.parametrize("kind", ["poisson", "binomial"])
def test_units_drawn_at_random_lie_outside_as_often_as_expected(kind):
    rng = np.random.default_rng(5)
    size = np.array([40, 60, 80, 100, 150, 200, 300, 400, 55, 75])
    seen = []
    for _ in range(600):
        events = rng.poisson(0.3 * size) if kind == "poisson" else rng.binomial(size, 0.3)
        told = outside(funnel(events, size, target=0.3, kind=kind), size)
        seen.append(told.k)
    assert told.expected <= 0.05 * len(size)
    assert np.mean(seen) == pytest.approx(told.expected, abs=4 * np.std(seen) / np.sqrt(len(seen)))


def test_a_unit_without_a_value_is_not_expected_anywhere():
    whole = outside(funnel([5, 7], [10.0, 10.0], target=0.5), [10.0, 10.0])
    gap = outside(funnel([5, None, 7, 3], [10.0, 10.0, 10.0, 0.0], target=0.5), [10.0, 10.0, 10.0, 0.0])
    assert (gap.n, gap.expected) == (2, pytest.approx(whole.expected))


def test_nobody_is_a_warning_and_no_number():
    told = outside(funnel([None], [None]), [None])
    assert (told.k, told.expected, told.p, told.warnings) == (0, None, None, ("nobody",))


def test_another_length_is_a_mistake_of_the_program():
    with pytest.raises(ValueError, match="same length"):
        outside(funnel([1], [10.0]), [10.0, 20.0])
