"""The brief: two pages a language, nothing that names an enterprise, the exhibits' own numbers, and a code that leads home."""

import ctypes
import re

import pypdfium2 as pdfium
import pypdfium2.raw as pdf
import pytest
import segno

from outcomes import exhibits
from outcomes.charts import fonts
from outcomes.charts.look import LIGHT
from outcomes.errors import OutcomesError
from outcomes.export import paper
from outcomes.export.paper import press
from outcomes.export.paper.brief import made as made_brief
from outcomes.export.paper.delivered import delivered
from outcomes.export.paper.heading import link_to
from outcomes.filters import Filters

ROUNDS = ("SC-P1", "NX-2015A")


@pytest.fixture(scope="module")
def printed(printed_once):
    return printed_once(paper.brief)


def text_of(document) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def squeezed(text: str) -> str:
    """Without spaces and hyphens: where a line ends, and what a PDF sees there, is no matter of what is said."""
    return re.sub("[\\s\\-\u00ad\u0002\ufffe]+", "", text)


@pytest.mark.parametrize("round_", ROUNDS)
@pytest.mark.parametrize(("lang", "most"), [("en", 2), ("zh", 2), ("both", 4)])
def test_a_brief_has_at_most_two_pages_a_language(printed, round_, lang, most):
    document, _ = printed(round_, lang)
    assert 1 <= len(document) <= most
    assert len(document) >= most // 2


@pytest.mark.parametrize(("lang", "name"), [("en", "en-US"), ("zh", "zh-CN"), ("both", "en-US")])
def test_it_is_tagged_and_says_its_language_and_its_title(printed, lang, name):
    document, _ = printed("NX-2015A", lang)
    assert pdf.FPDFCatalog_IsTagged(document.raw)
    size = pdf.FPDFCatalog_GetLanguage(document.raw, None, 0)
    told = ctypes.create_string_buffer(size)
    pdf.FPDFCatalog_GetLanguage(document.raw, ctypes.cast(told, ctypes.POINTER(ctypes.c_ushort)), size)
    assert told.raw.decode("utf-16-le").rstrip("\0").lower() in (name.lower(), name[:2])
    assert document.get_metadata_dict()["Title"]


@pytest.mark.parametrize("round_", ROUNDS)
def test_every_letter_is_of_a_font_of_ours_that_lies_in_the_file(printed, round_):
    document, _ = printed(round_, "both")
    names = set()
    for page in document:
        for piece in page.get_objects(filter=[pdf.FPDF_PAGEOBJ_TEXT], max_depth=6):
            font = pdf.FPDFTextObj_GetFont(piece.raw)
            assert pdf.FPDFFont_GetIsEmbedded(font) == 1
            name = ctypes.create_string_buffer(100)
            pdf.FPDFFont_GetBaseFontName(font, name, 100)
            names.add(name.value.decode().split("+")[-1].split("-")[0])
    assert {name for name in names if "Plex" in name} and {name for name in names if "NotoSansSC" in name}
    assert all("Plex" in name or "NotoSansSC" in name for name in names), names


@pytest.mark.parametrize("round_", ROUNDS)
def test_no_letter_lies_outside_its_page(printed, round_):
    for page in printed(round_, "both")[0]:
        wide, high = page.get_size()
        text = page.get_textpage()
        boxes = [text.get_charbox(place) for place in range(text.count_chars())]
        assert len(boxes) > 200
        for left, bottom, right, top in boxes:
            assert left >= 0 and bottom >= 0 and right <= wide and top <= high


@pytest.mark.parametrize("round_", ROUNDS)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_numbers_on_paper_are_those_of_the_exhibits(printed, ask, round_, lang):
    asked = ask(round_, lang)
    told = exhibits.headline(asked)
    said = squeezed(text_of(printed(round_, lang)[0]))
    money = exhibits.delivery.savings(asked)
    assert squeezed(exhibits.finding(asked, told)) in said
    assert squeezed(exhibits.forest(asked, told).title) in said
    for change in exhibits.chosen(told, money is not None):
        for text in (exhibits.tell.value(change.indicator, change.after, lang), exhibits.tell.amount(change, lang)):
            assert squeezed(text) in said, text
    targets = exhibits.delivery.targets(asked)
    stated = [line for row, line in zip(targets.rows, targets.table[1:], strict=True) if row["verdict"] == "missed"]
    assert squeezed(targets.title) in said
    assert all(squeezed(line[5]) in said for line in stated if round_ == "SC-P1")


