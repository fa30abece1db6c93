"""Targets and remarks: for which indicator, and for whom."""

from datetime import date

from outcomes.ingest.between_rows import References
from outcomes.ingest.row import Row


def target(row: Row, codes: References, today: date) -> None:
    """A target is for the country, or for one round or enterprise that is known."""
    _indicator(row, codes)
    scope, whom = row.values.get("target_scope"), row.values.get("target_of")
    if scope == "country" and whom:
        row.find("country-of-something", "target_of")
    if scope in ("round", "enterprise") and row.is_blank("target_of"):
        row.find("target-of-nobody", "target_of")


def remark(row: Row, codes: References, today: date) -> None:
    """A remark stands at figures that are shown."""
    _indicator(row, codes)


def _indicator(row: Row, codes: References) -> None:
    asked = row.values.get("indicator")
    if asked and asked not in codes.indicators:
        row.find("unknown-indicator", "indicator")
