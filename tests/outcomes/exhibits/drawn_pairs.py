"""Random pairs of snapshots of one store, the same at every run: between the two, every class of change is drawn."""

import copy
import dataclasses
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from outcomes import catalogue, due, store
from outcomes.publish import Plan, flow
from outcomes.publish.state import State

PAIRS = 50
COUNTIES, SECTORS = ("330503", "330502", "510104"), ("C38", "C20", "C14")
MONTHS = [date(2014, month, 1) for month in range(9, 13)] + [date(2015, month, 1) for month in range(1, 8)]
START, BEFORE = date(2015, 1, 1), 8  # months that the earlier snapshot holds
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
    return Pair(place, before, _publish(place, now, None), then, now)


def _publish(place: store.Store, state: State, definitions: dict | None) -> str:
    """By the way every submission goes, but for the definitions of another day."""
    draft = flow._draft(Plan(place.current(), [], {}, [], state), "test", "")
    if definitions is not None:
        draft = dataclasses.replace(draft, facts={**draft.facts, "definitions": definitions})
    return place.publish(draft, place.current())


def _definitions(rng, seed: int) -> dict:
    """Today's, of which in two of three pairs some were otherwise or were not there yet."""
    every = catalogue.indicators() | catalogue.records()
    told = {name: {field: getattr(one, field) for field in catalogue.DEFINED} for name, one in every.items()}
    if seed % 3:
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
    pilots = int(rng.choice([2, 3, 4, 6, 7]))
    for name in [f"E{n}" for n in range(pilots)] + ["C0", "C1"]:
        _join(rng, state, name)
        for month in MONTHS[:BEFORE]:
            if rng.random() > 0.08:
                _month(rng, state, name, month)
    return state


def _second(rng, state: State, seed: int) -> State:
    known = list(state.observations)
    if seed % 10 != 9:  # in a tenth of the pairs nobody sent a further month
        for (name,) in list(state.rows["enterprise"]):
            for month in MONTHS[BEFORE : BEFORE + 1 + seed % 3]:
                if rng.random() > 0.15:
                    _month(rng, state, name, month, late=rng.random() < 0.4)
        for name, month in {(name, month) for name, month, _ in known}:
            _month(rng, state, name, month, late=True, only_new=True)
    chosen = rng.permutation(len(known))
    cut = [int(n) for n in rng.integers(0, 9, 2)]
    if rng.random() < 0.8:
        for place in chosen[: cut[0]]:
            row = state.observations[known[place]]
            state.observations[known[place]] = {**row, "value": row["value"] * 2 + 1, "row": row["row"] + 100}
    if rng.random() < 0.8:
        for place in chosen[cut[0] : sum(cut)]:
            del state.observations[known[place]]
    if rng.random() < 0.7:
        _members(rng, state)
    return state


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
