"""What to chase as a workbook to send: the questions in both languages, and how to answer them.

One list with a filter, since an officer sends the same file to several enterprises or cuts it by code. Texts are never
formulas, numbers and dates are what they are. Nobody's name is in it, only the codes.
"""

import io

import xlsxwriter

from outcomes import catalogue, words
from outcomes.charts.look import LIGHT
from outcomes.exhibits import Asked, chase
from outcomes.exhibits.chase import told
from outcomes.exhibits.graded import day_of
from outcomes.words import numbers

_TEXTS_STAY_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
# column: its width; those without a language stand once
_COLUMNS = {
    "enterprise": 12,
    "month": 10,
    "test:en": 12,
    "test:zh": 9,
    "measure:en": 26,
    "measure:zh": 20,
    "what:en": 56,
    "what:zh": 44,
    "value": 12,
    "against": 12,
    "due_on": 12,
    "days": 9,
    "answer": 30,
}
_STEPS = 5


def chase_workbook(asked: Asked) -> bytes:
    """The list of the choice as .xlsx; a list of nothing says so on its first sheet."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _TEXTS_STAY_TEXT) as book:
        book.set_properties({"title": asked.db.snapshot.id, "created": asked.db.snapshot.created.replace(tzinfo=None)})
        style = _styles(book)
        exhibit = chase(asked)
        _list(book.add_worksheet(_both("export.chase.sheet", " ")), exhibit.rows, style)
        _guide(book.add_worksheet(_both("export.chase.guide", " ")), asked, exhibit, style)
    return out.getvalue()


def _both(key: str, between: str = " / ", **values) -> str:
    return between.join(words.say(key, lang, **values) for lang in words.LANGUAGES)


def _styles(book) -> dict:
    head = {"bold": True, "text_wrap": True, "valign": "top", "bg_color": LIGHT.panel, "bottom": 1}
    plain = {"text_wrap": True, "valign": "top", "font_color": LIGHT.ink}
    return {
        "head": book.add_format({**head, "font_color": LIGHT.ink, "bottom_color": LIGHT.rule}),
        "text": book.add_format({**plain, "num_format": "@"}),
        "month": book.add_format({**plain, "num_format": "yyyy-mm", "align": "left"}),
        "day": book.add_format({**plain, "num_format": "yyyy-mm-dd", "align": "left"}),
        "number": book.add_format({**plain, "num_format": "#,##0.##########"}),
        "answer": book.add_format({**plain, "bg_color": LIGHT.training}),
        "title": book.add_format({"bold": True, "font_size": 16, "font_color": LIGHT.ink}),
        "prose": book.add_format(plain),
    }


def _list(sheet, rows: list[dict], style: dict) -> None:
    for place, (column, width) in enumerate(_COLUMNS.items()):
        name, _, lang = column.partition(":")
        key = f"export.chase.{name}"
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, words.say(key, lang) if lang else _both(key, "\n"), style["head"])
    sheet.set_row(0, 32)
    for line, row in enumerate(rows, start=1):
        for place, column in enumerate(_COLUMNS):
            _cell(sheet, line, place, column, row, style)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(1, len(rows)), len(_COLUMNS) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _cell(sheet, line: int, place: int, column: str, row: dict, style: dict) -> None:
    name, _, lang = column.partition(":")
    if name in ("month", "due_on"):
        sheet.write_datetime(line, place, row[name], style["month" if name == "month" else "day"])
    elif name in ("value", "against", "days"):
        value = row["days_overdue" if name == "days" else name]
        sheet.write_blank(line, place, None, style["number"]) if value is None else sheet.write_number(
            line, place, value, style["number"]
        )
    elif name == "answer":
        sheet.write_blank(line, place, None, style["answer"])
    else:
        sheet.write_string(line, place, _text(name, lang, row), style["text"])


def _text(name: str, lang: str, row: dict) -> str:
    if name == "test":
        return words.say(f"export.test.{row['what']}", lang)
    if name == "measure":
        measure = catalogue.measures().get(row["measure"])
        return words.pick(measure.title, lang) if measure else (row["measure"] or "")
    return told(row, lang) if name == "what" else row["enterprise"]


def _guide(sheet, asked: Asked, exhibit, style: dict) -> None:
    """In each language: what it is, of which snapshot, and how to answer."""
    sheet.set_column(0, 0, 100)
    line, rows = 0, exhibit.rows
    for lang in words.LANGUAGES:
        sheet.write_string(line, 0, words.say("export.chase.title", lang), style["title"])
        lead = words.say(
            "export.chase.lead",
            lang,
            k=len({row["enterprise"] for row in rows}),
            n=len(rows),
            snapshot=asked.db.snapshot.id,
            day=numbers.day(day_of(asked), lang),
        )
        texts = [lead, *([] if rows else [chase(asked.but(lang=lang)).title])]
        if asked.db.snapshot.is_demonstration:
            texts.append(words.say("export.chase.demonstration", lang))
        texts += [f"{n}. " + words.say(f"export.chase.step_{n}", lang) for n in range(1, _STEPS + 1)]
        for step, text in enumerate(texts, start=line + 1):
            sheet.write_string(step, 0, text, style["prose"])
        line += len(texts) + 2
