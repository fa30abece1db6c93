"""How a card over the programme's record is put together: title, rows, table, and the rows of sheets it was made of."""

from outcomes.engine import Answer
from outcomes.exhibits import scene
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
    notes: list[str] = (),
    left: int = 0,
    why: list[str] = (),
    columns: list[str] | None = None,
    results: list[dict] = (),
    figure=None,
    narrow=None,
) -> Exhibit:
    """``used``: the rows of sheets behind it, each with its place; ``left``: how many were not used, ``why`` in words."""
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
        lineage=lineage(asked, [], answer, len(used), left, list(why)),
        table=table,
        results=list(results),
    )
