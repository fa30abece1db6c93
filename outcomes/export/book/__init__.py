"""Everything a reader may see of a choice, as a workbook to check: a sheet an exhibit, contents with links before them.

Nothing in it can run: texts are written as texts whatever they begin with, and the only links lead to its own sheets.
"""

from collections.abc import Callable
from pathlib import Path

import xlsxwriter

from outcomes import words
from outcomes.exhibits import Asked
from outcomes.export.book import contents, sheet
from outcomes.export.book.choice import Wanted, chosen, kind, tab, title
from outcomes.export.book.names import Names
from outcomes.export.book.style import Style

__all__ = ["Wanted", "chosen", "write"]

_TEXTS_STAY_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write(
    asked: Asked,
    lang: str,
    path: Path,
    told: Callable[[float, str], None] | None = None,
    wanted: list[Wanted] | None = None,
) -> list[str]:
    """The workbook of ``wanted``, else of all that there is; gives a sentence for each exhibit that has no sheet."""
    asked = asked.but(lang=lang, look=None)  # only rows: nothing is drawn
    wanted = chosen(asked) if wanted is None else wanted
    names = Names(words.say("export.book.contents", lang))
    lines: list = []
    out: dict[str, None] = {}  # once each: what is kept from a reader is so for every measure
    with xlsxwriter.Workbook(path, _TEXTS_STAY_TEXT) as book:
        book.set_properties({"title": asked.db.snapshot.id, "created": asked.db.snapshot.created.replace(tzinfo=None)})
        style = Style(book)
        first = book.add_worksheet(names.first)
        for number, one in enumerate(wanted, start=1):
            name = title(asked, one)
            if told:
                told((number - 1) / len(wanted), name)
            exhibit = one.build(asked)
            if exhibit.state == "not_allowed":
                out[words.say("export.book.named", lang, name=kind(one.name, lang), why=exhibit.title)] = None
                continue
            label = names.take(len(lines) + 1, *tab(asked, one))
            sheet.write(book.add_worksheet(label), asked, exhibit, one.name, name, names.first, style)
            lines.append((label, name, exhibit))
        contents.write(first, asked, lines, list(out), style)
    if told:
        told(1.0, words.say("export.book.done", lang))
    return list(out)
