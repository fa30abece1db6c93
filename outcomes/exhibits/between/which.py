"""Which earlier snapshot the current one is held against, when nobody chose: the one of the last meeting."""

from dataclasses import dataclass
from datetime import date, timedelta

from outcomes import catalogue, engine, words
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.scene import later
from outcomes.filters import parse_month
from outcomes.words import numbers


@dataclass(frozen=True)
class Chosen:
    """``meeting``: the day since which it shows what changed; None when the snapshot was not found by a meeting."""

    snapshot: str | None
    meeting: date | None = None


def earlier(entries: list, snapshot) -> list:
    """What can be held against ``snapshot``: everything readable that was published before it, newest first."""
    ids = [entry.id for entry in entries]
    before = entries[ids.index(snapshot.id) + 1 :] if snapshot.id in ids else []
    return [entry for entry in before if not entry.damaged]


def chosen(asked: Asked, entries: list) -> Chosen:
    """By the last meeting of the chosen rounds that lies between two snapshots; else the one before the current.

    A real round's meeting saw what was published by that day. A demonstration round's was published long after its
    meeting: there the months that a snapshot holds decide.
    """
    before = [entry for entry in earlier(entries, asked.db.snapshot) if entry.status != "withdrawn"]
    now = next((entry for entry in entries if entry.id == asked.db.snapshot.id), None)
    code = asked.filters.round
    rounds = [row for name, row in asked.rounds.items() if code in (None, name) and row["sharing_date"]]
    for row in sorted(rounds, key=lambda row: row["sharing_date"], reverse=True):
        meeting, real = row["sharing_date"], row["data_kind"] == "real"
        seen = [entry for entry in before if _known(entry, meeting, real)]
        if seen and now and not _known(now, meeting, real):
            return Chosen(seen[0].id, meeting)
    return Chosen(before[0].id if before else None)


def opened(asked: Asked, store, chosen: Chosen, open_database=None) -> Asked:
    """``asked`` with that snapshot beside its own; Corrupt when it is damaged, StoreError when there is none of that name.

    ``open_database``: gives the database of an id, for who keeps them.
    """
    if chosen.snapshot is None:
        return asked
    base = (open_database or (lambda name: database(store, name, asked.db.scope)))(chosen.snapshot)
    return asked.but(base=base, since=chosen.meeting)


def database(store, name: str, scope) -> engine.Database:
    """An earlier snapshot with the definitions by which it was published."""
    snapshot = store.open(name)
    return engine.open_database(
        snapshot, scope, catalogue.as_published(catalogue.indicators(), snapshot.manifest["facts"])
    )


def label(entry, lang: str) -> str:
    """A snapshot in a list to choose from: day, note, how many figures."""
    return words.say(
        "between.label",
        lang,
        day=numbers.day(entry.created.date(), lang),
        short=entry.id[-6:],
        note=entry.note or words.say("snapshots.no_note", lang),
        figures=numbers.number(entry.rows.get("observation", 0), 0, lang),
    )


def _known(entry, meeting: date, real: bool) -> bool:
    """Was it there to be looked at on that day?"""
    if real:
        return entry.created.date() <= meeting
    # a month that ended by that day: an earlier month, or its own when the day is its last one
    return bool(entry.as_of) and later(parse_month(entry.as_of[:7]), 1) <= meeting + timedelta(days=1)
