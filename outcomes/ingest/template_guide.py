"""The first sheet of the template: what to do, in both languages side by side; every column explained; examples."""

from outcomes import words
from outcomes.ingest.columns import VERSION, sheets
from outcomes.ingest.template_style import Style

SHEET = "guide"
_PARAGRAPHS = ("what", "record", "rows", "missing", "numbers", "refused", "formulas", "names")
_WIDTHS = (14, 38, 34, 62, 62)
EXAMPLES = {
    "rounds": {
        "round": "NX-2015A",
        "name_en": "Nanxun 2015, first round",
        "name_zh": "南浔2015年第一轮",
        "data_kind": "demonstration",
        "region": "330503",
        "modules": "M1,M5",
        "baseline_start": "2014-05-01",
        "training_start": "2015-05-01",
        "training_end": "2015-10-31",
    },
    "enterprises": {
        "enterprise": "NX-01",
        "region": "330503",
        "sector": "C38",
        "employees": "318",
        "women": "141",
        "revenue_wan": "12,400",
        "consent": "aggregate",
    },
    "enrolments": {"round": "NX-2015A", "enterprise": "NX-01", "arm": "pilot", "enrolled_on": "2015-04-08"},
    "monthly": {
        "enterprise": "NX-01",
        "month": "2015-05",
        "workers": "318",
        "women_workers": "141",
        "hours_worked": "61,400",
        "new_injuries": "0",
        "near_misses": "-",
    },
    "persons": {"person": "INS-03", "role": "inspector", "sex": "female", "organisation": "osh_authority"},
    "events": {
        "event": "EVT-NX-02",
        "round": "NX-2015A",
        "event_type": "classroom",
        "modules": "M1",
        "name_en": "Classroom training, module 1",
        "name_zh": "模块一课堂培训",
        "region": "330503",
        "starts_on": "2015-05-06",
        "ends_on": "2015-05-07",
        "data_kind": "demonstration",
    },
    "attendance": {
        "event": "EVT-NX-02",
        "role": "worker",
        "sex": "female",
        "organisation": "enterprise",
        "persons": "9",
    },
    "visits": {
        "visit": "NX-01-V2",
        "round": "NX-2015A",
        "enterprise": "NX-01",
        "purpose": "coaching",
        "planned_on": "2015-06-10",
        "done_on": "2015-06-11",
        "visit_hours": "6.5",
    },
    "visit_members": {"visit": "NX-01-V2", "person": "INS-03", "visit_role": "inspector"},
    "actions": {
        "action": "NX-01-A07",
        "round": "NX-2015A",
        "enterprise": "NX-01",
        "action_en": "A guard at the saw",
        "action_zh": "锯床加装防护罩",
        "action_category": "machine_guarding",
        "proposed_by": "worker",
        "opened_on": "2015-06-11",
        "due_on": "2015-07-10",
        "action_status": "in_progress",
        "cost": "300",
    },
}


def add(book, style: Style, lang: str) -> None:
    """Write the sheet; the chosen language comes first, the other beside it."""
    tab = book.add_worksheet(SHEET)
    tab.hide_gridlines(2)
    for place, width in enumerate(_WIDTHS):
        tab.set_column(place, place, width)
    order = (lang, *(other for other in words.LANGUAGES if other != lang))
    row = _prose(tab, style, order)
    row = _examples(tab, style, order, row + 1)
    _columns(tab, style, order, row + 1)
    tab.set_landscape()
    tab.set_paper(9)
    tab.fit_to_pages(1, 0)
    tab.activate()


def _prose(tab, style: Style, order: tuple[str, ...]) -> int:
    tab.set_row(0, 26)
    tab.write_string(0, 0, words.say("template.title", order[0], version=VERSION), style.title)
    tab.write_string(1, 0, words.say("template.title", order[1], version=VERSION), style.subtitle)
    row = 3
    for name in _PARAGRAPHS:
        first, second = (words.say(f"template.guide.{name}", lang) for lang in order)
        tab.merge_range(row, 0, row, 2, first, style.prose)
        tab.write_string(row, 3, second, style.quiet)
        tab.set_row(row, 16 * max(_lines(first, 84), _lines(second, 60)) + 8)
        row += 1
    return row


def _examples(tab, style: Style, order: tuple[str, ...], row: int) -> int:
    tab.write_string(row, 0, " / ".join(words.say("template.examples", lang) for lang in order), style.heading)
    tab.write_string(row, 3, words.say("template.examples_lead", order[0]), style.quiet)
    row += 1
    for name, example in EXAMPLES.items():
        sheet = sheets()[name]
        for column_id, text in example.items():
            column = sheet.column(column_id)
            if column is None:
                continue
            tab.write_string(row, 0, name, style.table)
            tab.write_string(row, 1, column.header, style.table)
            tab.write_string(row, 2, text, style.table)
            row += 1
    return row


def _columns(tab, style: Style, order: tuple[str, ...], row: int) -> None:
    tab.write_string(row, 0, " / ".join(words.say("template.columns", lang) for lang in order), style.heading)
    row += 1
    heads = [(part, order[:1]) for part in ("sheet", "title", "unit")]
    for place, (part, langs) in enumerate([*heads, ("hint", order[:1]), ("hint", order[1:])]):
        tab.write_string(row, place, words.say(f"template.column_{part}", langs[0]), style.header)
    for name, sheet in sheets().items():
        for column in sheet.columns:
            row += 1
            hints = [column.hint[lang] for lang in order]
            for place, text in enumerate([name, column.header, column.unit_text, *hints]):
                tab.write_string(row, place, text, style.table)
            tab.set_row(row, 16 * max(1, *(_lines(hint, 62) for hint in hints), _lines(column.header, 38)))


def _lines(text: str, width: int) -> int:
    """How many lines a text takes, a Chinese letter being as wide as two."""
    return -(-sum(2 if ord(c) > 0x2E80 else 1 for c in text) // width)