@pytest.mark.parametrize("round_", ROUNDS)
@pytest.mark.parametrize("who", ["director", "public"])
def test_nothing_in_it_names_an_enterprise(printed, ask, round_, who):
    document, body = printed(round_, "both", who)
    said = text_of(document)
    codes = {row["enterprise"] for row in ask(round_).members}
    assert len(codes) > 20
    assert [code for code in codes if code in said or code.encode() in body] == []


@pytest.mark.parametrize(("lang", "word"), [("en", "Demonstration data"), ("zh", "演示数据")])
def test_demonstration_data_say_so_on_every_page(printed, lang, word):
    for page in printed("NX-2015A", lang)[0]:
        assert word in squeezed(page.get_textpage().get_text_range()).replace("Demonstrationdata", "Demonstration data")


@pytest.mark.parametrize(
    ("lang", "link"), [("en", None), ("zh", "https://example.org/overview?lang=zh&round=NX-2015A")]
)
def test_the_square_code_is_the_link_module_by_module(ask, tmp_path, lang, link):
    asked = ask("NX-2015A", lang)
    paper.brief(asked, lang, tmp_path / "brief.pdf", link)
    page = pdfium.PdfDocument(tmp_path / "brief.pdf")[1]
    wanted = link or link_to(asked)
    rows = [list(row) for row in segno.make(wanted, error="m", micro=False).matrix_iter(border=0)]
    dark = modules(page, len(rows))
    assert dark == [[bool(cell) for cell in row] for row in rows]
    assert squeezed(wanted) in squeezed(page.get_textpage().get_text_range())


def modules(page, size: int) -> list[list[bool]]:
    """The last square path of the page that fills a square, read back from its picture, module by module."""
    boxes = [
        piece.get_bounds()
        for piece in page.get_objects(filter=[pdf.FPDF_PAGEOBJ_PATH], max_depth=6)
        if _is_square(piece.get_bounds())
    ]
    left, _, right, top = max(boxes, key=lambda box: box[2] - box[0])
    scale = 8
    picture = page.render(scale=scale).to_pil().convert("L")
    high = page.get_size()[1]
    step = (right - left) / size
    return [
        [
            picture.getpixel((int(scale * (left + (x + 0.5) * step)), int(scale * (high - top + (y + 0.5) * step))))
            < 128
            for x in range(size)
        ]
        for y in range(size)
    ]


def _is_square(box) -> bool:
    left, bottom, right, top = box
    return 30 < right - left < 80 and abs((right - left) - (top - bottom)) < 0.2


def test_the_link_carries_round_language_and_filters(ask):
    asked = ask("NX-2015A", "zh").but(filters=Filters(round="NX-2015A", region="330503", size="small"))
    assert link_to(asked) == "http://127.0.0.1:8501/overview?lang=zh&round=NX-2015A&region=330503&size=small"


def test_the_code_and_the_address_can_be_pressed_and_lead_to_the_dashboard_that_readers_find(
    ask, tmp_path, monkeypatch
):
    asked = ask("NX-2015A")
    monkeypatch.setenv("OUTCOMES_ADDRESS", "https://outcomes.example.org/")
    assert link_to(asked).startswith("https://outcomes.example.org/overview?lang=en")
    paper.brief(asked, "en", tmp_path / "brief.pdf")
    page = pdfium.PdfDocument(tmp_path / "brief.pdf")[1]
    kinds = [
        pdf.FPDFAnnot_GetSubtype(pdf.FPDFPage_GetAnnot(page.raw, at))
        for at in range(pdf.FPDFPage_GetAnnotCount(page.raw))
    ]
    assert kinds.count(pdf.FPDF_ANNOT_LINK) >= 2
    assert squeezed(asked.say("paper.square_here")) not in squeezed(text_of(pdfium.PdfDocument(tmp_path / "brief.pdf")))


def test_on_this_computer_alone_the_address_says_so(printed, ask):
    assert squeezed(ask("NX-2015A").say("paper.square_here")) in squeezed(text_of(printed("NX-2015A", "en")[0]))


@pytest.mark.parametrize("who", ["director", "public"])
@pytest.mark.parametrize("round_", ROUNDS)
def test_what_was_missed_is_among_the_targets_whatever_its_kind(ask, round_, who):
    asked = ask(round_, who=who)
    every = exhibits.delivery.targets(asked).rows
    missed = sum(row["verdict"] == "missed" and row["target_scope"] != "enterprise" for row in every)
    told = delivered(asked, 4)
    assert [line["mark"] for line in told["lines"]][:missed] == ["worse"] * missed
    assert str(len(every) - 4) in told["rest"]


