"""Check a submission: bytes in, every finding and the rows that can be published out. Publishes nothing."""

import hashlib
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from outcomes.ingest import between_rows, pictures, reader, record, together, unusual, within_row
from outcomes.ingest.checked import Checked
from outcomes.ingest.columns import MEDIA, MONTHLY, sheets
from outcomes.ingest.finding import SEVERITIES, Finding
from outcomes.ingest.folder import pack_folder
from outcomes.ingest.known import Known
from outcomes.ingest.layout import Laid, lay_out
from outcomes.ingest.row import Row
from outcomes.ingest.values import WITHDRAWN


def check(path_or_bytes: bytes | str | Path, name: str, known: Known, today: date) -> Checked:
    """A workbook or CSV files, alone or in a zip with pictures beside them; or the path of either, or of a folder.

    Rows in are rows accepted plus rows refused, on each sheet. A row with any error is refused whole. Raises
    Unreadable when the file cannot be read at all.
    """
    data = _bytes(path_or_bytes)
    order = list(sheets())  # first: a fault in the catalogue is ours and must not be told as a fault of the file
    grids, others, beside = reader.read(data, name)
    laid = sorted((lay_out(grid) for grid in grids), key=lambda one: order.index(one.sheet.id))
    rows = {one.sheet.id: [row for row in one.rows if not row.unread] for one in laid}
    for row in (row for group in rows.values() for row in group):
        _look_at(row, today)
    between_rows.one_spelling(rows, known)
    for group in rows.values():
        between_rows.duplicates([row for row in group if not row.unread])
    together.check(rows, known)
    codes = between_rows.References(rows, known)
    codes.check()
    record.check(rows, known, codes, today)
    unusual.check([row for row in rows.get(MONTHLY, ()) if not row.refused], known)
    photos = pictures.Pictures(data, beside)
    photos.look(rows.get(MEDIA, []), known.photos)
    checked = _checked(name, data, laid, _file_findings(laid, others) + photos.findings)
    return replace(checked, pictures=photos.accepted(rows.get(MEDIA, [])))


def _bytes(given: bytes | str | Path) -> bytes:
    if isinstance(given, bytes | bytearray | memoryview):
        return bytes(given)
    path = Path(given)
    return pack_folder(path) if path.is_dir() else path.read_bytes()


def _look_at(row: Row, today: date) -> None:
    """Everything about the row itself. Far below the data, one finding stands for all: it is mostly a remark."""
    row.read()
    within_row.check(row, today)
    if not row.below_gap:
        return
    if row.refused:
        row.findings.clear()
        row.values.clear()
        row.find("below-data")
    else:
        row.find("after-gap", severity="warning")


def _file_findings(laid: list[Laid], others: list[str]) -> list[Finding]:
    found = [Finding("warning", "unknown-sheet", sheet=name, value=name) for name in others]
    if not any(one.rows for one in laid):
        found.append(Finding("warning", "no-rows"))
    return found


def _checked(name: str, data: bytes, laid: list[Laid], found: list[Finding]) -> Checked:
    counts, tables = {}, {}
    for one in laid:
        refused = sum(row.refused for row in one.rows)
        counts[one.sheet.id] = {"in": len(one.rows), "accepted": len(one.rows) - refused, "refused": refused}
        accepted = [row for row in one.rows if not row.refused]
        told = _observations if one.sheet.id == MONTHLY else _rows
        tables[one.sheet.id] = told(accepted)
        found += one.findings + [finding for row in one.rows for finding in row.findings]
    totals = {part: sum(count[part] for count in counts.values()) for part in ("in", "accepted", "refused")}
    return Checked(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        rows_in=totals["in"],
        rows_accepted=totals["accepted"],
        rows_refused=totals["refused"],
        findings=tuple(sorted(found, key=_place)),
        tables=tables,
        sheets=counts,
    )


def _place(finding: Finding) -> tuple:
    """In the order of reading: the sheets as the template has them, then row by row, errors before warnings."""
    order = list(sheets())
    at = order.index(finding.sheet) if finding.sheet in order else len(order)
    return at, finding.row or 0, SEVERITIES.index(finding.severity)


def _rows(rows: list[Row]) -> list[dict]:
    """One a row: the columns of its sheet, where it stood, and the letter of each column in the file."""
    return [
        {
            **row.values,
            "sheet": row.sheet.id,
            "row": row.number,
            "cells": json.dumps(row.letters, sort_keys=True, separators=(",", ":")),
        }
        for row in rows
    ]


def _observations(rows: list[Row]) -> list[dict]:
    """One a figure; a figure said to be missing has the value None and takes back an earlier one."""
    return [
        {
            "enterprise": row.values["enterprise"],
            "month": row.values["month"],
            "measure": column.id,
            "value": None if value is WITHDRAWN else value,
            "quality": row.values.get("quality") or "measured",
            "received_on": row.values.get("received_on"),
            "sheet": MONTHLY,
            "row": row.number,
            "column": row.letters[column.id],
        }
        for row in rows
        for column in row.sheet.columns
        if column.measure and (value := row.values.get(column.id)) is not None
    ]
