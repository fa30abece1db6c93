"""Planned and done, enterprise by enterprise and month by month."""

from outcomes.charts.visit_grid import visit_grid
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.coaching.made import STATES, Visits, held, made
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import stated
from outcomes.exhibits.record import recorded
from outcomes.exhibits.sheet_card import card
from outcomes.words import numbers

COLUMNS = ("visit", "round", "enterprise", "region", "purpose", "modules", "planned_on", "done_on", "visit_hours")
TEAM = ("consultants", "inspectors", "others", "state")
MOST = 40  # enterprises drawn; all of them are in the rows


def visits(asked: Asked) -> Exhibit:
    """A row a visit of the programme; a pilot that was never visited keeps its empty line in the drawing."""
    if nothing := held(asked, "visits"):
        return nothing
    told = made(asked)
    if not told.coaching:
        return stated(asked, "visits", "empty", asked.say("visits.none"), asked.say("visits.none_do"))
    shown, every = _enterprises(asked, told)
    return card(
        asked,
        "visits",
        _title(asked, told),
        asked.say("visits.about", day=numbers.day(told.today, asked.lang)),
        rows=[{key: row[key] for key in (*COLUMNS, *TEAM)} for row in told.coaching],
        table=_table(asked, told),
        answer=told.answer,
        used=told.coaching,
        unit=("visit",),
        left=len(told.enforcement),
        why=[asked.say("visits.left_out", n=len(told.enforcement))],
        notes=[*([asked.say("visits.drawn", some=len(shown), all=every)] if len(shown) < every else [])],
        **_drawn(asked, told, shown),
    )


def _enterprises(asked: Asked, told: Visits) -> tuple[list[str], int]:
    """Pilots in the order of their codes; when there are too many to draw, those with something overdue come first."""
    every = sorted({row["enterprise"] for row in asked.pilots} | {row["enterprise"] for row in told.coaching})
    late = {row["enterprise"] for row in told.overdue}
    first = sorted(every, key=lambda code: (code not in late, code))[:MOST]
    return sorted(first), len(every)


def _title(asked: Asked, told: Visits) -> str:
    done, past = counted(asked, "visits_done")
    if not past:
        return asked.say("visits.title_unplanned", n=len(told.done))
    return asked.say("visits.title_one" if past == 1 else "visits.title", done=done, n=past)


def counted(asked: Asked, indicator: str) -> tuple[int, int]:
    """So many of so many visits, as the indicator of the catalogue counts them; counts alone hide nobody's figures."""
    units = recorded(asked, [indicator])[indicator].units
    return int(sum(unit["numerator"] for unit in units)), len(units)


def _table(asked: Asked, told: Visits) -> list[list[str]]:
    """How many in each state, and the two numbers of the title."""
    done, past = counted(asked, "visits_done")
    counts = [(f"visits.state_{state}", len(told.of(state))) for state in STATES]
    counts += [
        ("visits.planned_so_far", past),
        ("visits.planned_and_done", done),
        ("visits.all_done", len(told.done)),
    ]
    lines = [[asked.say(key), numbers.number(count, 0, asked.lang)] for key, count in counts]
    return [[asked.say("visits.what"), asked.say("visits.count")], *lines]


def _drawn(asked: Asked, told: Visits, shown: list[str]) -> dict:
    if not asked.look:
        return {}
    rows = [
        {
            "enterprise": row["enterprise"],
            "day": row["day"],
            "state": row["state"],
            "purpose": asked.say(f"template.choice.purpose.{row['purpose']}"),
        }
        for row in told.coaching
        if row["enterprise"] in set(shown)
    ]
    return {
        "figure": visit_grid(rows, shown, told.today, asked.look, asked.lang),
        "narrow": visit_grid(rows, shown, told.today, asked.look, asked.lang, narrow=True),
    }
