"""The deck: real charts with real numbers, both fonts, every shape named and told, nothing over its edge."""

import io
import re
import zipfile

import openpyxl
import pytest
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from outcomes import engine, scope, slides, store, words
from outcomes.charts import LIGHT
from outcomes.export import deck, fit
from outcomes.export.deck import workbook
from outcomes.slides import Page, Quotes, Story
from outcomes.slides.tied import loose

STORIES = ("nanxun-2015", "sichuan-phase-1")


@pytest.fixture(scope="module")
def db(published_store):
    return engine.open_database(store.Store(published_store).serve().snapshot, scope.parse("public"))


@pytest.fixture(scope="module")
def told(db, tmp_path_factory):
    """(story, slides) by story id."""
    nothing = tmp_path_factory.mktemp("nothing")
    stories = {name: slides.read(nothing, name) for name in STORIES}
    return {name: (story, slides.made(story, db, LIGHT)) for name, story in stories.items()}


@pytest.fixture(
    scope="module", params=[(name, lang) for name in STORIES for lang in ("en", "zh", "both")], ids="-".join
)
def written(request, told, tmp_path_factory):
    """(story, slides, language, the deck opened again, what was told)."""
    name, lang = request.param
    story, made = told[name]
    path = tmp_path_factory.mktemp("deck") / "deck.pptx"
    heard = deck.write(story, made, lang, path)
    return story, made, lang, Presentation(str(path)), heard


def shapes(opened) -> dict:
    return {shape.name: shape for slide in opened.slides for shape in slide.shapes}


def same(values: list[float]):
    """A workbook keeps 16 digits of a number."""
    return pytest.approx(values, rel=1e-12, abs=1e-12)


def lead_of(story, lang: str) -> str:
    return story.lead if lang == "both" else lang


def test_there_is_a_slide_a_slide_with_its_finding_as_title_and_notes(written):
    story, made, lang, opened, heard = written
    assert len(opened.slides) == len(made) == heard.slides
    assert opened.slide_width / opened.slide_height == pytest.approx(16 / 9, abs=1e-3)
    for one, slide in zip(made, opened.slides, strict=True):
        assert loose(slide.shapes.title.text_frame.text) == one.title[lead_of(story, lang)]
        notes = slide.notes_slide.notes_text_frame.text
        assert notes.strip()
        if one.exhibit:
            assert one.exhibit["en"].lineage.snapshot_id in notes
            for each in words.LANGUAGES if lang == "both" else (lang,):
                assert one.title[each] in notes


def test_a_charts_workbook_has_the_numbers_of_the_exhibits_rows(written):
    story, made, lang, opened, _ = written
    there, seen = shapes(opened), 0
    for one in made:
        shown = one.exhibit.get(lead_of(story, lang))
        if one.page and one.page.exhibit == "run-chart":
            cells = workbook.read(there[f"chart:{one.key}"].chart)
            groups = len({row["arm"] for row in shown.rows})
            got = sorted(value for row in cells[1:] for value in row[1 : 1 + groups] if value is not None)
            assert len({row[1 + groups] for row in cells[1:]}) == 1  # the median, the same in every month
            assert got == same(sorted(row["value"] for row in shown.rows if row["value"] is not None))
            seen += 1
        elif one.page and one.page.exhibit in ("outcomes", "outcome"):
            wanted = {row["name"]: row for row in shown.rows if row["estimate"] is not None}
            for scale in ("ratio", "points"):
                if f"chart:{one.key}:{scale}" not in there:
                    assert not [row for row in wanted.values() if row["scale"] == scale]
                    continue
                for label, estimate, low, high, minus, plus in workbook.read(there[f"chart:{one.key}:{scale}"].chart)[
                    1:
                ]:
                    row = wanted.pop(next(name for name in wanted if label[2:].startswith(name)))
                    assert [estimate, low, high] == same([row["estimate"], row["low"], row["high"]])
                    assert [minus, plus] == same([row["estimate"] - row["low"], row["high"] - row["estimate"]])
                    seen += 1
            assert not wanted
        elif one.page and one.page.exhibit == "knowledge":
            cells = workbook.read(there[f"chart:{one.key}"].chart)
            assert cells[1][1:3] == same([shown.rows[0]["before"], shown.rows[0]["after"]])
            seen += 1
    assert seen > 8


def test_the_intervals_are_error_bars_that_read_the_workbook(written):
    _, _, _, opened, _ = written
    found = 0
    for shape in shapes(opened).values():
        if not shape.has_chart:
            continue
        cells = workbook.read(shape.chart)
        for bars in shape.chart._chartSpace.iter(qn("c:errBars")):
            assert bars.find(qn("c:errValType")).get("val") == "cust"
            for side in ("plus", "minus"):
                reference = bars.find(qn(f"c:{side}")).find(qn("c:numRef"))
                column = reference.find(qn("c:f")).text.split("$")[1]
                at = openpyxl.utils.column_index_from_string(column) - 1
                assert cells[0][at].endswith(words.say(f"deck.end_{side}", lead_of(written[0], written[2])))
                cached = [float(v.text) for v in reference.iter(qn("c:v"))]
                assert cached == same([row[at] for row in cells[1:] if row[at] is not None])
                found += len(cached)
    assert found >= 8


