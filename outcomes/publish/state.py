"""Everything accepted so far, and how one more checked submission changes it."""

from dataclasses import dataclass, field
from statistics import median

from outcomes import forms, ingest
from outcomes.publish import tables

_KEYS = {name: form.key for name, form in forms.tables().items()}
_SHEETS = {name: form.id for name, form in forms.tables().items()}


@dataclass
class State:
    """Accepted rows by key, table by table. Observations: (enterprise, month, measure) -> row; the last accepted one
    holds. Photos: code -> row of the table ``photo``."""

    rows: dict[str, dict] = field(default_factory=lambda: {name: {} for name in _KEYS})
    observations: dict = field(default_factory=dict)
    photos: dict[str, dict] = field(default_factory=dict)
    submissions: list[dict] = field(default_factory=list)
    changes: dict[str, int] = field(default_factory=lambda: {"added": 0, "replaced": 0, "withdrawn": 0, "unchanged": 0})

    @classmethod
    def of(cls, snapshot) -> "State":
        """What the snapshot holds; ``None`` (no snapshot yet) gives an empty state."""
        state = cls()
        if snapshot is None:
            return state
        held = snapshot.tables("internal")  # one published before a sheet existed has no table of it
        names = {row["enterprise"]: row["legal_name"] for row in _read(snapshot, "enterprise_identity")}
        for name, key in _KEYS.items():
            for row in _read(snapshot, name) if name in held else ():
                if name == "enterprise":
                    row = {**row, "region": row["region_as_sent"], "legal_name": names.get(row["enterprise"])}
                state.rows[name][tuple(row[k] for k in key)] = row
        for row in _read(snapshot, "observation"):
            state.observations[row["enterprise"], row["month"], row["measure"]] = row
        state.photos = {row["photo"]: row for row in _read(snapshot, "photo")} if "photo" in held else {}
        state.submissions = _read(snapshot, "submission")
        return state

    def has(self, sha256: str) -> bool:
        return any(row["submission"] == sha256 for row in self.submissions)

    def known(self) -> ingest.Known:
        """What a further file may refer to, and each enterprise's usual values."""
        by_measure: dict = {}
        for (enterprise, _, measure), row in self.observations.items():
            by_measure.setdefault((enterprise, measure), []).append(row["value"])
        return ingest.Known(
            rounds={key[0]: row for key, row in self.rows["round"].items()},
            enterprises={key[0]: row for key, row in self.rows["enterprise"].items()},
            enrolments=list(self.rows["enrolment"].values()),
            medians={key: median(values) for key, values in by_measure.items() if len(values) >= 4},
        )

    def take(self, checked: ingest.Checked) -> None:
        """Add the accepted rows: each replaces the row with the same key, and nothing else."""
        for name, key in _KEYS.items():
            for row in checked.tables.get(_SHEETS[name], []):
                self.rows[name][tuple(row[k] for k in key)] = {**row, "submission": checked.sha256}
        for row in checked.tables.get("monthly", []):
            self._observe({**row, "submission": checked.sha256})
        self.submissions.append(
            {
                "submission": checked.sha256,
                "name": checked.name,
                "number": len(self.submissions) + 1,
                "rows_in": checked.rows_in,
                "rows_accepted": checked.rows_accepted,
                "rows_refused": checked.rows_refused,
            }
        )

    def _observe(self, row: dict) -> None:
        key = (row["enterprise"], row["month"], row["measure"])
        before = self.observations.get(key)
        if row["value"] is None:
            if before is not None:
                del self.observations[key]
                self.changes["withdrawn"] += 1
            return
        kind = "added" if before is None else "unchanged" if before["value"] == row["value"] else "replaced"
        self.changes[kind] += 1
        self.observations[key] = row

    def tables(self) -> dict:
        """The base tables, sorted as they are stored."""
        enterprises = {key[0]: tables.enterprise_row(row) for key, row in self.rows["enterprise"].items()}
        observed = []
        for row in self.observations.values():
            place = enterprises[row["enterprise"]]
            observed.append({**row, **{level: place[level] for level in ("province", "prefecture", "county")}})
        months = [key[1] for key in self.observations]
        starts = [row["baseline_start"] for row in self.rows["round"].values()]
        spine = tables.months_between(min(months + starts), max(months)) if months else []
        rows = {
            **{name: list(held.values()) for name, held in self.rows.items()},
            "enterprise": list(enterprises.values()),
            "enterprise_identity": [row for row in enterprises.values() if row.get("legal_name")],
            "event": [{**row, **tables.placed(row["region"])} for row in self.rows["event"].values()],
            "observation": observed,
            "photo": list(self.photos.values()),
            "submission": self.submissions,
            "calendar_month": [{"month": month} for month in spine],
        }
        return {
            name: tables.table(name, rows[name]).sort_by([(column, "ascending") for column in tables.SORTED[name]])
            for name in rows
        }


def _read(snapshot, name: str) -> list[dict]:
    return snapshot.read("internal", name).to_pylist()
