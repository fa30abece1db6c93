"""CURRENT and the log, read together and held against each other."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property

from outcomes.errors import Corrupt, StoreError
from outcomes.store import audit, pointer
from outcomes.store.audit import Line, Log
from outcomes.store.layout import Layout
from outcomes.store.pointer import Pointer
from outcomes.store.standing import Standing


@dataclass(frozen=True)
class Record:
    """``pointer`` is None when there is no CURRENT or it cannot be believed; then ``pointer_problem`` says why."""

    pointer: Pointer | None
    log: Log
    pointer_problem: Corrupt | None
    log_problem: Corrupt | None

    @property
    def problems(self) -> list[Corrupt]:
        return [problem for problem in (self.pointer_problem, self.log_problem) if problem]

    @property
    def unlogged(self) -> Line | None:
        """The intent that CURRENT shows to be carried out, when the log lacks its last line: the writer was killed."""
        if self.pointer is None or self.log_problem:
            return None
        after = self.log.lines[self.pointer.audit_n + 1 :]
        done = any(line.moves and line.snapshot == self.pointer.id for line in after)
        return None if done else self.log.lines[self.pointer.audit_n]

    @cached_property
    def standing(self) -> Standing:
        """The log summed up, with the event that CURRENT vouches for although the log lacks it."""
        standing = Standing.of(self.log.lines)
        if self.pointer and self.pointer.id != standing.current:
            intent = self.unlogged
            standing.take(replace(intent, what=intent.done_by_crash) if intent else _vouched_for(self.pointer))
        return standing

    @property
    def current(self) -> str | None:
        return self.pointer.id if self.pointer else None

    def manifest_sha256(self, snapshot_id: str) -> str | None:
        """The manifest's hash of a snapshot that was published; None for any other name."""
        if self.pointer and self.pointer.id == snapshot_id:
            return self.pointer.manifest_sha256
        return self._hashes.get(snapshot_id)

    @cached_property
    def _hashes(self) -> dict[str, str]:
        return {line.snapshot: line.manifest_sha256 for line in self.log.lines if line.moves}

    def published(self, snapshot_id: str) -> str:
        """The same, where any name that was not published is refused: it never comes near a path."""
        sha256 = self.manifest_sha256(snapshot_id)
        if sha256 is None:
            raise StoreError("store.unknown_snapshot", snapshot=snapshot_id)
        return sha256


def read(layout: Layout) -> Record:
    """Both as of one moment: CURRENT is the same before and after the log was read, though somebody may publish."""
    try:
        for _ in range(100):
            folders = layout.folders()  # before the log: a folder appears only after its line
            before = _pointer(layout)
            log = audit.read(layout.audit)
            after = _pointer(layout)
            if str(before) == str(after):
                break
    except OSError as problem:
        raise StoreError("store.cannot_read", root=layout.root, problem=problem.strerror) from problem
    return _judged(after, log, folders)


def _vouched_for(found: Pointer) -> Line:
    """The event that a damaged log lost, as far as CURRENT tells it."""
    at = datetime.strptime(found.id[:15], "%Y%m%d-%H%M%S").replace(tzinfo=UTC).isoformat()
    return Line(found.audit_n, at, "commit-recovered", "", found.id, found.manifest_sha256, "", found.audit_h, "")


def _pointer(layout: Layout) -> Pointer | Corrupt | None:
    try:
        return pointer.read(layout)
    except Corrupt as problem:
        return problem


def _judged(found: Pointer | Corrupt | None, log: Log, folders: list[str]) -> Record:
    if isinstance(found, Corrupt):
        return Record(None, log, found, _log_problem(None, log, folders))
    log_problem = _log_problem(found, log, folders)
    pointer_problem = _pointer_problem(found, log, log_problem)
    return Record(None if pointer_problem else found, log, pointer_problem, log_problem)


def _log_problem(found: Pointer | None, log: Log, folders: list[str]) -> Corrupt | None:
    if log.broken is not None:
        return Corrupt("store.audit_broken", line=log.broken)
    if not log.lines and (found or folders):
        return Corrupt("store.audit_missing")
    if found and (found.audit_n >= len(log.lines) or log.lines[found.audit_n].hash != found.audit_h):
        return Corrupt("store.audit_short", line=found.audit_n + 1)
    return None


def _pointer_problem(found: Pointer | None, log: Log, log_problem: Corrupt | None) -> Corrupt | None:
    if found is None:
        return Corrupt("store.current_missing") if any(line.moves for line in log.lines) else None
    if log_problem:  # the log cannot vouch for CURRENT any more, but it may still contradict it
        others = [line for line in log.lines if line.snapshot == found.id]
        wrong = any(line.manifest_sha256 != found.manifest_sha256 for line in others)
        return Corrupt("store.current_damaged") if wrong else None
    intent = log.lines[found.audit_n]
    if (intent.snapshot, intent.manifest_sha256) != (found.id, found.manifest_sha256) or intent.moves:
        return Corrupt("store.current_damaged")
    later = next((line for line in log.lines[found.audit_n + 1 :] if line.moves), None)
    last = next((line for line in reversed(log.lines) if line.moves), None)
    if later and last.snapshot != found.id:
        return Corrupt("store.current_stale")
    return None
