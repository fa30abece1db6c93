"""A deck that somebody edited: new figures in place, their words, layout and slides as they left them."""

import zipfile
from dataclasses import replace

import pytest
from pptx import Presentation
from pptx.util import Inches

from outcomes import engine, scope, slides, store
from outcomes.charts import LIGHT
from outcomes.errors import Unreadable
from outcomes.export import deck
from outcomes.export.deck import workbook
from outcomes.slides.tied import loose


@pytest.fixture(scope="module")
def two(published_store):
    """The story's slides over the earlier and over the current snapshot: October came in between."""
    place = store.Store(published_store)
    story = slides.read(published_store, "nanxun-2015")
    ids = [entry.id for entry in place.history()]
    return story, *(
        slides.made(story, engine.open_database(place.open(one), scope.parse("public")), LIGHT)
        for one in (ids[-1], ids[0])
    )


@pytest.fixture
def edited(two, tmp_path):
    """The earlier deck after somebody worked on it: a chart moved, a slide added, a title and a cell in their own words."""
    story, then, _ = two
    path = tmp_path / "edited.pptx"
    deck.write(story, then, "en", path)
    opened = Presentation(str(path))
    there = shapes(opened)
    chart = there["chart:outcomes:points"]
    chart.left, chart.top, chart.width = Inches(1), Inches(2.5), Inches(4)
    there["title:events"].text_frame.text = "Our eight days"
    there["table:events"].table.cell(1, 1).text = "The half day"
    extra = opened.slides.add_slide(opened.slide_layouts[5])
    extra.shapes.title.text = "Thanks to everybody"
    opened.save(str(path))
    return path


def shapes(opened) -> dict:
    return {shape.name: shape for slide in opened.slides for shape in slide.shapes}


def test_moved_shapes_added_slides_and_changed_words_stay_and_the_numbers_are_todays(two, edited, tmp_path):
    story, then, now = two
    out = tmp_path / "fresh.pptx"
    changes = deck.refresh(edited, story, now, "en", out)
    opened = Presentation(str(out))
    there = shapes(opened)
    chart = there["chart:outcomes:points"]
    assert (chart.left, chart.top, chart.width) == (Inches(1), Inches(2.5), Inches(4))
    assert there["title:events"].text_frame.text == "Our eight days"
    assert there["table:events"].table.cell(1, 1).text == "The half day"
    assert opened.slides[len(opened.slides) - 1].shapes.title.text == "Thanks to everybody"
    rows = {row["name"]: row for one in now if one.key == "outcomes" for row in one.exhibit["en"].rows}
    old = {row["name"]: row for one in then if one.key == "outcomes" for row in one.exhibit["en"].rows}
    assert any(rows[name]["estimate"] != old[name]["estimate"] for name in rows)
    for label, estimate, low, high, *_ in workbook.read(chart.chart)[1:]:
        row = rows[next(name for name in rows if label[2:].startswith(name))]
        assert [estimate, low, high] == pytest.approx([row["estimate"], row["low"], row["high"]], rel=1e-12)
    told = {(one.key, one.what) for one in changes}
    assert ("changed", "chart:outcomes:points") in told
    assert ("kept", "title:events") in told or then[1].title["en"] == now[1].title["en"]
    assert all(one.say("zh") and one.say("en") for one in changes)


def test_the_values_that_powerpoint_shows_without_opening_the_workbook_are_new_too(two, edited, tmp_path):
    story, _, now = two
    deck.refresh(edited, story, now, "en", tmp_path / "fresh.pptx")
    chart = shapes(Presentation(str(tmp_path / "fresh.pptx")))["chart:outcomes:points"].chart
    cells = workbook.read(chart)
    assert list(chart.plots[0].series[0].values) == pytest.approx([row[1] for row in cells[1:]], rel=1e-12)
    assert list(chart.plots[0].categories) == [row[0] for row in cells[1:]]


def test_a_finding_that_nobody_touched_is_todays_finding(two, edited, tmp_path):
    story, then, now = two
    differing = [
        (a, b)
        for a, b in zip(then, now, strict=True)
        if a.key == b.key and a.title["en"] != b.title["en"] and a.key != "events"
    ]
    assert differing
    changes = deck.refresh(edited, story, now, "en", tmp_path / "fresh.pptx")
    there = shapes(Presentation(str(tmp_path / "fresh.pptx")))
    for old, new in differing:
        assert loose(there[f"title:{new.key}"].text_frame.text) == new.title["en"]
        assert any(
            one.what == f"title:{new.key}" and (loose(one.old), loose(one.new)) == (old.title["en"], new.title["en"])
            for one in changes
        )


def test_a_space_that_does_not_break_is_no_word_of_somebodys_own(two, tmp_path):
    """A deck that was made when all spaces were plain ones, or one that somebody typed anew, is not told as edited."""
    story, _, now = two
    path = tmp_path / "plain.pptx"
    deck.write(story, now, "en", path)
    opened = Presentation(str(path))
    key = next(one.key for one in now if "\u00a0" in shapes(opened)[f"title:{one.key}"].text_frame.text)
    run = shapes(opened)[f"title:{key}"].text_frame.paragraphs[0].runs[0]
    run.text = loose(run.text)
    opened.save(str(path))
    assert deck.refresh(path, story, now, "en", tmp_path / "fresh.pptx") == []


