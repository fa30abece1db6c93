"""The catalogue as a table beside the snapshot: a new indicator file is answered without a new snapshot."""

import pyarrow as pa


def as_table(indicators) -> pa.Table:
    """Columns indicator, kind, numerator, denominator, scale; one row an indicator of the catalogue."""
    rows = list(indicators.values())
    return pa.table(
        {
            "indicator": pa.array([row.id for row in rows], pa.string()),
            "kind": pa.array([row.kind for row in rows], pa.string()),
            "numerator": pa.array([row.numerator for row in rows], pa.string()),
            "denominator": pa.array([row.denominator for row in rows], pa.string()),
            "scale": pa.array([float(row.scale) for row in rows], pa.float64()),
        }
    )
