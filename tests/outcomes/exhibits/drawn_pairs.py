"""Random pairs of snapshots of one store, the same at every run: between the two, every class of change is drawn."""

import copy
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from outcomes import catalogue, due, forms, store
from outcomes.engine.derive import panel
from outcomes.publish import trees
from outcomes.publish.state import State
from tests.drawn_share import share

PAIRS = share(20, 50)
COUNTIES, SECTORS = ("330503", "330502", "510104"), ("C38", "C20", "C14")
MONTHS = [date(2014, month, 1) for month in range(11, 13)] + [date(2015, month, 1) for month in range(1, 7)]
START, BEFORE = date(2015, 1, 1), 5  # months that the earlier snapshot holds
SINCE = {"submission": "0" * 64, "sheet": "drawn", "row": 1, "cells": "{}"}
HEADLINE = [one for one in catalogue.indicators().values() if one.tier == "headline"]
USED = sorted({measure for one in HEADLINE for measure in (one.numerator, one.denominator) if measure})
OTHER_FORMULAS = (
    {"scale": 7.0, "version": 0},
    {"numerator": "leavers", "version": 0},
    {"denominator": "hours_worked", "version": 0},
    {"kind": "own_baseline_index", "scale": 100.0, "version": 0},
)


@dataclass(frozen=True)
class Pair:
    place: store.Store
    before: str
    after: str
    then: State
    now: State


def drawn(seed: int, root: Path) -> Pair:
    """Two publications into a new store; which classes come, and how many of each, is drawn too."""
    rng = np.random.default_rng(9_000 + seed)
    then = _first(rng)
    now = _second(rng, copy.deepcopy(then), seed)
    place = store.Store(root)
    before = _publish(place, then, _definitions(rng, seed))
    return Pair(place, before, _publish(place, now, _today()), then, now)


def _publish(place: store.Store, state: State, definitions: dict | None) -> str:
    """Into the store as every snapshot goes, with the definitions of its day; without the public's tables, which nobody
    reads here and which take longest to make."""
    base = state.tables()
    internal = {**base, "panel": panel(base)}
    public = {name: base[name] for name in ("round", "calendar_month")}
    facts = {"by": "test", "note": "", "is_demonstration": False, "sources": [], "definitions": definitions}
    facts["as_of"] = max(month for _, month, _ in state.observations).isoformat()
    drafts = trees.drafts({"internal": internal, "public": public})
    return place.publish(store.Draft(drafts, facts), place.current())


def _today() -> dict:
    every = catalogue.indicators() | catalogue.records()
    return {name: {field: getattr(one, field) for field in catalogue.DEFINED} for name, one in every.items()}


def _definitions(rng, seed: int) -> dict:
    """Today's, of which in every second pair some were otherwise or were not there yet."""
    told = _today()
    if rng.random() < 0.5:
        ratios = [one.id for one in HEADLINE if one.kind == "ratio"]
        for name in rng.choice(ratios, int(rng.integers(1, 4)), replace=False):
            told[str(name)] |= OTHER_FORMULAS[int(rng.integers(len(OTHER_FORMULAS)))]
        if rng.random() < 0.3:
            del told[str(rng.choice([one.id for one in HEADLINE]))]
        told["of_old_times"] = {"version": 1, "kind": "ratio", "numerator": "a", "denominator": "b", "scale": 1.0}
    return told


def _first(rng) -> State:
    state = State()
    state.rows["round"][("R1",)] = {
        "round": "R1", "name_en": "Round 1", "name_zh": "轮次 1", "data_kind": "real", "region": COUNTIES[0],
        "modules": "M1", "baseline_start": MONTHS[0], "training_start": START, "training_end": date(2015, 4, 28),
        "sharing_date": None,
    }  # fmt: skip
    pilots = int(rng.choice([2, 3, 4, 5, 6]))
    for name in [f"E{n}" for n in range(pilots)] + ["C0", "C1"]:
        _join(rng, state, name)
        for month in MONTHS[:BEFORE]:
            if rng.random() > 0.08:
                _month(rng, state, name, month)
        if name.startswith("E"):
            _record(rng, state, name)
    return state


def _second(rng, state: State, seed: int) -> State:
    known = list(state.observations)
    if seed % 10 != 9:  # in a tenth of the pairs nobody sent a further month
        for (name,) in list(state.rows["enterprise"]):
            for month in MONTHS[BEFORE : BEFORE + 1 + seed % 3]:
                if rng.random() > 0.15:
                    _month(rng, state, name, month, late=rng.random() < (seed % 2) * 0.4)
        if rng.random() < 0.6:
            for name, month in sorted({(name, month) for name, month, _ in known}):
                _month(rng, state, name, month, late=True, only_new=True)
    chosen = rng.permutation(len(known))
    cut = [int(n) for n in rng.integers(0, 9, 2)]
    if rng.random() < 0.5:
        for place in chosen[: cut[0]]:
            row = state.observations[known[place]]
            state.observations[known[place]] = {**row, "value": row["value"] * 2 + 1, "row": row["row"] + 100}
    if rng.random() < 0.5:
        for place in chosen[cut[0] : sum(cut)]:
            del state.observations[known[place]]
    if rng.random() < 0.6:
        _records(rng, state)
    if rng.random() < 0.5:
        _members(rng, state)
    return state


