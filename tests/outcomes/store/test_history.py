"""Rolling back, restoring, and what the history says about it."""

from datetime import UTC, datetime

import pytest
from small_store import delete, draft, value_of, with_snapshots

from outcomes.errors import Corrupt, StoreError
from outcomes.store import audit
from outcomes.store.layout import new_id
from outcomes.store.standing import Standing


def statuses(store) -> list[str]:
    return [entry.status for entry in store.history()]


def test_a_rollback_shows_the_earlier_snapshot_and_the_log_keeps_the_reason(quick_path):
    store, (first, second) = with_snapshots(quick_path, 1.0, 2.0)
    store.rollback(first, "  figures of April were wrong ", "Wang Fang")
    assert value_of(store.serve().snapshot) == 1.0
    newest, oldest = store.history()
    assert (newest.id, newest.status, newest.reason) == (second, "withdrawn", "figures of April were wrong")
    assert (oldest.id, oldest.status, oldest.parent) == (first, "current", None)
    assert store.verify(deep=True) == []


def test_a_rollback_without_a_reason_is_refused(quick_path):
    store, (first, second) = with_snapshots(quick_path, 1.0, 2.0)
    with pytest.raises(StoreError) as refusal:
        store.rollback(first, " \n", "Wang Fang")
    assert refusal.value.key == "store.reason_blank"
    assert store.current() == second


def test_a_rollback_to_what_is_shown_or_to_a_damaged_snapshot_changes_nothing(quick_path):
    store, (first, second) = with_snapshots(quick_path, 1.0, 2.0)
    delete(quick_path / "snapshots" / first / "public" / "round" / "part-000.parquet")
    log = (quick_path / "audit.jsonl").read_bytes()
    with pytest.raises(Corrupt):
        store.rollback(first, "because", "Wang Fang")
    with pytest.raises(StoreError):
        store.rollback(second, "because", "Wang Fang")
    assert store.current() == second
    assert (quick_path / "audit.jsonl").read_bytes() == log


def test_a_rollback_over_two_withdraws_both_and_going_forward_restores_them(quick_path):
    store, (first, second, third) = with_snapshots(quick_path, 1.0, 2.0, 3.0)
    store.rollback(first, "wrong", "Wang Fang")
    assert statuses(store) == ["withdrawn", "withdrawn", "current"]
    store.rollback(second, "that one was right", "Wang Fang")
    assert statuses(store) == ["withdrawn", "current", "superseded"]
    store.rollback(third, "all was right", "Wang Fang")
    assert statuses(store) == ["current", "superseded", "superseded"]
    assert store.verify(deep=True) == []


def test_a_correction_published_after_a_rollback_leaves_the_wrong_one_withdrawn(quick_path):
    store, (first, second) = with_snapshots(quick_path, 1.0, 2.0)
    store.rollback(first, "wrong", "Wang Fang")
    with pytest.raises(StoreError):
        store.publish(draft(3.0), second)
    store.publish(draft(3.0), first)
    newest, wrong, oldest = store.history()
    assert [entry.status for entry in (newest, wrong, oldest)] == ["current", "withdrawn", "superseded"]
    assert newest.parent == first


def test_an_entry_tells_who_when_why_from_what_and_how_much(quick_path):
    store, _ = with_snapshots(quick_path)
    data = b"PK the workbook"
    source = {"name": "april.xlsx", "sha256": store.keep(data, "april.xlsx"), "rows_accepted": 12}
    snapshot_id = store.publish(draft(1.0, sources=[source]), None)
    (entry,) = store.history()
    assert (entry.id, entry.who, entry.note) == (snapshot_id, "Li Wei", "value 1.0")
    assert entry.created == store.open(snapshot_id).created
    assert entry.created.utcoffset().total_seconds() == 0
    assert f"{entry.created:%Y%m%d-%H%M%S}" == snapshot_id[:15]
    assert entry.sources == [source]
    assert entry.rows == {"observation": 3}
    assert (entry.is_demonstration, entry.damaged) == (True, False)


def test_a_clock_that_was_set_back_does_not_change_what_is_newest(quick_path):
    log = audit.read(quick_path / "audit.jsonl")
    ids = [f"{year}0101-000000-0123456789abcdef" for year in (2026, 2016, 2025)]
    for snapshot_id in ids:
        log = audit.append(quick_path / "audit.jsonl", log, "commit", "Li Wei", snapshot_id, "0" * 64, "")
    standing = Standing.of(audit.read(quick_path / "audit.jsonl").lines)
    assert standing.order == ids
    assert standing.current == ids[-1]
    assert standing.best_first() == ids[::-1]


def test_the_same_content_within_one_second_gets_the_next_second():
    now = datetime(2015, 12, 31, 23, 59, 59, tzinfo=UTC)
    first, _ = new_id("a" * 64, now, set())
    second, moment = new_id("a" * 64, now, {first})
    assert (first[:15], second[:15]) == ("20151231-235959", "20160101-000000")
    assert moment.year == 2016
