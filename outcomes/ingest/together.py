"""Files that are sent together and say something else about the same row.

Of files sent one after the other the last one holds. Of files sent together nobody but the sender knows which is right:
on the sheets of the record that refuses the row. What was blank and is now filled in is no disagreement: a visit that
was planned has been done, and the status that goes with it has moved on. A month is corrected so often in the same
parcel that the later file holds there too, and is told where it does.
"""

from outcomes.ingest.columns import MONTHLY
from outcomes.ingest.finding import shown
from outcomes.ingest.known import Known
from outcomes.ingest.row import Row
from outcomes.ingest.values import WITHDRAWN

_STATUS = ("action_status", "trainer_status")  # where things stand; moves on when something else was filled in


def check(rows: dict[str, list[Row]], known: Known) -> None:
    """``known.just_sent`` holds the rows of the files before this one."""
    if not known.just_sent:
        return
    for sheet, group in rows.items():
        for row in group:
            if row.key is not None:
                _corrected(row, known) if sheet == MONTHLY else _disagrees(row, known)


def _disagrees(row: Row, known: Known) -> None:
    earlier = known.just_sent.get((row.sheet.id, row.key))
    if earlier is None:
        return
    name, number, told = earlier
    changed = [column.id for column in row.sheet.columns if told.get(column.id) != row.values.get(column.id)]
    filled = {column for column in changed if told.get(column) is None}
    against = [column for column in changed if column not in filled and not (filled and column in _STATUS)]
    if against:
        row.find("disagrees-in-parcel", against[0], **_place(row, name, number, told[against[0]]))


def _corrected(row: Row, known: Known) -> None:
    for column in row.sheet.columns:
        value = row.values.get(column.id)
        earlier = known.just_sent.get((row.sheet.id, (*row.key, column.id)))
        if not column.measure or value is None or earlier is None:
            continue
        name, number, told = earlier
        if told.get(column.id) != (None if value is WITHDRAWN else value):
            row.find("corrects-just-sent", column.id, "warning", **_place(row, name, number, told.get(column.id)))


def _place(row: Row, name: str, number: int, value) -> dict:
    return {"file": name, "place": f"{row.sheet.id}!{number}", "other": shown(value) or "—"}
