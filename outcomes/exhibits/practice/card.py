"""One improvement in full: who proposed it, what it cost, what it saved and how that is known, and what came of it.

What happened to hazards and injuries in its enterprise stands beside it as values only: one enterprise proves nothing.
"""

import re

from outcomes import words
from outcomes.exhibits import scene
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import lineage, stated
from outcomes.exhibits.pairs import before_and_after
from outcomes.exhibits.practice import told
from outcomes.exhibits.practice.cards import Cards, cards, used
from outcomes.exhibits.tell import value
from outcomes.filters import Filters

BESIDE = ("injury_frequency", "hazards_closed_on_time")  # of the enterprise, inside the programme only
_NOT_IN_A_NAME = re.compile(r"[^\w.-]")


def practice_card(asked: Asked, code: str) -> Exhibit:
    """The card of an action's code, outside of its number. The filters do not hide it: a link leads to it always."""
    name = f"practice-card-{_NOT_IN_A_NAME.sub('-', code)}"
    whole, row = _found(asked, code)
    if row is None:
        return stated(asked, name, "empty", asked.say("practice.unknown", code=code), asked.say("practice.unknown_do"))
    beside = _beside(asked, row)
    lines = facts(asked, row) + [(label, text) for label, text, _ in beside]
    title = asked.say(
        "practice.card_title", title=told.title(asked, row), status=told.status(asked, row), cost=told.cost(asked, row)
    )
    return Exhibit(
        id=name,
        title=title,
        subtitle=_about(asked, row),
        figure=None,
        narrow=None,
        columns=[key for key in row if key != "cells"],
        rows=[{**row, **{f"{one['indicator']}_{side}": one[side] for _, _, one in beside for side in _SIDES}}],
        notes=[*([asked.say("practice.beside_note")] if beside else []), scene.snapshot_note(asked)],
        alt=title,
        lineage=lineage(asked, [], whole.answer, used(asked, [row]), 0, []),
        table=[[asked.say("practice.head_what"), asked.say("practice.head_told")], *(list(line) for line in lines)],
    )


_SIDES = ("before", "after")


def facts(asked: Asked, row: dict) -> list[tuple[str, str]]:
    """What a card says line by line, in order; a line without anything to say is left out."""
    lines = {
        "title": told.title(asked, row),
        "category": told.choice(asked, "action_category", row["action_category"]),
        "proposed_by": told.choice(asked, "proposed_by", row["proposed_by"]),
        "control": told.choice(asked, "control", row["control"]) if row["control"] else "",
        "cost": told.cost(asked, row),
        "saving": told.saving_and_known(asked, row),
        "verified_by": told.verifier(asked, row),
        "payback": told.payback(asked, row),
        "measure": told.measure(asked, row),
        "status": told.status(asked, row),
        "lesson": told.lesson(asked, row),
    }
    return [(asked.say(f"practice.head_{name}"), text) for name, text in lines.items() if text]


def _found(asked: Asked, code: str) -> tuple[Cards, dict | None]:
    """Under the filters, else wherever the reader may look at all."""
    for here in (asked, asked.but(filters=Filters())):
        whole = cards(here)
        row = next((row for row in whole.rows if row["card"] == code), None)
        if row is not None:
            return whole, row
    return whole, None


def _about(asked: Asked, row: dict) -> str:
    """Where it comes from: outside no more than the round."""
    round_ = asked.rounds.get(row["round"])
    parts = [round_[f"name_{asked.lang}"] if round_ else row["round"]]
    if not asked.is_public:
        parts = [row["enterprise"], scene.sector_name(asked, row["sector"]), asked.region_name(row["region"]), *parts]
    return " · ".join(part for part in parts if part)


def _beside(asked: Asked, row: dict) -> list[tuple[str, str, dict]]:
    """Hazards and injuries of the enterprise before and after in its round: label, text and the two values."""
    if asked.is_public:
        return []
    here = asked.but(filters=Filters(round=row["round"]))
    names = [name for name in BESIDE if name in asked.db.indicators]
    found = []
    for pair in here.ask("pairs", names).rows:
        if pair["enterprise"] == row["enterprise"]:
            indicator = asked.db.indicators[pair["indicator"]]
            both = before_and_after(here, indicator, pair)
            texts = [
                value(indicator, both[side], asked.lang) if both[side] is not None else asked.say("profile.no_value")
                for side in _SIDES
            ]
            text = asked.say("practice.from_to", before=texts[0], after=texts[1])
            label = asked.say("practice.of_enterprise", name=words.pick(indicator.short, asked.lang))
            found.append((label, text, {"indicator": indicator.id, **both}))
    return found
