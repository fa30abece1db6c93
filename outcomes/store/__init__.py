"""Snapshots on disk: publish, verify, list, roll back. Immutable folders, one atomic pointer, a log that proves it."""

from outcomes.store.draft import Draft, TableDraft
from outcomes.store.history import Entry
from outcomes.store.reading import NoSnapshot, Served, ShownInstead
from outcomes.store.snapshot import Snapshot
from outcomes.store.store import Store

__all__ = ["Draft", "Entry", "NoSnapshot", "Served", "ShownInstead", "Snapshot", "Store", "TableDraft"]
