"""The rows of an exhibit as a file: readable in Excel, harmless in any spreadsheet, and traceable."""

import csv
import io
from datetime import date

import pytest

from outcomes.exhibits.exhibit import Exhibit, Lineage
from outcomes.export.csv import csv_bytes, csv_name


def exhibit(rows: list[dict], columns: list[str]) -> Exhibit:
    lineage = Lineage([], "trend", "select 1", "ab", {}, "20151106-a41f9c", "cd", 1, 0, [], "2015-10-31")
    return Exhibit("safety/trend", "A title", "", None, None, columns, rows, [], "", lineage)


def table(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_chinese_excel_reads_it_and_every_row_names_its_snapshot():
    data = csv_bytes(
        exhibit([{"month": date(2015, 5, 1), "name": "南浔", "value": 7.4}], ["month", "name", "value"]), False
    )
    assert data.startswith(b"\xef\xbb\xbf")
    assert table(data) == [["month", "name", "value", "snapshot"], ["2015-05-01", "南浔", "7.4", "20151106-a41f9c"]]


def test_invented_figures_say_so_on_every_row_in_both_languages():
    lines = table(csv_bytes(exhibit([{"value": 1}, {"value": 2}], ["value"]), True))
    assert [line[-1] for line in lines] == ["demonstration"] + ["Demonstration data / 演示数据"] * 2


def test_a_missing_value_is_empty_and_a_zero_is_a_zero():
    lines = table(csv_bytes(exhibit([{"value": None}, {"value": 0}, {"value": float("nan")}], ["value"]), False))
    assert [line[0] for line in lines[1:]] == ["", "0", ""]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", " =", "\u3000＝"])
def test_a_cell_that_a_spreadsheet_would_run_is_made_text(start):
    lines = table(csv_bytes(exhibit([{"name": f"{start}cmd|'/c calc'!A1"}], ["name"]), False))
    assert lines[1][0].startswith("'")


def test_a_negative_number_stays_a_number():
    assert table(csv_bytes(exhibit([{"value": -3.5}], ["value"]), False))[1][0] == "-3.5"


def test_the_file_name_says_what_for_whom_and_from_which_snapshot():
    name = csv_name(exhibit([], []), "officer:330503", "a41f9c", demonstration=True)
    assert name == "safety-trend_officer-330503_a41f9c_demonstration.csv"
