"""An exhibit: a finished answer, ready for a screen or a slide, with everything needed to compute it again."""

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from outcomes.exhibits.cells import Used

OPEN = "no upper end"  # an infinite end of an interval in rows, results and files, which know no infinity


@dataclass(frozen=True)
class Lineage:
    """How do we know? Which indicators, which question as run, which snapshot, which rows.

    ``cells()`` gives the rows used, as many as ``rows_used``: dicts with the columns of ``cells.COLUMNS``, each with its
    values and with file, sheet and cell of numerator and denominator (``numerator_file``, ``numerator_sheet``,
    ``numerator_cell`` as in "F12" or "A12:K12", and the same of the denominator). Nothing is asked of the database
    before it is called. None for the public, for whom there are no rows of enterprises.
    """

    indicators: list[dict]  # {title, definition, numerator, denominator, unit, standard, checked_by}
    question: str
    sql: str
    sql_sha256: str
    parameters: dict
    snapshot_id: str
    manifest_sha256: str
    rows_used: int
    rows_left_out: int
    left_out_why: list[str]
    as_of: str
    cells: "Used | None" = field(default=None, compare=False, repr=False)


@dataclass(frozen=True)
class Exhibit:
    """One finding with its figure, rows, notes and lineage. ``state`` is None when there is something to show."""

    id: str
    title: str  # the finding, a sentence a reader could quote
    subtitle: str  # unit, periods, n
    figure: object | None  # a Plotly figure
    narrow: object | None  # the same, drawn for a phone
    columns: list[str]
    rows: list[dict]
    notes: list[str]
    alt: str
    lineage: Lineage
    state: str | None = None  # empty, suppressed, incomplete, error, not_allowed
    table: list[list[str]] = field(default_factory=list)  # heads, then lines: the rows as a reader sees them
    results: list[dict] = field(default_factory=list)  # each statistic whole: estimate, interval, method, n, warnings
    reading: dict | None = None  # code, reason, word and why
    remarks: list[str] = field(default_factory=list)  # what people said about it, each with its number, who and when

    def __post_init__(self):
        object.__setattr__(self, "rows", [closed(row) if math.inf in row.values() else row for row in self.rows])


def closed(value):
    """The same with each infinite end as a word, at any depth."""
    if isinstance(value, dict):
        return {key: closed(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [closed(each) for each in value]
    return OPEN if isinstance(value, float) and math.isinf(value) else value
