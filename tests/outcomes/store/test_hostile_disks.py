"""A disk that is full, read-only or no folder at all: one sentence, and what was shown is shown on."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
import writer_process
from small_store import draft, value_of, with_snapshots
from writer_process import Writer

from outcomes.errors import StoreError
from outcomes.store import Store


def test_a_disk_that_takes_no_more_leaves_everything_as_it_was(quick_path):
    store, ids = with_snapshots(quick_path, 1.0, 2.0, 3.0)
    refused = set()
    for most in (0, 150, 900, 1300, 1500, (quick_path / "audit.jsonl").stat().st_size + 100):
        told = Writer(writer_process.publish, quick_path, 4.0, ids[2], writer_process.limit_file_size, most).end()
        assert told == ("refused", "store.full"), most
        assert store.current() == ids[2]
        assert store.serve().warning is None
        assert {path.name for path in (quick_path / "snapshots").iterdir()} == set(ids)
        assert list((quick_path / ".staging").iterdir()) == []
        assert store.verify(deep=True) == []
        refused.add(most)
    assert len(refused) == 6
    assert value_of(store.open(store.publish(draft(4.0), ids[2]))) == 4.0


def test_somebody_who_may_only_read_reads_and_is_told_that_the_storage_is_read_only():
    outer = Path(tempfile.mkdtemp())  # not under the tests' own folder, which others may not enter
    try:
        outer.chmod(0o755)
        root = outer / "data"
        _, ids = with_snapshots(root, 1.0)
        for folder, _, _ in os.walk(root):
            os.chmod(folder, 0o555)
        for name in ("LOCK", "CURRENT", "audit.jsonl"):
            os.chmod(root / name, 0o444)
        writer = Writer(writer_process.read_and_publish_as_nobody, root)
        assert writer.hear() == (ids[0], None)
        assert writer.end() == ("refused", "store.read_only")
    finally:
        for folder, _, _ in os.walk(outer):
            os.chmod(folder, 0o755)
        shutil.rmtree(outer)


def test_a_store_that_is_a_file_is_a_sentence_for_reader_and_writer(quick_path):
    (quick_path / "data").write_text("not a folder")
    store = Store(quick_path / "data")
    assert store.current() is None
    for act in (lambda: store.publish(draft(1.0), None), lambda: store.keep(b"x", "x.csv"), store.serve):
        with pytest.raises(StoreError) as refusal:
            act()
        assert str(quick_path) in refusal.value.say("en")
        assert str(quick_path) in refusal.value.say("zh")


def test_a_draft_larger_than_the_disk_is_refused_before_anything_is_written(quick_path):
    from outcomes.store import disk

    assert disk.has_room(quick_path, 1)
    assert not disk.has_room(quick_path, 1 << 62)
