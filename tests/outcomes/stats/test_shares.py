"""k of n improved, and the enterprise whose absence changes the reading."""

import pytest

from outcomes.stats import hodges_lehmann, improved, leave_one_out, pooled_rate_ratio, share_interval


def test_an_unchanged_enterprise_did_not_improve_and_is_told_apart():
    found = improved([5, 5, 5, 5, 5, 5, 5], [4, 4, 4, 5, 5, 6, None], better="lower")
    assert (found.k, found.n, found.unchanged, found.missing) == (3, 6, 2, 1)
    assert (found.lo, found.hi) == (share_interval(3, 6).lo, share_interval(3, 6).hi)


def test_the_good_way_is_the_indicators():
    assert improved([1] * 6, [2] * 6, better="higher").k == 6
    assert improved([1] * 6, [2] * 6, better="lower").k == 0
    with pytest.raises(ValueError, match="better"):
        improved([1], [2], better="neutral")


def test_five_enterprises_have_a_count_but_no_interval():
    found = improved([1] * 5, [2] * 5, better="higher")
    assert (found.k, found.share, found.lo, found.hi, found.warnings) == (5, 1.0, None, None, ("five_or_fewer",))


def test_nobody_has_no_share():
    assert share_interval(0, 0).share is None
    assert improved([], [], better="lower").warnings == ("nobody",)


@pytest.mark.parametrize("method", ["wilson", "clopper_pearson"])
def test_the_rest_of_a_share_has_the_mirrored_interval(method):
    one, rest = share_interval(3, 11, method), share_interval(8, 11, method)
    assert (one.lo, one.hi) == (pytest.approx(1 - rest.hi), pytest.approx(1 - rest.lo))


def test_more_than_all_is_refused():
    with pytest.raises(ValueError, match="k <= n"):
        share_interval(3, 2)
    with pytest.raises(ValueError, match="method"):
        share_interval(1, 2, "wald")


def test_the_enterprise_that_decides_the_reading_is_named():
    found = leave_one_out(pooled_rate_ratio, [1, 2, 3, 9], [10] * 4, [5, 6, 7, 1], [10] * 4, null=1)
    assert found.side == "includes"
    assert found.decisive == (3,)
    assert found.without[3].side == "below"
    assert found.estimate_low == pytest.approx(6 / 18)
    assert found.estimate_high == pytest.approx(10 / 10)


def test_an_enterprise_with_a_gap_is_not_left_out_twice():
    found = leave_one_out(hodges_lehmann, [0] * 8, [3, 4, None, 5, 6, 7, 8, 9], null=0)
    assert [one.index for one in found.without] == [0, 1, 3, 4, 5, 6, 7]
    assert (found.n, found.side, found.decisive) == (7, "above", ())
    assert (found.estimate_low, found.estimate_high) == (5.5, 6.5)


def test_six_pairs_lose_their_interval_with_any_one_of_them_and_nobody_is_blamed():
    found = leave_one_out(hodges_lehmann, [0] * 6, [3, 4, 5, 6, 7, 8], null=0)
    assert (found.side, found.decisive, found.lo_lowest) == ("above", (), None)
    assert found.warnings == ("no_interval_without_one",)
