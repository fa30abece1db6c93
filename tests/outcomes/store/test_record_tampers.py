"""CURRENT and the log: whatever somebody does to them is seen, and nothing is lost by it."""

import json

import pytest
from small_store import draft, expect, overwrite

from outcomes.errors import Corrupt
from outcomes.store import audit


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"../../etc",
        b"{}",
        b"[1]",
        b"\xff\xfe",
        b'{"id": "../../etc", "manifest_sha256": "", "audit_n": 0, "audit_h": ""}',
        b"[" * 100_000,
    ],
    ids=["empty", "path", "no keys", "list", "no text", "path inside", "deep"],
)
def test_a_current_that_no_writer_wrote_is_seen_and_a_rollback_repairs_it(damaged, content):
    store, ids, _ = damaged
    overwrite(store.root / "CURRENT", content)
    expect(store, ids[2], 3.0)
    with pytest.raises(Corrupt):
        store.current()
    with pytest.raises(Corrupt):
        store.publish(draft(4.0), ids[2])
    store.rollback(ids[2], "CURRENT was damaged", "Li Wei")
    assert store.current() == ids[2]
    assert store.serve().warning is None
    assert store.verify(deep=True) == []


def test_a_missing_current_is_not_taken_for_an_empty_store(damaged):
    store, ids, _ = damaged
    (store.root / "CURRENT").unlink()
    expect(store, ids[2], 3.0)
    for parent in (None, ids[2]):
        with pytest.raises(Corrupt):
            store.publish(draft(4.0), parent)
    assert len(list((store.root / "snapshots").iterdir())) == 3


def test_a_current_pointed_at_another_snapshot_by_hand_is_seen(damaged):
    store, ids, _ = damaged
    current = json.loads((store.root / "CURRENT").read_bytes())
    first = json.loads((store.root / "audit.jsonl").read_bytes().splitlines()[0])
    forged = {**current, "id": ids[0], "manifest_sha256": first["manifest_sha256"]}
    overwrite(store.root / "CURRENT", json.dumps(forged).encode())
    expect(store, ids[2], 3.0)
    overwrite(store.root / "CURRENT", json.dumps({**current, "manifest_sha256": "0" * 64}).encode())
    expect(store, ids[2], 3.0)


def test_a_current_from_an_old_backup_is_seen(damaged, sound):
    store, ids, _ = damaged
    overwrite(store.root / "CURRENT", sound[2])
    expect(store, ids[2], 3.0)


def _edit(lines):
    return [*lines[:2], lines[2].replace(b"Li Wei", b"Li Wie"), *lines[3:]]


def _edit_last(lines):
    return [*lines[:-1], lines[-1].replace(b"Li Wei", b"Li Wie")]


def _remove(lines):
    return [*lines[:2], *lines[3:]]


def _exchange(lines):
    return [*lines[:2], lines[3], lines[2], *lines[4:]]


LOG_DAMAGE = {
    "edited": _edit,
    "last edited": _edit_last,
    "removed": _remove,
    "first removed": lambda lines: lines[1:],
    "exchanged": _exchange,
    "tail cut": lambda lines: lines[:-2],
    "tail cut in a line": lambda lines: [*lines[:-2], lines[-2][:40]],
    "long tail cut": lambda lines: lines[:2],
    "repeated": lambda lines: [*lines, lines[-1]],
    "garbage": lambda lines: [*lines[:3], b"\x00\x00\n", *lines[3:]],
    "emptied": lambda lines: [],
}


@pytest.mark.parametrize("damage", LOG_DAMAGE)
def test_a_log_that_was_touched_is_seen_and_nothing_is_built_on_it_or_removed(damaged, damage):
    store, ids, _ = damaged
    path = store.root / "audit.jsonl"
    whole = path.read_bytes()
    path.write_bytes(b"".join(LOG_DAMAGE[damage](whole.splitlines(keepends=True))))
    touched = path.read_bytes()
    expect(store, ids[2], 3.0)
    assert store.history()[0].id == ids[2]
    assert store.history()[0].status == "current"
    with pytest.raises(Corrupt):
        store.publish(draft(4.0), ids[2])
    with pytest.raises(Corrupt):
        store.rollback(ids[0], "because", "Li Wei")
    assert path.read_bytes() == touched
    assert len(list((store.root / "snapshots").iterdir())) == 3
    path.write_bytes(whole)
    assert store.verify(deep=True) == []
    assert store.publish(draft(4.0), ids[2]) == store.current()


def test_a_lost_log_is_not_taken_for_an_empty_store(damaged):
    store, ids, _ = damaged
    (store.root / "audit.jsonl").unlink()
    expect(store, ids[2], 3.0)
    (store.root / "CURRENT").unlink()
    assert store.verify()
    with pytest.raises(Corrupt):
        store.serve()
    with pytest.raises(Corrupt):
        store.publish(draft(4.0), None)
    assert len(list((store.root / "snapshots").iterdir())) == 3


def test_a_line_forged_with_a_right_hash_of_its_own_still_breaks_the_chain(damaged):
    store, ids, _ = damaged
    path = store.root / "audit.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    body = json.loads(lines[1]) | {"who": "Somebody else"}
    del body["hash"]
    forged = audit.canonical({**body, "hash": audit._hash(body)}) + b"\n"
    path.write_bytes(b"".join([lines[0], forged, *lines[2:]]))
    assert [problem.key for problem in store.verify()] == ["store.audit_broken"]
    expect(store, ids[2], 3.0)


@pytest.mark.parametrize("cut", [1, 40])
def test_a_torn_or_lost_last_line_is_no_damage_and_is_written_again(damaged, cut):
    store, ids, _ = damaged
    path = store.root / "audit.jsonl"
    path.write_bytes(path.read_bytes()[:-cut])
    assert store.verify(deep=True) == []
    assert store.serve().warning is None
    store.publish(draft(4.0), ids[2])
    assert store.verify(deep=True) == []
    assert [entry.parent for entry in store.history()] == [*reversed(ids), None]


def test_without_a_current_to_believe_no_folder_is_taken_for_left_over(damaged):
    store, ids, _ = damaged
    log = store.root / "audit.jsonl"
    log.write_bytes(b"".join(log.read_bytes().splitlines(keepends=True)[:-1]))
    (store.root / "CURRENT").unlink()
    store.rollback(ids[0], "CURRENT was lost", "Li Wei")
    assert len(list((store.root / "snapshots").iterdir())) == 3
