"""Everything accepted so far, and how one more checked submission changes it."""

from dataclasses import dataclass, field
from statistics import median

from outcomes import forms, ingest
from outcomes.publish import photos, tables

_KEYS = {name: form.key for name, form in forms.tables().items()}
_SHEETS = {name: form.id for name, form in forms.tables().items()}
# of figures (observations), and of rows of all other sheets
_CHANGES = ("added", "replaced", "withdrawn", "unchanged", "rows_added", "rows_replaced", "rows_unchanged")
# tables whose rows are referred to by their code
_CODED = {name: _SHEETS[name] for name in ("person", "event", "visit", "practice", "action")}


@dataclass
class State:
    """Accepted rows by key, table by table. Observations: (enterprise, month, measure) -> row; the last accepted one
    holds. Photos: code -> row of the table ``photo``. just_sent: what the files taken since ``of`` say, for
    ``Known.just_sent``."""

    rows: dict[str, dict] = field(default_factory=lambda: {name: {} for name in _KEYS})
    observations: dict = field(default_factory=dict)
    photos: dict[str, dict] = field(default_factory=dict)
    submissions: list[dict] = field(default_factory=list)
    just_sent: dict[tuple[str, tuple], tuple[str, int, dict]] = field(default_factory=dict)
    changes: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_CHANGES, 0))

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
            **{sheet: {key[0]: row for key, row in self.rows[table].items()} for table, sheet in _CODED.items()},
            attendance=dict(self.rows["attendance"]),
            tests=dict(self.rows["test"]),
            photos={key[0]: row["file"] for key, row in self.rows["media"].items() if key[0] in self.photos},
            just_sent=dict(self.just_sent),
        )

    def take(self, checked: ingest.Checked) -> None:
        """Add the accepted rows: each replaces the row with the same key, and nothing else."""
        for name, key in _KEYS.items():
            for row in checked.tables.get(_SHEETS[name], []):
                self._enter(name, tuple(row[k] for k in key), {**row, "submission": checked.sha256})
        self.photos |= {row["photo"]: row for row in photos.rows(checked.pictures)}
        for row in checked.tables.get("media", []):  # one without a picture speaks of the picture that came before
            if row["photo"] in self.photos:
                self.photos[row["photo"]] |= {part: row[part] for part in ("action", "media_kind")}
        for row in checked.tables.get("monthly", []):
            self._observe({**row, "submission": checked.sha256})
        self._note(checked)
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

    def _note(self, checked: ingest.Checked) -> None:
        """Which file said what, so that another file of the same parcel that says otherwise is found."""
        for name, key in _KEYS.items():
            for row in checked.tables.get(_SHEETS[name], []):
                self.just_sent[_SHEETS[name], tuple(row[k] for k in key)] = (checked.name, row["row"], row)
        for row in checked.tables.get("monthly", []):
            at = ("monthly", (row["enterprise"], row["month"], row["measure"]))
            self.just_sent[at] = (checked.name, row["row"], {row["measure"]: row["value"]})

    def _enter(self, name: str, key: tuple, row: dict) -> None:
        before = self.rows[name].get(key)
        told = forms.tables()[name].columns
        same = before is not None and all(before.get(column) == row.get(column) for column in told)
        self.changes["rows_added" if before is None else "rows_unchanged" if same else "rows_replaced"] += 1
        self.rows[name][key] = row

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