def _record(rng, state: State, name: str) -> None:
    """A visit with its team, an item of the checklist before and after, an action with its saving, who came to a day."""
    visit, action, event = (f"{letter}{len(state.rows['visit'])}-{name}" for letter in "VAT")
    day = date(2015, int(rng.integers(2, 5)), 12)
    _put(state, "visit", visit=visit, round="R1", enterprise=name, purpose="coaching", planned_on=day, done_on=day)
    for person, role in (("P1", "consultant"), ("P2", "inspector"))[: int(rng.integers(1, 3))]:
        _put(state, "visit_member", visit=visit, person=person, visit_role=role)
    _put(state, "practice", practice=visit, modules="M1", practice_en="a", practice_zh="b")
    for wave, asked in (("baseline", date(2014, 12, 9)), ("endline", day)):
        answer = str(rng.choice(["yes", "no", "partly"]))
        _put(
            state,
            "assessment",
            round="R1",
            enterprise=name,
            wave=wave,
            practice=visit,
            answer=answer,
            assessed_on=asked,
        )
    _put(
        state, "action", action=action, round="R1", enterprise=name, action_en="a", action_zh="b", action_category="5s",
        proposed_by="worker", opened_on=date(2015, 1, 9), action_status="done", cost=float(rng.integers(0, 900)),
        saving_monthly=float(rng.integers(10, 400)), verified_by="P1", verified_on=day,
    )  # fmt: skip
    _put(
        state, "event", event=event, round="R1", event_type="classroom", name_en="a", name_zh="b", region=COUNTIES[0],
        starts_on=day, ends_on=day, data_kind="real",
    )  # fmt: skip
    _put(state, "attendance", event=event, person=None, role="worker", sex="female", organisation="enterprise",
         persons=int(rng.integers(1, 30)))  # fmt: skip


def _records(rng, state: State) -> None:
    """Rows of the record that came, were put right, or are gone."""
    for (name,) in list(state.rows["enterprise"]):
        if name.startswith("E") and rng.random() < 0.4:
            _record(rng, state, name)
    for row in list(state.rows["action"].values())[: int(rng.integers(0, 3))]:
        state.rows["action"][(row["action"],)] = {**row, "saving_monthly": row["saving_monthly"] + 55.0}
    for table in ("visit_member", "assessment", "attendance"):
        for key in list(state.rows[table])[: int(rng.integers(0, 2))]:
            del state.rows[table][key]


def _put(state: State, table: str, **row) -> None:
    key = forms.tables()[table].key
    state.rows[table][tuple(row.get(part) for part in key)] = {**SINCE, **row}


def _members(rng, state: State) -> None:
    """Who leaves, who changes sides, who joins with all months; a round that began a month later; another sector."""
    first = state.rows["enrolment"]["R1", "E0"]
    for change in rng.choice(
        ["exit", "arm", "join", "round", "sector", "gone"], int(rng.integers(1, 4)), replace=False
    ):
        if change == "exit":
            state.rows["enrolment"]["R1", "E0"] = {**first, "exited_on": date(2015, 3, 9), "exit_reason": "withdrew"}
        elif change == "arm":
            state.rows["enrolment"]["R1", "C0"] = {**state.rows["enrolment"]["R1", "C0"], "arm": "pilot"}
        elif change == "join":
            _join(rng, state, "E9")
            for month in MONTHS[:BEFORE]:
                _month(rng, state, "E9", month)
        elif change == "round":
            state.rows["round"][("R1",)] = {**state.rows["round"][("R1",)], "training_start": date(2015, 2, 1)}
        elif change == "gone":
            del state.rows["enrolment"]["R1", "E1"]
        else:
            state.rows["enterprise"][("E0",)] = {**state.rows["enterprise"][("E0",)], "sector": "C39"}


def _join(rng, state: State, name: str) -> None:
    state.rows["enterprise"][(name,)] = {
        "enterprise": name, "legal_name": f"LEGAL {name}", "region": str(rng.choice(COUNTIES)),
        "sector": str(rng.choice(SECTORS)), "employees": 80, "women": 30, "revenue_wan": 900.0, "consent": "internal",
    }  # fmt: skip
    state.rows["enrolment"]["R1", name] = {
        "round": "R1", "enterprise": name, "arm": "comparison" if name.startswith("C") else "pilot",
        "enrolled_on": START - timedelta(days=20), "exited_on": None, "exit_reason": None,
    }  # fmt: skip


def _month(rng, state: State, name: str, month: date, late: bool = False, only_new: bool = False) -> None:
    """A month's figures of those that the headline indicators are made of, some of them left open."""
    day = due.due_day(month, START - timedelta(days=20)) + timedelta(days=9 if late else -3)
    found: dict[str, float] = {}
    for measure in USED:
        whole = float(rng.integers(40, 90)) if measure != "hours_worked" else float(rng.integers(9_000, 20_000))
        value = float(rng.integers(0, 3)) if measure == "new_injuries" else whole
        found[measure] = value
        if rng.random() < 0.06 or (only_new and (name, month, measure) in state.observations):
            continue
        state.observations[name, month, measure] = {
            "enterprise": name, "month": month, "measure": measure, "value": value, "quality": "measured",
            "received_on": day, "submission": "0" * 64, "sheet": "monthly", "row": 1, "column": "A",
        }  # fmt: skip
