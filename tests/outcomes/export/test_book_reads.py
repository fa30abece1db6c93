"""The workbook as a reader meets it: heads in sight and true, figures in a form, nothing cut, tabs that tell."""

import openpyxl
import pytest

from outcomes import engine, exhibits, scope, store, words
from outcomes.export import book
from outcomes.export.book import figures, room
from outcomes.export.book.heads import heads
from outcomes.export.book.names import MOST, Names
from outcomes.filters import Filters

LOWEST_HEAD = 12  # the line of the lowest head of a table: more above it would leave no room for its rows


def asked(place, lang="en", round_="SC-P1"):
    db = engine.open_database(store.Store(place).serve().snapshot, scope.parse("director"))
    return exhibits.Asked(db, Filters(round=round_), lang)


@pytest.fixture(scope="module", params=words.LANGUAGES)
def whole(request, published_store, tmp_path_factory):
    """Each sheet beside the exhibit it shows, in one language and the other."""
    told, path = asked(published_store, request.param), tmp_path_factory.mktemp("book") / "book.xlsx"
    book.write(told, request.param, path)
    first, *made = openpyxl.load_workbook(path).worksheets
    wanted = book.chosen(told)
    return (
        request.param,
        first,
        [(sheet, one, one.build(told.but(look=None))) for sheet, one in zip(made, wanted, strict=True)],
    )


def head_line(sheet, tops):
    (at,) = [line[0].row for line in sheet.iter_rows() if [cell.value for cell in line[: len(tops)]] == tops]
    return at


def test_the_head_of_each_table_stays_in_sight_and_leaves_room_for_the_rows(whole):
    lang, first, every = whole
    assert first.freeze_panes
    for sheet, one, exhibit in every:
        if not exhibit.rows:
            continue
        at = head_line(sheet, heads(exhibit, one.name, lang))
        assert sheet.freeze_panes and int(sheet.freeze_panes[1:]) == at + 1 <= LOWEST_HEAD + 1, sheet.title
        tall = sum(sheet.row_dimensions[n].height or room.LINE for n in range(1, at))
        assert tall < 12 * room.LINE, f"{sheet.title} fills the screen before its table"
        assert sheet.print_title_rows == f"${at}:${at}"


def test_what_is_wrapped_over_several_columns_has_the_height_for_it(whole):
    _, first, every = whole
    merged = 0
    for sheet in (first, *(sheet for sheet, _, _ in every)):
        for one in sheet.merged_cells.ranges:
            text = sheet.cell(one.min_row, one.min_col)
            assert text.alignment.wrap_text
            letters = sum(wide(sheet, n) for n in range(one.min_col, one.max_col + 1))
            tall = sheet.row_dimensions[one.min_row].height or room.LINE
            assert tall / room.LINE * letters >= room.long(text.value) * 0.9, f"{sheet.title}: {text.value}"
            merged += 1
    assert merged > 500


def wide(sheet, column):
    """Columns of one width that lie side by side are kept as one; those without a width have the sheet's own."""
    told = [one for one in sheet.column_dimensions.values() if one.min and one.min <= column <= one.max]
    return told[0].width if told else 8.43


def tables(every, lang):
    """Each sheet with rows, and the cells of its table below the head."""
    for sheet, one, exhibit in every:
        if exhibit.rows:
            at = head_line(sheet, heads(exhibit, one.name, lang))
            below = {"min_row": at + 1, "max_row": at + len(exhibit.rows), "max_col": len(exhibit.columns)}
            yield sheet, [cell for line in sheet.iter_rows(**below) for cell in line]


def test_a_text_longer_than_its_column_goes_on_in_a_second_line(whole):
    lang, _, every = whole
    long = 0
    for sheet, cells in tables(every, lang):
        for cell in cells:
            width = wide(sheet, cell.column)
            if isinstance(cell.value, str) and room.long(cell.value) > width:
                assert cell.alignment.wrap_text, f"{sheet.title} {cell.coordinate}: {cell.value}"
                long += 1
    assert long


def test_no_figure_with_decimals_is_left_without_a_form(whole):
    lang, _, every = whole
    seen = set()
    for sheet, cells in tables(every, lang):
        for cell in cells:
            if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
                assert cell.number_format != "General", f"{sheet.title} {cell.coordinate}"
                seen.add(cell.number_format)
    assert {figures.WHOLE, figures.SHARE, figures.PERCENT, figures.CHANCE, "#,##0.00"} <= seen
    assert not [form for form in seen - {figures.CHANCE} if "[" in form]  # there some spreadsheets lose a minus


