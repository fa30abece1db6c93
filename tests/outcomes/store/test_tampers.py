"""Every kind of damage is seen; readers get the last good snapshot and are told so."""

import json
import os
import shutil

import pytest
from small_store import delete, draft, overwrite, value_of, with_snapshots

from outcomes.errors import Corrupt
from outcomes.store import ShownInstead, Store

FILES = ("internal/observation/part-000.parquet", "public/round/part-000.parquet")


@pytest.fixture(scope="module")
def sound(quick_root):
    """Three snapshots, and the CURRENT of when the second was shown."""
    root = quick_root / "sound" / "data"
    store, ids = with_snapshots(root, 1.0, 2.0)
    older = (root / "CURRENT").read_bytes()
    ids.append(store.publish(draft(3.0), ids[-1]))
    return root, ids, older


@pytest.fixture
def damaged(sound, quick_path):
    """A copy to damage: the store, its ids (oldest first) and the folder of the current snapshot."""
    root, ids, _ = sound
    shutil.copytree(root, quick_path / "data")
    store = Store(quick_path / "data")
    assert store.verify(deep=True) == []
    return store, ids, store.root / "snapshots" / ids[2]


def expect(store: Store, shown: str, value: float) -> None:
    """The damage is found, told in both languages, and ``shown`` is what readers get."""
    assert store.verify()
    served = store.serve()
    assert served.snapshot.id == shown
    assert value_of(served.snapshot) == value
    assert served.warning is not None
    assert served.warning.say("en") != served.warning.say("zh")
    assert store.open(shown).id == shown


def falls_back(store: Store, ids: list[str]) -> None:
    expect(store, ids[1], 2.0)
    warning = store.serve().warning
    assert isinstance(warning, ShownInstead)
    for lang in ("en", "zh"):
        assert ids[2] in warning.say(lang)
        assert ids[1] in warning.say(lang)
    with pytest.raises(Corrupt):
        store.open(ids[2])
    assert store.verify(ids[2])
    assert store.verify(ids[1]) == []


@pytest.mark.parametrize("path", FILES)
def test_any_flipped_bit_of_any_parquet_file_is_seen(damaged, path):
    store, ids, folder = damaged
    assert {file.relative_to(folder).as_posix() for file in folder.rglob("*.parquet")} == set(FILES)
    whole = (folder / path).read_bytes()
    for place in range(0, len(whole), 97):
        flipped = bytearray(whole)
        flipped[place] ^= 1 << place % 8
        overwrite(folder / path, bytes(flipped))
        assert store.verify(ids[2]), f"bit {place % 8} of byte {place}"
    falls_back(store, ids)
    overwrite(folder / path, whole)
    assert store.verify(deep=True) == []


@pytest.mark.parametrize("path", [*FILES, "manifest.json"])
def test_a_file_cut_or_deleted_is_seen(damaged, path):
    store, ids, folder = damaged
    whole = (folder / path).read_bytes()
    overwrite(folder / path, whole[:-1])
    falls_back(store, ids)
    overwrite(folder / path, b"")
    falls_back(store, ids)
    delete(folder / path)
    falls_back(store, ids)


@pytest.mark.parametrize("path", [FILES[0], "manifest.json"])
def test_a_file_swapped_from_another_snapshot_is_seen(damaged, path):
    store, ids, folder = damaged
    overwrite(folder / path, (folder.parent / ids[0] / path).read_bytes())
    falls_back(store, ids)


def test_a_whole_folder_swapped_or_deleted_is_seen(damaged):
    store, ids, folder = damaged
    folder.chmod(0o755)
    shutil.rmtree(folder)
    falls_back(store, ids)
    shutil.copytree(folder.parent / ids[0], folder)
    falls_back(store, ids)


@pytest.mark.parametrize("path", ["extra.txt", "internal/observation/part-001.parquet", "internal/.hidden"])
def test_an_extra_file_is_seen(damaged, path):
    store, ids, folder = damaged
    overwrite(folder / path, b"x")
    falls_back(store, ids)


def test_a_link_to_somewhere_else_is_seen(damaged, quick_path):
    store, ids, folder = damaged
    folder.chmod(0o755)
    os.symlink(quick_path, folder / "elsewhere")
    falls_back(store, ids)


def test_an_edited_manifest_is_seen(damaged):
    store, ids, folder = damaged
    text = (folder / "manifest.json").read_text(encoding="utf-8")
    overwrite(folder / "manifest.json", text.replace("Li Wei", "Li Wie").encode())
    falls_back(store, ids)
    assert store.history()[0].damaged is True
    assert store.history()[0].who == "Li Wei"  # by the log


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
    from outcomes.store import audit

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


def test_when_two_are_damaged_the_third_is_shown_and_when_all_are_a_sentence_says_so(damaged):
    store, ids, _ = damaged
    for snapshot_id, shown in ((ids[2], ids[1]), (ids[1], ids[0])):
        delete(store.root / "snapshots" / snapshot_id / FILES[0])
        assert store.serve().snapshot.id == shown
    assert {problem.values["snapshot"] for problem in store.verify()} == {ids[1], ids[2]}
    delete(store.root / "snapshots" / ids[0] / FILES[0])
    with pytest.raises(Corrupt) as refusal:
        store.serve()
    assert refusal.value.key == "store.all_damaged"


def test_a_withdrawn_snapshot_is_shown_only_when_nothing_else_is_left(damaged):
    store, ids, _ = damaged
    store.rollback(ids[1], "figures of April were wrong", "Li Wei")
    delete(store.root / "snapshots" / ids[1] / FILES[0])
    assert store.serve().snapshot.id == ids[0]
    delete(store.root / "snapshots" / ids[0] / FILES[0])
    served = store.serve()
    assert served.snapshot.id == ids[2]
    assert "withdrawn" in served.warning.say("en")
