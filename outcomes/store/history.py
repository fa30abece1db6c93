"""The history of a store, newest first, as the log and the manifests tell it."""

from dataclasses import dataclass
from datetime import datetime

from outcomes.errors import Corrupt
from outcomes.store import record, snapshot
from outcomes.store.layout import Layout
from outcomes.store.record import Record
from outcomes.store.standing import Standing


@dataclass(frozen=True)
class Entry:
    """One publication. ``rows``: rows of each internal table. ``reason``: of the last rollback that touched it.

    ``damaged`` means that the manifest itself is lost, and with it parts of this entry; files are ``verify``'s matter.
    """

    id: str
    created: datetime
    who: str
    note: str
    status: str
    parent: str | None
    reason: str
    sources: list[dict]
    rows: dict[str, int]
    is_demonstration: bool
    damaged: bool
    as_of: str = ""  # first day of the last month that anybody sent, as YYYY-MM-DD


def history(layout: Layout) -> list[Entry]:
    found = record.read(layout)
    standing = found.standing
    return [_entry(layout, found, standing, snapshot_id) for snapshot_id in reversed(standing.order)]


def _entry(layout: Layout, found: Record, standing: Standing, snapshot_id: str) -> Entry:
    line = standing.commits[snapshot_id]
    told: dict = {"facts": {}, "tables": {}, "created": line.at, "is_demonstration": False}
    damaged = False
    try:
        told = snapshot.load(layout, snapshot_id, found.manifest_sha256(snapshot_id)).manifest
    except Corrupt:
        damaged = True
    return Entry(
        id=snapshot_id,
        created=datetime.fromisoformat(told["created"]),
        who=line.who or str(told["facts"].get("by") or ""),
        note=line.reason or str(told["facts"].get("note") or ""),
        status=standing.status(snapshot_id),
        parent=standing.parents[snapshot_id],
        reason=standing.reasons.get(snapshot_id, ""),
        sources=told["facts"].get("sources", []),
        rows={name: table["rows"] for name, table in told["tables"].get("internal", {}).items()},
        is_demonstration=told["is_demonstration"],
        damaged=damaged,
        as_of=str(told["facts"].get("as_of") or ""),
    )
