"""The protocol of publication: a new snapshot is shown completely or not at all, whenever the machine stops."""

import os
import time
from datetime import UTC, datetime
from pathlib import Path

from outcomes.errors import Conflict, Corrupt, StoreError
from outcomes.store import audit, disk, lock, manifest, parquet, pointer, snapshot
from outcomes.store.audit import Log
from outcomes.store.draft import Draft
from outcomes.store.layout import Layout, new_id
from outcomes.store.pointer import Pointer
from outcomes.store.recover import recover

_SPARE = 1 << 20


def publish(layout: Layout, draft: Draft, expected_parent: str | None) -> str:
    """The id of the new snapshot, now current. ``expected_parent``: what was current when the draft was checked.

    Raises Conflict when it no longer is or another writer is at work, StoreError when the disk cannot take it. In
    either case what was shown before is shown on.
    """
    draft = draft.prepared()
    content = draft.sha256()
    with disk.as_sentences(layout.root):
        layout.make()
        with lock.hold(layout):
            found = recover(layout)
            if found.pointer_problem:
                raise found.pointer_problem
            if found.current != expected_parent:
                raise Conflict("store.moved_on", current=found.current or "–")
            if not disk.has_room(layout.root, 3 * draft.nbytes + _SPARE):
                raise StoreError("store.full", root=layout.root)
            taken = {line.snapshot for line in found.log.lines} | set(layout.folders())
            snapshot_id, moment = new_id(content, datetime.now(UTC), taken)
            staged = layout.staging / f"new.{os.getpid()}.{time.time_ns()}"
            try:
                manifest_sha256 = _stage(staged, draft, snapshot_id, expected_parent, moment)
                _place(layout, found.log, staged, snapshot_id, manifest_sha256, draft.facts)
            finally:
                if staged.exists():
                    disk.remove(staged)
    return snapshot_id


def _stage(folder: Path, draft: Draft, snapshot_id: str, parent: str | None, moment: datetime) -> str:
    """Write everything into ``folder``, durable, read again and sealed. Gives the manifest's hash."""
    folder.mkdir()
    disk.step("staging_made")
    tables: dict = {tree: {} for tree in draft.trees}
    for tree, drafts in draft.trees.items():
        for name, table in drafts.items():
            path = manifest.part(tree, name)
            data = parquet.encode(table, name, snapshot_id)
            (folder / path).parent.mkdir(parents=True)
            disk.write(folder / path, data)
            columns = parquet.columns(table.table.schema)
            tables[tree][name] = manifest.entry(table.table, table.sort, columns, path, data)
            disk.step("file_written")
    content = manifest.build(draft, snapshot_id, parent, moment, tables)
    data, sha256 = manifest.encode(content)
    disk.write(folder / manifest.NAME, data)
    disk.step("manifest_written")
    _read_again(snapshot.Snapshot(folder, content, sha256), draft)
    disk.seal(folder)
    disk.step("staging_sealed")
    return sha256


def _read_again(staged: snapshot.Snapshot, draft: Draft) -> None:
    for tree, drafts in draft.trees.items():
        for name, table in drafts.items():
            if not staged.read(tree, name).equals(table.table):
                raise Corrupt("store.content_wrong", snapshot=staged.id, path=manifest.part(tree, name))


def _place(layout: Layout, log: Log, staged: Path, snapshot_id: str, manifest_sha256: str, facts: dict) -> None:
    """Announce the snapshot, move it into place, look at it there, and show it."""
    who, note = str(facts.get("by") or ""), str(facts.get("note") or "")
    log = audit.append(layout.audit, log, "intent", who, snapshot_id, manifest_sha256, note)
    disk.step("intent_logged")
    folder = layout.snapshot(snapshot_id)
    goal = Pointer(snapshot_id, manifest_sha256, len(log.lines) - 1, log.head)
    try:
        disk.replace(staged, folder)
        disk.step("renamed")
        os.chmod(folder, 0o555)
        disk.sync_folder(folder)
        disk.sync_folder(layout.snapshots)
        snapshot.verified(layout, snapshot_id, manifest_sha256)
        disk.step("verified")
        show(layout, log, goal, "commit", who, note)
    except BaseException:
        if folder.exists() and not pointer.is_at(layout, goal):
            disk.remove(folder)
        raise


def show(layout: Layout, log: Log, goal: Pointer, what: str, who: str, reason: str) -> None:
    """Move CURRENT to ``goal`` and log it as ``what``.

    An error after the replace is no failure: readers see the new snapshot already. The next writer adds the line.
    """
    try:
        pointer.write(layout, goal)
        audit.append(layout.audit, log, what, who, goal.id, goal.manifest_sha256, reason)
        disk.step("commit_logged")
    except OSError:
        if not pointer.is_at(layout, goal):
            raise
