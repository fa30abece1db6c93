"""CURRENT: which snapshot is shown. Replacing this one small file is the moment of publication."""

import json
from dataclasses import asdict, dataclass

from outcomes.errors import Corrupt
from outcomes.store import disk
from outcomes.store.layout import Layout, canonical, is_id, is_sha256


@dataclass(frozen=True)
class Pointer:
    """``audit_n``, ``audit_h``: the log's newest line (the intent) when this was written."""

    id: str
    manifest_sha256: str
    audit_n: int
    audit_h: str


def read(layout: Layout) -> Pointer | None:
    """None when there is no CURRENT; Corrupt when it is not what a writer wrote."""
    try:
        data = layout.current.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    try:
        pointer = Pointer(**json.loads(data))
    except (ValueError, TypeError, RecursionError) as problem:
        raise Corrupt("store.current_damaged") from problem
    hashes = is_sha256(pointer.manifest_sha256) and is_sha256(pointer.audit_h)
    if not (is_id(pointer.id) and hashes and type(pointer.audit_n) is int and pointer.audit_n >= 0):
        raise Corrupt("store.current_damaged")
    return pointer


def write(layout: Layout, pointer: Pointer) -> None:
    """Move CURRENT. Before the replace the old snapshot is shown, after it the new one; nothing lies in between."""
    unfinished = layout.root / ".CURRENT.tmp"
    unfinished.unlink(missing_ok=True)
    disk.write(unfinished, canonical(asdict(pointer)) + b"\n")
    disk.step("pointer_written")
    disk.replace(unfinished, layout.current)
    disk.step("pointer_moved")
    disk.sync_folder(layout.root)
    disk.step("pointer_synced")


def is_at(layout: Layout, pointer: Pointer) -> bool:
    """Does CURRENT say exactly this now? Asked after an error, when it is not known how far the writer came."""
    try:
        return read(layout) == pointer
    except Corrupt:
        return False
