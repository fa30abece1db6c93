"""Scatter between enterprises, against the regression it is the closed form of."""

import numpy as np
import pytest
import statsmodels.api as sm
from scipy.stats import t

from outcomes.stats import overdispersion, quasi_rate_ratio, rate_ratio

AFTER, TIME_AFTER = [1, 2, 3, 9, 0], [10, 12, 8, 10, 3]
BEFORE, TIME_BEFORE = [5, 6, 7, 1, 2], [20, 22, 15, 19, 6]


def regression(events, exposure, design):
    return sm.GLM(events, design, family=sm.families.Poisson(), offset=np.log(exposure)).fit(scale="X2")


def test_scatter_is_pearsons_of_the_regression_with_one_rate():
    fit = regression(AFTER, TIME_AFTER, np.ones((5, 1)))
    found = overdispersion(AFTER, TIME_AFTER)
    assert (found.chi2, found.df) == (pytest.approx(fit.pearson_chi2), fit.df_resid)
    assert found.phi == pytest.approx(fit.pearson_chi2 / fit.df_resid)
    assert found.matters


def test_quasi_poisson_ratio_is_that_of_the_regression():
    design = np.column_stack([np.ones(10), [1] * 5 + [0] * 5])
    fit = regression(AFTER + BEFORE, TIME_AFTER + TIME_BEFORE, design)
    found = quasi_rate_ratio(AFTER, TIME_AFTER, BEFORE, TIME_BEFORE)
    assert found.phi == pytest.approx(fit.scale)
    assert found.ratio == pytest.approx(np.exp(fit.params[1]))
    width = np.log(found.hi / found.lo) / 2
    assert width == pytest.approx(t.ppf(0.975, 8) * fit.bse[1], rel=1e-6)


def test_counts_that_scatter_as_chance_would_have_them_do_not_matter_and_earn_no_narrower_interval():
    even = [4, 5, 6, 5, 4, 6]
    found = quasi_rate_ratio(even, [10] * 6, [5] * 6, [10] * 6)
    assert found.phi < 1
    assert found.used == 1
    assert not found.matters
    exact = rate_ratio(30, 60, 30, 60)
    assert np.log(found.hi / found.lo) == pytest.approx(np.log(exact.hi / exact.lo), rel=0.15)


def test_scatter_is_found_as_often_as_its_level_promises_and_far_more_often_when_it_is_there():
    rng = np.random.default_rng(8)
    calm = np.mean([overdispersion(rng.poisson(6, 10), [1] * 10).matters for _ in range(600)])
    wild = np.mean([overdispersion(rng.poisson(rng.gamma(2, 3, 10)), [1] * 10).matters for _ in range(600)])
    assert calm == pytest.approx(0.10, abs=0.04)
    assert wild > 0.7


def test_expected_counts_below_one_make_the_p_rough():
    assert "small_expected" in overdispersion([0, 1, 0, 0, 1], [1] * 5).warnings


@pytest.mark.parametrize(
    ("events", "exposure", "why"),
    [([], [], "too_few"), ([3], [10], "too_few"), ([0, 0, 0], [1, 2, 3], "no_events"), ([1, 2], [0, 0], "too_few")],
)
def test_without_enterprises_or_events_there_is_no_scatter(events, exposure, why):
    found = overdispersion(events, exposure)
    assert found.phi is None
    assert why in found.warnings


def test_no_event_in_one_period_has_no_logarithm():
    found = quasi_rate_ratio([0, 0, 0], [1, 1, 1], [2, 0, 1], [1, 1, 1])
    assert (found.ratio, found.lo) == (None, None)
    assert "no_events_in_one_period" in found.warnings


@pytest.mark.filterwarnings("error::RuntimeWarning")
def test_scatter_beyond_all_bounds_has_no_upper_end_and_warns_nobody():
    found = quasi_rate_ratio([400, 0, 1], [1e-3, 1e9, 1e9], [1, 0, 400], [1e9, 1e9, 1e-3])
    assert found.matters
    assert (found.lo, found.hi) == (0.0, None)
