"""The enterprises of a choice, one row each: months reported, before, after, change, and the months as a line.

Values only and in the order of their codes: a row is no rank, and one enterprise is too small a sample to judge.
"""

from outcomes import words
from outcomes.exhibits import scene
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.change import changes
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import lineage, stated, suppressed, withheld
from outcomes.exhibits.months_of import every_month, months_of
from outcomes.exhibits.pairs import before_and_after
from outcomes.exhibits.used import month_by_month

COLUMNS = ("enterprise", "round", "region", "sector", "size", "months_due", "months_reported", "complete")
VALUES = ("before", "after", "change", "note")


def enterprises(asked: Asked, indicator_id: str) -> Exhibit:
    """The rows of the dumbbell as a table, under the same rules about who may be seen."""
    name = f"enterprises-{indicator_id}"
    if held := withheld(asked, name):
        return held
    change = changes(asked, [indicator_id])[indicator_id]
    if change.reading.code == "hidden":
        return suppressed(asked, name)
    answer = asked.ask("enterprise_months", [indicator_id])
    pilots = [row for row in answer.rows if row["arm"] == "pilot"]
    known, every = months_of(pilots), every_month(pilots)
    if not any(value is not None for months in known.values() for value in months.values):
        return stated(asked, name, "empty", asked.say("state.no_values"), asked.say("state.no_values_do"))
    rows = [_row(asked, change.indicator, row, known, every) for row in change.pairs]
    used, left, why = month_by_month(asked, pilots)
    title = _title(asked, rows)
    return Exhibit(
        id=name,
        title=title,
        subtitle=asked.say("enterprises.about", title=words.pick(change.indicator.title, asked.lang)),
        figure=None,
        narrow=None,
        columns=[*COLUMNS, *VALUES, *every],
        rows=rows,
        notes=[asked.say("enterprises.open"), scene.snapshot_note(asked)],
        alt=title,
        lineage=lineage(
            asked,
            [change.indicator],
            answer,
            used,
            left,
            [*why, asked.say("enterprises.also")],
        ),
    )


def _row(asked: Asked, indicator, pair: dict, known: dict, every: list[str]) -> dict:
    months = known[indicator.id, pair["round"], pair["enterprise"]]
    told = before_and_after(asked, indicator, pair)
    both = told["before"] is not None and told["after"] is not None
    return {
        **{key: pair[key] for key in COLUMNS[:5]},
        "months_due": months.due,
        "months_reported": months.reported,
        "complete": months.reported >= months.due,
        "before": told["before"],
        "after": told["after"],
        "change": told["after"] - told["before"] if both else None,
        "note": told["note"],
        "trend": months.values,
        "phases": months.phases,
        **months.columns(every),
    }


def _title(asked: Asked, rows: list[dict]) -> str:
    """Who sent all that was due: the one thing to know before reading the values."""
    whole = sum(row["complete"] for row in rows)
    if whole == len(rows):
        return asked.say("enterprises.title_all", n=len(rows))
    return asked.say("enterprises.title", n=len(rows), whole=whole)
