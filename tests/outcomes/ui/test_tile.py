"""The tile: what it says when there is a number, and when there may not be one."""

import base64
import re
from dataclasses import replace

import pytest

from outcomes.charts import DARK, LIGHT
from outcomes.ui.tile import Tile, dots, html_of, spark

TILE = Tile(
    label="Hazards fixed on time",
    better="higher",
    value="81%",
    was="54%",
    reading="improved",
    change_text="+27 points (+9 to +38)",
    reporting=9,
    enrolled=10,
    series=[(55.0, "baseline"), (51.0, "baseline"), (70.0, "training"), (81.0, "training")],
)


def picture(series: list) -> str:
    data = re.search(r"base64,([^\"]+)", spark(series, LIGHT)).group(1)
    return base64.b64decode(data).decode()


def test_a_tile_says_number_direction_reading_and_who_reported():
    text = html_of(TILE, LIGHT, "en")
    for words in (
        "81%",
        "was 54%",
        "↑ higher is better",
        "▲",
        "Improved",
        "+27 points (+9 to +38)",
        "9 of 10 reporting",
    ):
        assert words in text
    assert 'aria-label="Hazards fixed on time: 81%. Improved. 9 of 10 reporting"' in text


def test_a_tile_speaks_chinese():
    text = html_of(TILE, DARK, "zh")
    for words in ("原 54%", "↑ 越高越好", "有改善", "10 家中 9 家报送"):
        assert words in text


def test_a_suppressed_tile_shows_its_reason_and_no_number_at_all():
    text = html_of(replace(TILE, suppressed="fewer than 3 enterprises; this is not a zero"), LIGHT, "en")
    assert "Not shown" in text and "this is not a zero" in text
    for secret in ("81%", "54%", "+27", "Improved", "data:image"):
        assert secret not in text


def test_words_from_data_are_escaped():
    text = html_of(replace(TILE, label="<script>", value='"><img>', change_text="<i>"), LIGHT, "en")
    assert "<script>" not in text and "<img>" not in text and "<i>" not in text


def test_context_has_neither_the_colour_of_improvement_nor_of_concern():
    text = html_of(replace(TILE, better="neutral", reading="neutral"), LIGHT, "en")
    assert LIGHT.improvement not in text and LIGHT.concern not in text


def test_up_to_thirty_enterprises_there_is_a_dot_for_each_and_then_one_bar():
    assert dots(9, 10, LIGHT).count("border-radius:50%") == 10
    assert dots(29, 30, LIGHT).count("border-radius:50%") == 30
    assert dots(81, 100, LIGHT).count("border-radius:50%") == 0
    assert "81.0%" in dots(81, 100, LIGHT)


def test_a_sparkline_breaks_at_a_missing_month():
    whole = [(v, "baseline") for v in (1.0, 2.0, 3.0, 4.0, 5.0)]
    gap = [(None if v == 3 else v, "baseline") for v, _ in whole]
    assert picture(whole).count("<polyline") == 1
    assert picture(gap).count("<polyline") == 2


@pytest.mark.parametrize("series", [[], [(1.0, "baseline")], [(None, "baseline"), (None, "training")]])
def test_a_sparkline_of_nothing_is_not_drawn(series):
    assert spark(series, LIGHT) == ""


def test_a_flat_sparkline_is_a_line_and_not_a_division_by_zero():
    assert "<polyline" in picture([(0.0, "baseline"), (0.0, "training"), (0.0, "training")])
