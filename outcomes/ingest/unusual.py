"""Figures that may well be right but want a look: told as warnings, accepted all the same."""

from statistics import median

from outcomes.ingest.known import Known
from outcomes.ingest.row import Row
from outcomes.ingest.values import NONE_MARK, WITHDRAWN

HOURS, WORKERS, INJURIES = "hours_worked", "workers", "new_injuries"
FEWEST_HOURS, MOST_HOURS = 60, 320  # a month, one worker
_TIMES, _FEWEST_VALUES = 10, 4


def check(rows: list[Row], known: Known) -> None:
    """``rows`` of the sheet monthly that are accepted."""
    usual = _medians(rows) | known.medians
    for row in rows:
        _hours_per_worker(row)
        _blank_injuries(row)
        for column in row.sheet.columns:
            value = row.values.get(column.id)
            middle = usual.get((row.values["enterprise"], column.id))
            if column.measure and middle and _is_figure(value) and value > _TIMES * middle:
                row.find("far-above-usual", column.id, "warning", usual=f"{middle:,.10g}")


def _hours_per_worker(row: Row) -> None:
    hours, workers = row.values.get(HOURS), row.values.get(WORKERS)
    if not (_is_figure(hours) and _is_figure(workers)) or not workers:
        return
    each = hours / workers
    if not FEWEST_HOURS <= each <= MOST_HOURS:
        row.find("hours-per-worker", HOURS, "warning", each=f"{each:,.0f}", low=FEWEST_HOURS, high=MOST_HOURS)


def _blank_injuries(row: Row) -> None:
    """Hours came, injuries did not: most senders mean that there were none, but only they can say so."""
    if INJURIES not in row.letters or not _is_figure(row.values.get(HOURS)):
        return
    seen = row.seen.get(INJURIES)
    if row.values.get(INJURIES) is None or (isinstance(seen, str) and seen.strip() == NONE_MARK):
        row.find("blank-injuries", INJURIES, "warning")


def _medians(rows: list[Row]) -> dict[tuple[str, str], float]:
    series: dict[tuple[str, str], list[float]] = {}
    for row in rows:
        for column in row.sheet.columns:
            if column.measure and _is_figure(row.values.get(column.id)):
                series.setdefault((row.values["enterprise"], column.id), []).append(row.values[column.id])
    return {key: median(values) for key, values in series.items() if len(values) >= _FEWEST_VALUES}


def _is_figure(value) -> bool:
    return value is not None and value is not WITHDRAWN
