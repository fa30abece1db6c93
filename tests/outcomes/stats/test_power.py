"""What could have been detected, against the programme's own table and against other programs."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import poisson
from statsmodels.stats.power import TTestPower

from outcomes.stats import detectable_effect, detectable_ratio, detectable_shift, power_of_ratio, rate_ratio

HOURS = 264_000  # a month of ten enterprises with 150 workers


@pytest.mark.parametrize(
    ("before", "after", "per_million", "powers"),
    [
        (12, 5, 8, (0.09, 0.25, 0.57)),
        (12, 5, 15, (0.17, 0.50, 0.89)),
        (12, 5, 30, (0.35, 0.84, 1.00)),
        (5, 5, 15, (0.13, 0.37, 0.74)),
        (12, 12, 15, (0.31, 0.78, 0.99)),
    ],
)
def test_power_of_ten_enterprises(before, after, per_million, powers):
    events = HOURS * before * per_million / 1e6
    found = [power_of_ratio(ratio, events, before, after) for ratio in (0.7, 0.5, 0.3)]
    assert found == [pytest.approx(power, abs=0.0051) for power in powers]


@pytest.mark.parametrize("ratio", [0, 0.3, 1, 2.5])
def test_power_is_the_sum_over_all_pairs_of_counts(ratio):
    before, after = poisson.pmf(range(60), 8), poisson.pmf(range(90), 8 * ratio * 1.5)
    rejected = sum(
        before[k0] * after[k1]
        for k0 in range(60)
        for k1 in range(90)
        if before[k0] * after[k1] > 1e-12 and (rate_ratio(k1, 1.5, k0, 1).p or 1) <= 0.05
    )
    assert power_of_ratio(ratio, 8, 1, 1.5) == pytest.approx(rejected, abs=1e-6)


def test_power_is_how_often_the_test_of_the_product_rejects():
    rng = np.random.default_rng(11)
    before, after = rng.poisson(30, 3000), rng.poisson(0.4 * 15, 3000)
    split = {pair: rate_ratio(pair[1], 5, pair[0], 10) for pair in set(zip(before, after, strict=True))}
    seen = np.mean([(split[pair].p or 1) <= 0.05 for pair in zip(before, after, strict=True)])
    assert power_of_ratio(0.4, 30, 10, 5) == pytest.approx(seen, abs=0.03)


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 3000), st.floats(0.2, 5))
def test_the_detectable_ratios_have_the_power_asked_for(events, longer):
    found = detectable_ratio(events, 1, longer)
    for ratio in (found.fall, found.rise):
        if ratio is not None:
            assert power_of_ratio(ratio, events, 1, longer) == pytest.approx(0.8, abs=0.01)
    assert found.rise is None or found.rise > 1
    assert found.fall is None or found.fall < 1


def test_so_few_events_that_no_fall_could_be_seen():
    found = detectable_ratio(5, 12, 5)
    assert found.fall is None
    assert found.warnings == ("no_fall_detectable",)


def test_more_months_make_smaller_changes_visible():
    falls = [detectable_ratio(48, 12, months).fall for months in (5, 8, 12, 24)]
    assert falls == sorted(falls)
    assert falls[0] < falls[-1]


@pytest.mark.parametrize(
    ("given_numbers", "why"),
    [((0, 1, 1), "no_events_before"), ((3, 0, 1), "no_exposure"), ((3, None, 1), "values_missing")],
)
def test_without_events_or_exposure_nothing_is_detectable(given_numbers, why):
    found = detectable_ratio(*given_numbers)
    assert (found.fall, found.rise, found.warnings) == (None, None, (why,))


@pytest.mark.parametrize(("n", "effect"), [(5, 1.68), (10, 1.00)])
def test_paired_effect_detectable_at_eighty_percent(n, effect):
    assert detectable_effect(n) == pytest.approx(effect, abs=0.005)


def test_paired_effect_is_that_of_statsmodels():
    for n in (6, 20, 57):
        assert detectable_effect(n) == pytest.approx(TTestPower().solve_power(nobs=n, power=0.8, alpha=0.05), abs=1e-4)


def test_detectable_shift_is_in_the_units_of_the_data():
    after = [1.0, 3, 2, 6, 4, 5, 9, 7]
    one, tenfold = detectable_shift([0] * 8, after), detectable_shift([0] * 8, [10 * value for value in after])
    assert one.shift == pytest.approx(detectable_effect(8) * np.std(after, ddof=1))
    assert tenfold.shift == pytest.approx(10 * one.shift)


def test_five_pairs_detect_nothing_since_nothing_is_tested():
    found = detectable_shift([0] * 5, [1, 2, 3, 4, 5])
    assert (found.shift, found.warnings) == (None, ("five_or_fewer",))
    assert detectable_shift([0] * 6, [1] * 6).warnings == ("identical_changes",)
    assert detectable_shift([], []).warnings == ("too_few",)
