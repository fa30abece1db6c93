"""Whatever stops a writer, and whenever: CURRENT names a snapshot that verifies, the old one or the new one."""

import random
import time

import pytest
import writer_process
from small_store import draft, value_of, with_snapshots
from writer_process import STEPS_AFTER, STEPS_BEFORE, Writer

from outcomes.store import Store, audit

KILLS = 30


def test_thirty_kills_within_a_publication_leave_the_old_or_the_new_snapshot(quick_path, capsys):
    """Kills at random moments, until thirty of them have left traces of an unfinished publication."""
    chance = random.Random(2015)
    kills = unfinished = after_the_replace = 0
    while unfinished < KILLS:
        kills += 1
        assert kills < 10 * KILLS, "hardly any kill hits a publication: this test would show nothing"
        root = quick_path / str(kills)
        promised = publish_and_kill(root, chance)
        store = Store(root)
        current = store.current()
        assert current == promised or store.open(current).manifest["parent"] == promised
        assert (store.serve().snapshot.id, store.serve().warning) == (current, None)
        assert store.verify(deep=True) == []
        unfinished += has_traces(root)
        after_the_replace += current != promised
        last = store.publish(draft(-1.0), current)
        assert value_of(store.open(last)) == -1.0
        assert list((root / ".staging").iterdir()) == []
        assert {path.name for path in (root / "snapshots").iterdir()} == {entry.id for entry in store.history()}
    with capsys.disabled():
        print(f"\n  {kills} kills, {unfinished} of them within a publication, {after_the_replace} after its replace")


def publish_and_kill(root, chance) -> str:
    """The last snapshot that a writer promised before it was killed, somewhere in its next two publications."""
    writer = Writer(writer_process.publish_on_and_on, root)
    promised = [writer.hear()]
    started = time.monotonic()
    promised.append(writer.hear())
    usual = time.monotonic() - started
    time.sleep(chance.uniform(0, 2 * usual))
    writer.kill()
    while (more := writer.hear(0)) is not None:
        promised.append(more)
    return promised[-1]


def has_traces(root) -> bool:
    """Did the kill fall between the first file of a publication and its last line in the log?"""
    log = audit.read(root / "audit.jsonl")
    torn = (root / "audit.jsonl").stat().st_size > log.whole
    return torn or not log.lines[-1].moves or any((root / ".staging").iterdir())


def test_the_named_steps_are_all_the_steps_there_are(quick_path):
    seen = Writer(writer_process.name_the_steps, quick_path).end()
    assert tuple(dict.fromkeys(seen)) == STEPS_BEFORE + STEPS_AFTER


@pytest.mark.parametrize("step", STEPS_BEFORE + STEPS_AFTER)
def test_a_kill_at_each_step_shows_the_new_one_only_after_the_replace(quick_path, step):
    store, (old,) = with_snapshots(quick_path, 1.0)
    writer = Writer(writer_process.publish, quick_path, 2.0, old, writer_process.kill_at, step)
    assert writer.end() is None
    assert writer.process.exitcode == -9
    served = store.serve()
    assert served.warning is None
    assert (served.snapshot.id == old) == (step in STEPS_BEFORE)
    assert store.verify(deep=True) == []
    assert store.open(served.snapshot.id).id == store.history()[0].id == served.snapshot.id
    last = store.publish(draft(3.0), served.snapshot.id)
    assert [entry.status for entry in store.history()].count("current") == 1
    assert {path.name for path in (quick_path / "snapshots").iterdir()} == {old, served.snapshot.id, last}
    assert list((quick_path / ".staging").iterdir()) == []
    assert store.verify(deep=True) == []


@pytest.mark.parametrize("step", STEPS_BEFORE + STEPS_AFTER)
def test_an_error_at_each_step_is_reported_as_what_readers_see(quick_path, step):
    store, (old,) = with_snapshots(quick_path, 1.0)
    kind, told = Writer(writer_process.publish, quick_path, 2.0, old, writer_process.fail_at, step).end()
    if step in STEPS_BEFORE:
        assert (kind, told) == ("refused", "store.full")
        assert store.current() == old
        assert {path.name for path in (quick_path / "snapshots").iterdir()} == {old}
    else:
        assert (kind, told) == ("published", store.current())
        assert told != old
    assert list((quick_path / ".staging").iterdir()) == []
    assert store.serve().warning is None
    store.publish(draft(3.0), store.current())
    assert store.verify(deep=True) == []


@pytest.mark.parametrize("step", STEPS_BEFORE)
def test_a_kill_of_the_very_first_publication_leaves_an_empty_store(quick_path, step):
    Writer(writer_process.publish, quick_path, 2.0, None, writer_process.kill_at, step).end()
    store = Store(quick_path)
    assert store.current() is None
    first = store.publish(draft(3.0), None)
    assert [entry.id for entry in store.history()] == [first]
    assert store.verify(deep=True) == []


@pytest.mark.parametrize("step", ["recovered", "intent_logged", "pointer_written", *STEPS_AFTER])
def test_a_killed_rollback_happened_or_did_not_and_keeps_its_reason(quick_path, step):
    store, (old, new) = with_snapshots(quick_path, 1.0, 2.0)
    writer = Writer(writer_process.roll_back, quick_path, old, writer_process.kill_at, step)
    assert writer.end() is None
    assert store.current() == (old if step in STEPS_AFTER else new)
    statuses = {entry.id: entry.status for entry in store.history()}
    assert statuses[new] == ("withdrawn" if step in STEPS_AFTER else "current")
    store.publish(draft(3.0), store.current())
    withdrawn = [entry for entry in store.history() if entry.status == "withdrawn"]
    assert [entry.reason for entry in withdrawn] == ["figures of April were wrong"] * (step in STEPS_AFTER)
    assert store.verify(deep=True) == []


def test_the_commit_that_a_killed_writer_could_not_log_is_logged_by_the_next(quick_path):
    store, (old,) = with_snapshots(quick_path, 1.0)
    Writer(writer_process.publish, quick_path, 2.0, old, writer_process.kill_at, "pointer_moved").end()
    store.publish(draft(3.0), store.current())
    log = audit.read(quick_path / "audit.jsonl")
    assert [line.what for line in log.lines][2:] == ["intent", "commit-recovered", "intent", "commit"]
