"""Improvement actions as cards: all that a reader may see of each, and the place on the page where it belongs."""

from dataclasses import dataclass

from outcomes import forms
from outcomes.engine import Answer
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.cells import Used, of_units

PLACES = ("good", "under-way", "not-worked")
COSTS = ("none", "low", "middle", "high", "untold")  # CNY, one-off; the ends of the bands are below
PAYBACKS = ("quarter", "year", "longer", "untold")
CATEGORIES = forms.choices()["action_category"]
LOW, HIGH = 1000, 10_000
QUARTER, YEAR = 3, 12  # months

CARRIED_OUT = ("done", "sustained")
GIVEN_UP = ("rejected", "reverted")
_INSIDE = (  # what is not told outside, and is empty there
    "enterprise",
    "region",
    "sector",
    "size",
    "opened_on",
    "due_on",
    "done_on",
    "checked_on",
    "verified_by",
    "verified_role",
    "verified_on",
    "quote_consent",
)


@dataclass(frozen=True)
class Cards:
    """The actions that the filters leave, as rows of ``queries/practice_cards.sql`` with what follows from them."""

    rows: list[dict]
    answer: Answer

    def of(self, place: str) -> list[dict]:
        return [row for row in self.rows if row["place"] == place]


def cards(asked: Asked) -> Cards:
    answer = asked.ask("practice_cards")
    today = asked.db.snapshot.manifest["facts"]["as_of"]
    return Cards([_whole(row, str(today)) for row in answer.rows], answer)


def used(asked: Asked, rows: list[dict]) -> Used:
    """The rows of the sheet that these cards are; the figure of each is the saving that counts, where there is one."""
    units = [{**row, "indicator": "net_savings", "unit": row["card"], "numerator": row["net_saving"]} for row in rows]
    return of_units(asked, units)


def chosen(rows: list[dict], category: str = "", cost: str = "", payback: str = "") -> list[dict]:
    """The rows that the page's own three choices leave; an empty one is all."""
    wanted = {"action_category": category, "cost_band": cost, "payback_band": payback}
    return [row for row in rows if all(not code or row[key] == code for key, code in wanted.items())]


def in_order(rows: list[dict]) -> list[dict]:
    """Those whose saving is known best come first; among them the latest, so that the wall begins with news."""
    latest = sorted(rows, key=lambda row: str(row["done_on"] or row["opened_on"] or ""), reverse=True)
    return sorted(latest, key=lambda row: (row["place"] == "under-way" and not row["late"], _known(row)))


def _known(row: dict) -> int:
    return 0 if row["verified"] else 1 if row["claimed"] else 2


def _whole(row: dict, today: str) -> dict:
    saves = any(row[key] is not None for key in ("saving_once", "saving_monthly"))
    # outside, a saving may be verified although its amount is nobody's business
    verified = row["net_saving"] is not None or (not saves and row.get("is_verified") == "yes")
    outside = "is_verified" in row  # there no due date is told, and no amount of who is not named: unknown, not "no"
    return {
        **dict.fromkeys(_INSIDE),
        **row,
        "place": _place(row),
        "verified": verified,
        "claimed": None if outside and not saves and not verified else saves and not verified,
        "late": None if outside else _late(row, today),
        "cost_band": _cost_band(row["cost"]),
        "payback_band": _payback_band(row["payback"]),
    }


def _place(row: dict) -> str:
    if row["action_status"] in GIVEN_UP:
        return "not-worked"
    if row["action_status"] not in CARRIED_OUT:
        return "under-way"
    return "not-worked" if missed(row) else "good"


def missed(row: dict) -> bool:
    """Carried out, with a lesson, nothing saved, and a measure that did not fall: it did not do what was hoped."""
    before, after = row["metric_before"], row["metric_after"]
    saved = any((row[key] or 0) > 0 for key in ("saving_once", "saving_monthly"))
    told = bool(row["lesson_en"] or row["lesson_zh"])
    return told and not saved and before is not None and after is not None and after >= before


def _late(row: dict, today: str) -> bool:
    """Past its day and not done, as of the snapshot."""
    due, done = row.get("due_on"), row.get("done_on")
    under_way = row["action_status"] not in (*CARRIED_OUT, *GIVEN_UP)
    return bool(under_way and due is not None and done is None and str(due) < today)


def _cost_band(cost: float | None) -> str:
    if cost is None:
        return "untold"
    return "none" if cost == 0 else "low" if cost < LOW else "middle" if cost < HIGH else "high"


def _payback_band(months: float | None) -> str:
    if months is None:
        return "untold"
    return "quarter" if months <= QUARTER else "year" if months <= YEAR else "longer"
