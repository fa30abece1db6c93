"""Who is due: what is overdue, what comes next, and who has not been seen for a long time."""

from datetime import timedelta

from outcomes.exhibits.asked import Asked
from outcomes.exhibits.coaching.made import Visits, held, last_visits, made
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import stated
from outcomes.exhibits.sheet_card import card
from outcomes.words import numbers

COLUMNS = ("kind", "enterprise", "round", "region", "purpose", "planned_on", "days_overdue", "last_visit", "days_since")
LONG_AGO = 90  # days without a visit; as long as a practice must have lasted to be called kept
AHEAD = 45  # days that count as coming next
KINDS = ("overdue", "long_ago", "coming")


def visits_due(asked: Asked) -> Exhibit:
    """One row a visit that is overdue or comes next, one an enterprise not seen for long and with nothing planned."""
    if nothing := held(asked, "visits-due"):
        return nothing
    told = made(asked)
    if not told.coaching:
        return stated(asked, "visits-due", "empty", asked.say("visits.none"), asked.say("visits.none_do"))
    rows = [*_visits(told, "overdue"), *_long_ago(asked, told), *_visits(told, "coming")]
    return card(
        asked,
        "visits-due",
        sentence(asked, told),
        asked.say("visits.due_about", day=numbers.day(told.today, asked.lang), days=LONG_AGO),
        rows=rows,
        columns=list(COLUMNS),
        table=_table(asked, rows),
        answer=told.answer,
        used=told.coaching,
        unit=("visit",),
        left=len(told.enforcement),
        why=[asked.say("visits.left_out", n=len(told.enforcement))],
        results=[{"long_ago_days": LONG_AGO}],
        notes=[asked.say("visits.missed_note", n=len(missed))] if (missed := told.of("missed")) else [],
    )


def sentence(asked: Asked, told: Visits) -> str:
    """How many are overdue and, when they all lie in one place, where; else how many were not seen for long."""
    late = told.overdue
    if late:
        places = {row["region"] for row in late}
        key = "one" if len(late) == 1 else "two" if len(late) == 2 else "many"
        if len(places) > 1:
            return asked.say("visits.overdue_places", n=len(late))
        return asked.say(f"visits.overdue_{key}", n=len(late), place=asked.region_name(places.pop()))
    long_ago = len(_long_ago(asked, told))
    if long_ago:
        return asked.say("visits.long_ago_one" if long_ago == 1 else "visits.long_ago", n=long_ago, days=LONG_AGO)
    return asked.say("visits.none_overdue")


def _visits(told: Visits, kind: str) -> list[dict]:
    if kind == "overdue":
        rows = told.overdue
    else:
        until = told.today + timedelta(days=AHEAD)
        rows = sorted(
            (row for row in told.of("planned") if row["planned_on"] <= until), key=lambda row: row["planned_on"]
        )
    last = last_visits(told.done)
    return [
        {
            "kind": kind,
            **{key: row[key] for key in ("enterprise", "round", "region", "purpose", "planned_on")},
            "days_overdue": (told.today - row["planned_on"]).days if kind == "overdue" else None,
            **_seen(told, last.get((row["round"], row["enterprise"]))),
        }
        for row in rows
    ]


def _long_ago(asked: Asked, told: Visits) -> list[dict]:
    """Pilots still in their round, with no visit ahead or overdue; never visited comes first."""
    last = last_visits(told.done)
    open_ = {(row["round"], row["enterprise"]) for row in told.of("planned", "overdue")}
    rows = []
    for member in asked.pilots:
        key = (member["round"], member["enterprise"])
        if member["exited"] is not None or key in open_:
            continue
        seen = _seen(told, last.get(key))
        if seen["days_since"] is None or seen["days_since"] > LONG_AGO:
            place = {name: member[name] for name in ("enterprise", "round", "region")}
            rows.append(
                {"kind": "long_ago", **place, "purpose": None, "planned_on": None, "days_overdue": None, **seen}
            )
    return sorted(rows, key=lambda row: (row["last_visit"] is not None, row["last_visit"], row["enterprise"]))


def _seen(told: Visits, last) -> dict:
    return {"last_visit": last, "days_since": (told.today - last).days if last else None}


def _table(asked: Asked, rows: list[dict]) -> list[list[str]]:
    heads = ("due", "enterprise", "purpose", "planned_on", "days_late", "last_visit")
    table = [[asked.say(f"visits.{head}") for head in heads]]
    for row in rows:
        table.append([
            asked.say(f"visits.kind_{row['kind']}"),
            row["enterprise"],
            asked.say(f"template.choice.purpose.{row['purpose']}") if row["purpose"] else "–",
            numbers.day(row["planned_on"], asked.lang) if row["planned_on"] else "–",
            numbers.number(row["days_overdue"], 0, asked.lang) if row["days_overdue"] is not None else "–",
            numbers.day(row["last_visit"], asked.lang) if row["last_visit"] else asked.say("visits.never"),
        ])  # fmt: skip
    count = asked.say("visits.count_of", **{kind: sum(row["kind"] == kind for row in rows) for kind in KINDS})
    return [*table, [count, *["–"] * 5]]
