"""The tokens: readable, told apart, and the same in the theme of the page."""

import tomllib
from pathlib import Path

import pytest

from outcomes.charts.look import DARK, LIGHT, MARK, READINGS, SYMBOL, Look, look_of, template

ROOT = Path(__file__).parents[3]


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_colour_is_readable_on_the_page(look: Look):
    for name in ("ink", "ink2", "ink3", "improvement", "concern", "unclear", "comparison", "action"):
        assert contrast(getattr(look, name), look.page) >= 4.5, name
    assert contrast(look.training_text, look.training) >= 4.5
    assert contrast(look.baseline, look.page) >= 3, "a line needs 3 to 1"


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_a_reading_is_readable_on_its_own_tint(look: Look):
    for reading in READINGS:
        assert contrast(look.tone(reading), look.tint(reading)) >= 4.5, reading


def test_improved_and_worse_differ_in_mark_and_shape_and_not_in_colour_alone():
    assert MARK["improved"] != MARK["worse"] != MARK["unclear"]
    assert SYMBOL["improved"] != SYMBOL["worse"] != SYMBOL["unclear"]


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_the_theme_of_the_page_has_the_same_colours_as_the_charts(look: Look):
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"][look.kind]
    same = {
        "primaryColor": look.action,
        "backgroundColor": look.page,
        "secondaryBackgroundColor": look.panel,
        "textColor": look.ink,
        "borderColor": look.rule,
        "blueColor": look.improvement,
        "blueBackgroundColor": look.improvement_tint,
        "greenColor": look.improvement,
        "orangeColor": look.concern,
        "orangeBackgroundColor": look.concern_tint,
        "redColor": look.concern,
        "grayColor": look.unclear,
        "yellowTextColor": look.training_text,
    }
    assert {name: theme[name] for name in same} == same


def test_light_and_dark_theme_set_the_same_options():
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    assert theme["light"].keys() == theme["dark"].keys()


def test_a_slide_draws_larger_letters_and_no_letter_falls_under_eleven():
    assert look_of("dark", 24).small == 23
    assert look_of("dark", 24).kind == "dark"
    assert look_of(None) is LIGHT
    assert look_of("light", 11).least == 11
    assert template(LIGHT)["layout"]["xaxis"]["tickfont"]["size"] == 12
