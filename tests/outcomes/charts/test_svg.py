"""The drawing without a browser: every figure of every exhibit, and what is refused."""

import re
from xml.etree import ElementTree

import pytest

from outcomes import charts, engine, scope, store
from outcomes.charts import fonts, svg
from outcomes.charts.svg import ticks
from outcomes.errors import OutcomesError
from outcomes.exhibits import Asked
from outcomes.exhibits.registry import EXHIBITS, build
from tests.outcomes.charts.test_figures import drawings

_SVG = "{http://www.w3.org/2000/svg}"
SOME = ("injury_frequency", "hazards_closed_on_time", "labour_productivity", "reporting_coverage")
LOOKS = [(look, lang) for look in (charts.LIGHT, charts.DARK) for lang in ("en", "zh")]
IDS = [f"{look.kind}-{lang}" for look, lang in LOOKS]


def read(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)


def said(text: str) -> str:
    return " ".join("".join(each.itertext()) for each in read(text).iter(f"{_SVG}text"))


def of(**layout) -> dict:
    """A small figure of one line; what is given replaces parts of its layout."""
    axes = {"xaxis": {"range": [0, 10]}, "yaxis": {"range": [0, 10]}}
    line = {"type": "scatter", "mode": "lines", "x": [0, 5, 10], "y": [0, 5, 10], "line": {"color": "red", "width": 2}}
    template = {"layout": charts.look.template(charts.LIGHT)["layout"]}
    return {"data": [line], "layout": {"template": template, **axes, **layout}}


@pytest.fixture(scope="module")
def read_store(published_store):
    return store.Store(published_store).serve().snapshot


@pytest.mark.parametrize(("look", "lang"), LOOKS, ids=IDS)
def test_every_figure_of_every_exhibit_is_drawn_wide_and_narrow(read_store, look, lang):
    drawn = set()
    for who in ("director", "public"):
        asked = Asked(engine.open_database(read_store, scope.parse(who)), lang=lang, look=look)
        for name, entry in EXHIBITS.items():
            if entry.of_two or entry.of_action or entry.of_enterprise:
                continue
            ids = ("visits_full_team",) if entry.of_record else SOME if entry.of_indicator else (None,)
            for indicator in ids:
                exhibit = build(asked, name, indicator)
                for figure, width in ((exhibit.figure, 900), (exhibit.narrow, 345)):
                    if figure is not None:
                        text = svg.draw(figure, width=width, height=round(figure.to_dict()["layout"]["height"]))
                        assert len(read(text).findall(f".//{_SVG}path")) + text.count("<rect") > 3, name
                        assert fonts.missing(said(text)) == "", name
                        assert "nan" not in re.sub(r">[^<]*<", "><", text), name
                        drawn.add(name)
    assert drawn >= {"run-chart", "forest", "pairs", "rate-ratio", "knowledge", "visits", "coverage-grid", "funnel"}
    assert drawn >= {"control-chart", "regions"}


@pytest.mark.parametrize(("look", "lang"), LOOKS, ids=IDS)
def test_every_word_of_a_drawing_stands_in_its_picture(look, lang):
    for name, figure in drawings(look, lang).items():
        text = said(svg.draw(figure, width=900, height=300)).replace("\u00a0", " ")
        for note in figure.to_dict()["layout"]["annotations"]:
            for line in svg.writing.runs(note["text"]):
                words = "".join(run.words for run in line).replace("\u00a0", " ").strip()
                assert words in text, (name, words)


def test_a_value_stands_where_its_axis_says():
    whole = of(margin={"l": 100, "r": 100, "t": 50, "b": 50})
    text = svg.draw(whole, width=400, height=200)
    assert 'd="M100 150L200 100L300 50"' in text


