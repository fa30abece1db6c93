"""Improvement actions: what their dates, status, saving and quote must have beside them."""

from datetime import date

from outcomes.ingest.between_rows import References
from outcomes.ingest.row import Row

_FINISHED = ("done", "sustained", "reverted")


def action(row: Row, codes: References, today: date) -> None:
    """What is missing is told and the action accepted: a saving without a verifier stands there and does not count."""
    values = row.values
    if values.get("action_status") in _FINISHED and _is_blank(row, "done_on"):
        row.find("finished-without-day", "done_on", "warning")
    if _saves(row) and _is_blank(row, "verified_by"):
        row.find("saving-unverified", "verified_by", "warning")
    elif values.get("verified_on") and _is_blank(row, "verified_by"):
        row.find("verified-by-nobody", "verified_by", "warning")
    if values.get("verified_by") and _is_blank(row, "verified_on"):
        row.find("verified-without-day", "verified_on", "warning")
    if (values.get("quote_en") or values.get("quote_zh")) and _is_blank(row, "quote_consent"):
        row.find("quote-without-consent", "quote_consent", "warning")


def _saves(row: Row) -> bool:
    return any((row.values.get(column) or 0) > 0 for column in ("saving_once", "saving_monthly"))


def _is_blank(row: Row, column: str) -> bool:
    """Nothing stands there; a cell that cannot be read is told as such."""
    return row.values.get(column) is None and row.seen.get(column) in (None, "")
