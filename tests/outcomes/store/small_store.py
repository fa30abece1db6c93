"""A small store for the tests: three rows a table, two row groups, real files."""

from datetime import date
from pathlib import Path

import pyarrow as pa

from outcomes.store import Draft, Store, TableDraft

FILES = ("internal/observation/part-000.parquet", "public/round/part-000.parquet")


def draft(value: float, **facts) -> Draft:
    """A draft whose one telling number is ``value``."""
    observation = pa.table(
        {
            "measure": ["hours_worked", "good_units", "energy_kwh"],
            "month": pa.array([date(2015, 1, 1), date(2015, 2, 1), None], pa.date32()),
            "value": pa.array([value, None, 3.0]),
        }
    )
    rounds = pa.table({"round": ["R1", "R2"], "enrolled": pa.array([10, 8], pa.int64())})
    return Draft(
        trees={
            "internal": {"observation": TableDraft(observation, ["measure"], row_group_size=2)},
            "public": {"round": TableDraft(rounds, ["round"])},
        },
        facts={"by": "Li Wei", "note": f"value {value}", "is_demonstration": True, "sources": [], **facts},
    )


def with_snapshots(root: Path, *values: float) -> tuple[Store, list[str]]:
    """A store in which each value was published on top of the one before."""
    store, ids = Store(root), []
    for value in values:
        ids.append(store.publish(draft(value), ids[-1] if ids else None))
    return store, ids


def value_of(snapshot) -> float:
    rows = snapshot.read("internal", "observation").to_pylist()
    return next(row["value"] for row in rows if row["measure"] == "hours_worked")


def overwrite(path: Path, data: bytes) -> None:
    """What a damaged disk or a careless hand does: it asks no permission."""
    path.parent.chmod(0o755)
    if path.exists():
        path.chmod(0o644)
    path.write_bytes(data)


def delete(path: Path) -> None:
    path.parent.chmod(0o755)
    path.chmod(0o644)
    path.unlink()


def expect(store: Store, shown: str, value: float) -> None:
    """The damage is found, told in both languages, and ``shown`` is what readers get."""
    assert store.verify()
    served = store.serve()
    assert served.snapshot.id == shown
    assert value_of(served.snapshot) == value
    assert served.warning is not None
    assert served.warning.say("en") != served.warning.say("zh")
    assert store.open(shown).id == shown
