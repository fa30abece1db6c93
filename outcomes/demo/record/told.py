"""The data files of the record, read once; and the days that come up in all of them."""

import tomllib
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from outcomes.demo.story import DROPPED_OUT


@cache
def told(name: str) -> dict:
    """What ``name``.toml says."""
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))


def left_on(code: str) -> date:
    """The day on which an enterprise left the round; the end of days for one that stayed."""
    return DROPPED_OUT.get(code, (date.max,))[0]


def workday(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def short(code: str) -> str:
    """NX-01 as a part of another code: NX01."""
    return code.replace("-", "")


def place(code: str) -> int:
    """Which of its round's enterprises it is, from zero."""
    return int(code.split("-")[1]) - 1
