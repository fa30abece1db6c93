"""Why a rate changed: the parts add up, each is what its name says; and who is in the comparison."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outcomes.stats import balanced_panel, coverage, decompose

AMOUNT = st.none() | st.floats(1e-9, 1e6) | st.just(0.0)
ENTERPRISE = st.tuples(AMOUNT, AMOUNT, AMOUNT, AMOUNT)


@settings(deadline=None)
@given(st.lists(ENTERPRISE, max_size=12), st.sampled_from([1.0, 1e6]))
def test_the_parts_add_up_to_the_change(rows, scale):
    columns = list(zip(*rows, strict=True)) or [(), (), (), ()]
    found = decompose(*columns, scale=scale)
    was = [(n, d) for n, d, _, _ in rows if n is not None and d]
    now = [(n, d) for _, _, n, d in rows if n is not None and d]
    if found.n == 0:
        assert found.within is None
        assert found.warnings
        return
    pooled = [scale * sum(n for n, _ in side) / sum(d for _, d in side) for side in (was, now)]
    assert (found.before, found.after) == (pytest.approx(pooled[0]), pytest.approx(pooled[1]))
    sizes = [
        abs(part)
        for one in found.contributions
        for part in (one.within_numerator, one.mix, one.entry, one.exit)
        if part
    ]
    largest = max([*pooled, *sizes, abs(found.numerator_effect), abs(found.denominator_effect)])
    close = 1e-9 * largest + 1e-12
    change = pooled[1] - pooled[0]
    assert found.within + found.mix + found.entry + found.exit == pytest.approx(change, abs=close)
    assert found.numerator_effect + found.denominator_effect == pytest.approx(change, abs=close)
    assert sum(one.total for one in found.contributions if one.total is not None) == pytest.approx(change, abs=close)


def test_only_rates_moved():
    found = decompose([1, 4], [10, 20], [2, 2], [10, 20])
    assert (found.mix, found.entry, found.exit) == (0, 0, 0)
    assert found.within == pytest.approx(found.change)
    assert [one.within for one in found.contributions] == [pytest.approx(1 / 30), pytest.approx(-2 / 30)]


def test_only_the_mix_moved():
    found = decompose([1, 8], [10, 20], [2, 4], [20, 10])
    assert found.within == pytest.approx(0)
    assert found.mix == pytest.approx(found.change) == pytest.approx(6 / 30 - 9 / 30)


def test_an_average_enterprise_that_joins_changes_nothing_and_a_bad_one_is_the_entry():
    assert decompose([1, None], [10, None], [1, 2], [10, 20]).entry == pytest.approx(0)
    found = decompose([1, None], [10, None], [1, 8], [10, 20])
    assert found.entry == pytest.approx(9 / 30 - 1 / 10) == pytest.approx(found.change)
    assert found.contributions[1].group == "joined"
    assert (found.n, found.joined, found.left) == (1, 1, 0)


def test_a_bad_enterprise_that_leaves_lowers_the_rate_by_the_exit():
    found = decompose([1, 8], [10, 20], [1, None], [10, None])
    assert found.exit == pytest.approx(1 / 10 - 9 / 30) == pytest.approx(found.change)


def test_fewer_events_and_more_hours_are_told_apart():
    fewer = decompose([4], [10], [2], [10])
    assert (fewer.numerator_effect, fewer.denominator_effect) == (pytest.approx(-0.2), 0)
    longer = decompose([4], [10], [4], [20])
    assert (longer.numerator_effect, longer.denominator_effect) == (0, pytest.approx(-0.2))
    assert longer.contributions[0].within_denominator == pytest.approx(-0.2)


def test_shares_are_of_the_periods_sums():
    found = decompose([1, 3], [10, 30], [2, None], [10, None])
    first, second = found.contributions
    assert (first.numerator_share_before, first.denominator_share_before) == (0.25, 0.25)
    assert (first.numerator_share_after, second.numerator_share_after) == (1.0, None)


@pytest.mark.parametrize(
    ("columns", "why"),
    [
        (([], [], [], []), "nobody"),
        (([1], [5], [None], [None]), "nobody_after"),
        (([1], [0], [1], [5]), "nobody_before"),
        (([1, None], [5, None], [None, 1], [None, 5]), "nobody_in_both"),
    ],
)
def test_without_enterprises_in_both_periods_there_are_no_parts(columns, why):
    found = decompose(*columns)
    assert (found.within, found.contributions) == (None, ())
    assert why in found.warnings


def test_who_was_there_before_after_and_both():
    found = balanced_panel([1, 2, None, None, 5], [1, None, 3, None, 6])
    assert (found.n_before, found.n, found.n_after, found.n_neither) == (3, 2, 3, 1)
    assert (found.left, found.joined, found.leavers) == ((1,), (2,), "too_few")


def test_leavers_that_were_different_at_baseline_are_said_to_be():
    stay, leave = [1, 2, 3, 2, 1, 3], [20, 21, 22]
    found = balanced_panel([*stay, *leave], [1] * 6 + [None] * 3)
    assert found.leavers == "differed"
    assert found.difference.difference == pytest.approx(19)
    assert balanced_panel([*stay, 1, 2, 3], [1] * 6 + [None] * 3).leavers == "no_difference_shown"
    assert balanced_panel(stay, stay).leavers == "nobody_left"


def test_coverage_is_the_sum_of_months_and_not_the_mean_of_shares():
    found = coverage([1, 12, 0, None], [1, 24, 5, 0])
    assert found.share == pytest.approx(13 / 30)
    assert found.by_enterprise == (1.0, 0.5, 0.0, None)
    assert (found.complete, found.silent) == (1, (2,))
    assert coverage([], []).warnings == ("nothing_due",)
    with pytest.raises(ValueError, match="more months"):
        coverage([2], [1])


def test_the_four_parts_add_up_also_where_an_enterprise_grew_a_hundredmillionfold():
    """What moved by the numerator and by the denominator is then huge and of opposite sign; their sum would be noise."""
    found = decompose([1.0, 30.0], [4.0, 70.0], [2.1e8, 31.0], [4.3e8, 66.0], scale=100.0)
    assert found.within + found.mix + found.entry + found.exit == pytest.approx(found.change, rel=0, abs=1e-9)
    assert sum(one.total for one in found.contributions) == pytest.approx(found.change, rel=0, abs=1e-9)
