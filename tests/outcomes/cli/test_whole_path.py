"""The main job on the command line, as a person does it: template, fill, check, publish, look, go back, verify."""

import csv
import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from outcomes import demo

ROOT = Path(__file__).parents[3]


def outcomes(*arguments, store: Path | None = None) -> subprocess.CompletedProcess:
    more = ["--data", str(store)] if store else []
    return subprocess.run(
        [sys.executable, "-m", "outcomes", *map(str, arguments), *more],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )


def rows_of(done: subprocess.CompletedProcess) -> list[dict]:
    assert done.returncode == 0, done.stderr
    return list(csv.DictReader(io.StringIO(done.stdout)))


def november(path: Path, hours="20000") -> Path:
    """A workbook with one new month for two enterprises, filled into the empty template by hand."""
    assert outcomes("template", "--out", path).returncode == 0
    book = openpyxl.load_workbook(path)
    sheet = book["monthly"]
    heads = {str(cell.value).split(" / ")[0].strip(" *"): cell.column for cell in sheet[1]}
    for row, name in enumerate(("NX-01", "NX-02"), start=3):
        sheet.cell(row, heads["Enterprise"], name)
        sheet.cell(row, heads["Month"], date(2015, 11, 1))
        sheet.cell(row, heads["Workers"], 110)
        sheet.cell(row, heads["Hours worked"], float(hours) if hours.isdigit() else hours)
        sheet.cell(row, heads["New injuries"], 0)
    book.save(path)
    return path


def test_a_new_month_comes_in_shows_goes_and_the_store_verifies_before_and_after(own_store, tmp_path):
    before = json.loads(outcomes("snapshots", "--json", store=own_store).stdout)[0]["id"]
    assert outcomes("verify", "--deep", store=own_store).returncode == 0
    ask = ("ask", "trend", "--indicator", "injury_frequency", "--round", "NX-2015A", "--from", "2015-11")

    assert rows_of(outcomes(*ask, store=own_store)) == []
    book = november(tmp_path / "november.xlsx")
    assert outcomes("check", book, store=own_store).returncode == 0
    published = outcomes("publish", book, "--note", "November", "--by", "tester", "--json", store=own_store)
    assert json.loads(published.stdout)["changes"]["added"] == 6

    pilot = [row for row in rows_of(outcomes(*ask, store=own_store)) if row["arm"] == "pilot"]
    assert [(row["month"], row["denominator"], row["reporting"]) for row in pilot] == [("2015-11-01", "40000.0", "2")]
    assert "演示数据" in pilot[0]["data"]

    assert outcomes("rollback", before, "--reason", "too early", "--by", "tester", store=own_store).returncode == 0
    assert rows_of(outcomes(*ask, store=own_store)) == []
    assert outcomes("verify", "--deep", store=own_store).returncode == 0
    states = [(e["note"], e["status"]) for e in json.loads(outcomes("snapshots", "--json", store=own_store).stdout)]
    told = [
        ("Demonstration data", "current"),
        ("Demonstration data", "superseded"),
    ]  # two snapshots, as run.py makes them
    assert states == [("November", "withdrawn"), *told]


def test_with_an_error_nothing_is_published_unless_the_valid_rows_are_asked_for(own_store, tmp_path):
    book = november(tmp_path / "november.xlsx", hours="1,790,0")
    current = (own_store / "CURRENT").read_text()
    checked = outcomes("check", book, "--format", "json", store=own_store)
    assert checked.returncode == 1
    told = json.loads(checked.stdout)
    assert told["rows_in"] == told["rows_accepted"] + told["rows_refused"] == 2
    assert {finding["sheet"] for finding in told["findings"]} == {"monthly"}
    refused = outcomes("publish", book, store=own_store)
    assert refused.returncode == 1
    assert "Nothing was published" in refused.stderr
    assert (own_store / "CURRENT").read_text() == current


