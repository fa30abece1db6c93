"""Which files an officer may know by name: a name may tell of enterprises in other regions, so few are kept."""

import pyarrow as pa
import pyarrow.compute as pc

_PLACE = ("submission", "sheet", "row")


def own_files(submissions: pa.Table, seen: dict[str, pa.Table]) -> pa.Table:
    """The rows of ``submission`` whose every row came through the cut to the own regions.

    ``seen``: the officer's tables. A row that was refused, replaced by a later file or lies outside is not among them;
    a file with one such row stays without its name, and its rows are told by the start of its SHA-256.
    """
    rows: dict[str, set] = {}
    for table in seen.values():
        if not set(_PLACE) <= set(table.column_names):
            continue
        for submission, sheet, row in _distinct(table):
            rows.setdefault(submission, set()).add((sheet, row))
    told = zip(submissions["submission"].to_pylist(), submissions["rows_in"].to_pylist(), strict=True)
    own = [submission for submission, rows_in in told if len(rows.get(submission, ())) == rows_in]
    return submissions.filter(pc.is_in(submissions["submission"], value_set=pa.array(own, pa.string())))


def _distinct(table: pa.Table) -> list[tuple]:
    """An observation is a cell, and a row of a sheet has many: each row once."""
    found = table.select(_PLACE).group_by(list(_PLACE)).aggregate([])
    return list(zip(*(found[name].to_pylist() for name in _PLACE), strict=True))
