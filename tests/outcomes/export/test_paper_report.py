"""The report: every exhibit that the reader may see or a reason why not, contents, methods, definitions; nobody's name."""

import pypdfium2 as pdfium
import pypdfium2.raw as pdf
import pytest

from outcomes import exhibits, methods, words
from outcomes.errors import OutcomesError
from outcomes.exhibits import registry
from outcomes.export import paper
from outcomes.export.paper.chosen import chosen
from outcomes.export.paper.printed import is_stub
from outcomes.export.paper.report import made as made_report
from tests.outcomes.export.test_paper_brief import squeezed, text_of


@pytest.fixture(scope="module")
def printed(printed_once):
    of = printed_once(paper.report)
    return lambda *which: of(*which)[0]


CASES = [("NX-2015A", "en", "director"), ("SC-P1", "zh", "director"), ("NX-2015A", "zh", "public")]


def choice(asked, with_enterprises=False):
    return chosen(asked, with_enterprises, lambda share, what: None)


@pytest.mark.parametrize(("round_", "lang", "who"), CASES)
def test_every_chosen_exhibit_stands_in_it_with_its_title_and_figures(printed, ask, round_, lang, who):
    said = squeezed(text_of(printed(round_, lang, who)))
    every = [one for part in choice(ask(round_, lang, who)).chapters.values() for _, one in part]
    assert len(every) > (10 if who == "public" else 40)
    for one in every:
        title = one.subtitle if is_stub(one) else one.title  # a stub is told once for all its measures
        assert squeezed(title) in said, one.id
        for line in one.table[1:60]:
            assert squeezed(line[-1]) in said, (one.id, line)


@pytest.mark.parametrize(("round_", "lang", "who"), [*CASES, ("SC-P1", "zh", "public")])
def test_no_page_holds_a_line_or_two_alone(printed, round_, lang, who):
    for number, page in enumerate(printed(round_, lang, who), start=1):
        lines = [line for line in page.get_textpage().get_text_range().splitlines() if line.strip()]
        assert len(lines) > 4, f"page {number}: {lines}"  # head and foot of the page are two or three of them


@pytest.mark.parametrize(("round_", "lang", "who"), CASES)
def test_it_is_tagged_and_has_no_letter_outside_a_page(printed, round_, lang, who):
    document = printed(round_, lang, who)
    assert pdf.FPDFCatalog_IsTagged(document.raw)
    assert document.get_metadata_dict()["Title"]
    for page in document:
        wide, high = page.get_size()
        text = page.get_textpage()
        for place in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(place)
            assert left >= 0 and bottom >= 15 and right <= wide and top <= high, text.get_text_range(place, 20)


@pytest.mark.parametrize(("round_", "lang", "who"), CASES)
def test_no_enterprise_is_named_in_the_edition_for_handing_on(printed, ask, round_, lang, who):
    said = text_of(printed(round_, lang, who))
    codes = {row["enterprise"] for row in ask(round_).members}
    assert len(codes) > 20
    assert [code for code in codes if code in said] == []


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_exhibit_of_the_registry_is_printed_or_its_absence_is_said(ask, lang):
    """But those of two snapshots, of one card and of the record's single figures, of which one sentence speaks."""
    found = choice(ask("NX-2015A", lang))
    told = {name for names in found.left_out.values() for name in names}
    printed = {name for part in found.chapters.values() for name, _ in part}
    spoken_of = {"leading", "typical", "outcomes", "outcome", "profile", "record"}
    for name, entry in registry.EXHIBITS.items():
        if entry.of_two or entry.of_action or name in spoken_of:
            continue
        label = words.say(f"paper.of.{name.replace('-', '_')}", lang)
        assert label in told or name in printed, name


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_outside_too_what_got_worse_is_told_month_by_month(ask, lang):
    """Overtime is no headline measure; it got worse, and bad news is never left out."""
    asked = ask("NX-2015A", lang, "public")
    worse = [one.indicator for one in exhibits.changed.published(asked) if one.reading.code == "worse"]
    assert [one.id for one in worse if one.tier != "headline"] == ["overtime_share"]
    charts = [one.id for name, one in choice(asked).chapters["measures"] if name == "run-chart"]
    assert sum("overtime_share" in one for one in charts) == 1


