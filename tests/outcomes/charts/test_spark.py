"""The small line of months: gaps stay open, and lines that are compared share one scale."""

import base64
import re

from outcomes.charts import LIGHT
from outcomes.charts.spark import address, spark

SERIES = [(10.0, "baseline"), (20.0, "baseline"), (None, "training"), (40.0, "training"), (40.0, "training")]


def lines(svg: str) -> list[list[tuple[float, float]]]:
    """The points of each drawn line."""
    found = re.findall(r'points="([^"]+)"', svg)
    return [[tuple(map(float, point.split(","))) for point in one.split()] for one in found]


def test_a_missing_month_is_a_gap_and_not_a_zero():
    before, after = lines(spark(SERIES, LIGHT, wide=106, high=46))
    assert [x for x, _ in before] == [3, 28]
    assert [x for x, _ in after] == [78, 103]
    assert max(y for _, y in before + after) == 43  # the foot of the picture is the lowest value


def test_given_ends_are_the_scale_of_every_line_that_gets_them():
    low = lines(spark([(5.0, "training"), (10.0, "training")], LIGHT, high=46, low_end=0, high_end=40))
    high = lines(spark([(20.0, "training"), (40.0, "training")], LIGHT, high=46, low_end=0, high_end=40))
    assert [y for _, y in low[0]] == [38, 33]
    assert [y for _, y in high[0]] == [23, 3]


def test_a_picture_of_its_own_size_says_it_and_a_stretched_one_does_not():
    assert 'width="116" height="28"' in spark(SERIES, LIGHT, 116, 28, stretch=False)
    assert "preserveAspectRatio" in spark(SERIES, LIGHT)


def test_the_address_holds_the_whole_picture_and_nothing_without_values():
    svg = spark(SERIES, LIGHT)
    assert base64.b64decode(address(svg).removeprefix("data:image/svg+xml;base64,")).decode() == svg
    assert address(spark([(None, "baseline"), (None, "training")], LIGHT)) == ""
