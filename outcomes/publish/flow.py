"""Examine files against what was accepted before; commit the plan as one new snapshot, or not at all."""

import hashlib
from dataclasses import dataclass, field
from datetime import date

from outcomes import catalogue, disclosure, ingest, store
from outcomes.errors import OutcomesError, StoreError
from outcomes.publish import trees
from outcomes.publish.state import State


@dataclass
class Plan:
    """What publishing these files would do. ``unreadable``: name -> the refusal of a whole file."""

    parent: str | None
    checks: list[ingest.Checked]
    unreadable: dict[str, OutcomesError]
    already: list[str]
    state: State
    originals: dict[str, bytes] = field(default_factory=dict)

    @property
    def errors(self) -> int:
        return sum(len(check.errors) for check in self.checks)

    @property
    def clean(self) -> bool:
        return not self.errors and not self.unreadable

    @property
    def not_to_be_kept(self) -> list[str]:
        """Names of files that tell where a picture was taken; not even their valid rows can be published."""
        return [check.name for check in self.checks if not check.may_be_kept]

    @property
    def nothing_new(self) -> bool:
        return not self.checks and not self.unreadable


@dataclass(frozen=True)
class Outcome:
    """snapshot: the id now current, None when nothing was published; reason: why not, as a sentence to say."""

    snapshot: str | None
    published: bool
    changes: dict[str, int]
    reason: OutcomesError | None = None


def examine(place: store.Store, files: list[tuple[str, bytes]], today: date) -> Plan:
    """Check each (name, bytes) in order, each against the store plus the files before it. Publishes nothing.

    A file that was accepted before, byte for byte, is named in ``already`` and left out. Raises Corrupt when the
    current snapshot cannot be trusted: nothing is ever built on a damaged one.
    """
    parent = place.current()
    state = State.of(place.open(parent) if parent else None)
    plan = Plan(parent=parent, checks=[], unreadable={}, already=[], state=state)
    for name, data in files:
        sha256 = hashlib.sha256(data).hexdigest()
        if state.has(sha256):
            plan.already.append(name)
            continue
        try:
            checked = ingest.check(data, name, state.known(), today)
        except OutcomesError as refusal:
            plan.unreadable[name] = refusal
            continue
        plan.checks.append(checked)
        plan.originals[name] = data
        state.take(checked)
    return plan


def commit(place: store.Store, plan: Plan, by: str, note: str = "", accept_valid: bool = False) -> Outcome:
    """Publish the plan. With any error nothing is published unless ``accept_valid``; an unreadable file always stops it,
    and so does one that may not be kept.

    Raises Conflict when somebody published since the plan was made.
    """
    changes = dict(plan.state.changes)
    if plan.nothing_new:
        return Outcome(plan.parent, False, changes, StoreError("publish.already"))
    if plan.unreadable:
        return Outcome(None, False, changes, StoreError("publish.unreadable", names=", ".join(plan.unreadable)))
    if plan.not_to_be_kept:
        return Outcome(None, False, changes, StoreError("publish.tells_place", names=", ".join(plan.not_to_be_kept)))
    if plan.errors and not accept_valid:
        return Outcome(None, False, changes, StoreError("publish.has_errors", errors=plan.errors))
    draft = _draft(plan, by, note)
    for checked in plan.checks:
        place.keep(plan.originals[checked.name], checked.name)
    return Outcome(place.publish(draft, plan.parent), True, changes)


def _draft(plan: Plan, by: str, note: str) -> store.Draft:
    state = plan.state
    base = state.tables()
    if base["observation"].num_rows == 0:
        raise StoreError("publish.no_rows")
    rounds = base["round"].to_pylist()
    months = base["observation"]["month"].to_pylist()
    every = catalogue.indicators() | catalogue.records()
    facts = {
        "by": by,
        "note": note,
        "is_demonstration": any(row["data_kind"] == "demonstration" for row in rounds),
        "as_of": max(months).isoformat(),
        "catalogue": {name: row.version for name, row in every.items()},
        "definitions": {name: _definition(row) for name, row in every.items()},
        "public_minimum": disclosure.PUBLIC_MINIMUM,
        "changes": state.changes,
        "sources": [
            {
                "name": check.name,
                "sha256": check.sha256,
                "rows_in": check.rows_in,
                "rows_accepted": check.rows_accepted,
                "rows_refused": check.rows_refused,
            }
            for check in plan.checks
        ],
        "refused": [
            {"source": check.name, "sheet": found.sheet, "row": found.row, "column": found.column, "rule": found.rule}
            for check in plan.checks
            for found in check.errors
        ],
    }
    return store.Draft(trees=trees.drafts(trees.trees(base)), facts=facts)


def _definition(indicator: catalogue.Indicator) -> dict:
    """What a later snapshot needs to say that a definition has changed, and what that did."""
    parts = ("version", "kind", "numerator", "denominator", "scale")
    return {part: getattr(indicator, part) for part in parts}
