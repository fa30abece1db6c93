"""The calendar: every event of the choice in the order of its day, facts told apart from demonstration data."""

from datetime import date

from outcomes import reference, words
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import stated
from outcomes.exhibits.sheet_card import card
from outcomes.words import numbers

COLUMNS = ("event", "round", "event_type", "modules", "name_en", "name_zh", "region", "starts_on", "ends_on", "days")
VALUES = ("participants", "by_name", "counted", "is_estimate", "data_kind", "source")


def events(asked: Asked) -> Exhibit:
    """One row an event; participants are those by name and those counted, "about" where the source says so."""
    answer = asked.ask("events")
    if not answer.rows:
        return stated(asked, "events", "empty", asked.say("training.no_events"), asked.say("training.no_events_do"))
    rows = [_row(row) for row in answer.rows]
    facts = sum(row["data_kind"] == "real" for row in rows)
    told = {"n": len(rows), "days": sum(row["days"] for row in rows), "facts": facts, "rest": len(rows) - facts}
    key = "all_facts" if facts == len(rows) else "no_facts" if not facts else "some_facts"
    period = numbers.period(rows[0]["starts_on"], max(row["ends_on"] for row in rows), asked.lang)
    title = asked.say("training.events_one" if len(rows) == 1 else "training.events_title", **told, period=period)
    return card(
        asked,
        "events",
        title,
        _types(asked, rows),
        rows=rows,
        columns=[*COLUMNS, *VALUES],
        table=_table(asked, rows, told["days"]),
        answer=answer,
        used=answer.rows,
        unit=("event",),
        notes=[
            asked.say(f"training.{key}", **told),
            *([asked.say("training.about_note")] if any(row["is_estimate"] for row in rows) else []),
            *over_all(asked),
        ],
    )


def over_all(asked: Asked) -> list[str]:
    """An event has no sector and no size: the reader who chose one is told that it does not count here."""
    chosen = asked.filters.sector or asked.filters.size
    return [asked.say("training.not_by_sector")] if chosen else []


def over_everybody(asked: Asked) -> Asked:
    """The same choice without sector and size, which would leave out everything that has neither."""
    return asked.but(filters=asked.filters.but(sector=None, size=None))


def _row(row: dict) -> dict:
    heads = [value for value in (row["named"], row["counted"]) if value is not None]
    return {
        **{key: row[key] for key in COLUMNS[:-1]},
        "days": (row["ends_on"] - row["starts_on"]).days + 1,
        "participants": sum(heads) if heads else None,
        "by_name": row["named"],
        "counted": row["counted"],
        "is_estimate": row["is_estimate"],
        "data_kind": row["data_kind"],
        "source": row["source"],
    }


def _types(asked: Asked, rows: list[dict]) -> str:
    """How many of each type, in the order in which they first were held."""
    kinds = list(dict.fromkeys(row["event_type"] for row in rows))
    counts = [sum(row["event_type"] == kind for row in rows) for kind in kinds]
    return " · ".join(
        asked.say("training.so_many", what=type_of(asked, kind), n=n) for kind, n in zip(kinds, counts, strict=True)
    )


def type_of(asked: Asked, code: str) -> str:
    return asked.say(f"template.choice.event_type.{code}")


def name_of(asked: Asked, row: dict) -> str:
    return row[f"name_{asked.lang}"] or row["name_en"] or row["name_zh"]


def place_of(asked: Asked, code: str) -> str:
    """The prefecture and, when the event names one, the county."""
    steps = [step for step in reference.path(code) if step]
    return " › ".join(asked.region_name(step) for step in (steps[1:] or steps))


def modules_of(asked: Asked, codes: str | None) -> str:
    """Codes as they are; their names are long, and two or three stand in one line."""
    return asked.say("training.modules", codes=codes.replace(",", " + ").replace("  ", " ")) if codes else ""


def module_names(asked: Asked, codes: str | None) -> str:
    known = reference.modules()
    names = [
        words.pick(known[code].name, asked.lang) for code in (codes or "").replace(" ", "").split(",") if code in known
    ]
    return asked.say("comma").join(names)


def heads_of(asked: Asked, row: dict) -> str:
    """ "about 150", "24", or the words for a number that nobody gave."""
    if row["participants"] is None:
        return asked.say("training.not_told")
    text = numbers.number(row["participants"], 0, asked.lang)
    return asked.say("training.about", n=text) if row["is_estimate"] else text


def days_of(asked: Asked, first: date, last: date) -> str:
    """28–30 Oct 2014; two full dates when the event crosses the end of a month."""
    if first == last:
        return numbers.day(first, asked.lang)
    if (first.year, first.month) != (last.year, last.month):
        return f"{numbers.day(first, asked.lang)} – {numbers.day(last, asked.lang)}"
    days = {"first": first.day, "last": last.day, "month": numbers.month_name(first, asked.lang), "year": first.year}
    return asked.say("training.days", **days)


def _table(asked: Asked, rows: list[dict], days: int) -> list[list[str]]:
    heads = ("date", "event", "type", "modules_head", "place", "participants", "data")
    lines = [[asked.say(f"training.{head}") for head in heads]]
    for row in rows:
        lines.append([
            days_of(asked, row["starts_on"], row["ends_on"]),
            name_of(asked, row),
            type_of(asked, row["event_type"]),
            row["modules"] or "–",
            place_of(asked, row["region"]),
            heads_of(asked, row),
            asked.say(f"training.kind_{row['data_kind']}"),
        ])  # fmt: skip
    whole = asked.say("training.so_many_days", days=days)
    return [*lines, [whole, asked.say("training.all_events", n=len(rows)), *["–"] * 5]]
