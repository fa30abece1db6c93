"""What is a number and what is not, read as a person reads it."""

import math

import pytest
from hypothesis import given, strategies

from outcomes.ingest import numbers
from outcomes.ingest.fault import Fault


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("17900", 17900),
        (" 17900 ", 17900),
        ("17,900", 17900),
        ("1,790,000.5", 1790000.5),
        ("１７９００", 17900),
        ("１，７９０", 1790),
        ("1，790", 1790),
        ("12.5", 12.5),
        ("１２．５", 12.5),
        ("+5", 5),
        ("1.79E+04", 17900),
        ("0", 0),
        ("\u00a058\u3000", 58),
    ],
)
def test_a_number_is_understood_however_it_was_typed(text, value):
    assert numbers.number(text, whole=False) == value


@pytest.mark.parametrize(
    ("text", "rule", "guess"),
    [
        ("1,790,0", "not-a-number", "17,900"),
        ("1 790", "not-a-number", "1,790"),
        ("58人", "not-a-number", "58"),
        ("约50", "not-a-number", "50"),
        ("1.5万", "not-a-number", "15,000"),
        ("12,5", "not-a-number", None),
        ("1.790,0", "not-a-number", None),
        ("12-15", "not-a-number", None),
        ("abc", "not-a-number", None),
        ("0x10", "not-a-number", None),
        ("1_000", "not-a-number", None),
        ("5²", "not-a-number", None),
        ("①", "not-a-number", None),
        ("٣", "not-a-number", None),
        ("=1+1", "not-a-number", None),
        ("12%", "percent", None),
        ("１２％", "percent", None),
        ("nan", "not-finite", None),
        ("-Infinity", "not-finite", None),
        ("1e400", "not-finite", None),
        ("-3", "negative", None),
        ("－3", "negative", None),
        ("1e15", "too-large", None),
    ],
)
def test_anything_else_is_refused_with_its_own_rule_and_a_guess_where_only_one_is_possible(text, rule, guess):
    with pytest.raises(Fault) as raised:
        numbers.number(text, whole=False)
    assert raised.value.rule == rule
    if text != "5²":
        assert raised.value.details.get("guess") == guess


def test_a_fraction_is_no_count():
    assert numbers.number("12.0", whole=True) == 12
    with pytest.raises(Fault) as raised:
        numbers.number(12.5, whole=True)
    assert raised.value.rule == "not-whole"


@given(strategies.text(max_size=20))
def test_every_text_is_a_finite_number_of_zero_or_more_or_a_named_fault(text):
    try:
        value = numbers.number(text, whole=False)
    except Fault as fault:
        assert fault.rule in {"not-a-number", "percent", "not-finite", "negative", "too-large"}
    else:
        assert math.isfinite(value) and value >= 0


@given(strategies.floats(min_value=0, max_value=1e11, allow_nan=False))
def test_a_number_written_out_is_read_back(value):
    assert numbers.number(repr(value), whole=False) == value
