"""The base tables of a snapshot: their columns, types and sort order, and the rows they are made of."""

from datetime import date

import pyarrow as pa

from outcomes import reference

_TEXT, _DAY, _WHOLE, _REAL = pa.string(), pa.date32(), pa.int64(), pa.float64()

SCHEMAS = {
    "round": {
        "round": _TEXT,
        "name_en": _TEXT,
        "name_zh": _TEXT,
        "data_kind": _TEXT,
        "region": _TEXT,
        "modules": _TEXT,
        "baseline_start": _DAY,
        "training_start": _DAY,
        "training_end": _DAY,
        "sharing_date": _DAY,
    },
    "enterprise": {
        "enterprise": _TEXT,
        "region": _TEXT,
        "region_as_sent": _TEXT,
        "province": _TEXT,
        "prefecture": _TEXT,
        "county": _TEXT,
        "sector": _TEXT,
        "size": _TEXT,
        "employees": _WHOLE,
        "women": _WHOLE,
        "revenue_wan": _REAL,
        "consent": _TEXT,
    },
    "enterprise_identity": {"enterprise": _TEXT, "legal_name": _TEXT},
    "enrolment": {
        "round": _TEXT,
        "enterprise": _TEXT,
        "arm": _TEXT,
        "enrolled_on": _DAY,
        "exited_on": _DAY,
        "exit_reason": _TEXT,
    },
    "observation": {
        "measure": _TEXT,
        "province": _TEXT,
        "prefecture": _TEXT,
        "county": _TEXT,
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
}

SORTED = {
    "round": ["round"],
    "enterprise": ["enterprise"],
    "enterprise_identity": ["enterprise"],
    "enrolment": ["round", "enterprise"],
    "observation": ["measure", "province", "prefecture", "county", "enterprise", "month"],
    "submission": ["number"],
    "calendar_month": ["month"],
    "panel": ["round", "province", "prefecture", "county", "enterprise", "month"],
    "public_month": ["indicator", "round", "arm", "month"],
}
PUBLIC = ("round", "calendar_month", "public_month")


def table(name: str, rows: list[dict]) -> pa.Table:
    """Rows as one table of the fixed schema; keys a row does not have are empty, keys the table has not are dropped."""
    schema = SCHEMAS[name]
    columns = {field: pa.array([row.get(field) for row in rows], kind) for field, kind in schema.items()}
    return pa.table(columns)


def enterprise_row(sent: dict) -> dict:
    """An accepted ``enterprises`` row with its place, in today's codes, and its size class."""
    region = reference.regions()[sent["region"]].now
    province, prefecture, county = reference.path(region)
    size = reference.size_class(sent.get("employees"), sent.get("revenue_wan")) or "unknown"
    return {
        **sent,
        "region": region,
        "region_as_sent": sent["region"],
        "province": province,
        "prefecture": prefecture,
        "county": county,
        "size": size,
    }


def months_between(first: date, last: date) -> list[date]:
    """First days of all months from ``first`` to ``last``, both included."""
    months, month = [], first.replace(day=1)
    while month <= last:
        months.append(month)
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return months
