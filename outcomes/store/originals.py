"""The inbox: every file that was sent, byte for byte, under its own hash."""

import hashlib
import os
import time
from pathlib import Path

from outcomes.errors import Corrupt, StoreError
from outcomes.store import disk, lock
from outcomes.store.layout import Layout, is_sha256

_KEPT = (".xlsx", ".zip", ".csv")  # any other ending is dropped: a name from outside decides nothing on this disk


def keep(layout: Layout, data: bytes, name: str) -> str:
    """The SHA-256 under which the file now lies, read-only. The same bytes twice are one original."""
    sha256 = hashlib.sha256(data).hexdigest()
    ending = Path(name).suffix.lower()
    with disk.as_sentences(layout.root):
        layout.make()
        with lock.hold(layout):
            present = _find(layout, sha256)
            if present and _is(present, sha256):
                return sha256
            unfinished = layout.staging / f"original.{os.getpid()}.{time.time_ns()}"
            try:
                disk.write(unfinished, data)
                os.chmod(unfinished, 0o444)
                if present:
                    os.chmod(present, 0o644)  # Windows replaces no read-only file
                target = present or layout.inbox / (sha256 + (ending if ending in _KEPT else ""))
                disk.replace(unfinished, target)
                disk.sync_folder(layout.inbox)
            finally:
                unfinished.unlink(missing_ok=True)
    return sha256


def original(layout: Layout, sha256: str) -> bytes:
    """The file as it was sent; StoreError when there is none, Corrupt when it changed on the disk."""
    path = _find(layout, sha256) if is_sha256(sha256) else None
    if path is None:
        raise StoreError("store.no_original", sha256=sha256)
    try:
        data = path.read_bytes()
    except OSError as problem:
        raise Corrupt("store.original_damaged", sha256=sha256) from problem
    if hashlib.sha256(data).hexdigest() != sha256:
        raise Corrupt("store.original_damaged", sha256=sha256)
    return data


def _find(layout: Layout, sha256: str) -> Path | None:
    paths = [layout.inbox / (sha256 + ending) for ending in (*_KEPT, "")]
    return next((path for path in paths if path.is_file()), None)


def _is(path: Path, sha256: str) -> bool:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == sha256
