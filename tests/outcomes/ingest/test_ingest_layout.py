"""Headers, units, gaps: the shape of a sheet that a person has worked on."""

import io

import openpyxl
import pytest
import xlsxwriter

from outcomes import ingest
from outcomes.ingest.columns import sheets


@pytest.fixture
def edited(tables):
    """The good submission, changed by hand as in a spreadsheet program."""

    def changed(change) -> bytes:
        book = openpyxl.load_workbook(io.BytesIO(ingest.template_bytes("zh", tables)))
        change(book)
        saved = io.BytesIO()
        book.save(saved)
        return saved.getvalue()

    return changed


def rename(cell, text):
    return lambda book: setattr(book["monthly"][cell], "value", text)


@pytest.mark.parametrize(
    "header",
    [
        "workers",
        "Workers",
        "平均职工人数",
        "ＷＯＲＫＥＲＳ",
        "  workers / 平均职工人数 ",
        "Workers/平均职工人数",
        "Workers / 在岗人数",
    ],
)
def test_a_header_is_known_by_its_id_either_title_or_both(edited, check, header):
    checked = check(edited(rename("E1", header)))
    assert not checked.errors
    assert sum(one["measure"] == "workers" for one in checked.tables["monthly"]) == 12


def test_a_misspelt_header_is_an_error_with_the_right_one_named(edited, check):
    checked = check(edited(rename("E1", "Wokers")))
    (finding,) = checked.errors
    assert (finding.rule, finding.where) == ("unknown-column", "monthly!E1")
    assert finding.fix("en") == "Did you mean “Workers”? Rename it."
    assert finding.fix("zh") == "是不是“平均职工人数”？请改名。"


def test_a_remark_column_is_left_alone_with_a_warning(edited, found):
    assert ("warning", "unknown-column", "monthly!BA1") in found(edited(rename("BA1", "my remarks")))


def test_a_missing_key_column_refuses_every_row_with_one_finding(edited, check):
    checked = check(edited(lambda book: book["monthly"].delete_cols(2)))
    assert [(finding.rule, finding.column_name) for finding in checked.errors] == [("missing-column", "month")]
    assert checked.sheets["monthly"] == {"in": 12, "accepted": 0, "refused": 12}


def test_a_measure_that_is_left_out_is_a_note_and_no_error(edited, check):
    checked = check(edited(lambda book: book["monthly"].delete_cols(6)))
    assert not checked.errors and not checked.warnings
    assert [finding.details["titles"]["en"] for finding in checked.findings] == ["Women workers"]


def test_a_column_that_is_there_twice_refuses_the_sheet(edited, found):
    assert ("error", "duplicate-column", "monthly!BA1") in found(edited(rename("BA1", "月份")))


def test_a_sheet_without_headers_refuses_all_its_rows(edited, check):
    checked = check(edited(lambda book: book["monthly"].delete_rows(1, 2)))
    assert [finding.rule for finding in checked.errors] == ["no-header"]
    assert checked.sheets["monthly"] == {"in": 12, "accepted": 0, "refused": 12}


def test_a_title_above_the_headers_is_told_and_the_rows_are_read(edited, found):
    def title(book):
        book["monthly"].insert_rows(1)
        book["monthly"]["A1"] = "南浔 2015"

    assert found(edited(title)) == [("warning", "above-header", "monthly!1")]


def test_the_row_of_units_may_be_deleted(edited, check):
    checked = check(edited(lambda book: book["monthly"].delete_rows(2)))
    assert not checked.findings and checked.sheets["monthly"]["accepted"] == 12


def test_rows_after_a_gap_are_read_with_a_warning_or_refused_as_remarks(edited, check):
    def below(book):
        tab = book["monthly"]
        tab["A22"] = "合计 / checked by Li"
        for place, value in enumerate(["NX-02", "2015-07"], start=1):
            tab.cell(30, place).value = value

    checked = check(edited(below))
    assert [(f.severity, f.rule, f.row) for f in checked.findings] == [
        ("error", "below-data", 22),
        ("warning", "after-gap", 30),
    ]
    assert checked.sheets["monthly"] == {"in": 14, "accepted": 13, "refused": 1}


def test_a_sheet_of_another_name_is_not_read_and_told(edited, found):
    assert found(edited(lambda book: book.create_sheet("Pivot"))) == [("warning", "unknown-sheet", "Pivot")]


def test_a_sheet_may_have_its_chinese_name_and_be_hidden(edited, check):
    def change(book):
        book["monthly"].title = "月度数据"
        book["月度数据"].sheet_state = "hidden"

    checked = check(edited(change))
    assert not checked.findings and checked.sheets["monthly"]["accepted"] == 12


def test_merged_cells_leave_rows_without_a_key_and_the_sentence_says_why(edited, check):
    checked = check(edited(lambda book: book["monthly"].merge_cells("A3:A5")))
    assert [(finding.rule, finding.where) for finding in checked.errors] == [
        ("missing-key", "monthly!A4"),
        ("missing-key", "monthly!A5"),
    ]
    assert "Merged cells" in checked.errors[0].fix("en")


def test_an_empty_template_is_read_and_told_to_be_empty(check):
    checked = check({})
    assert [(finding.severity, finding.rule) for finding in checked.findings] == [("warning", "no-rows")]
    assert checked.rows_in == 0


def test_formulas_without_a_saved_result_are_errors_at_their_cells_and_no_row_is_lost(edited, check):
    def formulas(book):
        tab = book["monthly"]
        tab["G3"] = "=118*190"  # openpyxl saves no result
        for column in "ABEFG":
            tab[f"{column}15"] = f"={column}14"  # a whole row of them: the reading library drops it

    checked = check(edited(formulas))
    assert {(f.rule, f.where) for f in checked.errors} == {
        ("formula-without-result", f"monthly!{cell}") for cell in ("G3", "A15", "B15", "E15", "F15", "G15")
    }
    assert checked.sheets["monthly"] == {"in": 13, "accepted": 11, "refused": 2}


def test_a_formula_with_its_result_is_read_and_an_error_value_is_not_a_blank(tables, check):
    written = io.BytesIO()
    with xlsxwriter.Workbook(written) as book:
        tab = book.add_worksheet("monthly")
        names = ["enterprise", "month", "workers", "hours_worked"]
        titles = {column.id: column.title["zh"] for column in sheets()["monthly"].columns}
        tab.write_row(0, 0, [titles[name] for name in names])
        tab.write_row(1, 0, ["NX-01", "2015-01"])
        tab.write_formula(1, 2, "=100+18", None, 118)
        tab.write_formula(1, 3, "=1/0", None, "#DIV/0!")
    known = ingest.Known({"R": {"baseline_start": tables["rounds"][0]["baseline_start"]}}, {"NX-01": {}})
    known.enrolments.append({"round": "R", "enterprise": "NX-01"})
    checked = check(written.getvalue(), known=known)
    (finding,) = checked.errors
    assert (finding.rule, finding.where, finding.value) == ("formula-error", "monthly!D2", "#DIV/0!")
    assert checked.rows_refused == 1
