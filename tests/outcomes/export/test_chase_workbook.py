"""The workbook to send: every question in both languages, text that stays text, numbers and dates that are ones."""

import io
from datetime import datetime

import openpyxl
import pytest

from outcomes import cli, engine, exhibits, export, scope, store


@pytest.fixture(scope="module")
def asked(published_store):
    db = engine.open_database(store.Store(published_store).serve().snapshot, scope.parse("director"))
    return exhibits.Asked(db)


def opened(data: bytes):
    book = openpyxl.load_workbook(io.BytesIO(data))
    return book.worksheets


def test_every_row_of_the_list_is_a_row_of_the_sheet_with_its_types(asked):
    sheet, _ = opened(export.chase_workbook(asked))
    rows = exhibits.chase(asked).rows
    heads, *lines = sheet.iter_rows(values_only=True)
    assert len(lines) == len(rows)
    assert heads[0] == "Enterprise\n企业"
    for line, row in zip(lines, rows, strict=True):
        assert line[0] == row["enterprise"]
        assert isinstance(line[1], datetime) and line[1].date() == row["month"]
        assert (line[8], line[9], line[11]) == (row["value"], row["against"], row["days_overdue"])
        assert line[10].date() == row["due_on"]
        assert line[2] and line[3] and line[6] and line[7]
        assert line[12] is None
    assert sheet.auto_filter.ref


def test_the_guide_says_the_snapshot_and_how_to_answer_in_both_languages(asked):
    _, guide = opened(export.chase_workbook(asked))
    told = "\n".join(str(cell) for (cell,) in guide.iter_rows(max_col=1, values_only=True) if cell)
    assert told.count(asked.db.snapshot.id) == 2
    assert "Empty is not zero" in told and "空白不等于零" in told


def test_a_code_that_looks_like_a_formula_stays_a_text(snapshot_of):
    text = "\n".join(
        ["enterprise month measure value"]
        + [f"=1+1 2015-{m:02d} workers 9" for m in (1, 2, 4)]
        + [f"E1 2015-{m:02d} workers 9" for m in (1, 2, 3, 4)]
    )
    sheet, _ = opened(export.chase_workbook(snapshot_of(text).asked()))
    cell = sheet.cell(2, 1)
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_nothing_to_chase_is_said_and_no_fault(snapshot_of):
    text = "enterprise month measure value\nE1 2015-01 workers 9\nE1 2015-02 workers 9"
    sheet, guide = opened(export.chase_workbook(snapshot_of(text).asked()))
    assert sheet.max_row == 1
    assert "Nothing is owed" in str(guide.cell(3, 1).value)


def test_an_officer_gets_only_the_own_enterprises(published_store, tmp_path, capsys):
    out = tmp_path / "list.xlsx"
    status = cli.main(["chase", "--data", str(published_store), "--out", str(out), "--scope", "officer:510100"])
    assert status == 0 and str(out) in capsys.readouterr().out
    sheet, _ = opened(out.read_bytes())
    codes = {line[0] for line in sheet.iter_rows(min_row=2, values_only=True)}
    assert codes and all(code.startswith("SC-") for code in codes)


def test_the_public_is_refused_with_a_sentence(published_store, tmp_path, capsys):
    out = tmp_path / "list.xlsx"
    assert cli.main(["chase", "--data", str(published_store), "--out", str(out), "--scope", "public"]) == 2
    assert capsys.readouterr().err.strip() and not out.exists()
