"""Units beside each other: funnel places, shrunken rates, Holm."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats as scipy_stats
from statsmodels.stats.multitest import multipletests

from outcomes.stats import funnel, funnel_limits, holm, shrunken_rates


@pytest.mark.parametrize("kind", ["poisson", "binomial"])
@pytest.mark.parametrize("method", ["predictive", "inverted_exact"])
def test_the_outer_limits_lie_outside_the_inner_and_all_close_in_on_the_target(kind, method):
    size = np.array([10, 30, 100, 1000, 100_000])
    found = funnel_limits(0.3, size, kind, method)
    lo998, lo95, hi95, hi998 = (np.array(ends) for ends in (found.lo998, found.lo95, found.hi95, found.hi998))
    assert (lo998 <= lo95).all()
    assert (lo95 <= 0.3).all()
    assert (hi95 >= 0.3).all()
    assert (hi998 >= hi95).all()
    assert hi998[-1] - lo998[-1] < 0.03 < hi998[0] - lo998[0]


def test_inverted_binomial_limits_are_clopper_and_pearsons_around_the_expected_count():
    found = funnel_limits(0.3, [20], "binomial", "inverted_exact")
    ends = scipy_stats.binomtest(6, 20).proportion_ci(0.95, method="exact")
    assert (found.lo95[0], found.hi95[0]) == (pytest.approx(ends.low), pytest.approx(ends.high))


@pytest.mark.parametrize(
    ("events", "place"),
    [
        (5, "low_998"),
        (6, "low_95"),
        (9, "low_95"),
        (10, "inside"),
        (27, "inside"),
        (28, "high_95"),
        (32, "high_95"),
        (33, "high_998"),
    ],
)
def test_places_follow_the_quantiles_and_a_value_on_its_limit_is_inside(events, place):
    assert funnel([events], [18], target=1.0).places == (place,)  # Poisson(18): 95 % in 10 to 27, 99.8 % in 6 to 32


def test_units_without_exposure_have_no_place_and_few_units_are_a_warning():
    found = funnel([1, None, 3, 2], [10, 10, 0, 12])
    assert found.places == ("inside", None, None, "inside")
    assert found.target == pytest.approx(3 / 22)
    assert found.warnings == ("values_missing", "fewer_than_ten_units")


def test_units_that_scatter_by_more_than_chance_are_said_to():
    assert "overdispersed" in funnel([1, 30] * 6, [100] * 12).warnings
    assert "overdispersed" not in funnel([14, 16] * 6, [100] * 12).warnings


def test_shrunken_rates_lie_between_the_raw_rate_and_the_pooled_one():
    found = shrunken_rates([1, 10, 0, 5, 40], [10, 20, 10, 10, 100])
    for raw, rate, lo, hi in zip(found.raw, found.rates, found.lo, found.hi, strict=True):
        assert min(raw, found.pooled) <= rate <= max(raw, found.pooled)
        assert lo < rate < hi
    assert found.prior_shape / found.prior_exposure == pytest.approx(found.pooled)


def test_little_exposure_is_drawn_in_further():
    found = shrunken_rates([0, 0, 30, 1], [1, 100, 100, 30])
    assert found.rates[0] > found.rates[1]


def test_the_prior_of_many_units_is_found_again():
    rng = np.random.default_rng(12)
    exposure = rng.uniform(50, 500, 3000)
    found = shrunken_rates(rng.poisson(rng.gamma(4, 0.02, 3000) * exposure), exposure)
    assert found.prior_shape == pytest.approx(4, rel=0.1)
    assert found.prior_exposure == pytest.approx(50, rel=0.1)


def test_the_prior_of_many_shares_is_found_again_and_is_wider_than_one_for_counts():
    rng = np.random.default_rng(21)
    pieces = rng.integers(20, 200, 3000)
    cases = rng.binomial(pieces, rng.beta(16, 4, 3000))
    found = shrunken_rates(cases, pieces, kind="binomial")
    assert (found.prior_shape, found.prior_exposure) == (pytest.approx(16, rel=0.1), pytest.approx(20, rel=0.1))
    inside = [lo <= rate <= hi <= 1 for lo, rate, hi in zip(found.lo, found.rates, found.hi, strict=True)]
    assert all(inside)
    # a share scatters less than a count of its size: what is taken for a count is drawn in too far
    assert shrunken_rates(cases, pieces).prior_exposure > 2 * found.prior_exposure


def test_shares_further_apart_than_any_common_law_are_hardly_drawn_in():
    found = shrunken_rates([0, 0, 50, 50], [50, 50, 50, 50], kind="binomial")
    assert found.rates == pytest.approx((0, 0, 1, 1), abs=1e-4)
    assert all(lo is not None and hi is not None for lo, hi in zip(found.lo, found.hi, strict=True))


def test_a_share_has_no_more_cases_than_pieces_and_a_kind_is_known():
    with pytest.raises(ValueError, match="more cases"):
        shrunken_rates([3, 1], [2, 2], kind="binomial")
    with pytest.raises(ValueError, match="poisson or binomial"):
        shrunken_rates([1], [2], kind="normal")


def test_units_alike_all_have_the_pooled_rate_and_no_interval():
    found = shrunken_rates([5, 5, 5, 5], [10, 10, 10, 10])
    assert found.rates == (0.5,) * 4
    assert (found.lo, found.warnings) == ((None,) * 4, ("no_difference_between_units",))
    assert shrunken_rates([0, 0, 0], [1, 1, 1]).warnings == ("no_events",)
    assert shrunken_rates([2], [4]).rates == (0.5,)
    assert shrunken_rates([], []).warnings == ("nobody",)


@settings(deadline=None)
@given(st.lists(st.none() | st.floats(0, 1), max_size=8))
def test_holm_is_that_of_statsmodels_and_skips_what_was_not_tested(p):
    found = holm(p)
    tested = [value for value in p if value is not None]
    assert found.n == len(tested)
    assert [value is None for value in found.adjusted] == [value is None for value in p]
    if tested:
        other = multipletests(tested, method="holm")
        assert [value for value in found.adjusted if value is not None] == pytest.approx(list(other[1]))


def test_holm_asks_more_of_several_than_of_one():
    assert holm([0.03]).clear == (True,)
    assert holm([0.03, 0.04, None, 0.2]).clear == (False, False, None, False)
    assert holm([None]).warnings == ("no_tests",)
    with pytest.raises(ValueError, match="between"):
        holm([1.2])
