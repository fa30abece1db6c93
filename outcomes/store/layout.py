"""Where everything of a store lies, and what a snapshot may be called.

LOCK  CURRENT  audit.jsonl
inbox/<sha256>.<ext>                                        originals, byte for byte
snapshots/<id>/manifest.json
snapshots/<id>/{internal,public}/<table>/part-000.parquet
.staging/                                                   unfinished work; emptied by the next writer
"""

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from outcomes.store import disk

TREES = ("internal", "public")
_ID = re.compile(r"[0-9]{8}-[0-9]{6}-[0-9a-f]{16}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Layout:
    root: Path

    @property
    def lock(self) -> Path:
        return self.root / "LOCK"

    @property
    def current(self) -> Path:
        return self.root / "CURRENT"

    @property
    def audit(self) -> Path:
        return self.root / "audit.jsonl"

    @property
    def inbox(self) -> Path:
        return self.root / "inbox"

    @property
    def snapshots(self) -> Path:
        return self.root / "snapshots"

    @property
    def staging(self) -> Path:
        return self.root / ".staging"

    def snapshot(self, snapshot_id: str) -> Path:
        """The folder of one snapshot. Only a well-formed id ever becomes part of a path."""
        if not is_id(snapshot_id):
            raise ValueError(f"not a snapshot id: {snapshot_id!r}")
        return self.snapshots / snapshot_id

    def folders(self) -> list[str]:
        """The snapshot folders on disk, by name, whether the log knows them or not."""
        if not self.snapshots.is_dir():
            return []
        return sorted(path.name for path in self.snapshots.iterdir() if is_id(path.name))

    def make(self) -> None:
        """The folders a writer needs, durable. Readers never call this: reading changes nothing on disk."""
        made = [path for path in (self.root, self.inbox, self.snapshots, self.staging) if not path.is_dir()]
        for path in made:
            path.mkdir(parents=True, exist_ok=True)
        for path in {path.parent for path in made}:
            disk.sync_folder(path)


def is_id(text) -> bool:
    return isinstance(text, str) and _ID.fullmatch(text) is not None


def is_sha256(text) -> bool:
    return isinstance(text, str) and _SHA256.fullmatch(text) is not None


def new_id(content_sha256: str, now: datetime, taken) -> tuple[str, datetime]:
    """An id (UTC time and content) that ``taken`` does not hold, and its moment.

    The same content twice within one second counts the second on. The time is for people: the order of snapshots is
    that of the log, never of their names, so a clock that jumps does no harm.
    """
    moment = now.astimezone(UTC).replace(microsecond=0)
    while (name := f"{moment:%Y%m%d-%H%M%S}-{content_sha256[:16]}") in taken:
        moment += timedelta(seconds=1)
    return name, moment


def canonical(value) -> bytes:
    """JSON with one spelling for one value, so that its hash means something."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8", "backslashreplace")  # half a character (from a command line) becomes its JSON escape
