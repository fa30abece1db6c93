"""Improvement actions, from the idea to whether it lasted, as far as each had come on a day."""

from datetime import date

from outcomes.demo.cast import NANXUN_PILOTS
from outcomes.demo.record import persons
from outcomes.demo.record.told import place, short, told
from outcomes.demo.story import CORRECTION, Enterprise, Round

_SAVING = ("saving_once", "saving_monthly", "saving_basis", "verified_by", "verified_on")
_FILES = {"SC-P1": "actions_sichuan", "NX-2015A": "actions_nanxun"}


def rows(round: Round, pilots: list[Enterprise], on: date) -> list[dict]:
    """Sheet ``actions``: those opened by the day. An invented enterprise beyond the ten does as its model did."""
    return [
        _on_the_day(_full(round, firm, number, one), one, on)
        for firm in pilots
        for number, one in enumerate(_of(round, firm), start=1)
        if one["when"]["opened"] <= on
    ]


def media(round: Round, pilots: list[Enterprise]) -> list[dict]:
    """Sheet ``media``: a picture before and one after, for the actions of the ten that have a scene."""
    shown = []
    for firm in pilots:
        for number, one in enumerate(_of(round, firm), start=1):
            if "scene" in one and firm in NANXUN_PILOTS:
                action = _code(firm, number)
                for kind, day in (("before", one["when"]["opened"]), ("after", one["when"]["done"])):
                    shown.append(
                        {
                            "photo": f"{action}-{kind}",
                            "action": action,
                            "media_kind": kind,
                            "file": f"{one['scene']}-{kind}.jpg",
                            "taken_on": day,
                            "photo_consent": one.get("show", "yes"),
                        }
                    )
    return shown


def _of(round: Round, firm: Enterprise) -> list[dict]:
    return told(_FILES[round.code]).get(_model(firm).code, [])


def _model(firm: Enterprise) -> Enterprise:
    """The enterprise of the told story whose actions this one repeats: itself, for the first ten."""
    return NANXUN_PILOTS[place(firm.code) % len(NANXUN_PILOTS)] if firm.code.startswith("NX") else firm


def _code(firm: Enterprise, number: int) -> str:
    return f"A-{short(firm.code)}-{number:02d}"


def _full(round: Round, firm: Enterprise, number: int, one: dict) -> dict:
    """The action as it stood in the end; amounts grow with the size of the enterprise that repeats it."""
    when, money, metric = one["when"], one["money"], one.get("metric", {})
    lesson, quote = one.get("lesson", {}), one.get("quote", {})
    verified = money.get("verified")
    return {
        "action": _code(firm, number),
        "round": round.code,
        "enterprise": firm.code,
        "modules": one["kind"].get("modules"),
        "action_en": one["en"],
        "action_zh": one["zh"],
        "action_category": one["kind"]["category"],
        "control": one["kind"].get("control"),
        "proposed_by": one["kind"]["proposed_by"],
        "opened_on": when["opened"],
        "due_on": when.get("due"),
        "done_on": when.get("done"),
        "checked_on": when.get("checked"),
        "action_status": one["status"],
        "cost": _scaled(firm, money.get("cost")),
        "saving_once": _scaled(firm, money.get("once")),
        "saving_monthly": _scaled(firm, money.get("monthly")),
        "saving_basis": money.get("basis"),
        "verified_by": getattr(persons.team(round, firm), verified) if verified else None,
        "verified_on": money.get("on"),
        "metric_en": metric.get("en"),
        "metric_zh": metric.get("zh"),
        "metric_unit": metric.get("unit"),
        "metric_before": metric.get("before"),
        "metric_after": metric.get("after"),
        "lesson_en": lesson.get("en"),
        "lesson_zh": lesson.get("zh"),
        "quote_en": quote.get("en"),
        "quote_zh": quote.get("zh"),
        "quote_role": quote.get("role"),
        "quote_consent": quote.get("consent"),
    }


def _scaled(firm: Enterprise, amount: float | None) -> float | None:
    model = _model(firm)
    return amount if amount is None or firm == model else round(amount * firm.employees / model.employees, -1)


def _on_the_day(action: dict, one: dict, on: date) -> dict:
    """Without what lies after ``on``: no verification, no check, and open again where it was not done yet."""
    known = dict(action)
    if known["verified_on"] and known["verified_on"] > on:
        known |= dict.fromkeys(_SAVING)  # nobody has reckoned it yet
    elif "typed" in one and known["enterprise"] == CORRECTION.enterprise and on < CORRECTION.sent_on:
        known[one["typed"]["column"]] = one["typed"]["as"]
    if known["checked_on"] and known["checked_on"] > on:
        known |= {"checked_on": None, "action_status": "done"}
        known |= dict.fromkeys(("lesson_en", "lesson_zh", "quote_en", "quote_zh", "quote_role", "quote_consent"))
    if known["done_on"] and known["done_on"] > on:
        known |= {"done_on": None, "action_status": "in_progress", "metric_after": None}
    return known
