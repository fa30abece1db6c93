"""From any figure to the rows it was made of and from each row to its cell: as many rows as are said, none from outside.

Every exhibit of the table, every indicator, for each kind of reader, over all rounds and over one with other windows.
"""

import io
import random
import zipfile
from dataclasses import dataclass

import openpyxl
import pytest
from told import asked_for

from outcomes import engine, scope, store
from outcomes.exhibits import Asked, cells, registry
from outcomes.exhibits.between import which
from outcomes.filters import Filters, parse_windows

READERS = ("director", "officer:330503", "public")
PROVEN = 200


@dataclass
class Reader:
    who: str
    asked: Asked

    def built(self, name: str):
        """(what it is of, the exhibit), for each indicator or enterprise that it can be asked for."""
        enterprises = sorted({row["enterprise"] for row in self.asked.kept})[::5]
        for of in asked_for(registry.EXHIBITS[name], sorted(self.asked.db.indicators), enterprises):
            of = {"indicator": None, **of}
            yield (self.who, self.asked.filters.round, name, of), registry.build(self.asked, name, **of)


@pytest.fixture(scope="module")
def shop(published_store) -> store.Store:
    return store.Store(published_store)


@pytest.fixture(scope="module")
def readers(shop) -> list[Reader]:
    snapshot = shop.serve().snapshot
    found = [
        Reader(who, Asked(engine.open_database(snapshot, scope.parse(who)), base=base_of(shop, who))) for who in READERS
    ]
    asked = found[0].asked
    longest = max(asked.rounds, key=lambda one: sum(row["round"] == one for row in asked.members))
    return [*found, Reader("director", asked.but(filters=Filters(round=longest), windows=parse_windows("year-start")))]


def base_of(shop, who: str):
    """The snapshot before: the exhibits that hold two against each other open to rows as well."""
    first = shop.history()[-1].id
    return None if who == "public" else which.database(shop, first, scope.parse(who))


def unplaced(row: dict) -> list[str]:
    """The values of a row that name no cell; a row without any value must name one all the same."""
    told = [part for part in cells.PARTS if row[part] is not None] or [cells.PARTS[0]]
    return [part for part in told if not all(row[f"{part}_{at}"] for at in ("file", "sheet", "cell"))]


@pytest.mark.parametrize("name", registry.EXHIBITS)
def test_a_figure_opens_to_as_many_rows_as_it_says_and_each_row_to_its_cell(readers, name):
    opened, stated = 0, True
    for reader in readers:
        mine = {row["enterprise"] for row in reader.asked.members}
        for of, exhibit in reader.built(name):
            if exhibit.lineage is None:
                assert exhibit.state, f"{of}: without lineage an exhibit says why there is nothing to show"
                continue
            used = exhibit.lineage.cells
            if reader.who == "public":
                assert used is None, of
                continue
            assert used is not None, f"{of}: hand lineage(…) the rows used: outcomes/exhibits/used.py, cells.of_units"
            rows, stated = used(), False
            assert len(rows) == exhibit.lineage.rows_used, of
            assert all(tuple(row) == cells.COLUMNS for row in rows), of
            assert {row["enterprise"] for row in rows} - {None} <= mine, of
            assert not [row for row in rows if unplaced(row)], of
            opened += len(rows)
    unchanged = name == "changes-definitions"  # none in the demonstration; test_between.py opens one that changed
    assert opened or stated or unchanged, "no reader opened a single row: the test above has seen nothing"


def test_a_row_of_an_indicator_is_there_once(readers):
    for name in ("forest", "run-chart", "regions", "enterprises", "comparison"):
        for of, exhibit in readers[0].built(name):
            rows = exhibit.lineage.cells() if exhibit.lineage else []
            keys = [(row["indicator"], row["round"], row["enterprise"], row["month"]) for row in rows]
            assert len(set(keys)) == len(keys), of


def test_both_arms_stand_behind_what_is_drawn_of_both(readers):
    for name, expected in (
        ("run-chart", {"pilot", "comparison"}),
        ("comparison", {"pilot", "comparison"}),
        ("typical", {"pilot"}),
    ):
        exhibit = registry.build(readers[0].asked, name, "hazards_closed_on_time")
        assert {row["arm"] for row in exhibit.lineage.cells()} == expected


def test_the_rows_of_an_after_rate_are_months_after_alone(readers):
    exhibit = registry.build(readers[0].asked, "funnel", "injury_frequency")
    assert exhibit.lineage.rows_used and {row["side"] for row in exhibit.lineage.cells()} == {"after"}


def test_a_month_that_did_not_come_names_the_enrolment_by_which_it_is_due(readers):
    exhibit = registry.build(readers[0].asked, "run-chart", "reporting_coverage")
    rows = exhibit.lineage.cells()
    came, missing = ([row for row in rows if row["numerator"] == one] for one in (1, 0))
    assert came and missing
    assert {row["numerator_sheet"] for row in came} == {"monthly"}
    assert {row["numerator_sheet"] for row in missing} == {"enrolments"}
    assert {row["denominator_sheet"] for row in rows} == {"enrolments"}