def test_refreshing_again_changes_nothing(two, edited, tmp_path):
    story, _, now = two
    deck.refresh(edited, story, now, "en", tmp_path / "fresh.pptx")
    again = deck.refresh(tmp_path / "fresh.pptx", story, now, "en", tmp_path / "again.pptx")
    assert [one for one in again if one.key == "changed"] == []


def test_shapes_that_somebody_took_out_are_told_and_not_put_back(two, edited, tmp_path):
    story, _, now = two
    opened = Presentation(str(edited))
    for name in ("chart:outcomes:points", "title:events", "number:1:record-visits_full_team"):
        element = shapes(opened)[name]._element
        element.getparent().remove(element)
    opened.save(str(edited))
    changes = deck.refresh(edited, story, now, "en", tmp_path / "fresh.pptx")
    gone = {one.what for one in changes if one.key == "gone"}
    assert {"chart:outcomes:points", "title:events", "number:1:record-visits_full_team"} == gone
    assert "chart:outcomes:points is no longer in the deck" in " ".join(one.say("en") for one in changes)
    assert "chart:outcomes:points" not in shapes(Presentation(str(tmp_path / "fresh.pptx")))


def test_where_the_inner_record_was_dropped_the_alt_text_still_tells_what_was_changed_by_hand(two, edited, tmp_path):
    story, _, now = two
    bare = tmp_path / "bare.pptx"
    opened = Presentation(str(edited))
    for key, rel in list(opened.part.rels.items()):
        if rel.reltype.endswith("/customXml"):
            opened.part.rels.pop(key)
    opened.save(str(bare))
    assert not [name for name in zipfile.ZipFile(bare).namelist() if name.startswith("customXml")]
    deck.refresh(bare, story, now, "en", tmp_path / "fresh.pptx")
    assert shapes(Presentation(str(tmp_path / "fresh.pptx")))["title:events"].text_frame.text == "Our eight days"
    assert shapes(Presentation(str(tmp_path / "fresh.pptx")))["table:events"].table.cell(1, 1).text == "The half day"


def test_a_slide_that_somebody_copied_gets_the_same_figures(two, edited, tmp_path):
    story, _, now = two
    opened = Presentation(str(edited))
    copy = opened.slides.add_slide(opened.slide_layouts[5])
    title = shapes(opened)["title:outcomes"]
    copy.shapes.title.text, copy.shapes.title.name = title.text_frame.text, title.name
    opened.save(str(edited))
    deck.refresh(edited, story, now, "en", tmp_path / "fresh.pptx")
    said = [
        s.text_frame.text
        for slide in Presentation(str(tmp_path / "fresh.pptx")).slides
        for s in slide.shapes
        if s.name == "title:outcomes"
    ]
    assert said == [now[3].title["en"]] * 2


def test_lines_that_came_stand_in_the_table_and_one_taken_out_by_hand_is_told(two, edited, tmp_path):
    story, _, now = two
    events = next(one for one in now if one.key == "events")
    longer = [
        replace(
            one,
            body={lang: replace(body, lines=[*body.lines, ["new", "line", "1"]]) for lang, body in one.body.items()},
        )
        if one is events
        else one
        for one in now
    ]
    changes = deck.refresh(edited, story, longer, "en", tmp_path / "longer.pptx")
    table = shapes(Presentation(str(tmp_path / "longer.pptx")))["table:events"].table
    assert [cell.text for cell in table.rows[len(table.rows) - 1].cells] == ["new", "line", "1"]
    assert ("lines", "table:events") in {(one.key, one.what) for one in changes}
    opened = Presentation(str(edited))
    table = shapes(opened)["table:events"].table
    table._tbl.remove(table._tbl.tr_lst[-1])
    opened.save(str(edited))
    changes = deck.refresh(edited, story, longer, "en", tmp_path / "shorter.pptx")
    assert "put it right by hand" in " ".join(one.say("en") for one in changes)


def test_the_deck_itself_can_be_refreshed_in_place(two, edited):
    story, _, now = two
    deck.refresh(edited, story, now, "en", edited)
    assert shapes(Presentation(str(edited)))["title:outcomes"].text_frame.text == now[3].title["en"]
    assert [path.name for path in edited.parent.iterdir()] == ["edited.pptx"]


@pytest.mark.parametrize("content", [b"not a zip", b"", b"PK\x05\x06" + b"\x00" * 18])
def test_what_is_no_deck_is_a_sentence_and_stays_as_it_is(two, tmp_path, content):
    story, _, now = two
    path = tmp_path / "letter.pptx"
    path.write_bytes(content)
    with pytest.raises(Unreadable, match=r"letter\.pptx is no PowerPoint deck"):
        deck.refresh(path, story, now, "en", path)
    assert path.read_bytes() == content


def test_somebody_elses_deck_is_a_sentence(two, tmp_path):
    story, _, now = two
    other = Presentation()
    other.slides.add_slide(other.slide_layouts[5]).shapes.title.text = "Ours"
    other.save(str(tmp_path / "other.pptx"))
    with pytest.raises(Unreadable, match="no shape that this programme made"):
        deck.refresh(tmp_path / "other.pptx", story, now, "en", tmp_path / "out.pptx")
    assert not (tmp_path / "out.pptx").exists()


def test_another_order_of_slides_finds_every_shape_again(two, edited, tmp_path):
    story, _, now = two
    shuffled = [now[0], *(replace(one, number=at) for at, one in enumerate(reversed(now[1:]), start=2))]
    changes = deck.refresh(edited, story, shuffled, "en", tmp_path / "fresh.pptx")
    assert not [one for one in changes if one.key == "gone"]
