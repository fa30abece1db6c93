"""What is published of the change in each round: the figures of the pages, without any enterprise.

The same functions compute it that the pages show it with, over the tables that are about to be published; so what
is told outside is what is told inside of a whole round, with the usual windows and without a filter.
"""

import math

from outcomes.catalogue import Indicator
from outcomes.exhibits import scene
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.change import Change, changes, moved, usable
from outcomes.exhibits.delivery.figure import figures
from outcomes.exhibits.pairs import before_and_after
from outcomes.exhibits.record import recorded
from outcomes.filters import Filters

WITH_INTERVAL = ("knowledge_gain", "practices_in_place")  # of the record, by person or enterprise: sums alone give none


def outcomes(asked: Asked, minimum: int) -> list[dict]:
    """A row an indicator and round. Fewer than ``minimum`` behind it: every figure is empty, not the value alone."""
    return [
        _row(one, name, round_, minimum) for round_, one in _rounds(asked) for name in changes(one, _all(asked)).items()
    ]


def _row(asked: Asked, named: tuple[str, Change], round_: str, minimum: int) -> dict:
    name, change = named
    row = {"indicator": name, "round": round_, "suppressed": change.n < minimum}
    if row["suppressed"]:
        return row
    before, after = scene.sides(asked)
    now = figures(asked, [name])[name]
    no_end = change.hi is not None and math.isinf(change.hi)
    return {
        **row,
        **{key: getattr(change, key) for key in ("n", "reporting", "enrolled", "coverage", "before", "after", "scale")},
        **{key: getattr(change, key) for key in ("estimate", "confidence", "p", "method")},
        "after_low": now.lo,
        "after_high": now.hi,
        "low": change.lo,
        "high": None if no_end else change.hi,
        "no_upper_end": no_end,
        "warnings": " ".join(change.warnings),
        **moved(change),
        "reading": change.reading.code,
        "reason": change.reading.reason,
        **{f"{side}_{end}": months[at] for side, months in (("before", before), ("after", after)) if months
           for end, at in (("from", 0), ("to", -1))},
    }  # fmt: skip


def dots(asked: Asked, minimum: int, agreed: set[str]) -> list[dict]:
    """Before and after of each enterprise of a round in which all have ``agreed`` to be recognised; without a name.

    They stand in the order of their own values: a place tells nothing of who it is, and not the same of two indicators.
    """
    found = []
    for round_, one in _rounds(asked):
        if not {row["enterprise"] for row in one.pilots} <= agreed:
            continue
        for name, change in changes(one, _all(asked)).items():
            told = sorted(_values(one, change.indicator, change))
            if len(told) >= minimum:
                found += [
                    {"indicator": name, "round": round_, "place": place, "before": before, "after": after}
                    for place, (before, after) in enumerate(told, start=1)
                ]
    return found


def _values(asked: Asked, indicator: Indicator, change: Change) -> list[tuple[float, float]]:
    both = [before_and_after(asked, indicator, row) for row in change.pairs if usable(row, indicator)]
    return [(row["before"], row["after"]) for row in both]


def record(asked: Asked, rows: list[dict]) -> list[dict]:
    """Rows of ``public_record``, those of pairs with their change and its interval, as inside; and one over all rounds.

    That one stands under no round, and only where it is made of open rounds and nothing else, so that none which is
    not shown, and nobody outside a round, could be worked out from it.
    """
    told = [{**row, "estimate": None, "low": None, "high": None} for row in rows]
    for name in WITH_INTERVAL:
        mine = [row for row in told if row["indicator"] == name]
        for row in mine:
            if not row["suppressed"]:
                row |= _change(asked.but(filters=Filters(round=row["round"])), name)
        if len(mine) > 1 and not any(row["suppressed"] for row in mine):
            whole = _change(asked, name)
            if whole.pop("units") == sum(row["units"] for row in mine):
                told.append({**dict.fromkeys(mine[0]), "indicator": name, "round": "", "suppressed": False, **whole})
    return told


def _change(asked: Asked, name: str) -> dict:
    found = recorded(asked, [name])[name]
    return {"estimate": found.change, "low": found.change_lo, "high": found.change_hi, "units": found.n}


def _rounds(asked: Asked) -> list[tuple[str, Asked]]:
    held = {row["round"] for row in asked.pilots}
    return [(code, asked.but(filters=Filters(round=code))) for code in sorted(held)]


def _all(asked: Asked) -> list[str]:
    return sorted(asked.db.indicators)
