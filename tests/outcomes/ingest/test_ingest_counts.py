"""Rows in are rows accepted plus rows refused, whatever people type; every error refuses its row, every refusal has one."""

import io
from copy import deepcopy
from datetime import date

from hypothesis import HealthCheck, given, settings, strategies

from outcomes import ingest

CELLS = strategies.one_of(
    strategies.none(),
    strategies.sampled_from(
        [
            "",
            " ",
            "-",
            "无",
            "12%",
            "1,790,0",
            "１２",
            "NX-01",
            "NX-02",
            "2015-05",
            "=1+1",
            "合计",
            "inf",
            "\u200b",
            "x" * 300,
        ]
    ),
    strategies.integers(-5, 10**6),
    strategies.floats(0, 1e6, allow_nan=False),
    strategies.booleans(),
    strategies.dates(date(1990, 1, 1), date(2030, 1, 1)),
)
NAMES = ("enterprise", "month", "quality", "workers", "women_workers", "hours_worked", "new_injuries")
ROWS = strategies.lists(strategies.fixed_dictionaries(dict.fromkeys(NAMES, CELLS)), max_size=12)


def _written(row: dict) -> bool:
    """Does this row hold anything that a person would see in it?"""
    return any(value is not None and str(value).strip(" \u200b") != "" for value in row.values())


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS)
def test_no_row_is_ever_lost(rows, tables, check):
    filled = deepcopy(tables)
    filled["monthly"] += rows
    checked = check(ingest.template_bytes("en", filled))
    assert checked.rows_in == checked.rows_accepted + checked.rows_refused
    for count in checked.sheets.values():
        assert count["in"] == count["accepted"] + count["refused"]
    seen = sum(map(_written, filled["monthly"]))
    hidden = sum(1 for row in rows if any(v == "\u200b" for v in row.values()) and not _written(row))
    assert seen <= checked.sheets["monthly"]["in"] <= seen + hidden
    wrong = {(finding.sheet, finding.row) for finding in checked.errors}
    assert len(wrong) == checked.rows_refused
    observed = {("monthly", one["row"]) for one in checked.tables["monthly"]}
    assert not observed & wrong


def test_a_known_total_is_counted_from_the_file_and_not_from_its_size(tables, check):
    data = ingest.template_bytes("en", tables)
    checked = check(io.BytesIO(data).getvalue())
    assert (checked.rows_in, checked.size) == (17, len(data))
    assert checked.sheets["monthly"] == {"in": 12, "accepted": 12, "refused": 0}
