"""What people have remarked on a figure: numbered, said by whom and when, under the figure and at its month.

A remark is somebody's word and no finding of ours; it is shown as it was written, in the reader's language. Outside the
programme none is shown.
"""

from dataclasses import dataclass
from datetime import date

from outcomes.exhibits.asked import Asked
from outcomes.words import numbers


@dataclass(frozen=True)
class Remark:
    """``number``: as it stands at the month; ``text``: the whole line under the figure, without the number."""

    number: int
    month: date | None
    text: str


def remarks_on(asked: Asked, indicator_id: str) -> list[Remark]:
    """Those on this indicator that fit the choice: its rounds, its enterprises, its months; numbered in that order."""
    if asked.is_public:
        return []
    rounds = {row["round"] for row in asked.kept}
    members = {row["enterprise"] for row in asked.kept}
    first, last = asked.period
    fitting = [
        row
        for row in asked.ask("remarks").rows
        if row["indicator"] == indicator_id
        and row["round"] in rounds | {None}
        and row["enterprise"] in members | {None}
        and (row["month"] is None or first <= row["month"] <= last)
    ]
    return [Remark(n, row["month"], _text(asked, row)) for n, row in enumerate(fitting, start=1)]


def marks(told: list[Remark]) -> tuple[tuple[date, str], ...]:
    """Each month that has remarks, with their numbers: (Feb 2015, "1, 2")."""
    months: dict[date, list[str]] = {}
    for remark in told:
        if remark.month:
            months.setdefault(remark.month, []).append(str(remark.number))
    return tuple((month, ", ".join(these)) for month, these in months.items())


def lines(told: list[Remark]) -> list[str]:
    return [f"{remark.number} · {remark.text}" for remark in told]


def _text(asked: Asked, row: dict) -> str:
    about = [numbers.month(row["month"], asked.lang)] if row["month"] else []
    if row["enterprise"]:
        about.append(row["enterprise"])
    elif row["round"] and len({one["round"] for one in asked.kept}) > 1:
        about.append(asked.rounds[row["round"]][f"name_{asked.lang}"])
    return asked.say(
        "remarks.about" if about else "remarks.plain",
        about=asked.say("comma").join(about),
        text=row[f"remark_{asked.lang}"],
        who=row["remark_by"],
        day=numbers.day(row["remarked_on"], asked.lang),
    )
