"""The base tables of a snapshot: their columns, types and sort order, and the rows they are made of."""

from datetime import date

import pyarrow as pa

from outcomes import forms, reference

_TEXT, _DAY, _WHOLE, _REAL = pa.string(), pa.date32(), pa.int64(), pa.float64()
_KINDS = {"whole": _WHOLE, "number": _REAL, "date": _DAY, "month": _DAY}  # all others are text
_LINEAGE = {"submission": _TEXT, "sheet": _TEXT, "row": _WHOLE, "cells": _TEXT}
_PLACE = {"province": _TEXT, "prefecture": _TEXT, "county": _TEXT}


def _of_forms() -> dict[str, dict]:
    """A table for each sheet: its columns, then where each row was read."""
    made = {}
    for name, form in forms.tables().items():
        columns = {column: _KINDS.get(kind, _TEXT) for column, kind in form.columns.items()}
        made[name] = {**columns, **(_PLACE if name == "event" else {}), **_LINEAGE}
    return made


SCHEMAS = {
    **_of_forms(),
    "enterprise": {
        "enterprise": _TEXT,
        "region": _TEXT,
        "region_as_sent": _TEXT,
        **_PLACE,
        "sector": _TEXT,
        "size": _TEXT,
        "employees": _WHOLE,
        "women": _WHOLE,
        "revenue_wan": _REAL,
        "consent": _TEXT,
        **_LINEAGE,
    },
    "enterprise_identity": {"enterprise": _TEXT, "legal_name": _TEXT},
    "observation": {
        "measure": _TEXT,
        **_PLACE,
        "enterprise": _TEXT,
        "month": _DAY,
        "value": _REAL,
        "quality": _TEXT,
        "received_on": _DAY,
        "submission": _TEXT,
        "sheet": _TEXT,
        "row": _WHOLE,
        "column": _TEXT,
    },
    "submission": {
        "submission": _TEXT,
        "name": _TEXT,
        "number": _WHOLE,
        "rows_in": _WHOLE,
        "rows_accepted": _WHOLE,
        "rows_refused": _WHOLE,
    },
    "calendar_month": {"month": _DAY},
    # the picture as base64 text: every later engine reads text alike, and a page shows it without another step
    "photo": {
        "photo": _TEXT,
        "action": _TEXT,
        "media_kind": _TEXT,
        "jpeg": _TEXT,
        "width": _WHOLE,
        "height": _WHOLE,
    },
}

SORTED = {
    **{name: list(form.key) for name, form in forms.tables().items()},
    "enterprise_identity": ["enterprise"],
    "observation": ["measure", "province", "prefecture", "county", "enterprise", "month"],
    "submission": ["number"],
    "calendar_month": ["month"],
    "photo": ["photo"],
    "panel": ["round", "province", "prefecture", "county", "enterprise", "month"],
    "public_dot": ["indicator", "round", "place"],
    "public_month": ["indicator", "round", "arm", "month"],
    "public_outcome": ["indicator", "round"],
    "public_participants": ["event", "part", "code"],
    "public_practice": ["card"],
    "public_record": ["indicator", "round"],
    "public_reflection": ["round", "test_wave", "theme", "persons"],
    "public_target": ["indicator", "target_scope", "target_of", "due_on"],
}
PUBLIC = (
    "round",
    "calendar_month",
    "event",
    "photo",
    "public_dot",
    "public_month",
    "public_outcome",
    "public_participants",
    "public_practice",
    "public_record",
    "public_reflection",
    "public_target",
)


def table(name: str, rows: list[dict]) -> pa.Table:
    """Rows as one table of the fixed schema; keys a row does not have are empty, keys the table has not are dropped."""
    schema = SCHEMAS[name]
    columns = {field: pa.array([row.get(field) for row in rows], kind) for field, kind in schema.items()}
    return pa.table(columns)


def enterprise_row(sent: dict) -> dict:
    """An accepted ``enterprises`` row with its place, in today's codes, and its size class."""
    size = reference.size_class(sent.get("employees"), sent.get("revenue_wan")) or "unknown"
    return {**sent, **placed(sent["region"]), "region_as_sent": sent["region"], "size": size}


def placed(region: str) -> dict:
    """Today's code of a region and those of the places it lies in; a level below the region's own is empty."""
    now = reference.regions()[region].now
    province, prefecture, county = reference.path(now)
    return {"region": now, "province": province, "prefecture": prefecture, "county": county}


def months_between(first: date, last: date) -> list[date]:
    """First days of all months from ``first`` to ``last``, both included."""
    months, month = [], first.replace(day=1)
    while month <= last:
        months.append(month)
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return months
