"""The template: what is filled in comes back the same, and the sheet helps whoever fills it in."""

import io
import json
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from outcomes import ingest, words
from outcomes.ingest import template_guide
from outcomes.ingest.columns import normal, sheets


@pytest.fixture(params=words.LANGUAGES)
def book(request, tmp_path):
    ingest.write_template(tmp_path / "template.xlsx", lang=request.param)
    return openpyxl.load_workbook(tmp_path / "template.xlsx")


def test_filled_rows_come_back_value_for_value(tables, check):
    checked = check(tables)
    assert not checked.errors and not checked.warnings
    for sheet in ("rounds", "enterprises", "enrolments"):
        ids = [column.id for column in sheets()[sheet].columns]
        read = [{name: row[name] for name in ids} for row in checked.tables[sheet]]
        assert read == [{name: row.get(name) for name in ids} for row in tables[sheet]]
    sent = {
        (row["enterprise"], row["month"], column.id, float(row[column.id]))
        for row in tables["monthly"]
        for column in sheets()["monthly"].columns
        if column.measure and row.get(column.id) is not None
    }
    assert {(o["enterprise"], o["month"], o["measure"], o["value"]) for o in checked.tables["monthly"]} == sent
    first = checked.tables["monthly"][0]
    assert (first["quality"], first["received_on"], first["sheet"]) == ("measured", date(2015, 2, 8), "monthly")
    assert (first["row"], first["column"]) == (3, "E")
    enrolled = checked.tables["enrolments"][1]
    assert (enrolled["sheet"], enrolled["row"]) == ("enrolments", 4)
    assert json.loads(enrolled["cells"]) == dict(zip(ids, "ABCDEF", strict=True))


def test_the_sheets_are_there_in_order_with_the_guide_first(book):
    first = ["guide", "rounds", "enterprises", "enrolments", "monthly"]
    assert book.sheetnames == [*first, *list(sheets())[4:], "lists"]
    assert len(book.sheetnames) == 1 + 18 + 1
    assert book["lists"].sheet_state == "hidden"
    assert book.custom_doc_props["template_version"].value == 2


def test_headers_are_in_both_languages_and_each_column_has_a_unit_and_a_hint(book):
    for name, sheet in sheets().items():
        tab = book[name]
        hinted = {str(rule.sqref).split(":")[0]: rule for rule in tab.data_validations.dataValidation}
        for place, column in enumerate(sheet.columns, start=1):
            head = tab.cell(1, place)
            assert column.title["en"] in head.value and column.title["zh"] in head.value
            assert head.value.endswith(" *") == column.required
            assert sheet.recognise(head.value) == column
            assert normal(tab.cell(2, place).value) == normal(column.unit_text)
            rule = hinted[tab.cell(3, place).coordinate]
            assert rule.prompt and len(rule.promptTitle) <= 32 and len(rule.prompt) <= 255
        assert tab.freeze_panes


def test_every_coded_column_has_a_drop_down_from_a_list_that_is_there(book):
    coded = [(name, column) for name, sheet in sheets().items() for column in sheet.columns]
    coded = [(name, column) for name, column in coded if column.kind in ("choice", "region", "sector")]
    assert len(coded) == 8 + 33  # the figures and the record
    for name, column in coded:
        place = [one.id for one in sheets()[name].columns].index(column.id)
        start = book[name].cell(3, place + 1).coordinate
        rules = [one for one in book[name].data_validations.dataValidation if str(one.sqref).startswith(f"{start}:")]
        assert [rule.type for rule in rules] == ["list"]
        entries = book.defined_names[rules[0].formula1].attr_text
        cells = [cell.value for (cell,) in book["lists"][entries.split("!")[1]]]
        assert len(cells) >= 2 and all(cells)


def test_dates_and_figures_are_typed_and_checked(book):
    rules = {str(rule.sqref).split(":")[0]: rule for rule in book["monthly"].data_validations.dataValidation}
    assert rules["B3"].type == "date"
    assert rules["E3"].type == "custom" and "missing_marks" in rules["E3"].formula1
    assert "INT(N3)" in rules["N3"].formula1  # new_injuries are whole


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_every_entry_of_every_list_is_read_back(tables, check, lang):
    data = ingest.template_bytes(lang)
    lists = openpyxl.load_workbook(io.BytesIO(data))["lists"]
    by_name = {column[0].value: [cell.value for cell in column[1:] if cell.value] for column in lists.iter_cols()}
    places = [("enterprises", "region"), ("enterprises", "sector"), ("enterprises", "consent")]
    for sheet, column in places:
        labels = by_name[f"list_{column}"]
        many = [{**tables[sheet][0], "enterprise": f"E{n}", column: label} for n, label in enumerate(labels)]
        assert not check({sheet: many}).errors


def test_text_that_looks_like_a_formula_or_a_link_stays_text(tables):
    tables["enterprises"][0]["legal_name"] = "=1+1"
    tables["enterprises"][1]["legal_name"] = "http://example.org"
    parts = zipfile.ZipFile(io.BytesIO(ingest.template_bytes("en", tables)))
    sheet = parts.read("xl/worksheets/sheet3.xml")
    assert b"<f>" not in sheet and b"<hyperlink" not in sheet


def test_the_same_rows_and_time_give_the_same_bytes(tables):
    made = [ingest.template_bytes("zh", tables, created=datetime(2015, 12, 1)) for _ in range(2)]
    assert made[0] == made[1]


def test_the_guide_says_that_empty_is_not_zero_in_both_languages(book):
    told = " ".join(str(cell.value) for row in book["guide"].iter_rows() for cell in row if cell.value)
    assert "Empty is not zero" in told and "空白不等于零" in told
    assert "version 2" in told and "第 2 版" in told
    assert "The sheets after monthly are optional" in told and "monthly 之后的各表可选" in told


def test_the_sheets_of_the_record_have_a_colour_of_their_own_and_indicators_a_list(book):
    colours = [book[name].sheet_properties.tabColor.rgb for name in sheets()]
    assert len(set(colours[:4])) == 1 and len(set(colours[4:])) == 1 and colours[0] != colours[4]
    for name in ("targets", "remarks"):
        rules = {str(rule.sqref).split(":")[0]: rule for rule in book[name].data_validations.dataValidation}
        assert (rules["A3"].type, rules["A3"].formula1, rules["A3"].errorStyle) == ("list", "list_indicator", "warning")
    named = book.defined_names["list_indicator"].attr_text.split("!")[1]
    listed = [cell.value for (cell,) in book["lists"][named]]
    assert {"injury_frequency", "visits_full_team"} <= set(listed) and len(listed) == len(set(listed))


def test_no_more_columns_stay_in_view_than_leave_room_for_the_others(book):
    assert {name: book[name].freeze_panes for name in ("events", "attendance", "tests", "monthly")} == {
        "events": "B3",
        "attendance": "C3",
        "tests": "C3",
        "monthly": "C3",
    }


@pytest.mark.parametrize("sheet", list(sheets()))
def test_no_header_means_two_columns(sheet):
    asked = [(text, column) for column in sheets()[sheet].columns for text in (column.id, *column.title.values())]
    assert [text for text, column in asked if sheets()[sheet].recognise(text) != column] == []


def test_the_examples_of_the_guide_are_rows_that_would_be_accepted(check):
    checked = check({sheet: [row] for sheet, row in template_guide.EXAMPLES.items()})
    assert [(f.rule, f.where) for f in checked.findings if f.severity != "info"] == []
    assert checked.rows_accepted == len(template_guide.EXAMPLES) == 10
