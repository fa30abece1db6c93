"""What a writer tidies first: whatever a killed writer left behind. The caller holds the lock."""

import os

from outcomes.store import audit, disk, record
from outcomes.store.layout import Layout
from outcomes.store.record import Record


def recover(layout: Layout) -> Record:
    """The record after tidying. A damaged log stops every writer: on top of it nothing could be proved any more."""
    found = record.read(layout)
    if found.log_problem:
        raise found.log_problem
    _empty_staging(layout)
    _cut_torn_line(layout, found)
    intent = found.unlogged
    if intent:
        log = audit.append(
            layout.audit,
            found.log,
            intent.done_by_crash,
            intent.who,
            intent.snapshot,
            intent.manifest_sha256,
            intent.reason,
        )
        found = Record(found.pointer, log, found.pointer_problem, found.log_problem)
    _remove_orphans(layout, found)
    disk.step("recovered")
    return found


def _empty_staging(layout: Layout) -> None:
    for path in layout.staging.iterdir():
        if path.is_dir():
            disk.remove(path)
        else:
            path.unlink()
    (layout.root / ".CURRENT.tmp").unlink(missing_ok=True)


def _cut_torn_line(layout: Layout, found: Record) -> None:
    if layout.audit.exists() and layout.audit.stat().st_size > found.log.whole:
        with open(layout.audit, "r+b") as file:
            file.truncate(found.log.whole)
            os.fsync(file.fileno())


def _remove_orphans(layout: Layout, found: Record) -> None:
    """Folders that were announced in the log and moved into place, but never shown.

    Without a trustworthy CURRENT nothing is removed: the folder might be what it named. A folder that the log never
    announced is not ours to remove either; ``verify`` tells of it.
    """
    if found.pointer_problem:
        return
    announced = {line.snapshot for line in found.log.lines}
    for snapshot_id in layout.folders():
        if snapshot_id in announced and found.manifest_sha256(snapshot_id) is None:
            disk.remove(layout.snapshot(snapshot_id))
