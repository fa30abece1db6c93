"""What stands over a column: in the reader's language, of this sheet where it says another thing here, with its unit."""

from datetime import date

from outcomes import words
from outcomes.exhibits import Exhibit
from outcomes.words import numbers

# figures in the unit of the one measure their sheet is of; on a sheet of many, the unit stands in a column of its own
_IN_ITS_UNIT = {
    **dict.fromkeys(("pairs", "rate-ratio", "typical", "same-months", "enterprises", "regions"), ("before", "after")),
    "run-chart": ("value",),
    "funnel": ("crude_rate", "shrunken_rate"),
}


def heads(exhibit: Exhibit, name: str, lang: str) -> list[str]:
    """``name``: of the exhibit, as the registry has it."""
    unit = _unit(exhibit)
    found = []
    for column in exhibit.columns:
        text = head(column, lang, name)
        if unit and column in _IN_ITS_UNIT.get(name, ()):
            text = words.say("export.book.with_unit", lang, head=text, unit=unit)
        found.append(text)
    return found


def head(column: str, lang: str, name: str = "") -> str:
    """The column's word on this sheet, else its word anywhere; a month that is a column, as a month; else its own name."""
    for key in (f"export.head.{name}.{column}", f"export.column.{column}"):
        if words.has(key):
            return words.say(key, lang)
    try:
        return numbers.month(date.fromisoformat(f"{column}-01"), lang)
    except ValueError:
        return column


def _unit(exhibit: Exhibit) -> str | None:
    of = exhibit.lineage.indicators if exhibit.lineage else []
    return of[0].get("unit") if len(of) == 1 else None
