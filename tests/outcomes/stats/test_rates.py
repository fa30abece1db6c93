"""Exact rates against published numbers (the fixtures of the programme's method paper)."""

import pytest

from outcomes.stats import rate_interval, rate_ratio


@pytest.mark.parametrize(
    ("events", "lo", "hi"),
    [
        (0, 0, 3.68888),
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
    assert rate_interval(events, 1) == (pytest.approx(lo, abs=1e-5), pytest.approx(hi, abs=1e-5))


def test_interval_of_a_rate_is_the_counts_interval_over_the_exposure():
    assert rate_interval(15, 400) == (pytest.approx(0.0209885, abs=1e-7), pytest.approx(0.0618506, abs=1e-7))


@pytest.mark.parametrize(
    ("after", "before", "ratio", "lo", "hi", "p"),
    [
        ((4, 540), (9, 520), 0.42798, 0.09631, 1.53345, 0.23831),
        ((41, 28_010), (15, 19_017), 1.85576, 1.00568, 3.60930, 0.047660),
        ((60, 51_477.5), (30, 54_308.7), 2.11000, 1.33974, 3.38837, 0.000856),
    ],
)
def test_rate_ratio_has_the_central_exact_interval_and_the_p_that_belongs_to_it(after, before, ratio, lo, hi, p):
    found = rate_ratio(*after, *before)
    assert found.ratio == pytest.approx(ratio, abs=1e-5)
    assert (found.lo, found.hi) == (pytest.approx(lo, abs=1e-5), pytest.approx(hi, abs=1e-5))
    assert found.p == pytest.approx(p, abs=1e-5)


def test_no_event_at_all_says_nothing_about_a_ratio():
    found = rate_ratio(0, 100, 0, 100)
    assert (found.ratio, found.lo, found.hi, found.p) == (None, None, None, None)


def test_no_event_before_gives_no_ratio_but_a_lower_end():
    found = rate_ratio(5, 100, 0, 100)
    assert found.ratio is None
    assert found.lo > 0
    assert found.hi == float("inf")


def test_without_exposure_there_is_no_rate():
    with pytest.raises(ValueError, match="exposure"):
        rate_interval(1, 0)
    with pytest.raises(ValueError, match="exposures"):
        rate_ratio(1, 0, 1, 10)
