"""What was corrected, withdrawn or changed in a membership, cell by cell: was and is, and where each of them stands."""

import json
from datetime import date

from outcomes import catalogue, words
from outcomes.engine import Difference
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.between import opened
from outcomes.exhibits.between.counts import FIGURES, enterprise_of, many, table_name
from outcomes.exhibits.between.effects import between, since, two_snapshots, unready
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import lineage
from outcomes.words import numbers

NAME = "changes-cells"
MOST_LINES = 40  # on the page; the file has them all
_LONGEST = 60  # letters of a text in a table
_SAID, _NOT_QUOTED = ("said_en", "said_zh", "quote_en", "quote_zh"), "***"
_KINDS = ("corrected", "withdrawn", "membership")
COLUMNS = [
    "kind", "table", "enterprise", "key", "month", "change", "column", "old", "new",
    "old_file", "old_sheet", "old_cell", "new_file", "new_sheet", "new_cell",
]  # fmt: skip


def changes_cells(asked: Asked) -> Exhibit:
    """A row for each cell that reads otherwise, and one for each row that is gone, or that is new among the members."""
    if held := unready(asked, NAME):
        return held
    found = [one for one in between(asked).differences if one.kind in _KINDS]
    files = [_files(each) for each in (asked.base, asked.db)]
    each = [(one, column) for one in found for column in _columns(one)]
    rows = [_cell(one, column, files) for one, column in each]
    count = {kind: sum(row["kind"] == kind for row in rows) for kind in _KINDS}
    parts = [many(asked, f"cells_{kind}", n) for kind, n in count.items() if n]
    title = asked.say("comma").join(parts) or asked.say("between.cells_none")
    more = [asked.say("between.cells_more", n=len(rows) - MOST_LINES)] if len(rows) > MOST_LINES else []
    members = asked.db.ask("memberships")
    return Exhibit(
        id=NAME,
        title=title[:1].upper() + title[1:],
        subtitle=asked.say("between.cells_subtitle", since=since(asked)),
        figure=None,
        narrow=None,
        columns=COLUMNS,
        rows=rows,
        notes=[*more, two_snapshots(asked)],
        alt=title,
        lineage=lineage(asked, [], members, opened.rows_of(asked, each), 0, []),
        table=[_heads(asked), *(_line(asked, row) for row in rows[:MOST_LINES])] if rows else [],
    )


def _columns(one: Difference) -> tuple[str | None, ...]:
    """The cells of a row that read otherwise; of a row that is new or gone, the row as a whole."""
    return ("value",) if one.table == FIGURES else one.columns or (None,)


def _cell(one: Difference, column: str | None, files: list[dict[str, str]]) -> dict:
    figure = one.table == FIGURES
    row = {
        "kind": one.kind,
        "table": one.table,
        "enterprise": enterprise_of(one),
        "key": " · ".join(_text(part) for part in one.key if part is not None),
        "month": f"{one.key[1]:%Y-%m}" if figure else None,
        "change": "new" if one.before is None else "gone" if one.after is None else "changed",
        "column": one.key[2] if figure else column,
    }
    for side, told, names in (("old", one.before, files[0]), ("new", one.after, files[1])):
        row[side] = _plain(_open(told, column)) if told and column else None
        row |= {f"{side}_{part}": text for part, text in _place(told or {}, column, figure, names).items()}
    return row


def _open(told: dict, column: str):
    """The value; of what somebody said only whether they agreed to be quoted decides."""
    if column in _SAID and told.get("quote_consent") != "yes" and told[column] is not None:
        return _NOT_QUOTED
    return told[column]


def _place(told: dict, column: str | None, figure: bool, files: dict[str, str]) -> dict[str, str | None]:
    """File, sheet and cell of one value; a row of an older snapshot may not tell."""
    if not told.get("submission"):
        return {"file": None, "sheet": None, "cell": None}
    letter = told.get("column") if figure else json.loads(told.get("cells") or "{}").get(column)
    return {
        "file": files.get(told["submission"], told["submission"][:12]),
        "sheet": told["sheet"],
        "cell": f"{letter or ''}{told['row']}",
    }


def _files(db) -> dict[str, str]:
    """Names by content, where the reader may see them: an officer's database names those of the own regions alone."""
    return {row["submission"]: row["name"] for row in db.ask("files").rows}


def _heads(asked: Asked) -> list[str]:
    return [asked.say(f"between.{name}") for name in ("kind", "where", "what", "was", "is", "was_in", "is_in")]


def _line(asked: Asked, row: dict) -> list[str]:
    figure = row["table"] == FIGURES
    where = row["key"]
    if figure:
        month = numbers.month(date.fromisoformat(row["month"] + "-01"), asked.lang)
        where = f"{row['enterprise']} · {month}"
    return [
        asked.say(f"between.class.{row['kind']}"),
        where if figure else f"{table_name(asked, row['table'])} · {where}",
        _column(asked, row),
        _shown(asked, row["old"], row["column"]),
        _shown(asked, row["new"], row["column"]),
        _stands(row, "old"),
        _stands(row, "new"),
    ]


def _column(asked: Asked, row: dict) -> str:
    if row["table"] == FIGURES:
        known = catalogue.measures().get(row["column"])
        return words.pick(known.title, asked.lang) if known else row["column"]
    if row["column"] is None:
        return asked.say(f"between.row_{row['change']}")
    key = f"template.column.{row['column']}.title"
    return words.say(key, asked.lang) if words.has(key) else row["column"]


def _stands(row: dict, side: str) -> str:
    if not row[f"{side}_file"]:
        return "–"
    return f"{row[f'{side}_file']}, {row[f'{side}_sheet']}!{row[f'{side}_cell']}"


def _shown(asked: Asked, value, column: str | None) -> str:
    """A number as it is written, a choice in the reader's words, a text cut short; what is said in the other language
    stands in the file alone."""
    if value is None:
        return "–"
    if value != _NOT_QUOTED and (column or "").endswith(
        tuple(f"_{one}" for one in words.LANGUAGES if one != asked.lang)
    ):
        return asked.say("between.other_language")
    if words.has(choice := f"template.choice.{column}.{value}"):
        return words.say(choice, asked.lang)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return numbers.number(value, 0 if float(value).is_integer() else 2, asked.lang)
    text = str(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _plain(value):
    return value.isoformat() if isinstance(value, date) else value


def _text(part) -> str:
    return part.isoformat() if isinstance(part, date) else str(part)
