"""One exhibit as a sheet: above, what it says and how that is known; below, its rows, figures as figures."""

import math
from datetime import date, datetime

from outcomes import methods, words
from outcomes.exhibits import Asked, Exhibit, scene
from outcomes.exhibits.exhibit import OPEN
from outcomes.export.book.style import Style
from outcomes.words import numbers

_LOOKED_AT = 200  # rows that decide how wide a column is
_OLDEST = date(1900, 3, 1)  # earlier days Excel counts wrongly or not at all


def write(sheet, asked: Asked, exhibit: Exhibit, name: str, contents: str, style: Style) -> None:
    """``name``: what the exhibit is called; ``contents``: the sheet that leads here."""
    say = asked.say
    sheet.set_column(0, 0, 18, style.text)
    sheet.write_string(0, 0, exhibit.title, style.title)
    link(sheet, 1, 0, contents, say("export.book.back"), style)
    line = 2
    for label, text in facts(asked, exhibit, name):
        sheet.write_string(line, 0, label, style.label)
        sheet.write_string(line, 1, text, style.text)
        line += 1
    line += 1
    if not exhibit.rows or not exhibit.columns:
        text = say("export.book.no_rows") if exhibit.state is None else held(exhibit, asked.lang)
        sheet.write_string(line, 0, text, style.text)
        return
    heads = [head(column, asked.lang) for column in exhibit.columns]
    for place, text in enumerate(heads):
        longest = max(map(_long, (text, *(row.get(exhibit.columns[place]) for row in exhibit.rows[:_LOOKED_AT]))))
        sheet.set_column(place, place, min(max(longest + 2, 18 if place == 0 else 10), 48))
        sheet.write_string(line, place, text, style.head)
    for down, row in enumerate(exhibit.rows, start=line + 1):
        for place, column in enumerate(exhibit.columns):
            cell(sheet, down, place, row.get(column), column, asked.lang, style)
    sheet.autofilter(line, 0, line + len(exhibit.rows), len(heads) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(line)


def held(exhibit: Exhibit, lang: str) -> str:
    """The sentence that stands in place of rows: the exhibit's own, else that of its state."""
    return exhibit.subtitle or words.say(f"ui.state_text.{exhibit.state}", lang)


def facts(asked: Asked, exhibit: Exhibit, name: str) -> list[tuple[str, str]]:
    """Label and text: definition, filters in words, n, method, notes, snapshot. What there is nothing of has no line."""
    say = asked.say
    found = [("about", name), ("state", say(f"ui.state.{exhibit.state}") if exhibit.state else "")]
    found += [("rests_on", exhibit.subtitle)]
    lineage = exhibit.lineage
    for one in lineage.indicators if lineage else []:
        found.append(("definition", say("export.book.named", name=one["title"], why=one.get("definition") or "–")))
    found.append(("filters", " · ".join(scene.choice(asked))))
    found.append(("n", _n(asked, exhibit)))
    found.append(("method", _methods(exhibit, asked.lang)))
    found += [("notes", note) for note in exhibit.notes]
    found += [("remarks", remark) for remark in exhibit.remarks]
    if lineage:
        found += [("notes", why) for why in lineage.left_out_why]
        if lineage.question:
            found.append(("question", f"queries/{lineage.question}.sql · SHA-256 {lineage.sql_sha256}"))
    snapshot = asked.db.snapshot
    found.append(("snapshot", snapshot.id))
    found.append(("manifest", snapshot.manifest_sha256))
    if snapshot.is_demonstration:
        found.append(("notes", say("export.book.demonstration")))
    return [(say(f"export.book.{key}"), text) for key, text in found if text]


def _n(asked: Asked, exhibit: Exhibit) -> str:
    """As the statistics have it, and the rows that were used and left out."""
    counted = sorted({one["n"] for one in exhibit.results if isinstance(one.get("n"), int)})
    told = [f"n = {', '.join(map(str, counted))}"] if counted else []
    if exhibit.lineage:
        used, out = exhibit.lineage.rows_used, exhibit.lineage.rows_left_out
        told.append(asked.say("export.book.rows_used", used=numbers.number(used), out=numbers.number(out)))
    return " · ".join(told)


def _methods(exhibit: Exhibit, lang: str) -> str:
    """By name, each once, in the order in which results and rows name them; of a code without an entry, the code."""
    codes = [str(told["method"]) for told in (*exhibit.results, *exhibit.rows) if told.get("method")]
    found = [(methods.find(code), code) for code in dict.fromkeys(codes)]
    return " · ".join(words.pick(entry.title, lang) if entry else code for entry, code in found)


def head(column: str, lang: str) -> str:
    """The column in the reader's language; a month that is a column, as a month; else its own name."""
    key = f"export.column.{column}"
    if words.has(key):
        return words.say(key, lang)
    try:
        return numbers.month(date.fromisoformat(f"{column}-01"), lang)
    except ValueError:
        return column


def cell(sheet, line: int, place: int, value, column: str, lang: str, style: Style) -> None:
    """A figure as a figure, a day as a day, a text as a text; what is missing stays empty."""
    if value in (None, "") or (isinstance(value, float) and math.isnan(value)):
        sheet.write_blank(line, place, None, style.text)
    elif isinstance(value, bool):
        sheet.write_boolean(line, place, value, style.number)
    elif isinstance(value, int | float) and not (isinstance(value, float) and math.isinf(value)):
        sheet.write_number(line, place, value, style.number)
    elif isinstance(value, date) and (value.date() if isinstance(value, datetime) else value) >= _OLDEST:
        sheet.write_datetime(line, place, value, style.month if "month" in column else style.day)
    else:
        sheet.write_string(line, place, as_text(value, lang), style.text)


def as_text(value, lang: str) -> str:
    if value == OPEN:
        return words.say("export.book.open", lang)
    if isinstance(value, list | tuple):
        return ", ".join(as_text(one, lang) for one in value)
    return str(value)[:32767]  # what a cell holds at most


def link(sheet, line: int, place: int, tab: str, text: str, style: Style) -> None:
    """To another sheet of the same workbook; an apostrophe in its name is doubled, as the format wants it."""
    quoted = tab.replace("'", "''")
    sheet.write_url(line, place, f"internal:'{quoted}'!A1", style.link, text)


def _long(value) -> int:
    text = "" if value is None else f"{value:.6g}" if isinstance(value, float) else str(value)
    return sum(2 if ord(letter) > 0x2E7F else 1 for letter in text)
