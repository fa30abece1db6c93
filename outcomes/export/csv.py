"""The rows behind an exhibit as CSV that Excel opens rightly, in China too, and that no spreadsheet can run.

Every row names its snapshot, and says so when the figures are invented: a file leaves the page it was made on.
"""

import csv
import io
import math
import re
from datetime import date, datetime

from outcomes.exhibits.exhibit import Exhibit
from outcomes.words import say

# What a spreadsheet takes for the beginning of a formula, plain and full-width, also behind spaces.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_NOT_A_NAME = re.compile(r"[^0-9A-Za-z_.-]+")


def csv_bytes(exhibit: Exhibit, demonstration: bool) -> bytes:
    """UTF-8 with its mark, one line a row; a missing value stays empty, which is not a zero."""
    about = {"snapshot": exhibit.lineage.snapshot_id} if exhibit.lineage else {}
    if demonstration:
        about["demonstration"] = say("demo.both")
    out = io.StringIO(newline="")
    write = csv.writer(out, lineterminator="\r\n")
    write.writerow([_cell(c) for c in [*exhibit.columns, *about]])
    for row in exhibit.rows:
        write.writerow([_cell(v) for v in [*(row.get(c) for c in exhibit.columns), *about.values()]])
    return out.getvalue().encode("utf-8-sig")


def csv_name(exhibit: Exhibit, scope: str, short: str, demonstration: bool = False) -> str:
    """What it is, who may see it, which snapshot: safety-trend_director_a41f9c.csv."""
    parts = [exhibit.id, scope, short] + (["demonstration"] if demonstration else [])
    return "_".join(_NOT_A_NAME.sub("-", p).strip("-.") for p in parts if p) + ".csv"


def _cell(value: object) -> object:
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return "" if value is None or math.isnan(value) else str(value)
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, date | datetime):
        return value.isoformat()
    text = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    return "'" + text if text.lstrip(" \u00a0\u3000").startswith(_FORMULA) or text.startswith(_FORMULA) else text
