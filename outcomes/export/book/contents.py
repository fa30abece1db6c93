"""The first sheet: what the workbook rests on, and every exhibit with its finding, a click away."""

from outcomes.exhibits import Asked, Exhibit, scene
from outcomes.export.book import page, room
from outcomes.export.book.sheet import link
from outcomes.export.book.style import Style
from outcomes.words import numbers

_WIDTHS = (18, 44, 90, 14, 8)


def write(sheet, asked: Asked, lines: list[tuple[str, str, Exhibit]], left_out: list[str], style: Style) -> None:
    """``lines``: name of the sheet, name of the exhibit, the exhibit; ``left_out``: a sentence each."""
    say, snapshot = asked.say, asked.db.snapshot
    over = page.Over(sheet, list(_WIDTHS), 0, sum(_WIDTHS[1:3]))
    over.title(0, say("export.book.title"), style.title)
    over.title(1, say("export.book.lead"), style.prose)
    about = {
        "filters": " · ".join(scene.choice(asked)),
        "reader": say(f"export.reader.{asked.db.scope.role}"),
        "snapshot": snapshot.id,
        "published": numbers.day(snapshot.created.date(), asked.lang),
        "manifest": snapshot.manifest_sha256,
        "notes": say("export.book.demonstration") if snapshot.is_demonstration else "",
    }
    line = over.lines(2, [(say(f"export.book.{key}"), text) for key, text in about.items() if text], style) + 1
    for place, key in enumerate(("number", "sheet", "finding", "state", "rows")):
        sheet.write_string(line, place, say(f"export.book.{key}"), style.head)
    sheet.freeze_panes(line + 1, 0)
    page.printed(sheet, over, line)
    for number, (tab, name, exhibit) in enumerate(lines, start=1):
        line += 1
        sheet.write_number(line, 0, number, style.count)
        sheet.set_row(line, room.height(exhibit.title, _WIDTHS[2]))
        link(sheet, line, 1, tab, name, style)
        sheet.write_string(line, 2, exhibit.title, style.prose)
        state = say(f"ui.state.{exhibit.state}") if exhibit.state else say("export.book.shown")
        sheet.write_string(line, 3, state, style.text)
        sheet.write_number(line, 4, len(exhibit.rows), style.count)
    if left_out:
        line += 2
        sheet.write_string(line, 0, say("export.book.left_head"), style.label)
        for step, text in enumerate(left_out, start=line + 1):
            over.title(step, text, style.prose)
