"""How a card over the programme's record is put together: title, rows, table, and the rows of sheets it was made of."""

from outcomes.engine import Answer
from outcomes.exhibits import cells, scene
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import lineage


def card(
    asked: Asked,
    name: str,
    title: str,
    subtitle: str,
    *,
    rows: list[dict],
    table: list[list[str]],
    answer: Answer,
    used: list[dict],
    unit: tuple[str, ...],
    value: str | None = None,
    notes: list[str] = (),
    left: int = 0,
    why: list[str] = (),
    columns: list[str] | None = None,
    results: list[dict] = (),
    figure=None,
    narrow=None,
) -> Exhibit:
    """``used``: the rows of sheets behind it, each with its place; ``left``: how many were not used, ``why`` in words.

    unit: the columns that name such a row; value: the column of what it counts with.
    """
    return Exhibit(
        id=name,
        title=title,
        subtitle=subtitle,
        figure=figure,
        narrow=narrow,
        columns=columns or list(rows[0]),
        rows=rows,
        notes=[*notes, scene.snapshot_note(asked)],
        alt=title,
        lineage=lineage(asked, [], answer, _opened(asked, used, unit, value), left, list(why)),
        table=table,
        results=list(results),
    )


def _opened(asked: Asked, used: list[dict], unit: tuple[str, ...], value: str | None) -> cells.Used:
    """The rows as a reader opens them; the public is told only how many they are."""
    rows = [] if asked.is_public else used
    named = [
        {
            **{column: row.get(column) for column in ("round", "enterprise", "submission", "sheet", "row", "cells")},
            "unit": " ".join(str(row[column]) for column in unit if row[column] is not None),
            "numerator": row[value] if value else None,
        }
        for row in rows
    ]
    return cells.of_units(asked, named, len(used))
