"""What a funnel is made of: cases over what they rest on, of an enterprise or of a district, after the start."""

from dataclasses import dataclass

from outcomes import catalogue
from outcomes.catalogue import Indicator
from outcomes.exhibits import districts
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.change import Change, usable

BY = ("enterprise", "district")


@dataclass(frozen=True)
class Unit:
    """``n``: enterprises in it; ``rows``: theirs of ``queries/pairs.sql``."""

    name: str
    events: int
    exposure: float
    n: int
    rows: list[dict]


def kind_of(indicator: Indicator) -> str | None:
    """binomial: so many of so many; poisson: cases over a quantity; None: the figure is no count."""
    known = catalogue.measures()
    if indicator.kind != "ratio" or known[indicator.numerator].kind != "count":
        return None
    part = known[indicator.numerator].not_above == indicator.denominator
    return "binomial" if part and known[indicator.denominator].kind == "count" else "poisson"


def enterprises(change: Change) -> list[Unit]:
    return [_unit(row["enterprise"], [row]) for row in _used(change)]


def by_district(asked: Asked, indicator_id: str) -> list[Unit]:
    """Only districts that may be shown beside the others, by the rule of the tiles."""
    every = [(one, group) for group in districts.groups(asked, indicator_id) for one in group.districts]
    return [_unit(districts.name(asked, one, group), _used(one.change)) for one, group in every if districts.shown(one)]


def _used(change: Change) -> list[dict]:
    return [row for row in change.pairs if usable(row, change.indicator)]


def _unit(name: str, rows: list[dict]) -> Unit:
    events, exposure = (sum(row[f"after_{part}"] for row in rows) for part in ("numerator", "denominator"))
    return Unit(name, round(events), exposure, len(rows), rows)
