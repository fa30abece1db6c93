"""The measures as a table beside the snapshot, so that a question can ask which one is a part of which."""

import pyarrow as pa

from outcomes import catalogue


def as_table() -> pa.Table:
    """Columns measure, not_above (the measure it cannot exceed, or empty); one row a column of the sheet monthly."""
    rows = list(catalogue.measures().values())
    return pa.table(
        {
            "measure": pa.array([row.id for row in rows], pa.string()),
            "not_above": pa.array([row.not_above for row in rows], pa.string()),
        }
    )
