"""The workbook inside a chart: beside its values stand the ends of their intervals and the distances that error bars read."""

import io

import openpyxl
from openpyxl.utils import get_column_letter

from outcomes import words
from outcomes.export.deck.plan import Plan

HEADS = ("low", "high", "minus", "plus")  # in the reader's words: [deck] end_low and so on


def add_ends(chart, plan: Plan, lang: str = "en") -> dict[int, dict[str, str]]:
    """Four columns a series behind the values; gives where plus and minus stand, as error bars name it."""
    from outcomes.export.deck.chart import distances

    part = chart.part.chart_workbook.xlsx_part
    book = openpyxl.load_workbook(io.BytesIO(part.blob))
    sheet = book.worksheets[0]
    rows, places = len(plan.categories), {}
    for at, one in enumerate(plan.series):
        if not one.low:
            continue
        first = len(plan.series) + 2 + 4 * len(places)
        columns = {"low": one.low, "high": one.high, "minus": distances(one, "minus"), "plus": distances(one, "plus")}
        for step, (head, values) in enumerate(columns.items()):
            sheet.cell(1, first + step, f"{one.name}: {words.say(f'deck.end_{head}', lang)}")
            for row, value in enumerate(values, start=2):
                sheet.cell(row, first + step, value)
        letters = {head: get_column_letter(first + step) for step, head in enumerate(HEADS)}
        places[at] = {
            head: f"'{sheet.title}'!${letters[head]}$2:${letters[head]}${rows + 1}" for head in ("plus", "minus")
        }
    made = io.BytesIO()
    book.save(made)
    part._blob = made.getvalue()
    return places


def read(chart) -> list[list]:
    """The cells of a chart's workbook, row by row, as somebody who opens it sees them."""
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    return [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]