def test_no_interval_is_longer_than_its_axis(written):
    """PowerPoint makes an axis for the values and cuts what an error bar says beyond it."""
    seen = 0
    for name, shape in shapes(written[3]).items():
        if name.endswith((":ratio", ":points")):
            axis = shape.chart.value_axis
            told = [v for row in workbook.read(shape.chart)[1:] for v in row[1:4] if v is not None]
            assert axis.minimum_scale <= min(told) and max(told) <= axis.maximum_scale, name
            seen += 1
    assert seen > 2


def test_a_value_changed_in_the_charts_workbook_is_seen_by_whoever_opens_it(written, tmp_path):
    opened = written[3]
    chart = next(shape for name, shape in shapes(opened).items() if name.startswith("chart:outcomes")).chart
    part = chart.part.chart_workbook.xlsx_part
    before = part.blob
    book = openpyxl.load_workbook(io.BytesIO(before))
    book.worksheets[0]["B2"] = 123.25
    changed = io.BytesIO()
    book.save(changed)
    part._blob = changed.getvalue()
    opened.save(str(tmp_path / "changed.pptx"))
    part._blob = before
    again = shapes(Presentation(str(tmp_path / "changed.pptx")))
    name = next(name for name in again if name.startswith("chart:outcomes"))
    assert workbook.read(again[name].chart)[1][1] == 123.25


def test_every_shape_has_a_name_of_its_own_and_says_what_it_shows(written):
    _, _, _, opened, _ = written
    every = [shape for slide in opened.slides for shape in slide.shapes]
    names = [shape.name for shape in every]
    assert len(set(names)) == len(names)
    for shape in every:
        about = shape._element.xpath(".//p:cNvPr")[0].get("descr")
        assert about or shape._element.xpath(".//*[local-name()='decorative']"), shape.name


def test_hanzi_have_a_font_in_the_theme_and_on_every_run(written):
    _, _, lang, opened, _ = written
    theme = next(r.target_part for r in opened.slide_master.part.rels.values() if r.reltype.endswith("/theme")).blob
    assert theme.decode().count('<a:ea typeface="Microsoft YaHei"/>') == 2
    seen = 0
    for shape in shapes(opened).values():
        for run in shape._element.iter(qn("a:r")):
            text = run.find(qn("a:t")).text or ""
            face = run.find(qn("a:rPr")).find(qn("a:ea"))
            assert face is not None and face.get("typeface") == "Microsoft YaHei", (shape.name, text)
            seen += 1
        if shape.has_chart:
            faces = [one.get("typeface") for one in shape.chart._chartSpace.find(qn("c:txPr")).iter(qn("a:ea"))]
            assert faces == ["Microsoft YaHei"]
    assert seen > 100
    if lang == "en":
        letters = "".join(shape.text_frame.text for shape in shapes(opened).values() if shape.has_text_frame)
        assert not any("\u4e00" <= letter <= "\u9fff" for letter in letters)


def test_no_text_is_taller_than_its_box_and_no_shape_stands_over_the_edge(written):
    _, _, _, opened, _ = written
    for slide in opened.slides:
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.left + shape.width <= opened.slide_width + 1, shape.name
            assert shape.top >= 0 and shape.top + shape.height <= opened.slide_height + 1, shape.name
            if shape.has_text_frame and shape.text_frame.text:
                high = sum(
                    fit.high(
                        paragraph.text,
                        Emu(shape.width).pt,
                        paragraph.runs[0].font.size.pt,
                        bool(paragraph.runs[0].font.bold),
                    )
                    for paragraph in shape.text_frame.paragraphs
                    if paragraph.runs
                )
                assert high <= Emu(shape.height).pt + 1.5, (shape.name, shape.text_frame.text)


def test_every_row_of_a_table_is_as_tall_as_its_letters_and_the_table_stands_on_its_slide(written):
    seen = 0
    for name, shape in shapes(written[3]).items():
        if not name.startswith("table:"):
            continue
        assert shape.top + sum(row.height for row in shape.table.rows) <= written[3].slide_height - Pt(40), name
        for row in shape.table.rows:
            for column, cell in zip(shape.table.columns, row.cells, strict=True):
                high = sum(
                    fit.high(one.text, Emu(column.width).pt - 8, one.runs[0].font.size.pt)
                    for one in cell.text_frame.paragraphs
                    if one.runs
                )
                assert high + 4 <= Emu(row.height).pt, (name, cell.text)
                seen += 1
    assert seen > 40


def test_a_quotation_stands_apart_from_what_is_above_it_and_its_speaker_has_a_line(written):
    story, made, lang, opened, _ = written
    there, lead = shapes(opened), lead_of(story, lang)
    quoted = [one for one in made if one.page and one.page.exhibit == "practice-card" and one.body[lead].quote]
    assert quoted
    for one in quoted:
        said = {loose(paragraph.text): paragraph for paragraph in there[f"facts:{one.key}"].text_frame.paragraphs}
        assert said[one.body[lead].quote].space_before.pt > 4
        assert any(text.split(" · ")[0] == one.body[lead].by for text in said)


