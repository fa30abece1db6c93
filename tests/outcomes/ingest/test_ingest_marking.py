"""The sender's own workbook comes back with its cells marked, and can be corrected and sent again."""

import io
import zipfile

import openpyxl
import pytest
from openpyxl.comments import Comment

from outcomes import ingest

SHEET = "findings 检查结果"


@pytest.fixture
def faulty(tables):
    tables["monthly"][0]["hours_worked"] = "1,790,0"
    tables["monthly"][1]["new_injuries"] = None
    tables["enterprises"][0]["legal_name"] = "=cmd|' /C calc'!A0"
    tables["monthly"][2]["quality"] = "=1+1"
    book = openpyxl.load_workbook(io.BytesIO(ingest.template_bytes("en", tables)))
    book["monthly"]["G3"].comment = Comment("ask Wang", "officer")
    book["monthly"].column_dimensions["A"].width = 33
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def opened(data):
    return openpyxl.load_workbook(io.BytesIO(data))


@pytest.mark.parametrize(("lang", "said"), [("en", "Did you mean 17,900?"), ("zh", "是不是 17,900？")])
def test_cells_are_coloured_and_commented_and_listed_in_front(faulty, check, lang, said):
    checked = check(faulty)
    book = opened(ingest.mark(faulty, "x.xlsx", checked, lang))
    assert book.sheetnames[0] == SHEET and book.active.title == SHEET
    wrong, asked, right = (book["monthly"][cell] for cell in ("G3", "N4", "G4"))
    assert said in wrong.comment.text and "ask Wang" in wrong.comment.text
    assert asked.comment is not None and right.comment is None
    assert wrong.fill.fgColor.rgb != asked.fill.fgColor.rgb != right.fill.fgColor.rgb
    assert wrong.value == "1,790,0" and book["monthly"].column_dimensions["A"].width == 33
    listed = [[cell.value for cell in row] for row in book[SHEET].iter_rows(min_row=5)]
    assert len(listed) == len(checked.findings) == 3
    assert any("monthly!G3" in row and "1,790,0" in row for row in listed)


def test_nothing_that_is_added_is_ever_a_formula(faulty, check):
    marked = ingest.mark(faulty, "x.xlsx", check(faulty), "en")
    parts = zipfile.ZipFile(io.BytesIO(marked))
    sheets = [name for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
    assert not [name for name in sheets if b"<f>" in parts.read(name)]
    assert [row for row in opened(marked)[SHEET].iter_rows(min_row=5, values_only=True) if "=1+1" in row]


def test_a_marked_workbook_is_read_as_before_and_marked_again_without_a_trace_of_the_first_time(faulty, check):
    first = check(faulty)
    marked = ingest.mark(faulty, "x.xlsx", first, "en")
    assert (check(marked).tables, check(marked).findings) == (first.tables, first.findings)
    book = opened(marked)
    book["monthly"]["G3"], book["monthly"]["N4"], book["monthly"]["C5"] = 17_900, 0, None
    saved = io.BytesIO()
    book.save(saved)
    corrected = check(saved.getvalue())
    assert not corrected.findings and corrected.rows_refused == 0
    again = opened(ingest.mark(saved.getvalue(), "x.xlsx", corrected, "en"))
    assert again.sheetnames.count(SHEET) == 1
    assert again["monthly"]["G3"].comment.text == "ask Wang"
    assert again["monthly"]["G3"].fill.fill_type is None and again["monthly"]["N4"].comment is None


def test_a_finding_of_a_whole_row_is_noted_in_its_first_cell(tables, check):
    tables["monthly"].append(dict(tables["monthly"][0]))
    data = ingest.template_bytes("en", tables)
    book = opened(ingest.mark(data, "x.xlsx", check(data), "en"))
    assert "twice" in book["monthly"]["B3"].comment.text and "twice" in book["monthly"]["B15"].comment.text


def test_drop_downs_survive_the_marking(faulty, check):
    book = opened(ingest.mark(faulty, "x.xlsx", check(faulty), "en"))
    assert len(book["monthly"].data_validations.dataValidation) == len(
        opened(faulty)["monthly"].data_validations.dataValidation
    )
