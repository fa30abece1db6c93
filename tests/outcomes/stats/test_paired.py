"""Paired change against published numbers and by its own symmetries."""

import numpy as np
import pytest

from outcomes.stats import geometric_mean_ratio, hodges_lehmann

BEFORE = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30]
AFTER = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]


def test_hollander_and_wolfes_depression_scores_come_out():
    found = hodges_lehmann(AFTER, BEFORE)  # before minus after, as published
    assert found.estimate == pytest.approx(0.46, abs=1e-9)
    assert (found.lo, found.hi) == (pytest.approx(0.010, abs=1e-9), pytest.approx(0.786, abs=1e-9))
    assert found.confidence == pytest.approx(0.961, abs=5e-4)
    assert found.p == pytest.approx(0.0390625)


@pytest.mark.parametrize(
    ("n", "p"),
    [(6, 0.03125), (7, 0.015625), (8, 0.0078125), (9, 0.00390625), (10, 0.001953125)],
)
def test_smallest_p_is_what_so_few_pairs_can_give(n, p):
    assert hodges_lehmann(np.zeros(n), np.arange(1, n + 1)).p == p


def test_five_pairs_have_a_middle_but_no_interval():
    found = hodges_lehmann([1, 2, 3, 4, 5], [2, 3, 4, 5, 6])
    assert found.estimate == 1
    assert (found.lo, found.hi, found.p) == (None, None, None)


def test_identical_pairs_do_not_move():
    found = hodges_lehmann([3.0] * 8, [3.0] * 8)
    assert (found.estimate, found.lo, found.hi, found.p) == (0, 0, 0, 1)


def test_swapping_before_and_after_turns_the_sign_of_everything():
    forth, back = hodges_lehmann(BEFORE, AFTER), hodges_lehmann(AFTER, BEFORE)
    assert forth.estimate == pytest.approx(-back.estimate)
    assert (forth.lo, forth.hi) == (pytest.approx(-back.hi), pytest.approx(-back.lo))


def test_geometric_mean_ratio_comes_out():
    ratios = [1.2, 0.9, 1.1, 0.8, 1.4, 1.0]
    found = geometric_mean_ratio([1] * 6, ratios)
    assert found.estimate == pytest.approx(1.04875, abs=1e-5)
    assert (found.lo, found.hi) == (pytest.approx(0.84894, abs=1e-5), pytest.approx(1.29560, abs=1e-5))
    assert found.p == pytest.approx(0.58776, abs=1e-5)


def test_a_zero_has_no_logarithm_and_is_not_left_out_silently():
    with pytest.raises(ValueError, match="above zero"):
        geometric_mean_ratio([1, 2, 3], [1, 0, 3])


def test_lists_of_unequal_length_are_refused():
    with pytest.raises(ValueError, match="same length"):
        hodges_lehmann([1, 2], [1])


def test_the_exact_interval_of_ten_pairs_covers_what_it_promises():
    draws = np.random.default_rng(5).standard_t(4, size=(600, 10))
    hits = [(found := hodges_lehmann(np.zeros(10), row)).lo <= 0 <= found.hi for row in draws]
    assert np.mean(hits) > 0.93
