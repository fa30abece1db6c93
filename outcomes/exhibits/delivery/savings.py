"""Money for the overview: the verified net savings, how many of those told are verified, and how they grew."""

from dataclasses import dataclass

from outcomes.exhibits.asked import Asked
from outcomes.exhibits.practice.cards import CARRIED_OUT, cards
from outcomes.exhibits.record import recorded
from outcomes.exhibits.record_value import Recorded

NET = "net_savings"
_MONTHS = "hazards_closed_on_time"  # any monthly measure has the months of a round and their phases


@dataclass(frozen=True)
class Savings:
    """verified of told: carried-out improvements with a saving; series: (sum so far, phase) month by month."""

    figure: Recorded
    verified: int
    told: int
    series: list[tuple[float | None, str]]


def savings(asked: Asked) -> Savings | None:
    """None while nothing is verified under this choice: there is no money to speak of then. Kept for each choice."""
    return asked.db.keep(("savings", asked.filters), lambda: _savings(asked))


def _savings(asked: Asked) -> Savings | None:
    figure = recorded(asked, [NET])[NET]
    if asked.is_public or figure.state == "empty":
        return None
    saving = [
        row for row in cards(asked).rows if row["action_status"] in CARRIED_OUT and (row["verified"] or row["claimed"])
    ]
    series = [] if figure.state else _grown(asked, figure)
    return Savings(figure, sum(row["verified"] for row in saving), len(saving), series)


def _grown(asked: Asked, figure: Recorded) -> list[tuple[float | None, str]]:
    """Nothing had been verified before the first verification: a true zero, not a missing month."""
    months = [row for row in asked.ask("trend", [_MONTHS]).rows if row["arm"] == "pilot"]
    phases = {row["month"]: row["phase"] for row in months}
    return [
        (sum(row["numerator"] for row in figure.units if row["month"] <= month), phase)
        for month, phase in sorted(phases.items())
    ]
