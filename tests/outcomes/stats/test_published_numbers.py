"""Numbers that were published, or that two independent programs agree on: a test for each block of them."""

import numpy as np
import pytest
from scipy import stats as scipy_stats

from outcomes.stats import (
    difference_in_changes,
    funnel_limits,
    geometric_mean_ratio,
    hodges_lehmann,
    pooled_rate,
    rate_interval,
    rate_ratio,
    share_interval,
    signed_rank,
    xmr,
)

BEFORE = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30]
AFTER = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]
MONTHS = [41, 44, 39, 42, 47, 40, 38, 43, 45, 41, 39, 58, 42, 44]
ROTHMAN = (41, 28_010, 15, 19_017)


def near(value: float, digits: int):
    """Equal but for one in the last printed digit."""
    return pytest.approx(value, abs=1.0000001 * 10**-digits)


@pytest.mark.parametrize(
    ("events", "lo", "hi"),
    [
        (1, 0.025318, 5.571643),
        (2, 0.242209, 7.224688),
        (3, 0.618672, 8.767273),
        (5, 1.623486, 11.668332),
        (10, 4.795389, 18.390356),
        (15, 8.395386, 24.740219),
        (20, 12.216520, 30.888378),
        (100, 81.363991, 121.626794),
    ],
)
def test_interval_of_one_count_is_garwoods(events, lo, hi):
    assert rate_interval(events, 1) == (near(lo, 6), near(hi, 6))


def test_no_event_has_an_upper_end():
    assert rate_interval(0, 1) == (0, near(3.68888, 5))


def score(k: float, exposure: float) -> tuple[float, float]:
    z = scipy_stats.norm.ppf(0.975)
    return tuple((k + z * z / 2 + sign * z * np.sqrt(k + z * z / 4)) / exposure for sign in (-1, 1))


def byar(k: float, exposure: float) -> tuple[float, float]:
    z = scipy_stats.norm.ppf(0.975)
    m = k + 0.5  # at both ends, as Rothman has it
    return tuple(m * (1 - 1 / (9 * m) + sign * z / (3 * np.sqrt(m))) ** 3 / exposure for sign in (-1, 1))


@pytest.mark.parametrize(
    ("method", "lo", "hi"),
    [
        (rate_interval, 0.0209885, 0.0618506),
        (score, 0.0227265, 0.0618772),
        (byar, 0.0219084, 0.0602934),
    ],
)
def test_one_rate_by_the_exact_way_and_by_two_approximations(method, lo, hi):
    assert method(15, 400) == (near(lo, 7), near(hi, 7))


@pytest.mark.parametrize(
    ("after", "before", "ratio", "lo", "hi", "p", "digits"),
    [
        ((4, 540), (9, 520), 0.42798, 0.09631, 1.53345, 0.23831, 5),
        ((41, 28_010), (15, 19_017), 1.85576, 1.00568, 3.60930, 0.047660, 6),
        ((60, 51_477.5), (30, 54_308.7), 2.11000, 1.33974, 3.38837, 0.000856, 6),
    ],
)
def test_rate_ratio_has_the_central_exact_interval_and_the_p_that_belongs_to_it(
    after, before, ratio, lo, hi, p, digits
):
    found = rate_ratio(*after, *before)
    assert (found.ratio, found.lo, found.hi) == (near(ratio, 5), near(lo, 5), near(hi, 5))
    assert found.p == near(p, digits)


def test_the_minimum_likelihood_p_is_another_method_and_not_ours():
    k1, t1, k0, t0 = ROTHMAN
    other = scipy_stats.binomtest(k1, k1 + k0, t1 / (t1 + t0)).pvalue
    assert other == near(0.04085, 5)
    assert rate_ratio(*ROTHMAN).p > other + 0.005


def test_hollander_and_wolfes_depression_scores():
    found = hodges_lehmann(AFTER, BEFORE)  # before minus after, as published
    assert (found.estimate, found.lo, found.hi) == (near(0.46, 2), near(0.010, 3), near(0.786, 3))
    assert found.confidence == near(0.961, 3)
    assert found.p == near(0.0390625, 7)
    test = signed_rank(AFTER, BEFORE)
    assert (test.v, test.p) == (40, near(0.0390625, 7))


