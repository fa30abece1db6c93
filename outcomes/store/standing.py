"""What the log adds up to: which snapshot is shown, what each was built on, and which were withdrawn."""

from dataclasses import dataclass, field

from outcomes.store.audit import Line


@dataclass
class Standing:
    """``order``: committed snapshots, oldest first. ``reasons``: why the last rollback touched a snapshot.

    Withdrawn is what a rollback took out of the line of the current snapshot, until something shown again is it or
    is built on it.
    """

    current: str | None = None
    order: list[str] = field(default_factory=list)
    parents: dict[str, str | None] = field(default_factory=dict)
    commits: dict[str, Line] = field(default_factory=dict)
    moves: list[str] = field(default_factory=list)
    withdrawn: set[str] = field(default_factory=set)
    reasons: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, lines) -> "Standing":
        standing = cls()
        for line in lines:
            if line.moves:
                standing.take(line)
        return standing

    def take(self, line: Line) -> None:
        """One event that made its snapshot the current one. A publication is always built on what was current."""
        before, now = self.current, line.snapshot
        if now not in self.parents:
            self.parents[now] = before
            self.order.append(now)
            self.commits[now] = line
        elif before is not None and now in (line_of_descent := self.descent(before)):
            gone = line_of_descent[: line_of_descent.index(now)]
            self.withdrawn.update(gone)
            self.reasons.update(dict.fromkeys([*gone, now], line.reason))
        else:
            self.reasons[now] = line.reason
        self.current = now
        self.moves.append(now)
        self.withdrawn.difference_update(self.descent(now))

    def descent(self, snapshot_id: str) -> list[str]:
        """The snapshot itself, its parent, and so on to the first."""
        found: list[str] = []
        step: str | None = snapshot_id
        while step is not None and step not in found:
            found.append(step)
            step = self.parents.get(step)
        return found

    def status(self, snapshot_id: str) -> str:
        if snapshot_id == self.current:
            return "current"
        return "withdrawn" if snapshot_id in self.withdrawn else "superseded"

    def best_first(self) -> list[str]:
        """What to show when CURRENT cannot be: newest event first, and what was withdrawn only after all others."""
        newest = list(dict.fromkeys(reversed(self.moves)))
        return sorted(newest, key=lambda snapshot_id: snapshot_id in self.withdrawn)
