"""The submission template as a workbook: a guide, the data sheets with drop-downs and typed cells, the lists behind them."""

import io
from datetime import datetime
from pathlib import Path

import xlsxwriter

from outcomes import words
from outcomes.ingest import template_guide, template_lists
from outcomes.ingest.columns import FIGURES, VERSION, Column, Sheet, sheets
from outcomes.ingest.dates import EARLIEST, LATEST
from outcomes.ingest.template_style import Style

FIRST_DATA_ROW = 2  # from 0: below the headers and the units
_PREPARED = 5_000  # rows that carry drop-downs and checks; more when more are filled in
_MOST_FROZEN = 2  # columns that stay in view: more of them leave too little room for the others
_WIDTHS = {"text": 26, "code": 14, "region": 18, "sector": 18, "modules": 18, "choice": 17, "date": 16, "month": 12}
_MESSAGES = {
    "whole": ("check_number", "check_whole_text"),
    "number": ("check_number", "check_number_text"),
    "date": ("check_date", "check_date_text"),
    "month": ("check_date", "check_month_text"),
}
_NO_MAGIC = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write_template(
    path: str | Path, lang: str = "en", tables: dict | None = None, created: datetime | None = None
) -> None:
    """Write the workbook; ``tables`` (sheet -> rows by column id) are filled in.

    lang: of the guide's first column, drop-down hints and messages; headers are in both languages always.
    created: the time stamp inside; with a fixed one the same rows give the same bytes.
    """
    Path(path).write_bytes(template_bytes(lang, tables, created))


def template_bytes(lang: str = "en", tables: dict | None = None, created: datetime | None = None) -> bytes:
    """The workbook as bytes, see ``write_template``."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True, **_NO_MAGIC}) as book:
        title = words.say("template.title", lang, version=VERSION)
        book.set_properties({"title": title, **({"created": created} if created else {})})
        book.set_custom_property("template_version", VERSION)
        style = Style(book)
        template_guide.add(book, style, lang)
        tabs = {name: book.add_worksheet(name) for name in sheets()}
        named = template_lists.add(book)
        for name, tab in tabs.items():
            rows = (tables or {}).get(name, [])
            _head(tab, style, sheets()[name])
            _fill(tab, style, sheets()[name], rows)
            last = FIRST_DATA_ROW + max(_PREPARED, len(rows) + 500) - 1
            for place, column in enumerate(sheets()[name].columns):
                _prepare(tab, column, place, last, named, lang)
    return written.getvalue()


def _head(tab, style: Style, sheet: Sheet) -> None:
    """Names, units, widths; the two rows and the columns of the key stay in view."""
    tab.set_row(0, 64)
    tab.set_tab_color(style.tab if sheet.id in FIGURES else style.optional_tab)
    for place, column in enumerate(sheet.columns):
        tab.set_column(place, place, _WIDTHS.get(column.kind, 15), style.cell(column.kind))
        tab.write_string(0, place, column.header, style.key if column.required else style.header)
        tab.write_string(1, place, column.unit_text, style.unit)
    tab.set_row(1, 34)
    tab.freeze_panes(FIRST_DATA_ROW, min(len(sheet.key), _MOST_FROZEN))
    tab.set_landscape()
    tab.set_paper(9)
    tab.fit_to_pages(1, 0)
    tab.repeat_rows(0, 1)


def _fill(tab, style: Style, sheet: Sheet, rows: list[dict]) -> None:
    for number, row in enumerate(rows, start=FIRST_DATA_ROW):
        for place, column in enumerate(sheet.columns):
            value = row.get(column.id)
            if value is None:
                continue
            if isinstance(value, bool):
                tab.write_boolean(number, place, value)
            elif isinstance(value, str):
                tab.write_string(number, place, value, style.cell("text"))
            elif hasattr(value, "year"):
                tab.write_datetime(number, place, value, style.cell(column.kind))
            else:
                tab.write_number(number, place, value, style.cell(column.kind))


def _prepare(tab, column: Column, place: int, last: int, named: dict[str, str], lang: str) -> None:
    """Drop-down or check of one column, with what belongs in it beside the cell."""
    hint = (words.say("template.fill_in", lang) + " " if column.required else "") + column.hint[lang]
    told = {"input_title": _cut(column.title[lang], 32), "input_message": _cut(hint, 255)}
    rule = _rule(column, place, named)
    if rule:
        title, text = _MESSAGES.get(column.kind, ("choose", "choose_text"))
        told |= {
            "error_title": words.say(f"template.{title}", lang),
            "error_message": _cut(words.say(f"template.{text}", lang), 255),
        }
    tab.data_validation(FIRST_DATA_ROW, place, last, place, {**(rule or {"validate": "any"}), **told})


def _rule(column: Column, place: int, named: dict[str, str]) -> dict | None:
    # a code typed without its name is as good as one from the list, so the list asks and does not forbid
    if source := named.get(column.id):
        return {"validate": "list", "source": f"={source}", "error_type": "warning"}
    if column.kind in ("date", "month"):
        return {"validate": "date", "criteria": "between", "minimum": EARLIEST, "maximum": LATEST}
    if column.kind in ("whole", "number"):
        cell = xlsxwriter.utility.xl_rowcol_to_cell(FIRST_DATA_ROW, place)
        whole = f"AND({cell}>=0,{cell}=INT({cell}))" if column.kind == "whole" else f"{cell}>=0"
        formula = f"=IF(ISNUMBER({cell}),{whole},COUNTIF({template_lists.MARKS_NAME},{cell})>0)"
        return {"validate": "custom", "value": formula}
    return None


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
