"""The demonstration submissions: the same bytes for a seed, accepted by the checks, and what data/example holds."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
import python_calamine

from outcomes import demo, forms, ingest

EXAMPLE = Path(__file__).parents[3] / "data" / "example"
TODAY = date(2015, 12, 31)
NAMES = [
    "01-sichuan-phase-1.xlsx",
    "02-nanxun-2015-baseline-to-september.xlsx",
    "03-nanxun-2015-october-and-corrections.xlsx",
    "04-nanxun-2015-photos.zip",
]


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    return demo.write(tmp_path_factory.mktemp("demo"))


def cells(path):
    data = path.read_bytes()
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as parcel:
            data = parcel.read("photos.xlsx")
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_two_runs_with_one_seed_give_the_same_bytes(written, tmp_path):
    assert [path.name for path in written] == NAMES
    again = demo.write(tmp_path / "new" / "folder")
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in written]


def test_another_seed_gives_other_workbooks(written, tmp_path):
    other = demo.write(tmp_path, seed=demo.SEED + 1)
    for sheet in ("monthly", "visits", "attendance"):
        assert all(cells(a)[sheet] != cells(b)[sheet] for a, b in zip(other[:2], written[:2], strict=True)), sheet


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_example_is_what_the_generator_writes_today(written, name):
    fresh = next(path for path in written if path.name == name)
    assert cells(EXAMPLE / name) == cells(fresh), "run: python -m outcomes demo --out data/example"
    assert (EXAMPLE / name).stat().st_size < (1_500_000 if name.endswith(".zip") else 400_000)


def test_all_are_accepted_one_after_the_other_without_an_error_and_with_few_warnings(written):
    known, checks = ingest.Known.nothing(), []
    for path in written:
        checked = ingest.check(path.read_bytes(), path.name, known, TODAY)
        checks.append(checked)
        assert [found.as_dict("en") for found in checked.errors] == []
        assert checked.rows_in == checked.rows_accepted > 0
        known = extended(known, checked)
    mistyped = [
        found
        for found in checks[1].warnings
        if (found.enterprise, found.column_name) == ("NX-04", "hours_worked") and found.value.startswith("9")
    ]
    assert len(mistyped) == 1
    claimed = [found for checked in checks for found in checked.warnings if found.rule == "saving-unverified"]
    assert len(claimed) == 7, "savings that are only claimed, four of them in the second round, one of those sent twice"
    assert all(len(checked.warnings) <= 10 for checked in checks)


def extended(known, checked):
    """What the next file may refer to."""
    by_code = ("rounds", "enterprises", "persons", "events", "visits", "practices", "actions")
    by_key = ("attendance", "tests")
    given = {name: dict(getattr(known, name)) for name in (*by_code, *by_key)}
    for name in given:
        key = forms.forms()[name].key
        for row in checked.tables.get(name, []):
            given[name][row[key[0]] if name in by_code else tuple(row[part] for part in key)] = row
    enrolments = [*known.enrolments, *checked.tables.get("enrolments", [])]
    return ingest.Known(**given, enrolments=enrolments, medians=known.medians)
