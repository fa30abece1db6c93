"""A draft becomes a snapshot: what is written, how it is named, and who may not publish."""

import hashlib
import json
import os
import stat

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import writer_process
from small_store import draft, value_of, with_snapshots
from writer_process import Writer

from outcomes.errors import Conflict, Corrupt, StoreError
from outcomes.store import Draft, NoSnapshot, Store, TableDraft, lock
from outcomes.store.layout import Layout, is_id


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "data")


def test_what_was_published_is_read_back_row_by_row(store):
    snapshot_id = store.publish(draft(7.0), None)
    snapshot = store.open(snapshot_id)
    told = snapshot.read("internal", "observation")
    sent = draft(7.0).trees["internal"]["observation"].table
    assert told.equals(sent.sort_by("measure"))
    assert snapshot.tables("public") == ["round"]
    assert snapshot.is_demonstration is True
    assert snapshot.manifest["facts"]["note"] == "value 7.0"
    assert snapshot.id.endswith(snapshot.short)
    assert len(snapshot.short) == 6
    assert store.current() == snapshot_id
    assert store.verify(deep=True) == []


def test_before_the_first_publication_there_is_nothing_and_reading_makes_no_folder(store):
    assert store.current() is None
    assert store.history() == []
    with pytest.raises(NoSnapshot):
        store.serve()
    assert [problem.key for problem in store.verify()] == ["store.empty"]
    assert not store.root.exists()


