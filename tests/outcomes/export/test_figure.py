"""One exhibit as a file: everything inside the picture, nothing over its edge, rows that say what they are."""

import csv as reading
import io
import re
from xml.etree import ElementTree

import pytest
from PIL import Image

from outcomes import engine, scope, store, words
from outcomes.charts import LIGHT, fonts
from outcomes.errors import OutcomesError
from outcomes.exhibits import Asked, registry
from outcomes.export import figure
from outcomes.export.figure import picture, raster
from outcomes.filters import Filters

SVG = "{http://www.w3.org/2000/svg}"
SOME = [
    ("run-chart", "injury_frequency"),
    ("forest", None),
    ("targets", None),
    ("outcome", "injury_frequency"),
    ("coverage-grid", None),
]


@pytest.fixture(scope="module")
def snapshot(published_store):
    return store.Store(published_store).serve().snapshot


@pytest.fixture(scope="module")
def asked(snapshot):
    return Asked(engine.open_database(snapshot, scope.parse("director")), Filters(round="NX-2015A"), "en", LIGHT)


def shown(asked, name: str, indicator: str | None, lang: str):
    return registry.build(asked.but(lang=lang), name, indicator)


def texts(svg: bytes) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(svg).iter(f"{SVG}text"))


@pytest.mark.parametrize("lang", words.LANGUAGES)
@pytest.mark.parametrize(("name", "indicator"), SOME)
def test_finding_notes_and_snapshot_stand_inside_the_picture(asked, snapshot, name, indicator, lang):
    exhibit = shown(asked, name, indicator, lang)
    svg = figure.svg(exhibit, lang, snapshot)
    said = "".join("".join(one.itertext()) for one in texts(svg)).replace(" ", "")
    *notes, short = exhibit.notes
    for text in (exhibit.title, *notes, snapshot.id, words.say("demo.badge", lang)):
        assert text.replace(" ", "") in said, text
    assert snapshot.short in short and short.replace(" ", "") not in said, "the snapshot is told once"
    assert not re.search(rb"https?://(?!www\.w3\.org)", svg)
    assert b"<script" not in svg


@pytest.mark.parametrize(("name", "indicator"), SOME)
def test_no_line_of_text_stands_over_the_edge(asked, snapshot, name, indicator):
    long = "Long " * 200 + "长" * 400
    from dataclasses import replace

    exhibit = replace(shown(asked, name, indicator, "en"), title=long, notes=[long, "x" * 900])
    root = ElementTree.fromstring(figure.svg(exhibit, "en", snapshot))
    for one in root.findall(f"{SVG}text"):  # those of the picture itself; the drawing is clipped to its own place
        wide = fonts.measure("".join(one.itertext()), float(one.get("font-size")), int(one.get("font-weight", 400)))
        assert float(one.get("x")) + wide <= picture.WIDE - 10, "".join(one.itertext())
        assert float(one.get("y")) <= float(root.get("height"))
    assert "…" in "".join("".join(one.itertext()) for one in root.iter(f"{SVG}text"))


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_a_png_is_the_same_picture_at_twice_the_size_with_hanzi_in_it(asked, snapshot, lang):
    exhibit = shown(asked, "forest", None, lang)
    root = ElementTree.fromstring(figure.svg(exhibit, lang, snapshot))
    image = Image.open(io.BytesIO(figure.png(exhibit, lang, snapshot))).convert("L")
    assert image.size == (2 * picture.WIDE, 2 * int(root.get("height")))
    ink = image.crop((2 * picture.EDGE, 2 * picture.EDGE, image.width, 120)).histogram()
    assert sum(ink[:100]) > 1500  # letters of the finding, and no empty boxes: see the fonts' own tests


def test_the_svg_carries_every_letter_it_shows(asked, snapshot):
    exhibit = shown(asked, "forest", None, "zh")
    svg = figure.svg(exhibit, "zh", snapshot).decode()
    assert svg.count("@font-face") >= 3
    assert fonts.missing("".join("".join(one.itertext()) for one in texts(svg.encode()))) == ""


def test_what_the_data_say_is_never_markup(asked, snapshot):
    from dataclasses import replace

    hostile = '</text><script>alert(1)</script>&"'
    exhibit = replace(
        shown(asked, "targets", None, "en"), title=hostile, alt=hostile, notes=[hostile], table=[[hostile], [hostile]]
    )
    root = ElementTree.fromstring(figure.svg(exhibit, "en", snapshot))
    assert not list(root.iter(f"{SVG}script"))
    assert hostile in "".join(root.itertext())


def test_a_missing_font_file_is_a_sentence_that_names_it(asked, snapshot, monkeypatch, tmp_path):
    monkeypatch.setattr(raster.fonts, "files", lambda: _gone("NotoSansSC-Regular.ttf"))
    with pytest.raises(OutcomesError, match=r"NotoSansSC-Regular\.ttf is missing"):
        figure.png(shown(asked, "forest", None, "zh"), "zh", snapshot)


def _gone(name: str):
    raise OutcomesError("export_figure.font_missing", name=name)


@pytest.mark.parametrize("lang", words.LANGUAGES)
@pytest.mark.parametrize(("name", "indicator"), SOME)
def test_the_rows_are_the_exhibits_and_say_what_they_are(asked, snapshot, name, indicator, lang):
    exhibit = shown(asked, name, indicator, lang)
    text = figure.csv(exhibit, lang, snapshot).decode("utf-8-sig")
    head = [line for line in text.splitlines() if line.startswith("#")]
    assert exhibit.title in head[0]
    rows = list(
        reading.DictReader(io.StringIO("\n".join(line for line in text.splitlines() if not line.startswith("#"))))
    )
    assert len(rows) == len(exhibit.rows)
    assert {row["snapshot"] for row in rows} == {snapshot.id}
    for row, wanted in zip(rows, exhibit.rows, strict=True):
        for key, value in wanted.items():
            if isinstance(value, float) and key in row:
                assert float(row[key]) == value
