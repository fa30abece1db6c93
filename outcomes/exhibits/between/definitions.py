"""Which indicators are defined otherwise than when the earlier snapshot was published."""

from outcomes import catalogue, words
from outcomes.catalogue import Indicator
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.between import opened
from outcomes.exhibits.between.effects import since, two_snapshots, unready
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import lineage
from outcomes.words import numbers

NAME = "changes-definitions"


def changes_definitions(asked: Asked) -> Exhibit:
    """A row for each field that differs; one for an indicator that is new or gone."""
    if held := unready(asked, NAME):
        return held
    rows = _rows(asked)
    told = len({row["indicator"] for row in rows})
    used = opened.files_of(asked, [(row["indicator"], row["field"]) for row in rows])
    title = asked.say("between.definitions_some" if rows else "between.definitions_none", k=told)
    facts = asked.base.snapshot.manifest["facts"]
    notes = [] if catalogue.tells_formulas(facts) else [asked.say("between.no_formulas")]
    changed = [_today(asked)[name] for name in dict.fromkeys(row["indicator"] for row in rows) if name in _today(asked)]
    return Exhibit(
        id=NAME,
        title=title,
        subtitle=asked.say("between.definitions_subtitle", since=since(asked)),
        figure=None,
        narrow=None,
        columns=["indicator", "name", "change", "field", "then", "now", "valid_from"],
        rows=rows,
        notes=[*notes, two_snapshots(asked)],
        alt=title,
        lineage=lineage(asked, changed, asked.db.ask("rounds"), used, 0, []),
        table=[_heads(asked), *(_line(asked, row) for row in rows)] if rows else [],
        results=[{"definitions": told}],
    )


def changed(asked: Asked) -> int:
    """How many definitions are not the same."""
    return len({row["indicator"] for row in _rows(asked)})


def _today(asked: Asked) -> dict[str, Indicator]:
    return {**asked.db.indicators, **asked.db.records}


def _rows(asked: Asked) -> list[dict]:
    today, facts = _today(asked), asked.base.snapshot.manifest["facts"]
    then = catalogue.as_published(today, facts)
    rows = []
    for name, fields in catalogue.definitions(then, today).items():
        now = today[name]
        if not fields:
            rows.append(_row(asked, name, now, "added", None, None, now.version))
        rows += [
            _row(asked, name, now, "changed", field, getattr(then[name], field), getattr(now, field))
            for field in fields
        ]
    return rows + [_row(asked, name, None, "dropped", None, None, None) for name in catalogue.dropped(today, facts)]


def _row(asked: Asked, name: str, now: Indicator | None, change: str, field: str | None, then, new) -> dict:
    return {
        "indicator": name,
        "name": words.pick(now.title, asked.lang) if now else name,
        "change": change,
        "field": field,
        "then": then,
        "now": new,
        "valid_from": now.valid_from.isoformat() if now else None,
    }


def _heads(asked: Asked) -> list[str]:
    return [asked.say(f"between.{name}") for name in ("indicator", "change", "was", "is", "valid_from")]


def _line(asked: Asked, row: dict) -> list[str]:
    what = asked.say(f"between.definition_{row['change']}")
    if row["field"]:
        what = asked.say(f"between.field.{row['field']}")
    day = _today(asked)[row["indicator"]].valid_from if row["valid_from"] else None
    return [
        row["name"],
        what,
        _shown(asked, row["then"]),
        _shown(asked, row["now"]),
        numbers.day(day, asked.lang) if day else "–",
    ]


def _shown(asked: Asked, value) -> str:
    """A measure by its title, a kind as its word, a number as it is."""
    if value is None:
        return "–"
    if isinstance(value, int | float):
        return numbers.number(value, 0 if float(value).is_integer() else 2, asked.lang)
    known = catalogue.measures().get(value)
    if known:
        return words.pick(known.title, asked.lang)
    key = f"between.kind_word.{value}"
    return asked.say(key) if words.has(key) else value
