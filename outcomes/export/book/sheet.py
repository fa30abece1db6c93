"""One exhibit as a sheet: above, what it says; then its rows, figures as figures; below, how that is known.

The long lines stand below the rows: above them they would fill the screen, and a head that stays in sight would leave
no room for the rows. A link leads down to them.
"""

import math
from datetime import date, datetime

from outcomes import words
from outcomes.exhibits import Asked, Exhibit
from outcomes.exhibits.exhibit import OPEN
from outcomes.export.book import facts, figures, page, room
from outcomes.export.book.heads import heads
from outcomes.export.book.style import Style

_OLDEST = date(1900, 3, 1)  # earlier days Excel counts wrongly or not at all
_LABEL = 18  # letters: the first column, where the labels stand


def write(sheet, asked: Asked, exhibit: Exhibit, name: str, title: str, contents: str, style: Style) -> None:
    """``name``: of the exhibit in the registry; ``title``: what it is called; ``contents``: the sheet that leads here."""
    say = asked.say
    tops = heads(exhibit, name, asked.lang) if exhibit.rows else []
    columns = (
        [
            [as_text(one, asked.lang) if isinstance(one, list | tuple) else one for one in values(exhibit, column)]
            for column in exhibit.columns
        ]
        if tops
        else []
    )
    widths = [
        room.width(top, each, _LABEL if n == 0 else 0) for n, (top, each) in enumerate(zip(tops, columns, strict=True))
    ]
    over = page.Over(sheet, widths, _LABEL)
    over.title(0, exhibit.title, style.title)
    link(sheet, 1, 0, contents, say("export.book.back"), style)
    line = over.lines(2, facts.above(asked, exhibit, title), style) + 1
    known = facts.below(asked, exhibit, name)
    if not tops:
        text = say("export.book.no_rows") if exhibit.state is None else held(exhibit, asked.lang)
        over.title(line, text, style.prose)
        over.lines(line + 2, known, style)
        page.printed(sheet, over)
        return
    for place, top in enumerate(tops):
        sheet.write_string(line, place, top, style.head_of_figures if has_figures(columns[place]) else style.head)
    sheet.set_row(line, max(room.height(top, wide) for top, wide in zip(tops, widths, strict=True)))
    long = [style.long if room.wraps(each) else style.text for each in columns]
    wrapped = [n for n, each in enumerate(columns) if room.wraps(each)]
    for down in range(len(exhibit.rows)) if wrapped else ():
        tall = max(room.height(str(columns[n][down] or ""), widths[n]) for n in wrapped)
        sheet.set_row(line + 1 + down, tall)
    for place, column in enumerate(exhibit.columns):
        number = style.figure(figures.shown(exhibit, name, column))
        for down, value in enumerate(values(exhibit, column), start=line + 1):
            cell(sheet, down, place, value, column, asked.lang, style, long[place], number)
    last = line + len(exhibit.rows)
    sheet.autofilter(line, 0, last, len(tops) - 1)
    link(sheet, 1, 1, sheet.get_name(), say("export.book.known_below"), style, f"A{last + 3}")
    sheet.write_string(last + 2, 0, say("export.book.known"), style.part)
    over.lines(last + 3, known, style)
    page.kept_in_sight(sheet, line, over)
    page.printed(sheet, over, line)


def values(exhibit: Exhibit, column: str) -> list:
    return [row.get(column) for row in exhibit.rows]


def has_figures(values: list) -> bool:
    return any(isinstance(one, int | float) and not isinstance(one, bool) for one in values)


def held(exhibit: Exhibit, lang: str) -> str:
    """The sentence that stands in place of rows: the exhibit's own, else that of its state."""
    return exhibit.subtitle or words.say(f"ui.state_text.{exhibit.state}", lang)


def cell(sheet, line: int, place: int, value, column: str, lang: str, style: Style, text, number) -> None:
    """A figure as a figure, a day as a day, a text as a text; what is missing stays empty."""
    if value in (None, "") or (isinstance(value, float) and math.isnan(value)):
        sheet.write_blank(line, place, None, style.text)
    elif isinstance(value, bool):
        sheet.write_boolean(line, place, value, style.number)
    elif isinstance(value, int | float) and not (isinstance(value, float) and math.isinf(value)):
        sheet.write_number(line, place, value, number)
    elif isinstance(value, date) and (value.date() if isinstance(value, datetime) else value) >= _OLDEST:
        sheet.write_datetime(line, place, value, style.month if "month" in column else style.day)
    else:
        sheet.write_string(line, place, as_text(value, lang), text)


def as_text(value, lang: str) -> str:
    if value == OPEN:
        return words.say("export.book.open", lang)
    if isinstance(value, list | tuple):
        return ", ".join(as_text(one, lang) for one in value)
    return str(value)[:32767]  # what a cell holds at most


def link(sheet, line: int, place: int, tab: str, text: str, style: Style, cell: str = "A1") -> None:
    """To a sheet of the same workbook; an apostrophe in its name is doubled, as the format wants it."""
    quoted = tab.replace("'", "''")
    sheet.write_url(line, place, f"internal:'{quoted}'!{cell}", style.link, text)