def test_the_chain_of_trust_goes_from_current_over_the_manifest_to_every_file(store):
    snapshot_id = store.publish(draft(7.0), None)
    current = json.loads((store.root / "CURRENT").read_bytes())
    manifest = (store.root / "snapshots" / snapshot_id / "manifest.json").read_bytes()
    assert set(current) == {"id", "manifest_sha256", "audit_n", "audit_h"}
    assert current["manifest_sha256"] == hashlib.sha256(manifest).hexdigest()
    table = json.loads(manifest)["tables"]["internal"]["observation"]
    file = table["files"][0]
    data = (store.root / "snapshots" / snapshot_id / file["path"]).read_bytes()
    assert (file["bytes"], file["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
    assert (table["rows"], table["sort"]) == (3, ["measure"])
    assert table["columns"][1] == {"name": "month", "type": "DATE"}


def test_the_files_are_plain_parquet_that_other_engines_prune(store):
    snapshot_id = store.publish(draft(7.0), None)
    path = store.root / "snapshots" / snapshot_id / "internal" / "observation" / "part-000.parquet"
    told = pq.ParquetFile(path).metadata
    assert told.metadata == {b"snapshot": snapshot_id.encode(), b"table": b"observation"}
    assert told.num_row_groups == 2
    column = told.row_group(0).column(0)
    assert column.compression == "ZSTD"
    assert (column.statistics.min, column.statistics.max) == ("energy_kwh", "good_units")


def test_the_name_is_time_and_content(store):
    first = store.publish(draft(7.0), None)
    again = store.publish(draft(7.0), first)
    other = store.publish(draft(8.0), again)
    assert all(map(is_id, (first, again, other)))
    assert first != again
    assert first.split("-")[2] == again.split("-")[2] != other.split("-")[2]


def test_the_order_of_rows_in_a_draft_changes_nothing(store):
    table = draft(7.0).trees["internal"]["observation"].table
    there = Draft({"internal": {"t": TableDraft(table, ["measure"])}})
    back = Draft({"internal": {"t": TableDraft(table.take([2, 1, 0]), ["measure"])}})
    assert there.prepared().sha256() == back.prepared().sha256()


def test_a_published_snapshot_is_read_only(store):
    folder = store.root / "snapshots" / store.publish(draft(7.0), None)
    modes = {stat.S_IMODE(os.stat(path).st_mode) for path in [folder, *folder.rglob("*")] if path.is_dir()}
    assert modes == {0o555}
    assert {stat.S_IMODE(os.stat(path).st_mode) for path in folder.rglob("*") if path.is_file()} == {0o444}


@pytest.mark.parametrize(
    "values",
    [
        pa.array([1], pa.uint8()),
        pa.array([1], pa.decimal128(38, 0)),
        pa.array(["x"], pa.large_string()),
        pa.array(["x"]).dictionary_encode(),
        pa.array([1], pa.timestamp("us", "UTC")),
        pa.array([1], pa.timestamp("ns")),
    ],
    ids=lambda values: str(values.type),
)
def test_a_column_type_that_engines_read_differently_is_a_programming_error(store, values):
    bad = Draft({"internal": {"t": TableDraft(pa.table({"x": values}), [])}})
    with pytest.raises(TypeError, match="'x'"):
        store.publish(bad, None)
    assert store.current() is None
    assert list((store.root / ".staging").iterdir()) == []


def test_a_table_name_that_leaves_the_folder_is_a_programming_error(store):
    table = TableDraft(pa.table({"x": ["1"]}), [])
    for trees in ({"internal": {"../x": table}}, {"elsewhere": {"x": table}}):
        with pytest.raises(ValueError):
            store.publish(Draft(trees), None)


def test_an_empty_table_and_a_note_in_chinese_survive(store):
    empty = pa.table({"x": pa.array([], pa.string())})
    snapshot_id = store.publish(Draft({"internal": {"t": TableDraft(empty, ["x"])}}, {"note": "更正四月 \udc80"}), None)
    assert store.open(snapshot_id).read("internal", "t").num_rows == 0
    assert store.history()[0].note == "更正四月 \udc80"
    assert store.verify(deep=True) == []


def test_somebody_who_checked_against_an_older_snapshot_gets_a_conflict(tmp_path):
    store, (first, second) = with_snapshots(tmp_path, 1.0, 2.0)
    for outdated in (first, None):
        with pytest.raises(Conflict) as refusal:
            store.publish(draft(3.0), outdated)
        assert second in refusal.value.say("en")
        assert second in refusal.value.say("zh")
    assert store.current() == second


def test_of_two_publishers_at_once_one_wins_and_one_gets_a_conflict(tmp_path):
    store, (first,) = with_snapshots(tmp_path, 1.0)
    writers = [Writer(writer_process.publish, tmp_path, value, first) for value in (2.0, 3.0)]
    told = sorted((writer.end() for writer in writers), key=str)
    assert [kind for kind, _ in told] == ["published", "refused"]
    assert told[1] == ("refused", "store.moved_on")
    assert store.current() == told[0][1]
    assert store.verify(deep=True) == []


def test_a_second_writer_waits_and_then_says_why_and_a_killed_one_holds_nothing(tmp_path):
    store, (first,) = with_snapshots(tmp_path, 1.0)
    writer = Writer(writer_process.hold_the_lock, tmp_path)
    assert writer.hear() == "held"
    with pytest.raises(Conflict) as refusal, lock.hold(Layout(tmp_path), wait=0.1):
        pass
    assert "another publication is in progress" in refusal.value.say("en").lower()
    writer.kill()
    assert store.publish(draft(2.0), first) == store.current()


def test_readers_are_never_disturbed_by_publications(quick_path):
    store, _ = with_snapshots(quick_path, 1.0)
    writer = Writer(writer_process.publish_on_and_on, quick_path)
    writer.hear()
    seen = set()
    for _ in range(200):
        assert store.current() is not None
        served = store.serve()
        assert served.warning is None
        assert value_of(served.snapshot) is not None
        seen.add(served.snapshot.id)
    writer.kill()
    assert len(seen) >= 4


@pytest.mark.parametrize("name", ["../../etc/passwd", "", ".", None, "latest", "20150101-000000-0123456789abcdef"])
def test_a_name_that_was_never_published_is_refused_for_reading_and_rolling_back(tmp_path, name):
    store, _ = with_snapshots(tmp_path, 1.0)
    with pytest.raises(StoreError) as refusal:
        store.open(name)
    assert refusal.value.key == "store.unknown_snapshot"
    with pytest.raises(StoreError):
        store.rollback(name, "because", "Li Wei")
    assert [problem.key for problem in store.verify(name or "x")] == ["store.unknown_snapshot"]


def test_a_folder_that_nobody_published_is_not_opened_not_removed_and_told_of(tmp_path):
    store, (first,) = with_snapshots(tmp_path, 1.0)
    stranger = "20990101-000000-0123456789abcdef"
    os.mkdir(tmp_path / "snapshots" / stranger)
    with pytest.raises(StoreError):
        store.open(stranger)
    assert [problem.key for problem in store.verify()] == ["store.stranger"]
    second = store.publish(draft(2.0), first)
    assert store.current() == second
    assert (tmp_path / "snapshots" / stranger).is_dir()


def test_a_table_is_not_given_out_when_its_file_changes_after_opening(tmp_path):
    store, (first,) = with_snapshots(tmp_path, 1.0)
    snapshot = store.open(first)
    path = tmp_path / "snapshots" / first / "internal" / "observation" / "part-000.parquet"
    path.chmod(0o644)
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(Corrupt):
        snapshot.read("internal", "observation")
