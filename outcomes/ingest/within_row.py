"""Rules that one row can break by itself: dates out of order, more of a part than of the whole."""

from datetime import date, timedelta

from outcomes.ingest.columns import ACTION, ENROLMENT, ENTERPRISE, EVENT, MONTHLY, ROUND
from outcomes.ingest.finding import shown
from outcomes.ingest.row import Row
from outcomes.ingest.values import WITHDRAWN
from outcomes.plausibility import above_whole
from outcomes.reference import regions

# sheet -> (rule, the date that must not come first, the date that must not come after it)
_ORDER = {
    ROUND: (
        ("training-order", "training_end", "training_start"),
        ("baseline-order", "training_start", "baseline_start"),
    ),
    ENROLMENT: (("exit-order", "exited_on", "enrolled_on"),),
    EVENT: (("event-order", "ends_on", "starts_on"),),
    ACTION: (
        ("due-before-opened", "due_on", "opened_on"),
        ("done-before-opened", "done_on", "opened_on"),
        ("verified-before-opened", "verified_on", "opened_on"),
    ),
}
_PAST = ("received_on", "exited_on", "certified_on", "assessed_on", "said_on", "opened_on", "checked_on", "verified_on")
_PAST += ("taken_on", "remarked_on")
_DONE = "done_on"  # a visit or an action: what is done counts, so it cannot lie ahead


def check(row: Row, today: date) -> None:
    """``today`` with a day of tolerance: the sender's clock may be ahead."""
    for rule, late, early in _ORDER.get(row.sheet.id, ()):
        first, second = row.values.get(early), row.values.get(late)
        if first and second and second < first:
            row.find(rule, late, other=shown(first))
    for column in row.sheet.columns:
        if column.not_above:
            _not_above(row, column.id, column.not_above)
    tomorrow = today + timedelta(days=1)
    for name in _PAST:
        if (row.values.get(name) or today) > tomorrow:
            row.find("future-date", name, "warning")
    if (row.values.get(_DONE) or today) > tomorrow:
        row.find("done-ahead", _DONE)
    if row.sheet.id == MONTHLY and (row.values.get("month") or today) > tomorrow:
        row.find("future-month", "month")
    if row.sheet.id == ENTERPRISE:
        region = regions().get(row.values.get("region") or "")
        if region is not None and region.level != "county":
            row.find("region-not-county", "region", "warning", name=region.name)
    if row.sheet.id == ENROLMENT:
        _exit(row)


def _not_above(row: Row, part: str, whole: str) -> None:
    value, most = row.values.get(part), row.values.get(whole)
    if WITHDRAWN not in (value, most) and above_whole(value, most):
        row.find("not-above", part, other=row.sheet.column(whole).title, most=f"{most:,.10g}")


def _exit(row: Row) -> None:
    exited, reason = row.values.get("exited_on"), row.values.get("exit_reason")
    if exited and not reason and row.seen.get("exit_reason") is None:
        row.find("exit-without-reason", "exit_reason", "warning")
    if reason and not exited and row.seen.get("exited_on") is None:
        row.find("reason-without-exit", "exited_on", "warning")
