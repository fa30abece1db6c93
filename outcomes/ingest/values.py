"""One cell -> the value its column asks for, or a named fault. A blank and a mark of absence are both missing, never zero."""

import re
from datetime import date

from outcomes import reference
from outcomes.ingest import dates, numbers
from outcomes.ingest.columns import Column, normal
from outcomes.ingest.fault import Fault
from outcomes.ingest.grid import Odd

# said to be missing; the same marks in other widths and cases are the same marks
MARKS = ("-", "—", "n/a", "na", "无", "未报送", "缺")
NONE_MARK = "无"  # may also be meant as "there were none"
_MARKS = {normal(mark) for mark in (*MARKS, "–", "−", "--", "——", "－")}
_LONGEST_CODE = 40
_CODE = re.compile(r"[A-Za-z0-9\u4e00-\u9fff][A-Za-z0-9\u4e00-\u9fff._/() -]*")
_REGION = re.compile(r"([0-9]{6})(?:\s.*)?")
_SECTOR = re.compile(r"([A-Za-z][0-9]{2})(?:\s.*)?")
_ODD = {"error": "formula-error", "formula": "formula-without-result", "time": "not-a-number"}


class Withdrawn:
    """A figure that was said to be missing: it takes back an earlier value."""

    def __repr__(self) -> str:
        return "WITHDRAWN"


WITHDRAWN = Withdrawn()


def blank(seen) -> bool:
    return seen is None or (isinstance(seen, str) and not normal(seen))


def absent(seen) -> bool:
    """A mark such as - or 无 that says: there is no figure."""
    return isinstance(seen, str) and normal(seen) in _MARKS


def read(seen, column: Column):
    """The typed value; None for a blank cell, WITHDRAWN for a measure that is said to be missing. Raises Fault."""
    if isinstance(seen, Odd) and seen.kind in _ODD:
        raise Fault(_ODD[seen.kind])
    if blank(seen) or (absent(seen) and normal(seen) not in column.choices):  # na may be an answer
        if column.required:
            raise Fault("missing-key")
        return WITHDRAWN if column.measure and not blank(seen) else None
    return _READERS[column.kind](seen, column)


def text(seen, longest: int = Column.longest) -> str:
    """Text of a cell, a code typed as a number included; letters that cannot be seen are left out. Raises Fault."""
    if isinstance(seen, float):
        return f"{seen:.0f}" if seen == round(seen) and abs(seen) < 1e15 else repr(seen)
    if isinstance(seen, bool | date):
        return str(seen)
    shown = " ".join("".join(c for c in seen if c.isprintable() or c.isspace()).split())
    if len(shown) > longest:
        raise Fault("too-long", longest=longest)
    return shown


def _plain(seen):
    """Full-width letters and digits of a code as plain ones."""
    return numbers.plain(seen) if isinstance(seen, str) else seen


def _code(seen, column: Column) -> str:
    if isinstance(seen, bool | date):
        raise Fault("bad-code")
    code = text(_plain(seen), _LONGEST_CODE)
    if not _CODE.fullmatch(code):
        raise Fault("bad-code")
    return code


def _region(seen, column: Column) -> str:
    found = _REGION.fullmatch(text(_plain(seen)))
    if not found or found[1] not in reference.regions():
        raise Fault("unknown-region")
    return found[1]


def _sector(seen, column: Column) -> str:
    found = _SECTOR.fullmatch(text(_plain(seen)))
    if not found or found[1].upper() not in reference.sectors():
        raise Fault("unknown-sector")
    return found[1].upper()


def _modules(seen, column: Column) -> str:
    known = reference.modules()
    asked = [one.upper() for one in re.split(r"[,、;/\s]+", text(_plain(seen))) if one]
    unknown = [one for one in asked if one not in known]
    if unknown or not asked:
        raise Fault("unknown-module", unknown=", ".join(unknown), known=", ".join(known))
    return ",".join(dict.fromkeys(asked))


def _choice(seen, column: Column) -> str:
    asked = normal(text(seen))
    for code, pair in column.choices.items():
        if asked in {normal(one) for one in (code, pair["en"], pair["zh"], choice_label(column, code))}:
            return code
    raise Fault("not-a-choice", choices=", ".join(column.choices))


def choice_label(column: Column, code: str) -> str:
    """A choice as the drop-down shows it: pilot / 试点."""
    pair = column.choices[code]
    return f"{pair['en']} / {pair['zh']}"


def _figure(seen, column: Column) -> float:
    if isinstance(seen, bool):
        raise Fault("yes-no")
    if isinstance(seen, date):
        raise Fault("date-not-number")
    value = numbers.number(seen, whole=column.kind == "whole")
    return int(value) if column.kind == "whole" and not column.measure else value


def _day(seen, column: Column) -> date:
    if isinstance(seen, bool):
        raise Fault("not-a-date")
    return dates.day(seen)


def _month(seen, column: Column) -> tuple[date, bool]:
    if isinstance(seen, bool):
        raise Fault("not-a-month")
    return dates.month(seen)


_READERS = {
    "text": lambda seen, column: text(seen, column.longest),
    "code": _code,
    "region": _region,
    "sector": _sector,
    "modules": _modules,
    "choice": _choice,
    "whole": _figure,
    "number": _figure,
    "date": _day,
    "month": _month,
}
