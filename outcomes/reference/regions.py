"""Regions by GB/T 2260 code, and the codes of Chengdu's districts that changed after the pilots."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LEVELS = ("province", "prefecture", "county")
_FILE = Path(__file__).with_name("regions.csv")
_CODE = re.compile(r"^\d{6}$", re.ASCII)


@dataclass(frozen=True)
class Region:
    """``now`` is the code of today, the same as ``code`` unless it was replaced; months are "2015-12" or None."""

    code: str
    name: dict[str, str]
    level: str
    parent: str | None
    now: str
    valid_from: str | None
    valid_to: str | None


def regions() -> dict[str, Region]:
    """All regions by code, the replaced codes among them: old submissions carry those."""
    return dict(_regions())


def path(code: str) -> tuple[str, str | None, str | None]:
    """(province, prefecture, county) that a code lies in; None below its own level.

    The digits say it, so a code that is not on our list has its place too.
    """
    if not _CODE.match(code):
        raise ValueError(f"{code!r} is not a six-digit region code")
    province, prefecture = code[:2] + "0000", code[:4] + "00"
    return (
        province,
        prefecture if prefecture != province else None,
        code if code not in (province, prefecture) else None,
    )


def children(code: str | None = None) -> list[Region]:
    """The regions directly below one, by today's codes; without a code, the provinces."""
    return [region for region in _regions().values() if region.parent == code and region.now == region.code]


@cache
def _regions() -> dict[str, Region]:
    lines = [line for line in _FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {
        row["code"]: Region(
            code=row["code"],
            name={"en": row["name_en"], "zh": row["name_zh"]},
            level=row["level"],
            parent=row["parent"] or None,
            now=row["now"],
            valid_from=row["valid_from"] or None,
            valid_to=row["valid_to"] or None,
        )
        for row in csv.DictReader(lines)
    }
