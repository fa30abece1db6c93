"""The store examined from CURRENT to the last byte: everything that is wrong, as sentences."""

from outcomes.errors import Corrupt, OutcomesError, StoreError
from outcomes.store import originals, parquet, record, snapshot
from outcomes.store.layout import Layout
from outcomes.store.reading import NoSnapshot
from outcomes.store.record import Record
from outcomes.store.snapshot import Snapshot


def verify(layout: Layout, snapshot_id: str | None = None, deep: bool = False) -> list[OutcomesError]:
    """All problems of the record and of every snapshot, or of one. ``deep`` also reads every row and original."""
    found = record.read(layout)
    problems: list[OutcomesError] = list(found.problems)
    if not problems and found.pointer is None:
        return [NoSnapshot("store.empty", root=layout.root)]
    if snapshot_id is None:
        chosen = found.standing.order
        problems += _strangers(layout, found)
    else:
        chosen = [snapshot_id]
    seen: set[str] = set()
    for name in chosen:
        problems += _examine(layout, found, name, deep, seen)
    return problems


def _strangers(layout: Layout, found: Record) -> list[OutcomesError]:
    """Snapshot folders nobody announced. One that was announced but not shown is a killed writer's: no damage."""
    told = {line.snapshot for line in found.log.lines} | {found.current}
    return [Corrupt("store.stranger", snapshot=name) for name in layout.folders() if name not in told]


def _examine(layout: Layout, found: Record, name: str, deep: bool, seen: set[str]) -> list[OutcomesError]:
    try:
        sound = snapshot.load(layout, name, found.published(name))
    except StoreError as problem:
        return [problem]
    problems: list[OutcomesError] = list(sound.damage())
    if deep and not problems:
        problems += _rows(sound)
    if deep:
        problems += _originals(layout, sound, seen)
    return problems


def _rows(sound: Snapshot) -> list[OutcomesError]:
    """Every table read in full: rows, columns, order and the notes in its files are what the manifest says."""
    problems: list[OutcomesError] = []
    for tree, tables in sound.manifest["tables"].items():
        for name, told in tables.items():
            try:
                ordered = parquet.is_sorted(sound.read(tree, name), told["sort"])
                parts = [sound.part(file) for file in told["files"]]
            except Corrupt as problem:
                problems.append(problem)
                continue
            noted = all(notes == {"snapshot": sound.id, "table": name} for _, notes in parts)
            counted = all(rows.num_rows == file["rows"] for (rows, _), file in zip(parts, told["files"], strict=True))
            if not (ordered and noted and counted):
                problems.append(Corrupt("store.content_wrong", snapshot=sound.id, path=told["files"][0]["path"]))
    return problems


def _originals(layout: Layout, sound: Snapshot, seen: set[str]) -> list[OutcomesError]:
    problems: list[OutcomesError] = []
    for source in sound.manifest["facts"].get("sources", []):
        if source["sha256"] in seen:
            continue
        seen.add(source["sha256"])
        try:
            originals.original(layout, source["sha256"])
        except StoreError as problem:
            problems.append(problem)
    return problems
