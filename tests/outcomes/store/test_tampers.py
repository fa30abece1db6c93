"""Every kind of damage to a snapshot is seen; readers get the last good one and are told so."""

import os
import shutil

import pytest
from small_store import FILES, delete, expect, overwrite

from outcomes.errors import Corrupt
from outcomes.store import ShownInstead, Store


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
