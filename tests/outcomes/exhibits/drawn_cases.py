"""Random snapshots, each the same at every run: ordinary ones and every kind of bad input, published for real."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import drawn_record
import numpy as np
import pandas as pd

from outcomes import catalogue, store
from outcomes.publish import Plan, commit, trees
from outcomes.publish.state import State
from tests.drawn_share import share

KINDS = (
    "ordinary",
    "no enterprises",
    "one enterprise",
    "two pilots",
    "few pilots",
    "all zero events",
    "zero hours",
    "identical pairs",
    "single month",
    "no baseline",
    "nothing after",
    "no comparison arm",
    "comparison arm of one",
    "pilot arm of one",
    "all missing",
    "disputed and imputed",
    "entry and exit",
    "very large values",
    "single cells missing",
    "two rounds",
    "three years",
)
SEEDS = share(42, 200)  # two or nine of each kind
MEASURES = catalogue.measures()
COUNTIES, SECTORS = ("330503", "330502", "510104"), ("C38", "C20", "C14")


@dataclass(frozen=True)
class Case:
    """What was drawn: rows as they were accepted, and as pandas sees them (enterprise, month, a column a measure)."""

    kind: str
    seed: int
    state: State
    wide: pd.DataFrame


def kind_of(seed: int) -> str:
    return KINDS[seed % len(KINDS)]


def drawn(seed: int) -> Case:
    """The case of that seed; its kind follows from the seed, so that each kind comes about ten times."""
    rng, kind = np.random.default_rng(seed), kind_of(seed)
    state = State()
    for number in range(2 if kind == "two rounds" else 1):
        _round(state, rng, kind, f"R{number + 1}")
    drawn_record.add(state, seed)
    return Case(kind, seed, state, _wide(state))


def publish(case: Case, root: Path) -> store.Snapshot:
    """By the way every submission goes; where that refuses (nobody sent anything), as the store itself would take it."""
    place = store.Store(root)
    if case.state.observations:
        outcome = commit(place, _Drawn(None, [], {}, [], case.state), by="test")
        return place.open(outcome.snapshot)
    base = case.state.tables()
    drafts = trees.drafts(trees.trees(base))
    facts = {"by": "test", "note": "", "is_demonstration": False, "sources": [], "as_of": "2015-01-01"}
    return place.open(place.publish(store.Draft(drafts, facts), None))


class _Drawn(Plan):
    nothing_new = False  # a drawn state has no file behind it


def _months(start: date, count: int) -> list[date]:
    first = start.year * 12 + start.month - 1
    return [date(place // 12, place % 12 + 1, 1) for place in range(first, first + count)]


def _round(state: State, rng, kind: str, name: str) -> None:
    long = kind == "three years"
    start = date(2012 if long else 2014, int(rng.integers(1, 13)), 1)
    before = {"single month": int(rng.integers(0, 2)), "no baseline": 0}.get(kind, int(rng.integers(1, 15)))
    training = 3 if long else int(rng.integers(2, 7))
    after = {"single month": 1 - before, "nothing after": 0}.get(kind, int(rng.integers(1, 10)))
    if long:
        before, after = int(rng.integers(12, 25)), int(rng.integers(12, 25))
    begun = _months(start, before + 1)[before]
    if kind == "no baseline" and rng.random() < 0.5:  # the months before the training were never sent
        start = _months(date(start.year - 1, start.month, 1), 1)[0]
    state.rows["round"][(name,)] = {
        "round": name,
        "name_en": f"Round {name}",
        "name_zh": f"轮次 {name}",
        "data_kind": "real",
        "region": COUNTIES[0],
        "modules": "M1",
        "baseline_start": start,
        "training_start": begun,
        "training_end": _months(begun, training)[-1].replace(day=28),
        "sharing_date": None,
    }
    months = _months(begun if kind == "no baseline" else start, before + after)
    for enterprise, arm in _members(rng, kind):
        _enterprise(state, rng, kind, name, enterprise, arm, begun, months)


def _members(rng, kind: str) -> list[tuple[str, str]]:
    pilots = {"no enterprises": 0, "one enterprise": 1, "two pilots": 2, "pilot arm of one": 1}.get(kind)
    if pilots is None:
        pilots = int(rng.integers(3, 6)) if kind == "few pilots" else int(rng.integers(6, 12))
    others = {"comparison arm of one": 1, "one enterprise": 0, "no enterprises": 0, "no comparison arm": 0}.get(kind)
    if others is None:
        others = int(rng.choice([0, 2, 3, 7]))
    if kind == "no enterprises" and rng.random() < 0.3:
        others = 3  # nobody is a pilot, and yet there are figures
    return [(f"E{n:02d}", "pilot") for n in range(pilots)] + [(f"C{n:02d}", "comparison") for n in range(others)]


def _enterprise(state, rng, kind: str, round_: str, name: str, arm: str, begun: date, months: list[date]) -> None:
    workers = float(np.round(np.exp(rng.normal(4.5, 1))) + 2)
    entry_exit = kind == "entry and exit"
    exited = months[int(rng.integers(0, len(months)))].replace(day=15) if entry_exit and rng.random() < 0.3 else None
    state.rows["enterprise"].setdefault(
        (name,),
        {
            "enterprise": name,
            "legal_name": f"LEGAL {name}",
            "region": str(rng.choice(COUNTIES)),
            "sector": str(rng.choice(SECTORS)),
            "employees": int(workers),
            "women": int(workers // 2),
            "revenue_wan": float(workers * 20),
            "consent": "internal",
        },
    )
    state.rows["enrolment"][round_, name] = {
        "round": round_,
        "enterprise": name,
        "arm": arm,
        "enrolled_on": months[0] if months else begun,
        "exited_on": exited,
        "exit_reason": "withdrew" if exited else None,
    }
    late = int(rng.integers(0, len(months))) if entry_exit and rng.random() < 0.3 else 0
    kept = {measure for measure in MEASURES if rng.random() < 0.9}  # some figures are never kept
    if kind == "all missing":
        kept = {"energy_kwh"} if state.rows["round"][(round_,)]["training_end"].month % 2 else set()
    for month in months[late:]:
        gone = exited and month > exited
        if gone or (kind != "single month" and rng.random() < 0.05):
            continue
        quality = (
            str(rng.choice(["measured", "disputed", "imputed", "estimated"])) if "disputed" in kind else "measured"
        )
        for measure, value in _values(rng, kind, workers, month >= begun, kept).items():
            if kind == "single cells missing" and rng.random() < 0.3:
                continue
            state.observations[name, month, measure] = {
                "enterprise": name,
                "month": month,
                "measure": measure,
                "value": value,
                "quality": quality,
                "submission": "0" * 64,
                "sheet": "monthly",
                "row": 1,
                "column": "A",
            }


EVENTS = ("new_injuries", "near_misses", "days_lost", "suggestions", "hazards_found", "hazards_due", "leavers")


def _values(rng, kind: str, workers: float, later: bool, kept: set[str]) -> dict[str, float]:
    """A month's figures: none above the measure it may not exceed, counts whole."""
    found: dict[str, float] = {}
    typical = {"workers": workers, "hours_worked": workers * 170, "scheduled_days": workers * 21}
    same = kind == "identical pairs"
    for measure in MEASURES.values():
        top = found.get(measure.not_above)
        if top is not None:
            share = 0.25 if same else rng.beta(2, 3) * (1 if not later else rng.choice([0.6, 1.0]))
            value = min(top, top * share)
        elif measure.id in typical:
            value = typical[measure.id] * (1 if same else rng.uniform(0.9, 1.1))
        elif measure.id in EVENTS:
            value = 4.0 if same else float(rng.poisson(3))
        else:
            value = workers * (7 if same else rng.uniform(5, 60))
        if measure.id == "new_injuries" and not same:
            value = min(float(rng.poisson(0.4)), workers)
        if kind == "very large values":
            value *= 10.0 ** rng.integers(0, 9)
            value = min(value, top if top is not None else 1e12)
        if kind == "zero hours" and measure.id in ("hours_worked", "paid_hours", "workers", "overtime_hours"):
            value = 0.0
        if kind == "all zero events" and (measure.id in EVENTS or measure.not_above):
            value = 0.0
        found[measure.id] = float(np.floor(value)) if measure.whole else float(value)
    return {measure: value for measure, value in found.items() if measure in kept}


def _wide(state: State) -> pd.DataFrame:
    rows = [
        (enterprise, pd.Timestamp(month), measure, row["value"])
        for (enterprise, month, measure), row in state.observations.items()
    ]
    long = pd.DataFrame(rows, columns=["enterprise", "month", "measure", "value"])
    wide = long.pivot(index=["enterprise", "month"], columns="measure", values="value")
    return wide.reindex(columns=list(MEASURES)).astype(float).reset_index()