def test_valid_rows_alone_are_published_when_asked_and_the_refused_are_listed(own_store, tmp_path):
    book = openpyxl.load_workbook(november(tmp_path / "november.xlsx"))
    sheet = book["monthly"]
    heads = {str(cell.value).split(" / ")[0].strip(" *"): cell.column for cell in sheet[1]}
    sheet.cell(4, heads["Hours worked"], "many")
    book.save(tmp_path / "one-bad.xlsx")
    done = outcomes("publish", tmp_path / "one-bad.xlsx", "--accept-valid", "--json", store=own_store)
    assert done.returncode == 0, done.stderr
    manifest = json.loads((own_store / "snapshots" / json.loads(done.stdout)["snapshot"] / "manifest.json").read_text())
    (refused,) = manifest["facts"]["refused"]
    assert (refused["source"], refused["sheet"], refused["row"]) == ("one-bad.xlsx", "monthly", 4)
    assert manifest["facts"]["changes"]["added"] == 3


def test_the_same_file_again_changes_nothing(own_store):
    example = sorted((ROOT / "data" / "example").glob("*.xlsx"))[0]
    current = (own_store / "CURRENT").read_text()
    done = outcomes("publish", example, store=own_store)
    assert done.returncode == 0
    assert "published before" in done.stderr
    assert (own_store / "CURRENT").read_text() == current


def test_what_cannot_be_read_ends_in_one_sentence_and_status_two(own_store, tmp_path):
    (tmp_path / "not.xlsx").write_bytes(b"not a workbook")
    for arguments in (("check", tmp_path / "not.xlsx"), ("publish", tmp_path / "not.xlsx"), ("check", tmp_path / "no")):
        done = outcomes(*arguments, store=own_store)
        assert done.returncode == 2
        assert done.stderr.strip()
        assert "Traceback" not in done.stderr


def test_a_question_that_cannot_be_asked_says_what_can(own_store):
    for arguments, said in (
        (("ask", "nothing"), "Known:"),
        (("ask", "trend", "--indicator", "luck"), "injury_frequency"),
        (("ask", "trend", "--indicator", "injury_frequency", "--from", "May"), "2015-05"),
        (("ask", "memberships", "--scope", "public"), "public view"),
        (("ask", "trend", "--indicator", "injury_frequency", "--scope", "king"), "director"),
        (("ask", "pairs", "--indicator", "absenteeism", "--scope", "officer:510100", "--region", "330503"), "330503"),
    ):
        done = outcomes(*arguments, store=own_store)
        assert done.returncode == 2, arguments
        assert said in done.stderr, done.stderr


def test_an_officer_gets_only_the_own_region(own_store):
    rows = rows_of(outcomes("ask", "memberships", "--scope", "officer:330500", store=own_store))
    assert {row["round"] for row in rows} == {"NX-2015A"}
    assert len(rows) == 18


def test_the_public_gets_sums_of_at_least_five(own_store):
    rows = rows_of(outcomes("ask", "trend", "--indicator", "absenteeism", "--scope", "public", store=own_store))
    shown = [row for row in rows if row["suppressed"] == "False"]
    assert shown
    assert all(int(row["reporting"]) >= 5 for row in shown)
    assert all(row["value"] == row["numerator"] == "" for row in rows if row["suppressed"] == "True")


def test_an_empty_store_says_that_nothing_was_published(tmp_path):
    done = outcomes("ask", "rounds", store=tmp_path / "none")
    assert done.returncode == 2
    assert done.stderr.strip()


def test_a_folder_of_csv_files_is_taken_as_well(own_store, tmp_path):
    folder = tmp_path / "sheets"
    folder.mkdir()
    text = "enterprise,month,workers,hours_worked,new_injuries\nNX-01,2015-11,110,20000,0\n"
    (folder / "monthly.csv").write_text(text, encoding="utf-8-sig")
    assert outcomes("check", folder, store=own_store).returncode == 0


def test_the_marked_workbook_is_the_senders_own_with_comments(own_store, tmp_path):
    book = november(tmp_path / "november.xlsx", hours="many")
    done = outcomes("check", book, "--marked", tmp_path / "marked.xlsx", store=own_store)
    assert done.returncode == 1
    marked = openpyxl.load_workbook(tmp_path / "marked.xlsx")
    comments = [cell.comment.text for row in marked["monthly"].iter_rows() for cell in row if cell.comment]
    assert [text.startswith("■ Error: Not a number") for text in comments] == [True, True]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_template_filled_with_the_demonstration_rows_checks_clean(tmp_path, lang):
    paths = demo.write(tmp_path, lang=lang)
    for part in (paths[:2], paths[2:]):
        done = outcomes("publish", *part, store=tmp_path / "data")
        assert done.returncode == 0, done.stdout + done.stderr
