"""The hidden sheet behind the drop-downs: every coded column's entries, each list under a name of its own."""

from outcomes import catalogue, reference
from outcomes.ingest.columns import CHOICES, sheets
from outcomes.ingest.grid import letter
from outcomes.ingest.values import MARKS, choice_label

SHEET = "lists"
MARKS_NAME = "missing_marks"


def add(book) -> dict[str, str]:
    """Write the lists; gives column id -> the name of its list."""
    tab = book.add_worksheet(SHEET)
    tab.hide()
    lists = _lists()
    names = {column: f"list_{column}" for column in lists}
    for place, (column, labels) in enumerate([*lists.items(), (None, list(MARKS))]):
        name = names.get(column, MARKS_NAME)
        column_letter = letter(place)
        tab.write_string(0, place, name)
        for row, label in enumerate(labels, start=1):
            tab.write_string(row, place, label)
        book.define_name(name, f"={SHEET}!${column_letter}$2:${column_letter}${len(labels) + 1}")
    return names


def _lists() -> dict[str, list[str]]:
    columns = {column.id: column for sheet in sheets().values() for column in sheet.columns}
    regions = [f"{code} {one.name['zh']} {one.name['en']}" for code, one in sorted(reference.regions().items())]
    sectors = [f"{code} {one.name['zh']} {one.name['en']}" for code, one in sorted(reference.sectors().items())]
    choices = {name: [choice_label(columns[name], code) for code in CHOICES[name]] for name in CHOICES}
    indicators = [*catalogue.indicators(), *catalogue.records()]
    return {"region": regions, "sector": sectors, "indicator": indicators, **choices}
