"""Enforcement visits, apart: an inspector who enforces is no coach, and these visits are in no other figure."""

from outcomes.exhibits.asked import Asked
from outcomes.exhibits.coaching.made import held, made
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import stated
from outcomes.exhibits.sheet_card import card
from outcomes.words import numbers

COLUMNS = ("visit", "round", "enterprise", "region", "planned_on", "done_on", "inspectors")


def enforcement(asked: Asked) -> Exhibit:
    """One row an enforcement visit, the latest first."""
    if nothing := held(asked, "enforcement"):
        return nothing
    told = made(asked)
    visits = sorted(told.enforcement, key=lambda row: (row["day"], row["enterprise"]), reverse=True)
    if not visits:
        return stated(
            asked, "enforcement", "empty", asked.say("visits.no_enforcement"), asked.say("visits.no_enforcement_do")
        )
    done = sum(row["done_on"] is not None for row in visits)
    table = [[asked.say(f"visits.{head}") for head in ("enterprise", "planned_on", "done_on", "inspectors")]]
    for row in visits:
        days = [numbers.day(row[key], asked.lang) if row[key] else "–" for key in ("planned_on", "done_on")]
        table.append([row["enterprise"], *days, numbers.number(row["inspectors"], 0, asked.lang)])
    return card(
        asked,
        "enforcement",
        asked.say(
            "visits.enforcement_one" if len(visits) == 1 else "visits.enforcement_title", n=len(visits), done=done
        ),
        asked.say("visits.enforcement_about"),
        rows=[{key: row[key] for key in COLUMNS} for row in visits],
        table=table,
        answer=told.answer,
        used=visits,
        unit=("visit",),
        left=len(told.coaching),
        why=[asked.say("visits.enforcement_left_out", n=len(told.coaching))],
    )
