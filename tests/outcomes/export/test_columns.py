"""Lines and columns: what must not be broken stays whole, no line begins with a comma, numbers stand at the right."""

import pytest

from outcomes.charts import fonts
from outcomes.export import columns, fit


@pytest.mark.parametrize("width", [50, 60, 90, 140])
def test_no_line_begins_with_closing_marks_nor_ends_with_opening_ones(width):
    text = "每月540 元，一次性420 元；经核实（实测），区间跨过“不变”即无法判断。" * 3
    found = fit.lines(text, width, 13)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert [line for line in found if line[0] in "）”，。；、" or line[-1] in "（“"] == []


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("done, 11 Sep 2015, and kept", "11 Sep 2015,"),
        ("已完成，2015年9月11日起", "2015年9月11日"),
        ("it cost CNY 7,800 at once", "CNY 7,800"),
        ("成本11,200 元", "11,200 元"),
        ("回收期17.5个月", "17.5个月"),
        ("67% (52% to 79%)", "(52% to 79%)"),
    ],
)
def test_dates_amounts_and_intervals_stay_on_one_line(text, whole):
    assert any(whole in line for line in fit.lines(text, fonts.measure(whole, 13) * fit.SLACK + 1, 13))


def test_a_dot_between_two_texts_stays_with_the_first_and_the_snapshot_with_its_number():
    assert fit.pieces("left out · Snapshot 27 Nov 2026 · cf25ed") == [
        "left ",
        "out · ",
        "Snapshot ",
        "27 Nov 2026 · cf25ed",
    ]


def test_a_column_is_as_wide_as_its_longest_word_and_the_long_texts_give_room():
    lines = [["Improvement", "Status", "Cost"], ["a long text about what was done " * 6, "illustrative", "CNY 7,800"]]
    found = columns.widths(lines, 300, 13, 16)
    assert sum(found) <= 300.1
    assert found[1] - 16 >= fonts.measure("illustrative", 13) and found[2] - 16 >= fonts.measure("CNY 7,800", 13)


def test_no_column_of_hanzi_is_one_letter_wide():
    lines = [["发现", "地点"], ["参与式安全培训" * 40, "中国湖州南浔"]]
    assert columns.widths(lines, 300, 13, 16)[1] - 16 >= 5 * 13


@pytest.mark.parametrize(
    ("cells", "at_the_right"),
    [
        (["CNY 7,800", "nothing", "CNY 900", "–"], True),
        (["≥ 80%", "≤ 2.8%"], True),
        (["–", "–", "CNY 9,360"], True),
        (["31 Oct 2015", "31 Dec 2015"], False),
        (["2015年10月31日"], False),
        (["5S", "housekeeping", "quality"], False),
        (["reached"], False),
    ],
)
def test_numbers_stand_at_the_right_and_dates_do_not(cells, at_the_right):
    assert columns.numeric(cells) is at_the_right