def test_outside_nothing_speaks_of_dots_or_of_context_that_are_not_there(printed):
    said = squeezed(text_of(printed("NX-2015A", "en", "public")[0]))
    assert squeezed("Filled dots") not in said and squeezed("For context") not in said


def test_progress_is_told_and_ends_at_one(ask, tmp_path):
    heard = []
    paper.brief(ask("SC-P1"), "both", tmp_path / "brief.pdf", told=lambda share, what: heard.append((share, what)))
    assert heard[-1][0] == 1.0 and [share for share, _ in heard] == sorted(share for share, _ in heard)
    assert all(what for _, what in heard)


HOSTILE = '#panic("out") *bold* _under_ $x^2$ @ref <label> \\ `code` = head #import "@preview/a:1.0.0"'


def test_a_text_that_looks_like_code_stands_as_it_was_written(ask, tmp_path):
    made = made_brief(ask("NX-2015A"), "en")
    made.data["parts"][0]["headline"] = HOSTILE
    made.data["parts"][0]["caveats"] = [HOSTILE]
    made.data["parts"][0]["targets"]["lines"][0]["cells"][0] = HOSTILE
    made.data["parts"][0]["practices"][0]["title"] = HOSTILE
    made.write(tmp_path / "brief.pdf")
    said = squeezed(text_of(pdfium.PdfDocument(tmp_path / "brief.pdf")))
    assert said.count(squeezed(HOSTILE)) == 4


def test_a_letter_that_no_font_has_is_named_and_nothing_is_written(ask, tmp_path):
    made = made_brief(ask("NX-2015A"), "en")
    made.data["parts"][0]["headline"] = "Injuries \u13a0 fell"
    with pytest.raises(OutcomesError, match="\u13a0"):
        made.write(tmp_path / "brief.pdf")
    assert not (tmp_path / "brief.pdf").exists()


@pytest.mark.parametrize("name", ["IBMPlexSans-SemiBold.ttf", "NotoSansSC-Regular.ttf"])
@pytest.mark.parametrize("what", ["missing", "broken"])
def test_a_font_file_that_is_not_there_or_none_is_named(tmp_path, name, what):
    for path in fonts.folder().glob("*.ttf"):
        if path.name != name:
            (tmp_path / path.name).symlink_to(path)
        elif what == "broken":
            (tmp_path / path.name).write_bytes(b"no font")
    with pytest.raises(OutcomesError, match=name):
        press.faces(tmp_path)


def test_a_brief_that_does_not_fit_is_refused_rather_than_longer(ask, tmp_path):
    made = made_brief(ask("NX-2015A"), "en")
    made.data["parts"][0]["caveats"] = ["A sentence that goes on and on. " * 40] * 8
    assert made.write(tmp_path / "brief.pdf", 2) > 2
    assert not (tmp_path / "brief.pdf").exists()


def test_a_small_round_with_no_record_says_what_is_missing(snapshot_of, tmp_path):
    """Four enterprises, no targets and no practices: values only, and a sentence where a figure would be."""
    months = [f"2015-{month:02d}" for month in range(1, 9)]
    lines = [
        f"E{n} {month} {measure} {value}"
        for n in range(1, 5)
        for month in months
        for measure, value in (("hours_worked", 16000), ("new_injuries", n % 2), ("workers", 100))
    ]
    asked = snapshot_of("\n".join(["enterprise month measure value", *lines])).asked(look=LIGHT, round="R1")
    paper.brief(asked, "both", tmp_path / "brief.pdf")
    document = pdfium.PdfDocument(tmp_path / "brief.pdf")
    said = squeezed(text_of(document))
    assert len(document) == 4
    for key in ("delivery.no_targets", "paper.practices_none", "chart.reading.values_only"):
        assert squeezed(asked.say(key)) in said, key
    assert "Demonstration" not in said


def test_a_choice_that_nobody_fits_is_said_and_no_fault(ask, tmp_path):
    asked = ask("NX-2015A").but(filters=Filters(round="NX-2015A", region="510100"))
    paper.brief(asked, "en", tmp_path / "brief.pdf")
    assert squeezed(asked.say("overview.nobody")) in squeezed(text_of(pdfium.PdfDocument(tmp_path / "brief.pdf")))


def test_all_rounds_together_make_a_brief_too(ask, tmp_path):
    paper.brief(ask(None), "zh", tmp_path / "brief.pdf")
    assert len(pdfium.PdfDocument(tmp_path / "brief.pdf")) == 2
