"""What is known of the change in an indicator: computed inside, read as it was published outside."""

import math
from dataclasses import dataclass

from outcomes.engine import Answer
from outcomes.exhibits import overview, scene
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.change import Change, changes, moved
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import stated
from outcomes.exhibits.tell import shown
from outcomes.exhibits.used import Rests, compared
from outcomes.readings import Reading
from outcomes.words import numbers

TOO_FEW = Reading("hidden", "public")  # fewer enterprises than a public figure may rest on


@dataclass(frozen=True)
class Known:
    """change: outside without any enterprise in it. rose, fell, same: how many of them, None where that is not shown.

    dots: before and after of each, without a name; outside only where all have agreed, inside they have exhibits of
    their own. after: the interval of the value itself, as published; inside it is made where it is asked for.
    """

    change: Change
    rose: int | None
    fell: int | None
    same: int | None
    dots: tuple[dict, ...] = ()
    after: tuple[float | None, float | None] = (None, None)

    @property
    def open(self) -> bool:
        return shown(self.change)

    @property
    def n(self) -> int | None:
        return None if self.change.reading == TOO_FEW else self.change.n

    @property
    def better(self) -> int | None:
        """How many moved the hoped-for way; None where there is none, or where it may not be shown."""
        return {"lower": self.fell, "higher": self.rose}.get(self.change.indicator.better)


def withheld(asked: Asked, name: str) -> Exhibit | None:
    """Why there is nothing to say: nobody under this choice inside, no single round chosen outside."""
    if asked.is_public and asked.filters.round not in asked.rounds:
        return stated(asked, name, "empty", asked.say("changed.one_round"), asked.say("changed.one_round_do"))
    if not asked.is_public and not asked.pilots:
        return stated(asked, name, "empty", asked.say("state.empty"), asked.say("state.empty_do"))
    return None


def headline(asked: Asked) -> list[Known]:
    """The headline indicators, and any core one that got worse, by the rule of the overview."""
    told = overview.looked_at(asked)
    return [one for one in known(asked, told).values() if overview.is_told(one.change)]


def published(asked: Asked) -> list[Change]:
    """The same outside, for a page's sentence; none while no single round is chosen."""
    return [one.change for one in headline(asked)] if asked.is_public and asked.filters.round in asked.rounds else []


def known(asked: Asked, ids: list[str]) -> dict[str, Known]:
    """Each of these indicators under the choice; outside one that was not published has no figure, and is left out."""
    if not asked.is_public:
        return {name: _inside(one) for name, one in changes(asked, ids).items()}
    dots: dict[str, list[dict]] = {}
    for row in asked.ask("dots", ids).rows:
        dots.setdefault(row["indicator"], []).append({"before": row["before"], "after": row["after"]})
    rows = {row["indicator"]: row for row in answer(asked, ids).rows}
    return {name: _outside(asked, rows[name], tuple(dots.get(name, ()))) for name in ids if name in rows}


def answer(asked: Asked, ids: list[str]) -> Answer:
    return asked.ask("outcomes" if asked.is_public else "pairs", ids)


def rests(asked: Asked, told: list[Known]) -> Rests:
    """What stands behind it: months inside; outside the enterprises, of which nothing can be opened."""
    if asked.is_public:
        return sum(one.change.n for one in told if one.open), 0, []
    return compared(asked, [one.change for one in told])


def windows(asked: Asked, told: list[Known]) -> dict[str, str]:
    """The two periods in words. Outside they are the ones that were published, whatever is chosen for other cards."""
    if not asked.is_public:
        return scene.windows(asked)
    for row in answer(asked, [one.change.indicator.id for one in told]).rows:
        if row["before_from"] and row["after_from"]:
            return {
                side: numbers.period(row[f"{side}_from"], row[f"{side}_to"], asked.lang) for side in ("before", "after")
            }
    return {"before": "–", "after": "–"}


def _inside(change: Change) -> Known:
    told = moved(change) if shown(change) else dict.fromkeys(("rose", "fell", "same"))
    return Known(change, **told)


def _outside(asked: Asked, row: dict, dots: tuple[dict, ...]) -> Known:
    hidden = row["suppressed"]
    none = dict.fromkeys(("events_before", "events_after", "exposure_before", "exposure_after"))
    change = Change(
        indicator=asked.db.indicators[row["indicator"]],
        **{key: row[key] for key in ("before", "after", "estimate", "confidence", "p", "coverage")},
        **none,
        scale=row["scale"] or "points",
        lo=row["low"],
        hi=math.inf if row["no_upper_end"] else row["high"],
        method=row["method"] or "none",
        n=row["n"] or 0,
        reporting=row["reporting"] or 0,
        enrolled=row["enrolled"] or 0,
        reading=TOO_FEW if hidden else Reading(row["reading"], row["reason"]),
        pairs=[],
        left=[],
        warnings=tuple((row["warnings"] or "").split()),
    )
    return Known(change, row["rose"], row["fell"], row["same"], dots, (row["after_low"], row["after_high"]))
