"""CSV files: the same rows, in the encodings and separators in which they are saved."""

import csv
import io
import zipfile
from datetime import date

import openpyxl
import pytest

from outcomes import ingest
from outcomes.errors import Unreadable
from outcomes.ingest.columns import sheets

TODAY = date(2015, 11, 9)


def as_csv(tables, sheet, separator=",", title=lambda column: column.header):
    made = io.StringIO()
    writer = csv.writer(made, delimiter=separator)
    columns = sheets()[sheet].columns
    writer.writerow([title(column) for column in columns])
    for row in tables[sheet]:
        writer.writerow(["" if row.get(column.id) is None else row[column.id] for column in columns])
    return made.getvalue()


@pytest.fixture
def folder(tables, tmp_path):
    for sheet in tables:
        (tmp_path / f"{sheet}.csv").write_text(as_csv(tables, sheet), encoding="utf-8-sig")
    return tmp_path


@pytest.fixture
def monthly(folder):
    """Check the folder with another monthly.csv."""

    def checked(content: bytes):
        (folder / "monthly.csv").write_bytes(content)
        return ingest.check(folder, "folder.zip", ingest.Known.nothing(), TODAY)

    return checked


def comparable(tables):
    """Without where a row stood: the workbook has a row of units and sheets without a row."""
    where = ("row", "column")
    return {
        sheet: [{key: value for key, value in row.items() if key not in where} for row in rows]
        for sheet, rows in tables.items()
        if rows
    }


def test_a_folder_of_csv_files_gives_what_the_workbook_gives(tables, check, folder):
    from_folder = ingest.check(folder, "folder.zip", ingest.Known.nothing(), TODAY)
    assert not from_folder.errors
    assert comparable(from_folder.tables) == comparable(check(tables).tables)


def test_a_folder_is_packed_to_the_same_bytes_every_time(folder):
    assert ingest.pack_folder(folder) == ingest.pack_folder(folder)
    checked = ingest.check(folder, "x.zip", ingest.Known.nothing(), TODAY)
    assert checked.sha256 == ingest.check(ingest.pack_folder(folder), "x.zip", ingest.Known.nothing(), TODAY).sha256


def test_a_zip_with_the_files_in_a_folder_and_what_a_mac_adds_is_read(tables, check):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as into:
        for sheet in tables:
            into.writestr(f"july/{sheet}.csv", as_csv(tables, sheet))
        into.writestr("__MACOSX/july/._monthly.csv", b"\0\1")
        into.writestr("july/readme.txt", "hello")
    assert check(made.getvalue(), "july.zip").rows_accepted == 17


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_usual_encodings_and_separators_are_read(tables, monthly, encoding, separator):
    text = as_csv(tables, "monthly", separator, title=lambda column: column.title["zh"])
    checked = monthly(text.encode(encoding))
    assert not checked.errors and checked.sheets["monthly"]["accepted"] == 12


def test_utf_16_is_refused_with_how_to_save_it(tables, monthly):
    with pytest.raises(Unreadable) as raised:
        monthly(as_csv(tables, "monthly").encode("utf-16"))
    assert raised.value.key == "ingest.csv_utf16"
    assert "monthly.csv" in raised.value.say("zh")


@pytest.mark.parametrize("encoding", ["big5", "shift_jis", "latin-1"])
def test_gb18030_is_not_believed_when_the_headers_do_not_come_out(tables, monthly, encoding):
    text = "企業編號,月份,café\nNX-01,2015-01,1\n".encode(encoding, "replace") + b"\xe9,\xff\n"
    with pytest.raises(Unreadable) as raised:
        monthly(text)
    assert raised.value.key == "ingest.csv_encoding"


def test_a_row_of_units_quoted_thousands_and_full_width_digits_are_understood(monthly):
    text = "enterprise,month,workers,hours_worked,new_injuries\n编号,年-月,人,小时,起\n"
    text += 'NX-01,2015年1月,１１８,"21,500",０\n'
    checked = monthly(text.encode())
    assert not checked.errors
    assert {one["measure"]: one["value"] for one in checked.tables["monthly"]} == {
        "workers": 118,
        "hours_worked": 21500,
        "new_injuries": 0,
    }


def test_a_csv_file_without_any_of_our_names_is_refused(check):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as into:
        into.writestr("other.csv", "a,b\n1,2\n")
    with pytest.raises(Unreadable) as raised:
        check(made.getvalue(), "x.zip")
    assert raised.value.key == "ingest.no_sheets"


def test_a_folder_without_csv_files_is_refused(tmp_path):
    with pytest.raises(Unreadable) as raised:
        ingest.pack_folder(tmp_path)
    assert raised.value.key == "ingest.no_csv"


def test_bytes_that_are_no_text_are_refused(monthly):
    with pytest.raises(Unreadable) as raised:
        monthly(b"enterprise,month\n\0\0,\n")
    assert raised.value.key == "ingest.csv_broken"


def test_marked_csv_files_come_back_as_one_workbook(tables, folder):
    tables["monthly"][0]["hours_worked"] = '=HYPERLINK("http://x")'
    (folder / "monthly.csv").write_text(as_csv(tables, "monthly"), encoding="utf-8")
    data = ingest.pack_folder(folder)
    checked = ingest.check(data, "f.zip", ingest.Known.nothing(), TODAY)
    book = openpyxl.load_workbook(io.BytesIO(ingest.mark(data, "f.zip", checked, "zh")))
    assert book.sheetnames[0] == "findings 检查结果" and "monthly" in book.sheetnames
    cell = book["monthly"]["G2"]
    assert (cell.value, cell.data_type) == ('=HYPERLINK("http://x")', "s")
    assert "不是数字" in cell.comment.text
