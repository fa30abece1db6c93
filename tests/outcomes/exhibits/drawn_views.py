"""Who looks at a drawn snapshot, through which filters and windows, and what is built for them in both languages."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import drawn_cases
import numpy as np
from told import asked_for

from outcomes import catalogue, engine, scope, words
from outcomes.charts import LIGHT
from outcomes.exhibits import Asked, registry
from outcomes.filters import WINDOWS, Filters, parse_windows

INDICATORS = sorted(catalogue.indicators())
EACH = 3  # indicators a snapshot, the next three in the next: over the snapshots all have many turns


@dataclass
class Built:
    """One exhibit in both languages, or what was raised instead; ``asked``: the English reader."""

    name: str
    of: dict
    asked: Asked
    exhibits: dict = field(default_factory=dict)
    problem: Exception | None = None

    def __str__(self) -> str:
        choice = {key: value for key, value in vars(self.asked.filters).items() if value is not None}
        return f"{self.name} of {self.of} for {choice}, {self.asked.windows.code}, {self.asked.db.scope.id}"


@dataclass
class Shown:
    """A snapshot, its readers with the indicators they ask for, and everything that was built for them."""

    case: drawn_cases.Case
    views: list[tuple[Asked, list[str]]]
    built: list[Built]

    @property
    def good(self) -> list[Built]:
        return [one for one in self.built if one.problem is None]

    def __repr__(self) -> str:
        return f"snapshot {self.case.seed}, {self.case.kind}"


def show(seed: int, folder: Path) -> Shown:
    case = drawn_cases.drawn(seed)
    snapshot = drawn_cases.publish(case, folder / str(seed))
    first = Asked(_database(snapshot, "director"), look=LIGHT)
    turn = seed // len(drawn_cases.KINDS)
    taken = [INDICATORS[(EACH * (turn + seed) + step) % len(INDICATORS)] for step in range(EACH)]
    views = [(first, taken), (_narrowed(first, np.random.default_rng(1000 + seed)), taken[:1])]
    if seed % 4 == 0:
        who = "public" if seed % 8 == 0 else "officer:330503"
        views.append((Asked(_database(snapshot, who), look=LIGHT), taken[:1]))
    names = list(registry.EXHIBITS)
    every, some = names, [name for place, name in enumerate(names) if (place + turn + seed) % 3 == 0]
    built = [one for asked, ids in views for one in _build(asked, ids, every if asked is first else some)]
    return Shown(case, views, built)


def _database(snapshot, who: str) -> engine.Database:
    return engine.open_database(snapshot, scope.parse(who), catalogue.indicators())


def _narrowed(asked: Asked, rng) -> Asked:
    """Somebody else's choice: one or two filters out of what is offered, sometimes one that fits nobody, a window."""
    window = parse_windows(str(rng.choice(list(WINDOWS))))
    offered = asked.options()
    chosen = {}
    for name in rng.permutation(["region", "round", "sector", "size", "months"])[: int(rng.integers(1, 3))]:
        if name == "months":
            first, last = asked.period
            months = (last.year - first.year) * 12 + last.month - first.month
            place = first.year * 12 + first.month - 1 + int(rng.integers(0, months + 1))
            chosen["first_month"] = date(place // 12, place % 12 + 1, 1)
        elif offered[name]:
            chosen[str(name)] = str(rng.choice(offered[name]))
    if rng.random() < 0.1:
        chosen["sector"] = "C99"
    return asked.but(filters=Filters(**chosen), windows=window)


def _build(asked: Asked, indicators: list[str], names: list[str]) -> list[Built]:
    enterprises = [*sorted({row["enterprise"] for row in asked.kept})[:2], "E99"]
    built = []
    for name in names:
        for of in asked_for(registry.EXHIBITS[name], indicators, enterprises):
            one = Built(name, of, asked)
            try:
                for lang in words.LANGUAGES:
                    one.exhibits[lang] = registry.build(asked.but(lang=lang), name, **of)
            except Exception as problem:
                one.problem = problem
            built.append(one)
    return built
