"""Lines: a figure, its sign, its unit and its interval are never torn apart, and the words stay as they are."""

import pytest

from outcomes.slides.tied import apart, inside, loose, pieces, tied

TEXTS = [
    ("Hazards improved: 56% to 80%, +22 points (+6 to +32). 9 of 10.", ["+22 points (+6 to +32)."]),
    ("Visits: 80% (68% to 88%), 48 of 60", ["80% (68% to 88%),"]),
    ("+26 个百分点（+6 至 +32）。10家企业", ["+26 个百分点（+6 至 +32）。"]),
    ("−0.7 个百分点（−1.0 至 −0.2）", ["−0.7 个百分点（−1.0 至 −0.2）"]),
    ("+22.5 points (+16.2 to +28.8)", ["+22.5 points", "(+16.2 to +28.8)"]),
    ("可能下降0.8个百分点，也可能上升", ["0.8个百分点，"]),
    ("sustained; cost CNY 1,860", ["CNY 1,860"]),
    ("成本1,860 元", ["1,860 元"]),
]


@pytest.mark.parametrize(("text", "whole"), TEXTS)
def test_number_unit_and_interval_are_one_piece(text, whole):
    found = pieces(text)
    assert "".join(piece for piece, _ in found) == text
    kept = [piece for piece, one in found if one]
    for each in whole:
        assert each in kept, kept


@pytest.mark.parametrize("text", [text for text, _ in TEXTS])
def test_only_spaces_change_and_they_come_back(text):
    assert loose(tied(text)) == text
    assert "\u2060" not in tied(text)
    assert tied(tied(text)) == tied(text)


@pytest.mark.parametrize("text", ["Felt pads come first (in the weaving room) now.", "没有数字（也没有区间）", ""])
def test_words_without_a_figure_break_as_ever(text):
    assert tied(text) == text


def test_a_bracket_that_is_longer_than_a_column_may_break():
    text = "(3 enterprises that have sent nothing in all of the months)"
    assert (text, True) not in pieces(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("+22.5 points (+16.2 to +28.8)", ("+22.5 points", "+16.2 to +28.8")),
        ("80%（68% 至 88%）", ("80%", "68% 至 88%")),
        ("48", ("48", "")),
        ("88 → 34 (worker)", ("88 → 34 (worker)", "")),
    ],
)
def test_an_interval_is_told_apart_from_its_figure(text, parts):
    assert apart(text) == parts


def test_brackets_around_the_whole_are_taken_off():
    assert inside("（68% 至 88%）") == "68% 至 88%"
    assert inside("68%") == "68%"
