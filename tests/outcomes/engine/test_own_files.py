"""An officer knows a file by its name only when every row of it lies in the own regions."""

import pyarrow as pa
import pytest

from outcomes import engine, scope, store
from outcomes.engine.own_files import own_files

FILES = pa.table({"submission": ["a", "b"], "name": ["NX-01 October.xlsx", "all of Huzhou.xlsx"], "rows_in": [2, 3]})


def seen(*places) -> pa.Table:
    columns = zip(*places, strict=True)
    return pa.table(dict(zip(("submission", "sheet", "row"), map(list, columns), strict=True)))


def named(*tables) -> list[str]:
    return own_files(FILES, {str(place): table for place, table in enumerate(tables)})["submission"].to_pylist()


def test_a_file_of_which_every_row_is_seen_keeps_its_name():
    enrolled = seen(("a", "enrolments", 4))
    observed = seen(("a", "monthly", 4), ("a", "monthly", 4), ("b", "monthly", 4))
    assert named(enrolled, observed) == ["a"]


def test_one_row_that_is_not_seen_takes_the_name_away():
    assert named(seen(("a", "monthly", 4), ("b", "monthly", 5))) == []


def test_tables_that_name_no_file_do_not_count():
    assert named(pa.table({"submission": ["a", "a"]}), seen(("a", "monthly", 4), ("a", "monthly", 5))) == ["a"]


@pytest.mark.parametrize("who", ["officer:330503", "officer:510000", "officer:330500"])
def test_each_file_that_an_officer_knows_holds_only_enterprises_of_the_own_regions(published_store, who):
    snapshot = store.Store(published_store).serve().snapshot
    officer = engine.open_database(snapshot, scope.parse(who))
    mine = {row["enterprise"] for row in officer.ask("memberships").rows}
    known = {row["submission"] for row in officer.ask("files").rows}
    everything = snapshot.read("internal", "observation").to_pylist()
    assert {row["enterprise"] for row in everything if row["submission"] in known} <= mine
    others = {
        row["name"] for row in snapshot.read("internal", "submission").to_pylist() if row["submission"] not in known
    }
    assert not others & {row["name"] for row in officer.ask("files").rows}
