"""Industry divisions by GB/T 4754: the letter of the section and two digits."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("sectors.csv")


@dataclass(frozen=True)
class Sector:
    """``name`` is that of the 2017 edition; ``name_zh_2011`` is the older one where the two differ."""

    code: str
    name: dict[str, str]
    name_zh_2011: str | None


def sectors() -> dict[str, Sector]:
    """All divisions by code."""
    return dict(_sectors())


@cache
def _sectors() -> dict[str, Sector]:
    lines = [line for line in _FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {
        row["code"]: Sector(row["code"], {"en": row["name_en"], "zh": row["name_zh"]}, row["name_zh_2011"] or None)
        for row in csv.DictReader(lines)
    }
