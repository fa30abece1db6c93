"""Visits and the assessments made on them: when they can have been, and for which enterprise."""

from datetime import date

from outcomes.ingest.between_rows import References
from outcomes.ingest.record.references import within_enrolment
from outcomes.ingest.row import Row

_MOST_HOURS = 24


def visit(row: Row, codes: References, today: date) -> None:
    """A visit is planned or done; what counts is the day it was done."""
    told = [column for column in ("done_on", "planned_on") if row.values.get(column)]
    if told:
        within_enrolment(row, codes, told[0], row.values.get("purpose"))
    elif row.is_blank("done_on") and row.is_blank("planned_on"):
        row.find("visit-without-day", "planned_on")
    if (row.values.get("visit_hours") or 0) > _MOST_HOURS:
        row.find("visit-too-long", "visit_hours", "warning", most=_MOST_HOURS)


def assessment(row: Row, codes: References, today: date) -> None:
    """Somebody can assess what an enterprise does once it has joined."""
    within_enrolment(row, codes, "assessed_on", row.values.get("wave"))
