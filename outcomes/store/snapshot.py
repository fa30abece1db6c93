"""One snapshot on disk: nothing of it is believed before its hash was checked."""

import hashlib
from datetime import datetime
from functools import cached_property
from pathlib import Path

import pyarrow as pa

from outcomes.errors import Corrupt
from outcomes.store import manifest, parquet
from outcomes.store.layout import Layout


class Snapshot:
    """Immutable. ``manifest`` was verified when this was made; each table is verified as it is read."""

    def __init__(self, folder: Path, content: dict, manifest_sha256: str):
        self._folder = folder
        self.manifest = content
        self.manifest_sha256 = manifest_sha256
        self.id: str = content["snapshot"]

    @property
    def short(self) -> str:
        """Six characters of the content's hash: enough to tell two charts of one meeting apart."""
        return self.id[-6:]

    @cached_property
    def created(self) -> datetime:
        return datetime.fromisoformat(self.manifest["created"])

    @property
    def is_demonstration(self) -> bool:
        return self.manifest["is_demonstration"]

    def tables(self, tree: str) -> list[str]:
        return sorted(self.manifest["tables"][tree])

    def read(self, tree: str, table: str) -> pa.Table:
        """The rows of a table, from bytes whose hash is the manifest's: they are read once, checked, then parsed."""
        told = self.manifest["tables"][tree][table]
        parts = [self.part(file)[0] for file in told["files"]]
        rows = pa.concat_tables(parts)
        if parquet.columns(rows.schema) != told["columns"] or rows.num_rows != told["rows"]:
            raise self._damaged("store.content_wrong", told["files"][0]["path"])
        return rows

    def part(self, file: dict) -> tuple[pa.Table, dict[str, str]]:
        """One file of the manifest as a table, with the notes in it."""
        data = self._verified(file)
        try:
            return parquet.decode(data)
        except (pa.ArrowException, OSError, ValueError) as problem:
            raise self._damaged("store.content_wrong", file["path"]) from problem

    def damage(self) -> list[Corrupt]:
        """Everything that differs from the manifest: files missing, extra or changed. Reads every byte."""
        told = {file["path"]: file for file in manifest.files(self.manifest)}
        found = {
            path.relative_to(self._folder).as_posix()
            for path in self._folder.rglob("*")
            if path.is_symlink() or not path.is_dir()
        }
        extra = found - set(told) - {manifest.NAME}
        problems = [self._damaged("store.file_extra", path) for path in sorted(extra)]
        for file in told.values():
            try:
                self._verified(file)
            except Corrupt as problem:
                problems.append(problem)
        return problems

    def _verified(self, file: dict) -> bytes:
        data = _read(self._folder, file["path"], self.id)
        if len(data) != file["bytes"] or hashlib.sha256(data).hexdigest() != file["sha256"]:
            raise self._damaged("store.file_changed", file["path"])
        return data

    def _damaged(self, key: str, path: str) -> Corrupt:
        return Corrupt(key, snapshot=self.id, path=path)


def load(layout: Layout, snapshot_id: str, manifest_sha256: str) -> Snapshot:
    """The snapshot with its manifest verified; its files are not looked at yet."""
    folder = layout.snapshot(snapshot_id)
    data = _read(folder, manifest.NAME, snapshot_id)
    return Snapshot(folder, manifest.parse(data, snapshot_id, manifest_sha256), manifest_sha256)


def verified(layout: Layout, snapshot_id: str, manifest_sha256: str) -> Snapshot:
    """The snapshot with its manifest and every file verified; raises the first damage found."""
    snapshot = load(layout, snapshot_id, manifest_sha256)
    for problem in snapshot.damage():
        raise problem
    return snapshot


def _read(folder: Path, path: str, snapshot_id: str) -> bytes:
    try:
        return (folder / path).read_bytes()
    except (FileNotFoundError, NotADirectoryError) as problem:
        raise Corrupt("store.file_missing", snapshot=snapshot_id, path=path) from problem
    except OSError as problem:
        raise Corrupt("store.file_unreadable", snapshot=snapshot_id, path=path, problem=problem.strerror) from problem