@pytest.mark.parametrize(
    ("name", "column", "rows", "form"),
    [
        ("forest", "coverage", [0.977], figures.SHARE),
        ("team", "share", [0.8], figures.SHARE),
        ("team", "low", [0.65], figures.SHARE),
        ("suggestions", "before_share", [41.0958904109589], figures.PERCENT),
        ("several", "p_holm", [0.3], figures.CHANCE),
        ("forest", "low", [-0.67, 32.1, 5.95], "#,##0.00"),
        ("pairs", "before", [0.0, 12.25, 110.5], "#,##0.0"),
        ("typical", "estimate", [0.002, 1.5], "#,##0.0000"),
        ("costs", "amount", [2450.0, None], figures.WHOLE),
        ("visits", "consultants", [1, 2], figures.WHOLE),
    ],
)
def test_a_column_is_shown_in_one_form_by_what_it_is(name, column, rows, form):
    exhibit = exhibits.Exhibit("x", "", "", None, None, [column], [{column: one} for one in rows], [], "", None)
    assert figures.shown(exhibit, name, column) == form


@pytest.mark.parametrize(
    ("name", "column", "en", "zh"),
    [
        ("outcome", "rose", "Enterprises that rose", "上升企业数"),
        ("outcomes", "fell", "Enterprises that fell", "下降企业数"),
        ("reflections", "rose", "Persons who rose", "上升人数"),
        ("chase", "due_on", "Report due on", "应报日"),
        ("targets", "due_on", "Target due on", "到期日"),
        ("under-way", "due_on", "To be done by", "应完成日"),
        ("record", "unit", "Record", "记录编号"),
        ("forest", "unit", "Unit", "单位"),
    ],
)
def test_a_head_says_what_its_column_holds_on_this_sheet(name, column, en, zh):
    exhibit = exhibits.Exhibit("x", "", "", None, None, [column], [], [], "", None)
    assert (heads(exhibit, name, "en"), heads(exhibit, name, "zh")) == ([en], [zh])


def test_on_a_sheet_of_one_measure_its_unit_stands_in_the_head_and_in_the_definition(published_store, tmp_path):
    path = tmp_path / "book.xlsx"
    book.write(asked(published_store), "en", path, wanted=[book.Wanted("pairs", "injury_frequency")])
    sheet = openpyxl.load_workbook(path).worksheets[1]
    told = [str(cell) for line in sheet.iter_rows(values_only=True) for cell in line if cell is not None]
    assert {"Before (per million hours)", "After (per million hours)"} <= set(told)
    assert any(text.startswith("Injury frequency rate (per million hours): ") for text in told)


def test_the_snapshot_is_told_once_on_a_sheet(whole):
    lang, _, every = whole
    label = words.say("export.book.snapshot", lang)
    for sheet, _, _ in every:
        told = [str(cell) for line in sheet.iter_rows(values_only=True) for cell in line if cell is not None]
        assert sum(text == label for text in told) == 1
        assert not [text for text in told if text.startswith(f"{label} ")], sheet.title


def test_a_sheet_of_rows_as_they_were_sent_says_that_there_is_no_method(published_store, tmp_path):
    path = tmp_path / "book.xlsx"
    book.write(asked(published_store), "en", path, wanted=[book.Wanted("visits"), book.Wanted("forest")])
    said = words.say("export.book.no_method", "en")
    found = [said in {cell.value for line in s.iter_rows() for cell in line} for s in openpyxl.load_workbook(path)]
    assert found == [False, True, False]


@pytest.mark.parametrize(
    ("measure", "kind", "tab"),
    [
        ("Labour turnover", "change", "55 Labour turnover change"),
        ("Suggestions carried out", "months", "55 Suggestions carried… months"),
        ("Good practices in place", "record", "55 Good practices in… record"),
        ("隐患按期整改率", "配对", "55 隐患按期整改率 配对"),
        ("What changed", "", "55 What changed"),
    ],
)
def test_a_tab_tells_the_measure_first_and_the_kind_whole(measure, kind, tab):
    told = Names("first").take(55, measure, kind)
    assert told == tab and len(told) <= MOST


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_tabs_tell_measures_and_kinds_apart_without_their_numbers(lang, published_store, tmp_path):
    told, path = asked(published_store, lang), tmp_path / "book.xlsx"
    book.write(told, lang, path, wanted=book.chosen(told, sorted(told.db.indicators)[:9]))
    names = [sheet.title.partition(" ")[2] for sheet in openpyxl.load_workbook(path).worksheets[1:]]
    assert len({name.lower() for name in names}) == len(names)
