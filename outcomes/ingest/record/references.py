"""Codes that name something on another sheet, and the enrolment that a visit, an assessment or an action rests on."""

from datetime import date

from outcomes.ingest.between_rows import HOME, References, named
from outcomes.ingest.columns import ACTION, ASSESSMENT, VISIT
from outcomes.ingest.row import Row

_ENROLLED = (VISIT, ASSESSMENT, ACTION)
# after an enterprise has completed its round, somebody still looks whether it lasted
_LATER = "follow_up"


def check(row: Row, codes: References) -> None:
    """Every code of the row names something that is known, and the enterprise is enrolled in the round."""
    known = True
    for column in row.sheet.columns:
        kind = named(row, column.id)
        if column.kind == "code" and kind and HOME[kind] != row.sheet.id:
            known &= codes.refer(row, column.id) or row.values.get(column.id) is None
    if known and row.sheet.id in _ENROLLED:
        _enrolled(row, codes)


def within_enrolment(row: Row, codes: References, column: str, purpose: str | None) -> None:
    """The day in ``column`` lies between joining and leaving."""
    day: date | None = row.values.get(column)
    enrolment = codes.enrolments.get((row.values.get("round"), row.values.get("enterprise")))
    if day is None or enrolment is None:
        return
    joined, left = enrolment["enrolled_on"], enrolment.get("exited_on")
    if day < joined:
        row.find("before-enrolment", column, joined=joined.isoformat())
    elif left and day > left and not (purpose == _LATER and enrolment.get("exit_reason") == "completed"):
        row.find("after-leaving", column, left=left.isoformat())


def _enrolled(row: Row, codes: References) -> None:
    key = (row.values.get("round"), row.values.get("enterprise"))
    if None in key or key in codes.enrolments:
        return
    if not codes.rests_on_refused(row, "enterprise", "enrolment", key):
        row.find("not-in-round", "enterprise", round=key[0])
