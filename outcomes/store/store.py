"""The store as the rest of the house sees it."""

from pathlib import Path

from outcomes.errors import OutcomesError
from outcomes.store import check, history, originals, publish, reading, rollback
from outcomes.store.draft import Draft
from outcomes.store.history import Entry
from outcomes.store.layout import Layout
from outcomes.store.reading import Served
from outcomes.store.snapshot import Snapshot


class Store:
    """Snapshots under one folder: one writer at a time, any number of readers. Reading changes nothing on disk."""

    def __init__(self, root: Path | str):
        self.root = Path(root)
        self._layout = Layout(self.root)

    def current(self) -> str | None:
        """The id that is shown; None before the first publication; Corrupt when CURRENT cannot be believed."""
        return reading.current(self._layout)

    def serve(self) -> Served:
        """The current snapshot if it verifies, else the last good one with a warning; NoSnapshot before the first."""
        return reading.serve(self._layout)

    def open(self, snapshot_id: str) -> Snapshot:
        """A published snapshot, verified to the last byte."""
        return reading.open_snapshot(self._layout, snapshot_id)

    def history(self) -> list[Entry]:
        """Every publication, newest first."""
        return history.history(self._layout)

    def publish(self, draft: Draft, expected_parent: str | None) -> str:
        """Show a new snapshot built on ``expected_parent``; Conflict when something else is current by now."""
        return publish.publish(self._layout, draft, expected_parent)

    def rollback(self, snapshot_id: str, reason: str, who: str) -> None:
        """Show an earlier snapshot again; nothing is deleted."""
        rollback.rollback(self._layout, snapshot_id, reason, who)

    def verify(self, snapshot_id: str | None = None, deep: bool = False) -> list[OutcomesError]:
        """Everything that is wrong, of the store or of one snapshot; an empty list is the good answer."""
        return check.verify(self._layout, snapshot_id, deep)

    def keep(self, data: bytes, name: str) -> str:
        """Store a file as it was sent, and give its SHA-256."""
        return originals.keep(self._layout, data, name)

    def original(self, sha256: str) -> bytes:
        """A file as it was sent."""
        return originals.original(self._layout, sha256)
