"""A cell that is not shown cannot be worked out from the total and the cells beside it."""

from hypothesis import given
from hypothesis import strategies as st

from outcomes.disclosure import hidden_together


def test_one_small_district_takes_the_next_smallest_with_it():
    assert hidden_together({"a": 2, "b": 10, "c": 4, "d": 7}, 3) == {"a", "c"}


def test_of_two_that_are_equally_small_the_first_code_goes():
    assert hidden_together({"a": 2, "c": 4, "b": 4}, 3) == {"a", "b"}


def test_two_of_one_enterprise_each_are_not_enough_since_their_sum_is_two():
    assert hidden_together({"a": 1, "b": 1, "c": 6, "d": 5}, 3) == {"a", "b", "d"}


def test_two_small_ones_of_three_together_protect_each_other():
    assert hidden_together({"a": 1, "b": 2, "c": 6}, 3) == {"a", "b"}


def test_nothing_small_hides_nothing_and_nobody_has_nothing_to_hide():
    assert hidden_together({"a": 3, "b": 0, "c": 8}, 3) == frozenset()
    assert hidden_together({}, 3) == frozenset()


def test_a_district_alone_with_its_total_is_hidden_or_shown_by_its_own_size():
    assert hidden_together({"a": 2, "b": 0}, 3) == {"a"}
    assert hidden_together({"a": 3}, 3) == frozenset()


@given(st.dictionaries(st.text("abcdefgh", min_size=1, max_size=2), st.integers(0, 9), max_size=8))
def test_the_total_less_what_is_shown_is_never_about_fewer_than_three_unless_that_is_all_there_is(sizes):
    hidden = hidden_together(sizes, 3)
    assert all(cell in hidden for cell, size in sizes.items() if 0 < size < 3)
    shown = [cell for cell, size in sizes.items() if size and cell not in hidden]
    if hidden and shown:
        assert len(hidden) >= 2
        assert sum(sizes[cell] for cell in hidden) >= 3
