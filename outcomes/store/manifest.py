"""The manifest of a snapshot: what it is, what it holds, and the hash of every file.

CURRENT and the log hold the manifest's SHA-256, the manifest those of the files: one chain of trust.
"""

import hashlib
import json
import re
from datetime import datetime

from outcomes.errors import Corrupt
from outcomes.store.draft import Draft
from outcomes.store.layout import canonical

NAME = "manifest.json"
SCHEMA_VERSION = 1
_FILE = re.compile(r"(internal|public)/[a-z][a-z0-9_]*/part-[0-9]{3}\.parquet")


def part(tree: str, table: str) -> str:
    return f"{tree}/{table}/part-000.parquet"


def build(draft: Draft, snapshot_id: str, parent: str | None, moment: datetime, tables: dict) -> dict:
    """``tables``: tree -> table -> {rows, sort, columns, files}."""
    return {
        "schema_version": SCHEMA_VERSION,
        "snapshot": snapshot_id,
        "parent": parent,
        "created": moment.isoformat(),
        "is_demonstration": bool(draft.facts.get("is_demonstration", False)),
        "facts": draft.facts,
        "tables": tables,
    }


def entry(table, sort: list[str], columns: list[dict], path: str, data: bytes) -> dict:
    """What the manifest says about one table that lies in one file."""
    file = {"path": path, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest(), "rows": table.num_rows}
    return {"rows": table.num_rows, "sort": list(sort), "columns": columns, "files": [file]}


def encode(manifest: dict) -> tuple[bytes, str]:
    """Its bytes and their SHA-256."""
    data = canonical(manifest) + b"\n"
    return data, hashlib.sha256(data).hexdigest()


def parse(data: bytes, snapshot_id: str, sha256: str) -> dict:
    """The manifest, once its hash is the expected one; Corrupt otherwise."""
    if hashlib.sha256(data).hexdigest() != sha256:
        raise Corrupt("store.file_changed", snapshot=snapshot_id, path=NAME)
    try:
        manifest = json.loads(data)
        version = manifest["schema_version"]
        if version != SCHEMA_VERSION:
            raise Corrupt("store.newer", snapshot=snapshot_id, version=version)
        ours = manifest["snapshot"] == snapshot_id and all(_FILE.fullmatch(file["path"]) for file in files(manifest))
    except (ValueError, KeyError, TypeError, AttributeError):
        ours = False
    if not ours:
        raise Corrupt("store.file_changed", snapshot=snapshot_id, path=NAME)
    return manifest


def files(manifest: dict) -> list[dict]:
    """Every file the snapshot consists of, besides the manifest itself."""
    return [file for tables in manifest["tables"].values() for table in tables.values() for file in table["files"]]
