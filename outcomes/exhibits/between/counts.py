"""How many rows came, came late, were corrected or withdrawn: by class, table and enterprise."""

from collections import Counter
from collections.abc import Iterable

from outcomes import forms, words
from outcomes.engine import CLASSES, Difference
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.between import opened
from outcomes.exhibits.between.effects import between, notes, since, two_snapshots, unready
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import lineage
from outcomes.words import numbers

NAME = "changes-counts"
FIGURES = "observation"
ROWS = CLASSES[:-1]  # a definition is no row
_NAMED = 3  # enterprises: up to here they are named, beyond it counted


def changes_counts(asked: Asked) -> Exhibit:
    """A row for each class, table and enterprise; in the table the enterprises of one class and table together."""
    if held := unready(asked, NAME):
        return held
    found = between(asked).differences
    rows = _rows(found)
    sheets = len({one.table for one in found})
    title = asked.say("between.rows_title", n=numbers.number(len(found)), sheets=sheets)
    members = asked.db.ask("memberships")
    return Exhibit(
        id=NAME,
        title=title,
        subtitle=asked.say("between.counts_subtitle", since=since(asked)),
        figure=None,
        narrow=None,
        columns=["kind", "table", "enterprise", "rows", "first_month", "last_month"],
        rows=rows,
        notes=[notes(asked)[1], two_snapshots(asked)],
        alt=title,
        lineage=lineage(asked, [], members, opened.rows_of(asked, [(one, None) for one in found]), 0, []),
        table=[_heads(asked), *_lines(asked, found)],
        results=[
            {"differences": len(found), "sheets": sheets},
            *({"kind": kind, "figures": n} for kind, n in figures(found).items()),
            {"record": sum(one.table != FIGURES and one.kind != "membership" for one in found)},
            {"members": sum(one.kind == "membership" for one in found)},
        ],
    )


def figures(found: Iterable[Difference]) -> Counter:
    return Counter(one.kind for one in found if one.table == FIGURES)


def counted(asked: Asked, found: Iterable[Difference]) -> str:
    """ "431 figures added, 58 late, 1 corrected; 12 rows of the record": what there is none of is left out."""
    told = figures(found)
    record = Counter(one.kind for one in found if one.table != FIGURES)
    members = record.pop("membership", 0)
    first = True
    parts = []
    for kind in ROWS:
        if told[kind]:
            parts.append(many(asked, f"figures_{kind}" if first else f"count_{kind}", told[kind]))
            first = False
    if record.total():
        parts.append(many(asked, "count_record", record.total()))
    if members:
        parts.append(many(asked, "count_membership", members))
    return asked.say("comma").join(parts) or asked.say("between.count_none")


def many(asked: Asked, key: str, n: int) -> str:
    """So many of something, one of it in its own words."""
    return asked.say(f"between.{key}_one" if n == 1 else f"between.{key}", n=numbers.number(n))


def table_name(asked: Asked, table: str) -> str:
    if table == FIGURES:
        return asked.say("between.figures")
    return words.say(f"template.sheet.{forms.tables()[table].id}", asked.lang)


def enterprise_of(one: Difference) -> str | None:
    return (one.after or one.before).get("enterprise")


def _rows(found: list[Difference]) -> list[dict]:
    groups: dict[tuple, list[Difference]] = {}
    for one in found:
        groups.setdefault((one.kind, one.table, enterprise_of(one) or ""), []).append(one)
    rows = []
    for (kind, table, enterprise), own in sorted(groups.items(), key=lambda each: _order(each[0])):
        first, last = _months(own)
        rows.append(
            {
                "kind": kind,
                "table": table,
                "enterprise": enterprise or None,
                "rows": len(own),
                "first_month": first and f"{first:%Y-%m}",
                "last_month": last and f"{last:%Y-%m}",
            }
        )
    return rows


def _heads(asked: Asked) -> list[str]:
    return [asked.say(f"between.{name}") for name in ("kind", "what", "rows", "who", "months")]


def _lines(asked: Asked, found: list[Difference]) -> list[list[str]]:
    groups: dict[tuple, list[Difference]] = {}
    for one in found:
        groups.setdefault((one.kind, one.table, ""), []).append(one)
    lines = []
    for (kind, table, _), own in sorted(groups.items(), key=lambda each: _order(each[0])):
        months = [month for month in _months(own) if month]
        lines.append(
            [
                asked.say(f"between.class.{kind}"),
                table_name(asked, table),
                numbers.number(len(own)),
                _who(asked, own),
                numbers.period(*months, asked.lang) if months else "–",
            ]
        )
    return lines


def _who(asked: Asked, own: list[Difference]) -> str:
    names = sorted({enterprise_of(one) for one in own} - {None})
    if not names:
        return "–"
    if len(names) > _NAMED:
        return asked.say("between.enterprises", n=len(names))
    return asked.say("comma").join(names)


def _months(own: list[Difference]) -> tuple:
    months = sorted({one.key[1] for one in own if one.table == FIGURES})
    return (months[0], months[-1]) if months else (None, None)


def _order(key: tuple) -> tuple:
    kind, table, enterprise = key
    return CLASSES.index(kind), table != FIGURES, table, enterprise