def test_nothing_is_left_out_of_a_list_while_there_is_room_for_it(written):
    """Six failures that a hall sees four of stand in a deck of one language without a rest."""
    story, made, lang, opened, _ = written
    there, lead = shapes(opened), lead_of(story, lang)
    body = next(one.body[lead] for one in made if one.key == "not-worked")
    shown = sum(loose(head) in loose(there["lines:not-worked"].text_frame.text) for head, _ in body.items)
    assert shown >= len(body.in_hall.items)
    if lang != "both":
        assert shown == len(body.items) and "more:not-worked" not in there
    for key in ("events", "reflections"):
        rest = next(one.body[lead] for one in made if one.key == key)
        if f"more:{key}" in there:
            n = len(there["table:events"].table.rows) - 1 if key == "events" else _quotes(there, rest)
            assert words.say("stage.more", lead, n=rest.first(n).more) in there[f"more:{key}"].text_frame.text


def _quotes(there: dict, body: Quotes) -> int:
    return sum(said in loose(there["lines:reflections"].text_frame.text) for said, _ in body.items)


def test_the_axis_of_a_ratio_is_labelled_where_nothing_changed(written):
    for name, shape in shapes(written[3]).items():
        if name.endswith(":ratio"):
            axis = shape.chart.value_axis
            assert axis.major_unit == 2 and axis.tick_labels.number_format == "[<1]0.00;0", name
            assert float(axis.minimum_scale) <= 1 <= float(axis.maximum_scale)


def test_a_single_measures_change_stands_beside_its_bar_with_its_interval(written):
    story, made, lang, opened, _ = written
    there, lead, seen = shapes(opened), lead_of(story, lang), 0
    for one in made:
        if one.page and one.page.exhibit == "outcome":
            row = one.exhibit[lead].rows[0]
            label = workbook.read(there[f"chart:{one.key}:{row['scale']}"].chart)[1][0]
            assert one.exhibit[lead].table[3][1] in loose(label)
            seen += 1
    assert seen


def test_an_interval_stands_beneath_its_figure_and_not_in_it(written):
    story, made, lang, opened, _ = written
    there, lead = shapes(opened), lead_of(story, lang)
    one = next(one for one in made if one.page and one.page.exhibit == "record")
    figure, ends = there[f"number:1:{one.key}"], there[f"interval:1:{one.key}"]
    assert re.fullmatch(r"\d+%", figure.text_frame.text)
    assert loose(ends.text_frame.text).split("\n")[0] == one.body[lead].items[0].interval
    assert ends.top >= figure.top + figure.height
    assert ends.text_frame.paragraphs[0].runs[0].font.size < figure.text_frame.paragraphs[0].runs[0].font.size / 2


def test_no_letter_is_one_that_the_readers_fonts_do_not_have(written):
    for shape in shapes(written[3]).values():
        text = "".join(one.text or "" for one in shape._element.iter(qn("a:t")))
        assert not re.search("[\u200b\u2060\ufeff]", text), shape.name


def test_nothing_in_the_stories_was_cut_or_left_out(written):
    assert written[4].left_out == {"en": [], "zh": []}


def test_a_text_longer_than_its_box_is_cut_with_three_dots_and_told(db, tmp_path):
    story = Story("s", {"en": "T", "zh": "题"}, {}, "NX-2015A", "en", None, (Page("voices", "reflections"),))
    made = slides.made(story, db, LIGHT)
    made[1].body.update({lang: Quotes([("long " * 2000, "who")]) for lang in words.LANGUAGES})
    heard = deck.write(story, made, "en", tmp_path / "long.pptx")
    text = shapes(Presentation(str(tmp_path / "long.pptx")))["lines:reflections"].text_frame.text
    assert text.endswith("…")
    assert any("Slide 2" in one and "was cut" in one for one in heard.left_out["en"])
    assert len(heard.left_out["zh"]) == len(heard.left_out["en"])


def test_a_slide_that_cannot_be_shown_says_why_and_the_others_are_there(db, tmp_path):
    pages = (Page("changed", "forest"), Page("did", "events"))
    story = Story("s", {"en": "T", "zh": "题"}, {}, "NX-2015A", "en", None, pages)
    made = slides.made(story, db, LIGHT)
    deck.write(story, made, "en", tmp_path / "held.pptx")
    there = shapes(Presentation(str(tmp_path / "held.pptx")))
    assert loose(there["held:forest"].text_frame.text) == made[1].problem["en"]
    assert "table:events" in there


def test_no_part_of_the_file_leads_out_of_it(written, tmp_path):
    written[3].save(str(tmp_path / "deck.pptx"))
    with zipfile.ZipFile(tmp_path / "deck.pptx") as parts:
        for name in parts.namelist():
            if name.endswith(".rels"):
                assert b'TargetMode="External"' not in parts.read(name), name
