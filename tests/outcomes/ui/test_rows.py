"""The table behind a figure: the names and codes of its rows in the reader's words, numbers without empty places."""

from datetime import date

import pytest

from outcomes.exhibits.exhibit import Exhibit
from outcomes.ui import rows


def exhibit(*told: dict) -> Exhibit:
    return Exhibit("x", "A finding", "", None, None, list(told[0]), list(told), [], "A finding", None)


@pytest.mark.parametrize(
    ("lang", "head", "line"),
    [
        ("en", ["group", "month", "value", "enterprise"], ["pilot", "2014-05-01", "5.28", "NX-04"]),
        ("zh", ["组别", "月份", "数值", "企业"], ["试点", "2014-05-01", "5.28", "NX-04"]),
    ],
)
def test_it_speaks_the_readers_language_and_leaves_data_alone(lang, head, line):
    told = exhibit({"arm": "pilot", "month": date(2014, 5, 1), "value": 5.2800, "enterprise": "NX-04"})
    assert rows.lines(told, lang) == [head, line]


def test_a_missing_value_is_not_a_zero_and_a_large_number_is_whole():
    _, line = rows.lines(exhibit({"before": None, "after": 0.0, "exposure": 2_407_480.0}), "en")
    assert line == ["not sent", "0", "2,407,480"]


def test_no_more_rows_than_a_page_can_hold():
    assert len(rows.lines(exhibit(*[{"value": n} for n in range(900)]), "en")) == 1 + rows.MOST
