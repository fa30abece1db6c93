"""Figures that may well be right but want a look: told as warnings, accepted all the same."""

from outcomes import plausibility
from outcomes.ingest.known import Known
from outcomes.ingest.row import Row
from outcomes.ingest.values import NONE_MARK, WITHDRAWN

INJURIES = "new_injuries"


def check(rows: list[Row], known: Known) -> None:
    """``rows`` of the sheet monthly that are accepted."""
    usual = _medians(rows) | known.medians
    for row in rows:
        _hours_per_worker(row)
        _blank_injuries(row)
        for column in row.sheet.columns:
            value = row.values.get(column.id)
            middle = usual.get((row.values["enterprise"], column.id))
            if column.measure and plausibility.far_above(_figure(value), middle):
                row.find("far-above-usual", column.id, "warning", usual=f"{middle:,.10g}")


def _hours_per_worker(row: Row) -> None:
    hours, workers = (_figure(row.values.get(name)) for name in (plausibility.HOURS, plausibility.WORKERS))
    each = plausibility.odd_hours(hours, workers)
    if each is not None:
        limits = {"low": plausibility.FEWEST_HOURS, "high": plausibility.MOST_HOURS}
        row.find("hours-per-worker", plausibility.HOURS, "warning", each=f"{each:,.0f}", **limits)


def _blank_injuries(row: Row) -> None:
    """Hours came, injuries did not: most senders mean that there were none, but only they can say so."""
    if INJURIES not in row.letters or _figure(row.values.get(plausibility.HOURS)) is None:
        return
    seen = row.seen.get(INJURIES)
    if row.values.get(INJURIES) is None or (isinstance(seen, str) and seen.strip() == NONE_MARK):
        row.find("blank-injuries", INJURIES, "warning")


def _medians(rows: list[Row]) -> dict[tuple[str, str], float]:
    series: dict[tuple[str, str], list[float]] = {}
    for row in rows:
        for column in row.sheet.columns:
            value = _figure(row.values.get(column.id))
            if column.measure and value is not None:
                series.setdefault((row.values["enterprise"], column.id), []).append(value)
    middles = {key: plausibility.usual(values) for key, values in series.items()}
    return {key: middle for key, middle in middles.items() if middle is not None}


def _figure(value) -> float | None:
    """The figure of a cell; None for a blank one and for one that was withdrawn."""
    return None if value is WITHDRAWN else value
