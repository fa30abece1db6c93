"""The log of publications: one JSON line an event, each carrying the hash of the one before it.

A line cannot be changed or removed without breaking the chain; CURRENT holds the hash of the newest line at the time
it was written, so the end cannot be cut off unseen either. The one line that may be lost is a last ``commit``, and
CURRENT says all that it said: the next writer adds it again as ``commit-recovered``.
"""

import hashlib
import json
import os
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path

from outcomes.store import disk
from outcomes.store.layout import canonical, is_id, is_sha256

_FIRST = "0" * 64
COMMITS = ("commit", "commit-recovered")
ROLLBACKS = ("rollback", "rollback-recovered")
INTENTS = {"intent": "commit-recovered", "rollback-intent": "rollback-recovered"}
_WHATS = (*COMMITS, *ROLLBACKS, *INTENTS)


@dataclass(frozen=True)
class Line:
    n: int
    at: str
    what: str
    who: str
    snapshot: str
    manifest_sha256: str
    reason: str
    prev: str
    hash: str

    @property
    def moves(self) -> bool:
        """Did this event make its snapshot the current one?"""
        return self.what in COMMITS or self.what in ROLLBACKS

    @property
    def done_by_crash(self) -> str:
        """What to write when CURRENT shows that this intent was carried out but the log never heard of it."""
        return INTENTS[self.what]


@dataclass(frozen=True)
class Log:
    """``lines``: every line whose own hash is right. ``broken``: number of the first line that breaks the chain.

    ``whole``: bytes up to the end of the last complete line; what follows was torn by a crash and is cut off.
    """

    lines: tuple[Line, ...]
    broken: int | None
    whole: int

    @property
    def head(self) -> str:
        return self.lines[-1].hash if self.lines else _FIRST


def read(path: Path) -> Log:
    """The log as it stands. Damage is told in ``broken``, not raised: readers go on with what can be trusted."""
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Log((), None, 0)
    whole = data.rfind(b"\n") + 1
    lines, broken, prev = [], None, _FIRST
    for number, text in enumerate(data[:whole].splitlines(), start=1):
        line = _parse(text)
        if broken is None and (line is None or line.prev != prev or line.n != number - 1):
            broken = number
        if line is not None:
            lines.append(line)
            prev = line.hash
    return Log(tuple(lines), broken, whole)


def append(path: Path, log: Log, what: str, who: str, snapshot: str, manifest_sha256: str, reason: str) -> Log:
    """The log with one line more, durable when this returns. The caller holds the lock and has an unbroken log."""
    body = {
        "n": len(log.lines),
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "what": what,
        "who": who,
        "snapshot": snapshot,
        "manifest_sha256": manifest_sha256,
        "reason": reason,
        "prev": log.head,
    }
    line = Line(**body, hash=_hash(body))
    text = canonical(asdict(line)) + b"\n"
    is_new = not path.exists()
    with open(path, "xb" if is_new else "r+b") as file:
        file.truncate(log.whole)
        file.seek(log.whole)
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    if is_new:
        disk.sync_folder(path.parent)
    return Log((*log.lines, line), None, log.whole + len(text))


def _parse(text: bytes) -> Line | None:
    try:
        body = json.loads(text)
        line = Line(**body)
    except (ValueError, TypeError, RecursionError):
        return None
    del body["hash"]
    shaped = all(isinstance(getattr(line, field.name), field.type) for field in fields(Line))
    known = shaped and line.what in _WHATS and is_id(line.snapshot) and is_sha256(line.manifest_sha256)
    return line if known and _hash(body) == line.hash else None


def _hash(body: dict) -> str:
    return hashlib.sha256(canonical(body)).hexdigest()
