"""Which enterprise-months a figure was made of and which were left out: counted from the rows the figure was made of.

Each function takes the very rows of an answer that an exhibit reckons with and gives the last three arguments of
``lineage``: the rows used, how many were left out, and why. The rows used are found again by the same keys when a
reader opens them, so their number is the number on the figure.
"""

from collections.abc import Iterable

from outcomes.exhibits import cells, tell
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.cells import Used
from outcomes.exhibits.change import Change, usable
from outcomes.readings import FEWEST_TO_SHOW
from outcomes.words import numbers

SIDES = ("before", "after")
Rests = tuple[Used, int, list[str]]


def compared(asked: Asked, changes: Iterable[Change], sides=SIDES, others: Iterable[dict] = ()) -> Rests:
    """The months of the enterprises that have both periods, for each measure whose figures may be shown.

    ``others``: rows of ``queries/pairs.sql`` of the comparison arm that are reckoned with as well.
    """
    parts, left, alone, few = [], 0, 0, 0
    for change in changes:
        rows = [*change.pairs, *others]
        open_ = tell.shown(change)
        kept = [row for row in rows if open_ and usable(row, change.indicator)]
        parts.append((change.indicator.id, kept))
        left += _missing(rows, sides)
        rest = _months(rows, sides) - _months(kept, sides)
        hidden = change.n > 0 and not open_
        alone, few = alone + rest * (not hidden), few + rest * hidden
    return _pairs(asked, parts, sides), left + alone + few, _why(asked, left_out=left, alone=alone, few=few)


def compared_in(asked: Asked, parts: list[Change]) -> Rests:
    """The same for one measure in several places, of which one may be the whole of the others: each row once."""
    every = {_key(row): row for part in parts for row in part.pairs}
    usables = [(part, row) for part in parts for row in part.pairs if usable(row, part.indicator)]
    kept = {_key(row): row for part, row in usables if tell.shown(part)}
    hidden = {_key(row): row for part, row in usables if _key(row) not in kept}
    left, few = _missing(every.values(), SIDES), _months(hidden.values(), SIDES)
    alone = _months(every.values(), SIDES) - _months(kept.values(), SIDES) - few
    used = _pairs(asked, [(parts[0].indicator.id, list(kept.values()))], SIDES)
    return used, left + alone + few, _why(asked, left_out=left, alone=alone, few=few)


def sent(asked: Asked, indicator: str, pairs: list[dict], sides=SIDES) -> Rests:
    """All months of these rows of ``queries/pairs.sql`` that have both numbers, in both periods or in one alone."""
    left = _missing(pairs, sides)
    return _pairs(asked, [(indicator, pairs)], sides), left, _why(asked, left_out=left)


def in_series(asked: Asked, indicator: str, rows: list[dict]) -> Rests:
    """Rows of ``queries/trend.sql``; a month of fewer enterprises than may be shown has no value, so it is left out."""
    minimum = 0 if asked.is_public else FEWEST_TO_SHOW
    drawn = [row for row in rows if (row["reporting"] or 0) >= minimum]
    places = {(row["arm"], row["month"]) for row in drawn}
    used = cells.of_months(
        asked,
        indicator,
        sum(row["reporting"] or 0 for row in drawn),
        lambda row: row["in_series"] and (row["arm"], row["month"]) in places,
    )
    few = sum(row["reporting"] or 0 for row in rows) - used.n
    left = sum(max(0, (row.get("due") or 0) - (row["reporting"] or 0)) for row in rows)
    return used, left + few, _why(asked, left_out=left, few=few)


def month_by_month(asked: Asked, rows: list[dict], value: str = "numerator") -> Rests:
    """Rows of ``queries/enterprise_months.sql`` that have ``value``; every other one that is due is left out."""
    kept = [row for row in rows if row[value] is not None]
    keys: dict[str, set] = {}
    for row in kept:
        keys.setdefault(row["indicator"], set()).add((*_key(row), row["month"]))
    parts = [
        cells.of_months(asked, one, len(wanted), lambda row, wanted=wanted: (*_key(row), row["month"]) in wanted)
        for one, wanted in keys.items()
    ]
    left = sum(row[value] is None and bool(row["due"]) for row in rows)
    return cells.together(asked, parts, list(keys)), left, _why(asked, left_out=left)


def due_of(asked: Asked, owing: list[dict]) -> Used:
    """The months due, come or not, of rows of ``queries/missing.sql``; a month that did not come has its enrolment."""
    coverage = next((one.id for one in asked.db.indicators.values() if one.kind == "coverage"), None)
    if coverage is None or not owing:
        return nothing(asked)[0]
    members = {_key(row) for row in owing}
    n = sum(row["months_due"] for row in owing)
    return cells.of_months(asked, coverage, n, lambda row: _key(row) in members)


def nothing(asked: Asked) -> Rests:
    """For a card that says why there is no figure: it rests on no row."""
    return cells.together(asked, []), 0, []


def _pairs(asked: Asked, parts: list[tuple[str, list[dict]]], sides) -> Used:
    def one(indicator: str, rows: list[dict]) -> Used:
        members = {_key(row) for row in rows}
        return cells.of_months(
            asked, indicator, _months(rows, sides), lambda row: row["side"] in sides and _key(row) in members
        )

    return cells.together(asked, [one(*part) for part in parts], [indicator for indicator, _ in parts])


def _key(row: dict) -> tuple[str, str]:
    return row["round"], row["enterprise"]


def _months(rows: Iterable[dict], sides) -> int:
    return sum(row[f"{side}_months"] for row in rows for side in sides)


def _missing(rows: Iterable[dict], sides) -> int:
    return sum(max(0, row[f"{side}_due"] - row[f"{side}_months"]) for row in rows for side in sides)


def _why(asked: Asked, **months: int) -> list[str]:
    """A sentence for each reason that left anything out."""
    return [asked.say(f"cells.{why}", months=numbers.number(n, 0, asked.lang)) for why, n in months.items() if n]
