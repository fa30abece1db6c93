"""The way back: CURRENT moves to a snapshot that was published before, with a reason that stays in the log."""

from outcomes.errors import StoreError
from outcomes.store import audit, disk, lock, snapshot
from outcomes.store.layout import Layout
from outcomes.store.pointer import Pointer
from outcomes.store.publish import show
from outcomes.store.recover import recover


def rollback(layout: Layout, snapshot_id: str, reason: str, who: str) -> None:
    """Show ``snapshot_id`` again, once every byte of it was verified.

    This is also the repair of a damaged CURRENT, so one that cannot be read is no obstacle.
    """
    reason = reason.strip()
    if not reason:
        raise StoreError("store.reason_blank")
    with disk.as_sentences(layout.root):
        layout.make()
        with lock.hold(layout):
            found = recover(layout)
            sha256 = found.published(snapshot_id)
            if found.current == snapshot_id:
                raise StoreError("store.already_current", snapshot=snapshot_id)
            snapshot.verified(layout, snapshot_id, sha256)
            log = audit.append(layout.audit, found.log, "rollback-intent", who, snapshot_id, sha256, reason)
            disk.step("intent_logged")
            goal = Pointer(snapshot_id, sha256, len(log.lines) - 1, log.head)
            show(layout, log, goal, "rollback", who, reason)