def test_every_exhibit_of_a_round_has_a_name_for_the_list_of_what_is_left_out():
    of_a_round = [name for name, entry in registry.EXHIBITS.items() if not (entry.of_two or entry.of_action)]
    assert [name for name in of_a_round if not words.has(f"paper.of.{name.replace('-', '_')}")] == []


def test_the_edition_with_enterprises_has_them_and_says_for_whom_it_is(ask, tmp_path):
    asked = ask("NX-2015A")
    paper.report(asked, "en", tmp_path / "inside.pdf", with_enterprises=True)
    said = squeezed(text_of(pdfium.PdfDocument(tmp_path / "inside.pdf")))
    assert "NX01" in said
    assert squeezed(words.say("paper.left_out_inside", "en")) in said


def test_outside_there_is_no_edition_with_enterprises(ask, tmp_path):
    with pytest.raises(OutcomesError):
        paper.report(ask("NX-2015A", who="public"), "en", tmp_path / "no.pdf", with_enterprises=True)
    assert not (tmp_path / "no.pdf").exists()


def test_without_a_round_there_is_no_report(ask, tmp_path):
    with pytest.raises(OutcomesError, match="round"):
        paper.report(ask(None), "en", tmp_path / "no.pdf")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_methods_and_definitions_stand_in_it(printed, lang):
    round_ = {"en": "NX-2015A", "zh": "SC-P1"}[lang]
    said = squeezed(text_of(printed(round_, lang)))
    for group in methods.groups():
        for one in group.methods:
            assert squeezed(methods.text.filled(one.title, lang)) in said
    for title in ("contents", "chapter_methods", "chapter_definitions", "left_out_head"):
        assert squeezed(words.say(f"paper.{title}", lang)) in said


def test_page_numbers_of_the_contents_are_those_of_the_pages(printed):
    document = printed("NX-2015A", "en")
    title = words.say("paper.chapter_definitions", "en")
    pages = [place for place, page in enumerate(document, 1) if title in page.get_textpage().get_text_range()]
    contents = document[pages[0] - 1].get_textpage().get_text_range()
    (line,) = [line for line in contents.splitlines() if line.startswith(title)]
    assert int(line.split()[-1]) == pages[-1]
    foot = document[pages[-1] - 1].get_textpage().get_text_range()
    assert words.say("paper.page_of", "en", n=pages[-1], of=len(document)) in foot


def test_a_figure_that_cannot_be_drawn_leaves_a_sentence_and_the_rest_stands(ask, tmp_path):
    import plotly.graph_objects as go

    from outcomes.export.paper.pictures import Pictures
    from outcomes.export.paper.printed import shown

    asked = ask("NX-2015A")
    one = exhibits.delivery.costs(asked)
    object.__setattr__(one, "figure", go.Figure(go.Pie(values=[1, 2])))
    told = shown(asked, "costs", one, Pictures())
    assert told["figure"] is None and len(told["notes"]) == len(one.notes) + 1
    assert told["lines"] == one.table[1:]


def test_a_title_that_looks_like_code_stands_as_it_was_written(ask, tmp_path):
    hostile = '#panic("out") *bold* $x^2$ @ref <label> \\ `code`'
    made = made_report(ask("SC-P1"), "en")
    first = made.data["parts"][0]["chapters"][0]
    made.data["parts"][0]["chapters"] = [
        {**first, "title": hostile, "exhibits": [{**first["exhibits"][0], "title": hostile}]}
    ]
    made.write(tmp_path / "report.pdf")
    said = squeezed(text_of(pdfium.PdfDocument(tmp_path / "report.pdf")))
    assert said.count(squeezed(hostile)) >= 4  # in the contents and in its place
