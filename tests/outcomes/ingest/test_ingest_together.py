"""Files sent together and one after the other: what they say about the same row; and files of the first template."""

import csv
import io
from copy import deepcopy
from datetime import date

import openpyxl
import pytest

from outcomes import ingest, publish, words
from outcomes.ingest.columns import sheets
from outcomes.ingest.grid import letter
from outcomes.store import Store
from tests.outcomes.ingest.record_rows import RECORD

TODAY = date(2015, 11, 9)
FIGURES = ("rounds", "enterprises", "enrolments", "monthly")


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "data")


@pytest.fixture
def whole(tables):
    """A submission with figures and record."""
    return {**tables, **deepcopy(RECORD), "media": []}


def examined(store, **files):
    return publish.examine(
        store, [(f"{name}.xlsx", ingest.template_bytes("en", one)) for name, one in files.items()], TODAY
    )


def published(store, **files):
    return publish.commit(store, examined(store, **files), by="office")


def told(check):
    return [(f.severity, f.rule, f.where) for f in check.findings if f.severity != "info"]


def rows(store, table):
    return store.open(store.current()).read("internal", table).to_pylist()


def test_two_files_sent_together_that_disagree_are_told_and_nothing_is_published(store, whole):
    other = {"actions": [{**whole["actions"][0], "cost": 900}], "costs": [{**whole["costs"][0], "amount": 1}]}
    plan = examined(store, first=whole, second=other)
    assert told(plan.checks[0]) == []
    assert told(plan.checks[1]) == [
        ("error", "disagrees-in-parcel", "actions!O3"),
        ("error", "disagrees-in-parcel", "costs!E3"),
    ]
    for lang in words.LANGUAGES:
        said = plan.checks[1].errors[0].what(lang)
        assert "first.xlsx actions!3" in said and "300" in said
    assert publish.commit(store, plan, by="office").published is False
    assert store.current() is None


def test_the_same_row_sent_again_in_the_same_parcel_is_no_disagreement(store, whole):
    again = {sheet: whole[sheet] for sheet in ("rounds", "enterprises", "enrolments", "persons", "actions", "costs")}
    plan = examined(store, first=whole, second=again)
    assert [told(check) for check in plan.checks] == [[], []]
    assert publish.commit(store, plan, by="office").published


def test_what_was_planned_and_is_now_done_is_no_disagreement_but_a_status_by_itself_is(store, whole):
    first, ahead = whole["visits"][0], {**whole["actions"][0], "done_on": None, "action_status": "in_progress"}
    whole |= {"visits": [{**first, "done_on": None}], "actions": [ahead, {**ahead, "action": "A-2"}]}
    moved = {**ahead, "done_on": date(2015, 6, 10), "action_status": "done"}
    later = {"visits": [first], "actions": [moved, {**ahead, "action": "A-2", "action_status": "rejected"}]}
    plan = examined(store, first=whole, second=later)
    assert told(plan.checks[0]) == []
    assert told(plan.checks[1]) == [("error", "disagrees-in-parcel", "actions!N4")]


def test_a_later_submission_replaces_the_row(store, whole):
    published(store, first=whole)
    later = {"actions": [{**whole["actions"][0], "cost": 900}]}
    plan = examined(store, second=later)
    assert told(plan.checks[0]) == []
    publish.commit(store, plan, by="office")
    ((action, cost, row),) = [(one["action"], one["cost"], one["row"]) for one in rows(store, "action")]
    assert (action, cost, row) == ("A-1", 900, 3)


def test_a_month_corrected_in_the_same_parcel_holds_and_is_told_at_its_cell(store, whole):
    july = {**whole["monthly"][0], "workers": 120, "absent_days": "-"}
    plan = examined(store, first=whole, second={"monthly": [july]})
    ids = [column.id for column in sheets()["monthly"].columns]
    cells = [f"monthly!{letter(ids.index(measure))}3" for measure in ("workers", "absent_days")]
    assert told(plan.checks[1]) == [("warning", "corrects-just-sent", cell) for cell in cells]
    publish.commit(store, plan, by="office")
    held = {
        one["measure"]: one["value"]
        for one in rows(store, "observation")
        if one["enterprise"] == "NX-01" and one["month"] == july["month"]
    }
    assert held["workers"] == 120 and "absent_days" not in held


def test_what_was_accepted_before_may_be_named_by_the_record(store, whole):
    published(store, first=whole)
    later = {
        "visit_members": [{"visit": "V-1", "person": "TRA-01", "visit_role": "trainer"}],
        "attendance": [{"event": "EVT-1", "person": "CON-01", "role": "trainer"}],
        "tests": [{**whole["tests"][1], "test_wave": "follow_up", "item_bank": "B7"}],
    }
    (check,) = examined(store, later=later).checks
    assert told(check) == [("error", "attended-before", "attendance!B3"), ("warning", "other-questions", "tests!D3")]


def test_a_workbook_of_the_first_template_is_read_as_before(store, tables):
    book = openpyxl.load_workbook(io.BytesIO(ingest.template_bytes("en", tables)))
    for name in list(sheets())[4:]:
        del book[name]
    book.custom_doc_props["template_version"].value = 1
    written = io.BytesIO()
    book.save(written)
    plan = publish.examine(store, [("first.xlsx", written.getvalue())], TODAY)
    assert told(plan.checks[0]) == [] and plan.checks[0].rows_accepted == 17
    assert {finding.sheet for finding in plan.checks[0].findings} <= set(FIGURES)
    assert list(plan.checks[0].sheets) == list(FIGURES)
    assert publish.commit(store, plan, by="office").published
    assert rows(store, "action") == []


def test_a_folder_of_csv_files_of_the_first_template_is_read_as_before(tables, tmp_path, check):
    for name in FIGURES:
        with (tmp_path / f"{name}.csv").open("w", newline="", encoding="utf-8-sig") as into:
            writer = csv.writer(into)
            writer.writerow([column.title["zh"] for column in sheets()[name].columns])
            writer.writerows([[row.get(column.id) for column in sheets()[name].columns] for row in tables[name]])
    checked = check(tmp_path, "folder")
    assert [finding.where for finding in checked.findings if finding.severity != "info"] == []
    assert checked.rows_accepted == 17 and list(checked.sheets) == list(FIGURES)
