"""Tiles and funnel as drawings: nothing hidden is in them, every colour has its word, and they are figures Plotly takes."""

import json
import re
from itertools import pairwise

import plotly.graph_objects as go
import pytest

from outcomes.charts.funnel import funnel
from outcomes.charts.look import DARK, LIGHT, colours
from outcomes.charts.paper import width_of
from outcomes.charts.tiles import tiles

READINGS = ("improved", "worse", "unclear", "values_only", "hidden", "incomplete", "neutral", "no_data", None)


def tile(reading: str | None, column: int, row: int, **more) -> dict:
    shown = reading in ("improved", "worse", "unclear", "values_only", "incomplete", "neutral")
    return {
        "code": f"{column}{row}",
        "name": f"Pl {column}<b>",
        "at": (column, row),
        "reading": reading,
        "word": f"word {reading}" if reading else "",
        "change": "+12 points" if shown else "",
        "interval": "(+1 to +20)" if shown else "",
        "why": "" if shown else "fewer than 3",
        "both": 3,
        "enrolled": 4 if reading else 0,
        "count": "3 of 4 in both",
        "chosen": False,
        "hover": "about it",
        **more,
    }


def group(columns: int = 3, **more) -> dict:
    return {
        "title": "Huzhou & co",
        "tiles": [tile(reading, i % columns, i // columns, **more) for i, reading in enumerate(READINGS)],
    }


POINTS = [
    {"name": f"E{i}", "x": 10.0 + i, "y": 20.0 + i, "outside": i == 3, "label": f"E{i}"} for i in range(12)
]  # fmt: skip
CURVE = {
    "x": [5, 10, 20],
    "centre": 25,
    "lo95": [0, 5, 10],
    "hi95": [90, 50, 40],
    "lo998": [0, 0, 5],
    "hi998": [200, 70, 50],
}


def drawings(look, lang: str) -> dict[str, go.Figure]:
    told = {"centre_text": "all 25%", "exposure": "Hazards due", "share": True}
    return {
        "tiles": tiles([group()], look, lang),
        "tiles phone": tiles([group(5)], look, lang, narrow=True),
        "tiles, two groups": tiles([group(), group(4)], look, lang),
        "funnel": funnel(POINTS, CURVE, look, lang, **told),
        "funnel phone": funnel(POINTS, CURVE, look, lang, narrow=True, **told),
    }


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_they_are_small_figures_plotly_accepts_in_the_colours_of_the_look(look, lang):
    for name, drawn in drawings(look, lang).items():
        whole = drawn.to_dict()
        go.Figure(whole, skip_invalid=False)
        text = json.dumps({"data": whole["data"], "layout": {**whole["layout"], "template": None}})
        assert set(re.findall(r"#[0-9A-Fa-f]{6}", text)) <= colours(look), name
        assert len(text) < 20_000, name
        sizes = [note["font"]["size"] for note in whole["layout"].get("annotations", [])]
        sizes += [size for trace in whole["data"] for size in trace.get("textfont", {}).get("size", [])]
        assert min(sizes) >= 11, name


def bars(figure: go.Figure) -> list[dict]:
    return [trace for trace in figure.to_dict()["data"] if trace["type"] == "bar"]


def letters(figure: go.Figure) -> list[str]:
    return next(list(trace["text"]) for trace in figure.to_dict()["data"] if trace.get("mode") == "text")


@pytest.mark.parametrize("reading", ["improved", "worse"])
def test_a_judged_tile_has_its_colour_its_mark_and_its_word(reading):
    figure = tiles([{"title": "x", "tiles": [tile(reading, 0, 0)]}], LIGHT, "en")
    assert bars(figure)[0]["marker"]["color"] == [LIGHT.tint(reading)]
    assert any(f"word {reading}" in text and text[0] in "▲▼" for text in letters(figure))


@pytest.mark.parametrize("reading", ["neutral", "unclear", "values_only", "incomplete"])
def test_no_other_reading_is_coloured(reading):
    whole = tiles([{"title": "x", "tiles": [tile(reading, 0, 0)]}], LIGHT, "en").to_dict()
    text = json.dumps({**whole, "layout": {**whole["layout"], "template": None}})
    for colour in (LIGHT.improvement, LIGHT.concern, LIGHT.improvement_tint, LIGHT.concern_tint):
        assert colour not in text


def test_a_hidden_tile_is_dashed_and_a_tile_of_nobody_cannot_be_touched():
    figure = tiles([group()], LIGHT, "en").to_dict()
    assert [shape["line"]["dash"] for shape in figure["layout"]["shapes"]] == ["dash"]
    held, live = (trace for trace in figure["data"] if trace["type"] == "bar")
    assert "customdata" not in held
    assert len(live["customdata"]) == len(READINGS) - 1


def test_a_dot_stands_for_an_enterprise_filled_with_both_periods():
    assert "●●●○" in letters(tiles([{"title": "x", "tiles": [tile("improved", 0, 0)]}], LIGHT, "en"))
    many = tile("improved", 0, 0, both=60, enrolled=60)
    assert not any(
        "●" in text for text in letters(tiles([{"title": "x", "tiles": [many]}], LIGHT, "en")) if text[0] == "●"
    )


def test_on_a_phone_more_than_three_columns_follow_each_other_and_none_is_lost():
    figure = tiles([group(5)], LIGHT, "en", narrow=True)
    (live,) = bars(figure)
    assert len(live["customdata"]) == len(READINGS) - 1
    assert max(live["x"]) < 3


def test_a_name_from_a_list_is_shown_and_not_obeyed():
    assert any("&lt;b&gt;" in text for text in letters(tiles([group()], LIGHT, "en")))


def test_a_funnel_names_only_who_is_outside_and_colours_nobody():
    whole = funnel(POINTS, CURVE, LIGHT, "en", centre_text="all", exposure="hours").to_dict()
    texts = [note["text"] for note in whole["layout"]["annotations"]]
    assert "<b>E3</b>" in texts
    assert not any("E4" in text for text in texts)
    text = json.dumps({**whole, "layout": {**whole["layout"], "template": None}})
    assert LIGHT.improvement not in text
    assert LIGHT.concern not in text


def test_when_many_are_outside_none_is_named():
    points = [{**point, "outside": True} for point in POINTS]
    whole = funnel(points, CURVE, LIGHT, "en", centre_text="all", exposure="hours").to_dict()
    assert not any("<b>E" in note["text"] for note in whole["layout"]["annotations"])


@pytest.mark.parametrize("narrow", [False, True])
def test_the_words_of_the_lines_lie_beside_their_ends_and_never_over_one_another(narrow):
    told = {"centre_text": "all together 80%", "exposure": "hours", "narrow": narrow}
    close = CURVE | {"centre": 80, "hi95": [80.5] * len(CURVE["x"]), "hi998": [81] * len(CURVE["x"])}
    layout = funnel(POINTS, close, LIGHT, "en", share=True, **told).to_dict()["layout"]
    right, top = layout["xaxis"]["range"][1], layout["yaxis"]["range"][1]
    per_px = top / (layout["height"] - layout["margin"]["t"] - layout["margin"]["b"])
    ends = sorted(one["y"] / per_px + one["yshift"] for one in layout["annotations"] if one["x"] == right)
    assert len(ends) == 3
    assert all(above - below >= LIGHT.least * 1.2 for below, above in pairwise(ends))
    assert layout["margin"]["r"] > width_of("all together 80%", LIGHT.least)


def test_a_limit_beyond_the_picture_is_not_drawn_over_it():
    whole = funnel(POINTS, CURVE, LIGHT, "en", centre_text="all", exposure="hours", share=True).to_dict()
    top = whole["layout"]["yaxis"]["range"][1]
    assert all(y is None or y <= top for trace in whole["data"] for y in trace["y"])


def test_nothing_to_draw_is_no_figure():
    assert tiles([], LIGHT, "en") is None
    assert tiles([{"title": "x", "tiles": []}], LIGHT, "en") is None
    assert funnel([], CURVE, LIGHT, "en", centre_text="", exposure="") is None
