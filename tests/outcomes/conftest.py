"""``snapshot_of``: a case drawn in the test becomes a real published snapshot with a real engine over it."""

from dataclasses import dataclass
from datetime import date

import pytest

from outcomes import catalogue, engine, forms, scope, store
from outcomes.exhibits import Asked
from outcomes.filters import Filters, parse_windows
from outcomes.publish import Plan, commit
from outcomes.publish.state import State

ROUND = {
    "round": "R1",
    "name_en": "Drawn round",
    "name_zh": "示例轮次",
    "data_kind": "real",
    "region": "330503",
    "modules": "M1,M5",
    "baseline_start": date(2015, 1, 1),
    "training_start": date(2015, 5, 1),
    "training_end": date(2015, 10, 31),
    "sharing_date": None,
}
ENTERPRISE = {"region": "330503", "sector": "C38", "employees": 100, "women": 40, "revenue_wan": 900.0}


@dataclass
class Drawn:
    """A published case and the ways to look at it."""

    store: store.Store
    id: str

    @property
    def snapshot(self):
        return self.store.open(self.id)

    def db(self, as_who: str = "director"):
        return engine.open_database(self.snapshot, scope.parse(as_who), catalogue.indicators())

    def asked(self, as_who: str = "director", lang: str = "en", look=None, window="start", **filters) -> Asked:
        return Asked(self.db(as_who), Filters(**filters), lang, look, parse_windows(window))

    def trend(self, indicator: str, arm: str = "pilot", **filters) -> list[dict]:
        rows = self.asked(**filters).ask("trend", [indicator]).rows
        return [row for row in rows if row["arm"] == arm]

    def value(self, indicator: str, **filters) -> float | None:
        """The one month's value of the pilot arm."""
        (row,) = self.trend(indicator, **filters)
        return row["value"]


@pytest.fixture
def snapshot_of(tmp_path):
    """Rows as text: a line of names, then one observation a line. Enterprises named C… are the comparison arm.

    record: table of the programme's record -> its rows, as dicts or as such a text (a dot is a blank cell).
    """

    def publish(
        text: str, enterprises: dict | None = None, round_: dict | None = None, record: dict | None = None
    ) -> Drawn:
        state = State()
        head, *lines = [line.split() for line in text.strip().splitlines()]
        rows = [dict(zip(head, line, strict=True)) for line in lines]
        names = sorted({row["enterprise"] for row in rows} | set(enterprises or {}))
        state.rows["round"][("R1",)] = {**ROUND, **(round_ or {})}
        for name in names:
            special = dict((enterprises or {}).get(name, {}))
            exited = special.pop("exited_on", None)
            arm = special.pop("arm", "comparison" if name.startswith("C") else "pilot")
            state.rows["enterprise"][(name,)] = {
                **ENTERPRISE,
                "enterprise": name,
                "legal_name": f"LEGAL {name}",
                "consent": "internal",
                **special,
            }
            state.rows["enrolment"]["R1", name] = {
                "round": "R1",
                "enterprise": name,
                "arm": arm,
                "enrolled_on": date(2015, 1, 1),
                "exited_on": exited,
                "exit_reason": "withdrew" if exited else None,
            }
        for row in rows:
            month = date.fromisoformat(row["month"] + "-01")
            state.observations[row["enterprise"], month, row["measure"]] = {
                "enterprise": row["enterprise"],
                "month": month,
                "measure": row["measure"],
                "value": float(row["value"]),
                "quality": "measured",
                "submission": "0" * 64,
                "sheet": "monthly",
                "row": 1,
                "column": "A",
            }
        for name, drawn in (record or {}).items():
            for number, row in enumerate(drawn_rows(name, drawn), start=2):
                read = {"submission": "0" * 64, "sheet": forms.tables()[name].id, "row": number, "cells": "{}"}
                state.rows[name][tuple(row.get(part) for part in forms.tables()[name].key)] = {**read, **row}
        place = store.Store(tmp_path / "data")
        outcome = commit(place, _DrawnPlan(place.current(), [], {}, [], state), by="test")
        return Drawn(place, outcome.snapshot)

    return publish


def drawn_rows(name: str, drawn) -> list[dict]:
    """Rows of a table of the record; those drawn as text are read by the kinds of its columns."""
    if not isinstance(drawn, str):
        return drawn
    head, *lines = [line.split() for line in drawn.strip().splitlines()]
    kinds = forms.tables()[name].columns
    return [{column: _typed(cell, kinds[column]) for column, cell in zip(head, line, strict=True)} for line in lines]


def _typed(cell: str, kind: str):
    if cell == ".":
        return None
    if kind == "month":
        return date.fromisoformat(cell + "-01")
    read = {"date": date.fromisoformat, "number": float, "whole": int}.get(kind, str)
    return read(cell)


class _DrawnPlan(Plan):
    nothing_new = False  # a drawn state has no file behind it
