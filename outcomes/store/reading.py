"""What a reader gets: the current snapshot if it verifies, else the last good one, and the truth about it."""

from dataclasses import dataclass

from outcomes import words
from outcomes.errors import Corrupt, OutcomesError, StoreError
from outcomes.store import record, snapshot
from outcomes.store.layout import Layout
from outcomes.store.record import Record
from outcomes.store.snapshot import Snapshot


class NoSnapshot(StoreError):
    """Nothing was published yet."""


class ShownInstead(StoreError):
    """The current snapshot is damaged, and which other one is shown. ``cause`` says what is wrong."""

    def __init__(self, key: str, cause: OutcomesError, shown: str):
        self.cause = cause
        super().__init__(key, problem=cause.say("en"), shown=shown)

    def say(self, lang: str) -> str:
        return words.say(self.key, lang, problem=self.cause.say(lang), shown=self.values["shown"])


@dataclass(frozen=True)
class Served:
    snapshot: Snapshot
    warning: OutcomesError | None


def serve(layout: Layout) -> Served:
    """A verified snapshot to show, with a warning when anything of the record is damaged.

    Raises NoSnapshot when nothing was published, Corrupt when nothing that was published verifies.
    """
    found = record.read(layout)
    if not found.problems and found.pointer is None:
        raise NoSnapshot("store.empty", root=layout.root)
    if found.pointer:
        try:
            good = snapshot.verified(layout, found.pointer.id, found.pointer.manifest_sha256)
            return Served(good, found.log_problem)
        except Corrupt as problem:
            cause = problem
    else:
        cause = found.pointer_problem or found.log_problem
    return _last_good(layout, found, cause)


def _last_good(layout: Layout, found: Record, cause: Corrupt) -> Served:
    standing = found.standing
    for snapshot_id in standing.best_first():
        try:
            good = snapshot.verified(layout, snapshot_id, found.manifest_sha256(snapshot_id))
        except Corrupt:
            continue
        key = "store.shown_withdrawn" if snapshot_id in standing.withdrawn else "store.shown_instead"
        return Served(good, ShownInstead(key, cause, snapshot_id))
    raise Corrupt("store.all_damaged", root=layout.root) from cause


def open_snapshot(layout: Layout, snapshot_id: str) -> Snapshot:
    """A published snapshot with every byte verified; StoreError for any other name, Corrupt for damage."""
    return snapshot.verified(layout, snapshot_id, record.read(layout).published(snapshot_id))


def current(layout: Layout) -> str | None:
    """What CURRENT names; None when nothing was published yet. Raises Corrupt when CURRENT cannot be believed."""
    found = record.read(layout)
    if found.pointer_problem or (found.pointer is None and found.log_problem):
        raise found.pointer_problem or found.log_problem
    return found.current
