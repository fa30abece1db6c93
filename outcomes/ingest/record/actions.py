"""Improvement actions: what their dates, status, saving and quote must have beside them."""

from datetime import date

from outcomes.ingest.between_rows import References
from outcomes.ingest.row import Row

_FINISHED = ("done", "sustained", "reverted")


def action(row: Row, codes: References, today: date) -> None:
    """What is missing is told and the action accepted: a saving without a verifier stands there and does not count."""
    values = row.values
    if values.get("action_status") in _FINISHED and row.is_blank("done_on"):
        row.find("finished-without-day", "done_on", "warning")
    if _saves(row) and row.is_blank("verified_by"):
        row.find("saving-unverified", "verified_by", "warning")
    elif values.get("verified_on") and row.is_blank("verified_by"):
        row.find("verified-by-nobody", "verified_by", "warning")
    if values.get("verified_by") and row.is_blank("verified_on"):
        row.find("verified-without-day", "verified_on", "warning")
    if (values.get("quote_en") or values.get("quote_zh")) and row.is_blank("quote_consent"):
        row.find("quote-without-consent", "quote_consent", "warning")


def _saves(row: Row) -> bool:
    return any((row.values.get(column) or 0) > 0 for column in ("saving_once", "saving_monthly"))
