"""Every drawing, from rows drawn here: what it must keep, what it must never do."""

import json
import math
import re
from datetime import date

import plotly.graph_objects as go
import pytest

from outcomes import charts
from outcomes.charts import DARK, LIGHT
from outcomes.charts.look import colours


def month(i: int, year: int = 2014, first: int = 11) -> date:
    k = year * 12 + first - 1 + i
    return date(k // 12, k % 12 + 1, 1)


def points(values: str, baseline: int = 3, arm: str = "pilot") -> list[dict]:
    """ "3 1 - 2" is four months; a dash is a month nobody sent."""
    return [
        {
            "month": month(i),
            "phase": "baseline" if i < baseline else "training",
            "value": None if v == "-" else float(v),
            "count": None,
            "label": f"month {i}",
            "arm": arm,
        }
        for i, v in enumerate(values.split())
    ]


def row(**other) -> dict:
    return {
        "id": "x",
        "name": "Injuries",
        "group": "lower",
        "before_text": "17.3",
        "after_text": "7.4",
        "ratio": 0.43,
        "lo": 0.1,
        "hi": 1.53,
        "n": 9,
        "reading": "unclear",
    } | other


def pair(name: str, before, after, reading: str = "unclear", note: str = "") -> dict:
    text = {"before_text": f"{before}%", "after_text": f"{after}%", "change_text": "+1", "note": note}
    return {"id": name, "name": name, "before": before, "after": after, "reading": reading, **text}


def change(look, lang, change=(26.0, 6.0, 32.0), scale="points", better="higher", **other) -> go.Figure:
    return charts.before_after(56, 80, ("56%", "80%"), change, scale, "+26", look, lang, better, "improved", **other)


READ_ROWS = [
    row(),
    row(id="worse", lo=1.06, hi=1.33, ratio=1.19, reading="worse"),
    row(id="better", group="higher", lo=1.28, hi=1.76, ratio=1.5, reading="improved"),
    row(id="off", lo=0.0, hi=0.8, ratio=0.0, reading="improved"),
    row(id="open", lo=1.2, hi=math.inf, ratio=3.0, reading="worse"),
    row(id="few", ratio=1.04, lo=None, hi=None, n=4, reading="values_only"),
    row(id="hidden", ratio=None, lo=None, hi=None, n=2, reading="hidden"),
    row(id="context", group="neutral", reading="neutral"),
]
TWO_ARMS = points("3 1 - 2 5 4") + points("2 2 2 3 - 3", arm="comparison")
COVERAGE = [
    {"enterprise": f"E{i}", "name": f"E{i}", "month": month(j), "state": state}
    for i in range(4)
    for j, state in enumerate(("received", "rejected", "not_sent", "not_due"))
]


def drawings(look, lang) -> dict[str, go.Figure]:
    rows = [pair("A", 33, 81, "improved"), pair("B", 58, 49, "worse"), pair("C", 52, None, note="not sent since July")]
    festival = (date(2015, 2, 19),)
    return {
        "forest": charts.forest(READ_ROWS, look, lang),
        "forest_narrow": charts.forest_narrow(READ_ROWS, look, lang),
        "run_chart": charts.run_chart(TWO_ARMS, look, lang, median=2, festivals=festival),
        "run_chart_narrow": charts.run_chart(TWO_ARMS, look, lang, median=2, festivals=festival, narrow=True),
        "index": charts.run_chart(points("98 99 101 104"), look, lang, from_zero=False),
        "interval": charts.interval(0.43, 0.1, 1.53, look, lang),
        "interval_short": charts.interval(1.19, 1.06, 1.33, look, lang, reading="worse"),
        "interval_open": charts.interval(0.0, 0.0, math.inf, look, lang, better="higher"),
        "before_after": change(look, lang),
        "before_after_open": change(look, lang, change=(None, 0.4, math.inf), scale="ratio", narrow=True),
        "before_after_bare": change(look, lang, change=(None, None, None)),
        "pairs": charts.pairs(rows, look, lang),
        "pairs_narrow": charts.pairs(rows, look, lang, narrow=True, change_title="points"),
        "coverage": charts.coverage(COVERAGE, look, lang),
        "coverage_narrow": charts.coverage(COVERAGE, look, lang, narrow=True),
    }


EVERY = [(look, lang) for look in (LIGHT, DARK) for lang in ("en", "zh")]
IDS = [f"{look.kind}-{lang}" for look, lang in EVERY]


@pytest.mark.parametrize(("look", "lang"), EVERY, ids=IDS)
def test_every_drawing_is_a_figure_plotly_accepts(look, lang):
    for name, figure in drawings(look, lang).items():
        go.Figure(figure.to_dict())  # raises on a property Plotly does not know
        assert figure.layout.height > 0, name


@pytest.mark.parametrize(("look", "lang"), EVERY, ids=IDS)
def test_only_colours_of_the_look_are_used(look, lang):
    for name, figure in drawings(look, lang).items():
        used = set(re.findall(r"#[0-9A-Fa-f]{6}", figure.to_json()))
        assert used <= colours(look), name


@pytest.mark.parametrize(("look", "lang"), EVERY, ids=IDS)
def test_no_infinity_reaches_the_browser_and_a_figure_stays_small(look, lang):
    for name, figure in drawings(look, lang).items():
        text = figure.to_json()
        json.loads(text, parse_constant=pytest.fail)
        assert "Infinity" not in text and "NaN" not in text, name
        assert len(text) < 24_000, name


@pytest.mark.parametrize(("look", "lang"), EVERY, ids=IDS)
def test_no_letter_is_smaller_than_eleven_pixels(look, lang):
    for name, figure in drawings(look, lang).items():
        sizes = [a.font.size for a in figure.layout.annotations]
        sizes += [float(px) for px in re.findall(r"font-size:\s*([\d.]+)px", figure.to_json())]
        assert min(sizes, default=11) >= 11, name


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_drawing_joins_a_gap(lang):
    for name, figure in drawings(LIGHT, lang).items():
        assert "connectgaps" not in figure.to_json(), name


def test_an_interval_off_the_axis_gets_an_arrowhead():
    inside = charts.interval(0.43, 0.2, 1.53, LIGHT, "en")
    outside = charts.interval(0.43, 0.0, math.inf, LIGHT, "en")
    arrows = [t.marker.symbol for t in outside.data if t.mode == "markers"]
    assert {"triangle-left", "triangle-right"} <= set(arrows)
    assert not any("triangle" in t.marker.symbol for t in inside.data if t.mode == "markers")


@pytest.mark.parametrize("draw", [charts.forest, charts.forest_narrow])
def test_a_forest_row_off_the_axis_gets_an_arrowhead_inside_the_plot(draw):
    figure = draw([row(lo=0.0, hi=80.0)], LIGHT, "en")
    low, high = figure.layout.xaxis.range
    ends = {t.marker.symbol: t.x[0] for t in figure.data if "triangle" in (t.marker.symbol or "")}
    assert ends == {"triangle-left": low, "triangle-right": high}


@pytest.mark.parametrize("draw", [charts.forest, charts.forest_narrow])
def test_context_is_never_tinted_and_never_judged(draw):
    text = draw([row(group="neutral", reading="neutral")], LIGHT, "en").to_json()
    for colour in (LIGHT.improvement, LIGHT.concern, LIGHT.improvement_tint, LIGHT.concern_tint):
        assert colour not in text


def test_a_neutral_interval_is_never_judged_whatever_reading_it_is_given():
    text = charts.interval(2.4, 1.5, 3.9, LIGHT, "en", better="neutral", reading="improved").to_json()
    assert LIGHT.improvement not in text and LIGHT.improvement_tint not in text and LIGHT.concern not in text


@pytest.mark.parametrize("draw", [charts.forest, charts.forest_narrow])
@pytest.mark.parametrize(("lang", "why"), [("en", "fewer than 3 enterprises"), ("zh", "不足3家企业")])
def test_a_row_without_an_interval_keeps_its_line_and_says_why(draw, lang, why):
    figure = draw([row(), row(id="h", name="Hidden one", ratio=None, lo=None, hi=None, reading="hidden")], LIGHT, lang)
    texts = " ".join(a.text for a in figure.layout.annotations).replace("<br>", " ")
    assert "Hidden one" in texts and why in texts


def test_the_hoped_for_side_is_the_one_the_indicator_names():
    lower = charts.interval(0.43, 0.1, 1.53, LIGHT, "en", better="lower").layout.shapes[0]
    higher = charts.interval(0.43, 0.1, 1.53, LIGHT, "en", better="higher").layout.shapes[0]
    assert lower.x1 == 0 and lower.x0 < 0
    assert higher.x0 == 0 and higher.x1 > 0


def test_ticks_are_words():
    assert {"half", "same", "double"} <= set(charts.interval(0.9, 0.8, 1.1, LIGHT, "en").layout.xaxis.ticktext)
    assert {"减半", "不变", "翻倍"} <= set(charts.forest([row()], LIGHT, "zh").layout.xaxis.ticktext)


def test_pairs_are_sorted_by_change_and_a_missing_one_stays_with_its_reason():
    rows = [pair("C", 52, None, note="no sheet since July"), pair("A", 50, 60), pair("B", 40, 90)]
    figure = charts.pairs(rows, LIGHT, "en")
    assert list(figure.layout.yaxis.ticktext) == ["B", "A", "C"]
    assert any("no sheet since July" in a.text.replace("<br>", " ") for a in figure.layout.annotations)
    assert list(charts.pairs(rows, LIGHT, "en", better="lower").layout.yaxis.ticktext) == ["A", "B", "C"]


def test_figures_beside_the_dots_have_room_inside_the_axis():
    figure = charts.pairs([pair("A", 0, 100)], LIGHT, "en")
    low, high = figure.layout.xaxis.range
    assert low < -5 and high > 105


def test_a_hidden_small_group_draws_no_mark():
    figure = charts.forest([row(ratio=None, lo=None, hi=None, reading="hidden")], LIGHT, "en")
    assert not figure.data


def test_nothing_to_draw_is_no_figure():
    nothing = points("- - -")
    assert charts.forest([], LIGHT, "en") is None
    assert charts.forest_narrow([], LIGHT, "en") is None
    assert charts.run_chart([], LIGHT, "en") is None
    assert charts.run_chart(nothing, LIGHT, "en") is None
    assert charts.interval(None, None, None, LIGHT, "en") is None
    assert charts.pairs([pair("C", 52, None)], LIGHT, "en") is None
    assert charts.coverage([], LIGHT, "en") is None


def test_a_name_from_a_workbook_is_shown_and_not_obeyed():
    evil = "<a href='http://x'>click</a>"
    rows = [row(name=evil)]
    for figure in (charts.forest(rows, LIGHT, "en"), charts.pairs([pair(evil, 1, 2)], LIGHT, "en")):
        assert "<a href" not in figure.to_json().replace("\\u003c", "<")


def test_values_begin_at_zero_and_the_change_has_no_change_in_its_middle():
    figure = change(LIGHT, "en")
    assert figure.layout.xaxis2.range[0] == 0
    low, high = figure.layout.xaxis.range
    assert low == -high
    assert "same" in figure.layout.xaxis.ticktext
    drawn = [list(trace.x) for trace in figure.data if trace.mode == "lines" and trace.xaxis is None]
    assert drawn == [[6.0, 32.0]]


def test_a_change_of_context_is_not_tinted_and_an_open_end_has_an_arrowhead():
    assert LIGHT.improvement_tint in change(LIGHT, "en").to_json()
    assert LIGHT.improvement_tint not in change(LIGHT, "en", better="neutral").to_json()
    symbols = [trace.marker.symbol for trace in change(LIGHT, "en", (1.2, 0.4, math.inf), "ratio").data]
    assert "triangle-right" in symbols and "triangle-left" not in symbols
    assert charts.before_after(None, 80, ("–", "80%"), (1, 0, 2), "points", "", LIGHT, "en") is None
