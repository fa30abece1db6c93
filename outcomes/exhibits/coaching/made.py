"""The visits of a choice, each with its state at the end of the month that the snapshot reaches."""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from outcomes.engine import Answer
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import stated

# full: at least one consultant and one inspector; part: anything less; planned: its day lies ahead; overdue: it is past
# and nobody has been there since; missed: it is past, and somebody has, or the enterprise has left
STATES = ("full", "part", "planned", "overdue", "missed")
COMPOSITIONS = ("full", "consultant_only", "inspector_only", "neither")


@dataclass(frozen=True)
class Visits:
    """``coaching`` are the programme's own visits to pilots, ``enforcement`` all others' ; rows carry ``state``."""

    answer: Answer
    today: date
    coaching: list[dict]
    enforcement: list[dict]

    def of(self, *states: str) -> list[dict]:
        return [row for row in self.coaching if row["state"] in states]

    @property
    def done(self) -> list[dict]:
        return self.of("full", "part")

    @property
    def overdue(self) -> list[dict]:
        """The longest overdue first."""
        return sorted(self.of("overdue"), key=lambda row: (row["planned_on"], row["enterprise"]))


def made(asked: Asked) -> Visits:
    """One query; a visit that is neither planned for a day nor done on one cannot be among its rows."""
    answer = asked.ask("visits")
    today = last_day(asked)
    left = {(row["round"], row["enterprise"]) for row in asked.members if row["exited"] and row["exited"] <= today}
    seen = last_visits(row for row in answer.rows if row["purpose"] != "enforcement")
    rows = []
    for row in answer.rows:
        key = row["round"], row["enterprise"]
        state = _state(row, today, key in left, seen.get(key))
        rows.append({**row, "state": state, "day": row["done_on"] or row["planned_on"]})
    return Visits(
        answer=answer,
        today=today,
        coaching=[row for row in rows if row["purpose"] != "enforcement" and row["arm"] == "pilot"],
        enforcement=[row for row in rows if row["purpose"] == "enforcement"],
    )


def held(asked: Asked, name: str) -> Exhibit | None:
    """Why there is nothing to say: visits to single enterprises are not public, and a choice may hold no enterprise."""
    if asked.is_public:
        return stated(asked, name, "not_allowed", asked.say("visits.not_public"))
    if not asked.kept:
        return stated(asked, name, "empty", asked.say("state.empty"), asked.say("state.empty_do"))
    return None


def last_day(asked: Asked) -> date:
    """The last day that the snapshot knows about: the end of its last month. Nothing is judged by the reader's clock."""
    month = date.fromisoformat(str(asked.db.snapshot.manifest["facts"]["as_of"]))
    return month.replace(day=calendar.monthrange(month.year, month.month)[1])


def last_visits(rows: Iterable[dict]) -> dict[tuple[str, str], date]:
    """The last day on which each enterprise of a round was visited."""
    found: dict[tuple[str, str], date] = {}
    for row in rows:
        if row["done_on"] is not None:
            key = row["round"], row["enterprise"]
            found[key] = max(found.get(key, row["done_on"]), row["done_on"])
    return found


def _state(row: dict, today: date, left: bool, seen: date | None) -> str:
    if row["done_on"] is not None:
        return "full" if row["consultants"] and row["inspectors"] else "part"
    if left or (seen and seen >= row["planned_on"]):
        return "missed"
    return "overdue" if row["planned_on"] <= today else "planned"


def composition(row: dict) -> str:
    """Which of the two were there; a visit without any of them has its own line."""
    if row["consultants"] and row["inspectors"]:
        return "full"
    return "consultant_only" if row["consultants"] else "inspector_only" if row["inspectors"] else "neither"
