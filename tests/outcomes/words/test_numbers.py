"""How numbers are written, in both languages."""

from datetime import date

import pytest

from outcomes.words import numbers


@pytest.mark.parametrize(
    ("cny", "en", "zh"),
    [
        (412_000, "CNY 412k", "41.2 万元"),
        (1_300_000, "CNY 1.3m", "130 万元"),
        (1_314_159, "CNY 1.31m", "131 万元"),
        (123_456_789, "CNY 123.46m", "1.2346 亿元"),
        (1_300, "CNY 1,300", "1,300 元"),
        (999_600, "CNY 1m", "100 万元"),
        (-412_000, "CNY −412k", "−41.2 万元"),
        (0, "CNY 0", "0 元"),
    ],
)
def test_money_is_short_and_in_the_unit_of_the_language(cny, en, zh):
    assert numbers.money(cny, "en") == en
    assert numbers.money(cny, "zh") == zh


def test_money_in_a_table_is_written_in_full():
    assert numbers.money(412_000, "en", full=True) == "CNY 412,000"
    assert numbers.money(412_000, "zh", full=True) == "412,000 元"


@pytest.mark.parametrize(
    ("value", "text"),
    [(81.2, "81%"), (3.42, "3.4%"), (9.97, "10%"), (0, "0%"), (-3.4, "−3.4%"), (100, "100%"), (0.04, "0.0%")],
)
def test_percent_has_a_decimal_only_under_ten(value, text):
    assert numbers.percent(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(7.42, "7.4"), (99.97, "100"), (1234.5, "1,234"), (0, "0"), (17.25, "17.2")]
)
def test_rate_has_one_decimal_under_a_hundred(value, text):
    assert numbers.rate(value) == text


def test_a_missing_value_is_a_word_and_never_a_zero():
    for write in (numbers.number, numbers.percent, numbers.rate, numbers.ratio, numbers.money, numbers.signed):
        assert write(None) == "not sent"
        assert write(float("nan"), lang="zh") == "未报送"


def test_a_minus_is_a_real_minus_and_zero_has_no_sign():
    assert numbers.signed(-9) == "−9"
    assert numbers.signed(27) == "+27"
    assert numbers.signed(0) == "0"
    assert numbers.signed(-0.3) == "0"
    assert numbers.signed(0.3) == "0"
    assert numbers.number(-1234.5, 1) == "−1,234.5"


def test_a_ratio_stands_with_its_interval():
    assert numbers.ratio_interval(0.43, 0.1, 1.53, "en") == "×0.43 (0.10 to 1.53)"
    assert numbers.ratio_interval(0.43, 0.1, 1.53, "zh") == "×0.43（0.10 至 1.53）"
    assert numbers.ratio_interval(0, 0, 1.53) == "×0 (0 to 1.53)"
    assert numbers.ratio(0.001) == "×<0.01"
    assert numbers.ratio_interval(3, 1.2, float("inf")) == "×3.00 (1.20 or more, no upper end)"


def test_a_change_in_percent_is_in_points():
    assert numbers.points_interval(27, 9, 38, "en") == "+27 points (+9 to +38)"
    assert numbers.points_interval(27, 9, 38, "zh") == "+27 个百分点（+9 至 +38）"
    assert numbers.points_interval(-2, -6, 1) == "−2 points (−6 to +1)"


def test_a_ratio_as_change_on_a_slide():
    assert numbers.percent_change(0.43) == "−57%"
    assert numbers.percent_change(1.53) == "+53%"
    assert numbers.percent_change(1) == "0%"


@pytest.mark.parametrize(
    ("first", "last", "en", "zh"),
    [
        (date(2015, 5, 1), date(2015, 10, 1), "May–Oct 2015", "2015年5–10月"),
        (date(2014, 11, 1), date(2015, 4, 1), "Nov 2014–Apr 2015", "2014年11月–2015年4月"),
        (date(2015, 5, 1), date(2015, 5, 1), "May 2015", "2015年5月"),
    ],
)
def test_a_period_says_each_year_once(first, last, en, zh):
    assert numbers.period(first, last, "en") == en
    assert numbers.period(first, last, "zh") == zh


def test_a_day_with_and_without_its_year():
    festival = date(2015, 2, 19)
    assert numbers.day(festival, "en") == "19 Feb 2015"
    assert numbers.day(festival, "zh", year=False) == "2月19日"


def test_small_counts_are_words_in_english_titles_only():
    assert numbers.count_words(9, "en", capital=True) == "Nine"
    assert numbers.count_words(10) == "ten"
    assert numbers.count_words(11) == "11"
    assert numbers.count_words(0) == "0"
    assert numbers.count_words(9, "zh", capital=True) == "9"
