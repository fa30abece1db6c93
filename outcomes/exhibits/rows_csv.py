"""Rows as CSV that a spreadsheet opens without running anything in it."""

import csv
import io
import re

from outcomes import words
from outcomes.exhibits.exhibit import Exhibit

# What a spreadsheet would take for the start of a formula, also in full width.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def to_csv(columns: list[str], rows: list[dict], snapshot) -> str:
    """Rectangular: the columns, then the snapshot they come from and, for invented figures, the words that say so."""
    more = {"snapshot": snapshot.id}
    if snapshot.is_demonstration:
        more["data"] = words.say("demo.both")
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=[*columns, *more], extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({key: _safe(value) for key, value in {**row, **more}.items()})
    return out.getvalue()


def download(exhibit: Exhibit, asked) -> tuple[bytes, str]:
    """The bytes (UTF-8 with BOM, for Excel) and a name that no other reader's or snapshot's file can have."""
    return body(exhibit, asked.db.snapshot), name(exhibit, asked)


def body(exhibit: Exhibit, snapshot) -> bytes:
    return to_csv(exhibit.columns, exhibit.rows, snapshot).encode("utf-8-sig")


def name(exhibit: Exhibit, asked) -> str:
    return named(exhibit.id, asked)


def named(what: str, asked) -> str:
    snapshot = asked.db.snapshot
    mark = "-demonstration" if snapshot.is_demonstration else ""
    return f"{what}-{asked.db.scope.id}-{snapshot.short}{mark}.csv"


def _safe(value):
    """Text that a spreadsheet would run gets an apostrophe; numbers stay numbers; a list becomes text."""
    if isinstance(value, list | tuple):
        value = ", ".join(str(one) for one in value)
    if isinstance(value, str):
        value = re.sub(r"[\r\n\t]+", " ", value)  # a cell is one line, whatever its sender typed
        if value.lstrip().startswith(_FORMULA):
            return "'" + value
    return value