def test_too_few_to_be_shown_are_not_opened_either(snapshot_of):
    lines = [
        f"2015-{month:02d}  E{n}  {measure}  {value}"
        for n in (1, 2)
        for month in (1, 5)
        for measure, value in (("new_injuries", n), ("hours_worked", 1000))
    ]
    asked = snapshot_of("month enterprise measure value\n" + "\n".join(lines)).asked()
    for name in ("panel", "same-months"):
        lineage = registry.build(asked, name, "injury_frequency").lineage
        assert (lineage.rows_used, lineage.cells()) == (0, [])
        assert "fewer enterprises than may be shown" in " ".join(lineage.left_out_why)


def test_nothing_is_asked_before_somebody_opens_the_rows(readers):
    asked = readers[0].asked
    questions = []
    db = type("Watched", (), {"__getattr__": lambda self, name: getattr(asked.db, name)})()
    db.ask = lambda name, **parameters: questions.append(name) or asked.db.ask(name, **parameters)
    watched = Asked(db, asked.filters)
    exhibit = registry.build(watched, "pairs", "defect_rate")
    assert not {"cells", "files"} & set(questions)
    assert exhibit.lineage.cells() and {"cells", "files"} <= set(questions)


UNIT = {
    "indicator": "visits_done",
    "unit": "V-1",
    "round": "R1",
    "arm": "pilot",
    "enterprise": "E1",
    "month": None,
    "numerator": 1.0,
    "denominator": 1.0,
    "submission": "ab" * 32,
    "sheet": "visits",
    "row": 12,
    "cells": '{"visit": "B", "done_on": "AA", "purpose": "C"}',
}


def test_a_unit_of_the_record_names_the_cells_of_its_row(readers):
    used = cells.of_units(readers[0].asked, [UNIT, {**UNIT, "unit": "V-2", "cells": None}])
    first, second = used()
    assert used.n == 2
    assert tuple(first) == cells.COLUMNS
    assert (first["numerator_file"], first["numerator_sheet"], first["numerator_cell"]) == (
        "ab" * 6,
        "visits",
        "B12:AA12",
    )
    assert first["denominator_cell"] == "B12:AA12"
    assert second["numerator_cell"] == "12"
    assert (first["before"], first["before_cell"]) == (None, None)


def test_a_pair_of_the_record_names_both_of_its_rows(readers):
    pair = {**UNIT, "numerator": None, "denominator": None, "before": 0.0, "after": 1.0, "before_row": 3}
    pair |= {"before_submission": "cd" * 32, "before_sheet": "assessments", "before_cells": '{"practice": "D"}'}
    (row,) = cells.of_units(readers[0].asked, [pair])()
    assert (row["before_file"], row["before_sheet"], row["before_cell"]) == ("cd" * 6, "assessments", "D3")
    assert (row["after_file"], row["after_cell"]) == ("ab" * 6, "B12:AA12")
    assert row["numerator_cell"] is None


def test_the_download_carries_the_snapshot_and_the_mark_of_invented_figures(readers):
    asked = readers[0].asked
    used = registry.build(asked, "pairs", "defect_rate").lineage.cells
    head, *lines = used.csv().decode("utf-8-sig").splitlines()
    assert head.split(",") == [*cells.COLUMNS, "snapshot", "data"]
    assert len(lines) == used.n
    assert all(asked.db.snapshot.id in line for line in lines)
    assert used.csv_name("pairs-x") == f"pairs-x-cells-{asked.db.scope.id}-{asked.db.snapshot.short}-demonstration.csv"


# ---- the proof: the original file says the same


def workbook_of(data: bytes):
    """The workbook that was sent, by itself or in a zip with its pictures."""
    with zipfile.ZipFile(io.BytesIO(data)) as parcel:
        inside = [name for name in parcel.namelist() if name.endswith(".xlsx")]
        data = parcel.read(inside[0]) if inside else data
    return openpyxl.load_workbook(io.BytesIO(data), data_only=True)


def test_two_hundred_rows_drawn_at_random_say_what_the_original_cell_says(shop, readers):
    asked = readers[0].asked
    books = {}
    for row in asked.ask("files").rows:
        books[row["name"]] = workbook_of(shop.original(row["submission"]))
    rows = [
        row
        for one in sorted(asked.db.indicators)
        if (lineage := registry.build(asked, "run-chart", one).lineage)
        for row in lineage.cells()
    ]
    drawn = random.Random(4).sample(rows, PROVEN)
    seen = 0
    for row in drawn:
        for part in cells.PARTS[:2]:
            value = books[row[f"{part}_file"]][row[f"{part}_sheet"]][row[f"{part}_cell"]].value
            if row[f"{part}_sheet"] == "enrolments":
                assert value == row["enterprise"], row
            elif row["indicator"] != "reporting_coverage":
                assert float(value) == row[part], row
                seen += 1
            else:
                assert value is not None, row
    assert seen > PROVEN


def test_the_row_of_the_record_that_a_unit_names_tells_of_the_units_enterprise(shop, readers):
    asked = readers[0].asked
    books = {row["name"]: workbook_of(shop.original(row["submission"])) for row in asked.ask("files").rows}
    seen = 0
    for one in asked.db.records:
        lineage = registry.build(asked, "record", one).lineage
        for row in lineage.cells()[::7] if lineage else []:
            for part in cells.PARTS:
                if row[part] is None or row["enterprise"] is None:
                    continue
                (line,) = books[row[f"{part}_file"]][row[f"{part}_sheet"]][row[f"{part}_cell"]]
                told = {str(cell.value) for cell in line}
                assert row["enterprise"] in told or set(row["unit"].split()) & told, row
                seen += 1
    assert seen > 50