def test_labels_that_need_room_push_the_plot_away_from_the_edge():
    long = {"range": [0, 10], "tickvals": [5], "ticktext": ["a very long name of an enterprise"]}
    text = svg.draw(of(yaxis=long), width=600, height=200)
    left = float(read(text).find(f".//{_SVG}clipPath/{_SVG}rect").get("x"))
    assert left > svg.measure(long["ticktext"][0], 12)


def test_a_gap_in_a_line_stays_a_gap():
    whole = of()
    whole["data"][0] |= {"x": [0, 1, 2, 3], "y": [1, None, 1, 2]}
    path = next(d for d in re.findall(r'd="([^"]+)"', svg.draw(whole, width=400, height=200)) if d.count("M") == 2)
    assert path.count("L") == 1


def test_what_came_from_data_is_never_markup():
    note = {"x": 5, "y": 5, "text": "&lt;script&gt; A &amp; B", "showarrow": False}
    text = svg.draw(of(annotations=[note]), width=400, height=200)
    assert "<script" not in text
    assert "<script> A & B" in said(text)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda f: f["data"].append({"type": "pie"}), "trace pie"),
        (lambda f: f["data"][0].update(fill="tozeroy"), "scatter fill"),
        (lambda f: f["layout"].update(legend={}), "layout legend"),
        (lambda f: f["layout"]["xaxis"].update(type="log"), "xaxis type log"),
        (lambda f: f["layout"].update(annotations=[{"x": 1, "y": 1, "text": "a", "showarrow": True}]), "arrow"),
        (lambda f: f["layout"].update(annotations=[{"x": 1, "y": 1, "text": "<i>a</i>"}]), "text <i>"),
    ],
)
def test_what_it_does_not_know_is_refused_by_name_and_not_left_out(change, what):
    whole = of()
    change(whole)
    with pytest.raises(OutcomesError, match=re.escape(what)):
        svg.draw(whole, width=400, height=200)


@pytest.mark.parametrize(
    ("low", "high", "suffix", "labels"),
    [
        (0, 22.4, "", ["0", "5", "10", "15", "20"]),
        (2.6, 4.7, "", ["3", "3.5", "4", "4.5"]),
        (0, 104, "%", ["0%", "20%", "40%", "60%", "80%", "100%"]),
        (-30, 30, "", ["−30", "−20", "−10", "0", "10", "20", "30"]),
        (0, 50_000, "", ["0", "10k", "20k", "30k", "40k", "50k"]),
    ],
)
def test_round_ticks_are_those_of_the_screen(low, high, suffix, labels):
    most = 6 if low >= 0 else 7
    found = ticks.of({"range": [low, high], "nticks": most, "ticksuffix": suffix}, 300, "y")
    assert [words for _, words in found] == labels


def test_a_second_pair_of_axes_is_a_pane_of_its_own():
    marks = {"type": "scatter", "mode": "markers", "marker": {"color": "red", "size": 8}}
    none = {"l": 0, "r": 0, "t": 0, "b": 0}
    hidden = {"visible": False}
    whole = of(
        margin=none,
        xaxis={"range": [0, 10], **hidden},
        yaxis={"range": [0, 100], "domain": [0, 0.5], **hidden},
        xaxis2={"range": [0, 4], "anchor": "y2", **hidden},
        yaxis2={"range": [0, 2], "domain": [0.5, 1], "anchor": "x2", **hidden},
    )
    whole["data"] = [{**marks, "x": [5], "y": [50]}, {**marks, "x": [1], "y": [1], "xaxis": "x2", "yaxis": "y2"}]
    text = svg.draw(whole, width=200, height=100)
    assert re.findall(r'transform="(translate[^"]+)"', text) == ["translate(100 75)", "translate(50 25)"]


def test_embedded_letters_are_those_of_the_drawing():
    figure = drawings(charts.LIGHT, "zh")["forest"]
    bare, whole = (svg.draw(figure, width=900, height=400, fonts=how) for how in ("none", "embed"))
    assert "@font-face" not in bare
    assert whole.count("@font-face") == 4
    assert len(whole) < 200_000