@pytest.mark.parametrize(
    ("n", "p"),
    [
        (3, 0.25),
        (4, 0.125),
        (5, 0.0625),
        (6, 0.03125),
        (7, 0.015625),
        (8, 0.0078125),
        (9, 0.00390625),
        (10, 0.001953125),
    ],
)
def test_smallest_signed_rank_p_is_what_so_few_pairs_can_give(n, p):
    assert signed_rank(np.zeros(n), np.arange(1, n + 1)).p == p


def test_geometric_mean_of_six_ratios():
    found = geometric_mean_ratio([1] * 6, [1.2, 0.9, 1.1, 0.8, 1.4, 1.0])
    assert (found.estimate, found.lo, found.hi) == (near(1.04875, 5), near(0.84894, 5), near(1.29560, 5))
    assert found.p == near(0.58776, 5)


@pytest.mark.parametrize(("method", "lo", "hi"), [("wilson", 0.39678, 0.89221), ("clopper_pearson", 0.34755, 0.93326)])
def test_seven_of_ten(method, lo, hi):
    found = share_interval(7, 10, method)
    assert (found.lo, found.hi, found.method) == (near(lo, 5), near(hi, 5), method)


def test_two_arms_by_welch_and_by_permutation_which_need_not_agree():
    found = difference_in_changes([-3, -1, -2, 0, -4], [-1, 1, 0, 2])
    assert (found.difference, found.lo, found.hi) == (near(-2.5, 1), near(-4.76522, 5), near(-0.23478, 5))
    assert (found.df, found.p_welch) == (near(6.98077, 5), near(0.034939, 6))
    assert (found.p_permutation, found.splits) == (near(0.079365, 6), 126)


@pytest.mark.parametrize(
    ("screen", "moving_range", "lo", "hi", "outside"),
    [(True, 4.66667, 30.65810, 55.48476, [11]), (False, 5.76923, 27.72527, 58.41758, [])],
)
def test_xmr_limits_with_and_without_screening(screen, moving_range, lo, hi, outside):
    found = xmr(MONTHS, screen=screen)
    assert (found.mean, found.moving_range) == (near(43.07143, 5), near(moving_range, 5))
    assert (found.lo, found.hi) == (near(lo, 5), near(hi, 5))
    assert [signal.index for signal in found.signals if "outside" in signal.rules] == outside


def test_screening_is_the_default_and_says_so():
    assert xmr(MONTHS).method == "xmr_screened"
    assert xmr(MONTHS, screen=False).method == "xmr_unscreened"


@pytest.mark.parametrize(
    ("n", "predictive", "warning", "alarm"),
    [
        (15, (0.5333, 1.5333), (0.5597, 1.6493), (0.3863, 2.0829)),
        (20, (0.60, 1.45), (0.6108, 1.5444), (0.4479, 1.9021)),
        (30, (0.6667, 1.3667), (0.6747, 1.4276), (0.5290, 1.7028)),
    ],
)
def test_funnel_limits_are_the_predictive_ones_and_the_inverted_ones_by_name(n, predictive, warning, alarm):
    ours, inverted = funnel_limits(1, [n]), funnel_limits(1, [n], method="inverted_exact")
    assert (ours.lo95[0], ours.hi95[0]) == (near(predictive[0], 4), near(predictive[1], 4))
    assert (inverted.lo95[0], inverted.hi95[0]) == (near(warning[0], 4), near(warning[1], 4))
    assert (inverted.lo998[0], inverted.hi998[0]) == (near(alarm[0], 4), near(alarm[1], 4))
    assert (ours.method, inverted.method) == ("funnel_predictive_poisson", "funnel_inverted_exact_poisson")


def test_events_and_hours_are_summed_before_they_are_divided():
    found = pooled_rate([1, 0], [10_000, 90_000], per=1e6)
    assert found.rate == pytest.approx(10.0)
    assert found.n == 2


def test_hours_without_a_count_of_injuries_are_left_out_and_counted_as_missing():
    found = pooled_rate([1, None], [10_000, 90_000], per=1e6)
    assert found.rate == pytest.approx(100.0)
    assert (found.n, found.missing, found.exposure) == (1, 1, 10_000)
    assert "values_missing" in found.warnings
