"""The derived tables of a snapshot, computed at publication by the questions in ``queries/publish/``."""

import pyarrow as pa

from outcomes import catalogue, questions
from outcomes.engine import connection, indicator_table, statements

_LIMIT_MS = 120_000  # publication happens once; a national snapshot may take longer than a page may


# the tables of the public tree that are made from the record of the programme
_OF_RECORD = ("public_participants", "public_practice", "public_record", "public_reflection", "public_target")


def derive(tables: dict[str, pa.Table], public_minimum: int) -> dict[str, pa.Table]:
    """``panel``, ``public_month`` and the public tables of the record, from the base tables of a snapshot."""
    panel = _ask(tables, "panel", {})
    full = {**tables, "panel": panel, "indicator": indicator_table.as_table(catalogue.indicators())}
    months = _ask(full, "indicator_month", {})
    full["record_unit"] = _ask(tables, "record_unit", {})
    made = {
        "panel": panel,
        "public_month": _ask({"indicator_month": months}, "public_month", {"minimum": public_minimum}),
    }
    for name in _OF_RECORD:
        asks = questions.read(name, "publish").asks
        made[name] = _ask(full, name, {"minimum": public_minimum} if "minimum" in asks else {})
    return made


def _ask(tables: dict[str, pa.Table], name: str, parameters: dict) -> pa.Table:
    question = questions.read(name, "publish")
    statements.check(name, question.sql, parameters)
    con = connection.filled(tables, time_limit_ms=_LIMIT_MS)
    try:
        return _plain(con.sql(question.sql, params=parameters or None).to_arrow_table())
    finally:
        con.close()


def _plain(table: pa.Table) -> pa.Table:
    """Only the column types that every later engine reads alike: large and view strings become plain strings."""
    fields = []
    for field in table.schema:
        kind = field.type
        if pa.types.is_large_string(kind) or pa.types.is_string_view(kind):
            kind = pa.string()
        elif pa.types.is_decimal(kind):
            kind = pa.float64()
        fields.append(pa.field(field.name, kind))
    return table.cast(pa.schema(fields))
