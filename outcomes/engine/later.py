"""Columns of the public tree that came later than the first snapshots: an older one is read with them, empty."""

import pyarrow as pa

_TEXT, _DAY, _WHOLE, _REAL, _YES = pa.string(), pa.date32(), pa.int64(), pa.float64(), pa.bool_()

PUBLIC: dict[str, pa.Schema] = {
    "public_outcome": pa.schema({
        "indicator": _TEXT,
        "round": _TEXT,
        "n": _WHOLE,
        "reporting": _WHOLE,
        "enrolled": _WHOLE,
        "coverage": _REAL,
        "before": _REAL,
        "after": _REAL,
        "after_low": _REAL,
        "after_high": _REAL,
        "scale": _TEXT,
        "estimate": _REAL,
        "low": _REAL,
        "high": _REAL,
        "no_upper_end": _YES,  # then high is empty: an infinity is not stored alike by every engine
        "confidence": _REAL,
        "p": _REAL,
        "method": _TEXT,
        "warnings": _TEXT,
        "rose": _WHOLE,
        "fell": _WHOLE,
        "same": _WHOLE,
        "reading": _TEXT,
        "reason": _TEXT,
        "before_from": _DAY,
        "before_to": _DAY,
        "after_from": _DAY,
        "after_to": _DAY,
        "suppressed": _YES,
    }),
    "public_dot": pa.schema({"indicator": _TEXT, "round": _TEXT, "place": _WHOLE, "before": _REAL, "after": _REAL}),
    "public_record": pa.schema({"estimate": _REAL, "low": _REAL, "high": _REAL}),
}  # fmt: skip


def with_later(found: dict[str, pa.Table]) -> dict[str, pa.Table]:
    """The public tables with what an older snapshot has not: no rows of a table, nothing in a column."""
    found = dict(found)
    for name, schema in PUBLIC.items():
        table = found.get(name, schema.empty_table())
        for field in schema:
            if field.name not in table.schema.names:
                table = table.append_column(field.name, pa.nulls(table.num_rows, field.type))
        found[name] = table
    return found
