"""What a card says, in the reader's language: cost, saving and how it is known, the measure, the quotation."""

from outcomes.exhibits.asked import Asked
from outcomes.words import numbers


def choice(asked: Asked, column: str, code: str | None) -> str:
    """The word of a code of the template; what was not told is said to be so."""
    return asked.say(f"template.choice.{column}.{code}") if code else asked.say("practice.untold")


def title(asked: Asked, row: dict) -> str:
    return row[f"action_{asked.lang}"]


def cost(asked: Asked, row: dict) -> str:
    if row["cost"] is None:
        return asked.say("practice.untold")
    return asked.say("practice.nothing") if row["cost"] == 0 else numbers.money(row["cost"], asked.lang, full=True)


def saving(asked: Asked, row: dict) -> str:
    """One-off and monthly; nothing is said of a saving that nobody told."""
    parts = []
    if row["saving_monthly"] is not None:
        amount = numbers.money(row["saving_monthly"], asked.lang, full=True)
        parts.append(asked.say("practice.a_month", amount=amount))
    if row["saving_once"] is not None:
        parts.append(asked.say("practice.once", amount=numbers.money(row["saving_once"], asked.lang, full=True)))
    return asked.say("comma").join(parts) or asked.say("practice.untold")


def known(asked: Asked, row: dict) -> str:
    """How the saving is known: verified or only claimed, and on what it rests. Empty when there is no saving."""
    if not row["verified"] and not row["claimed"]:
        return ""
    word = asked.say("practice.verified" if row["verified"] else "practice.claimed")
    if not row["saving_basis"] or (row["claimed"] and row["saving_basis"] == "claimed"):
        return word
    basis = asked.say(f"practice.basis_{row['saving_basis']}")
    return asked.say("practice.known", word=word, basis=basis)


def saving_and_known(asked: Asked, row: dict) -> str:
    word = known(asked, row)
    told = saving(asked, row)
    return asked.say("practice.told_and_known", saving=told, known=word) if word else told


def verifier(asked: Asked, row: dict) -> str:
    """By which role and when; never by whom."""
    if not row.get("verified_by") or row.get("verified_on") is None:
        return ""
    role = choice(asked, "role", row["verified_role"]) if row["verified_role"] else asked.say("practice.somebody")
    return asked.say("practice.verified_by", role=role, day=numbers.day(row["verified_on"], asked.lang))


def payback(asked: Asked, row: dict) -> str:
    if row["payback"] is None:
        return asked.say("practice.untold")
    if row["payback"] == 0:
        return asked.say("practice.at_once")
    return asked.say("practice.months", months=numbers.number(row["payback"], 1, asked.lang))


def measure(asked: Asked, row: dict) -> str:
    """Before → after of what the enterprise measured, in its own unit."""
    if row["metric_before"] is None or row["metric_after"] is None:
        return ""
    before, after = (_plain(row[f"metric_{side}"]) for side in ("before", "after"))
    name = row[f"metric_{asked.lang}"] or row["metric_en"] or row["metric_zh"] or asked.say("practice.measure")
    return asked.say("practice.moved", name=name, before=before, after=after, unit=row["metric_unit"] or "").strip()


def lesson(asked: Asked, row: dict) -> str:
    return row[f"lesson_{asked.lang}"] or row["lesson_en"] or row["lesson_zh"] or ""


def quote(asked: Asked, row: dict) -> str:
    return row[f"quote_{asked.lang}"] or row["quote_en"] or row["quote_zh"] or ""


def may_quote(asked: Asked, row: dict) -> bool:
    """Outside only what has consent was handed out at all; inside the rest is marked."""
    return asked.is_public or row["quote_consent"] == "yes"


def status(asked: Asked, row: dict) -> str:
    """What became of it, and since when where a day is known."""
    word = choice(asked, "action_status", row["action_status"])
    day = row.get("checked_on") if row["action_status"] in ("sustained", "reverted") else row.get("done_on")
    if row["late"]:
        return asked.say("practice.late", word=word, day=numbers.day(row["due_on"], asked.lang))
    return asked.say("practice.since", word=word, day=numbers.day(day, asked.lang)) if day else word


def _plain(value: float) -> str:
    """As many decimals as the figure has, two at most."""
    text = numbers.number(value, 2)
    return text.rstrip("0").rstrip(".") if "." in text else text
