"""Inside the child process: colours and comments into a workbook that has passed the screen, and the list in front.

What is added is always text: a value that begins with = is shown, never computed.
"""

import io

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties

from outcomes.ingest import columns, csv_files, screen, submission
from outcomes.ingest.grid import letter

_AUTHOR = "SCORE outcomes"
_THEIRS = "\n\n— — —\n"  # below it stands what the sender had noted in the same cell
_FONT = "Calibri"
_WIDTHS = (12, 18, 14, 36, 22, 58, 66)
_ORDER = ("error", "warning", "info")


def marked(data: bytes, told: dict) -> bytes:
    """The workbook, out of its zip; ``told`` is what marking.mark sends along: title, list, notes, colours."""
    sent = submission.taken_apart(data, told["name"])
    if sent.workbook is None:
        book = _book_of_csv(sent.csv)
    else:
        screen.screen(sent.workbook)
        book = load_workbook(io.BytesIO(sent.workbook), keep_links=False)
    if told["sheet"] in book.sheetnames:
        del book[told["sheet"]]
    tabs = {known.id: book[name] for name in book.sheetnames if (known := columns.sheet_named(name))}
    for tab in tabs.values():
        _clean(tab, told["colours"])
    _note(tabs, told)
    _list(book, told)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _book_of_csv(files: dict[str, bytes]) -> Workbook:
    book = Workbook()
    book.remove(book.active)
    for grid in csv_files.read(files)[0]:
        tab = book.create_sheet(grid.name)
        for number, cells in grid.rows.items():
            for place, text in enumerate(cells, start=1):
                if text is not None:
                    _write(tab, number, place, text)
        for place in range(max((len(cells) for cells in grid.rows.values()), default=0)):
            tab.column_dimensions[letter(place)].width = 18
    return book


def _clean(tab, colours: dict[str, str]) -> None:
    """Take back what an earlier marking left, so that a corrected cell is no longer coloured."""
    ours = {f"00{colours[severity]}" for severity in _ORDER}
    for cell in list(tab._cells.values()):  # iter_rows would make every cell between the first and the last
        if cell.comment is not None and cell.comment.author == _AUTHOR:
            _, _, theirs = cell.comment.text.partition(_THEIRS)
            cell.comment = Comment(theirs, "") if theirs else None
            if cell.fill.fgColor.rgb in ours:
                cell.fill = PatternFill()


def _note(tabs: dict, told: dict) -> None:
    by_cell: dict[tuple[str, str], list[dict]] = {}
    for note in told["notes"]:
        if note["sheet"] in tabs:
            by_cell.setdefault((note["sheet"], note["place"]), []).append(note)
    for (sheet, place), notes in by_cell.items():
        cell = tabs[sheet][place]
        text = "\n".join(note["text"] for note in notes)
        if cell.comment is not None:
            text += _THEIRS + cell.comment.text
        cell.comment = _comment(text)
        worst = min((note["severity"] for note in notes), key=_ORDER.index)
        cell.fill = PatternFill("solid", fgColor=told["colours"][worst])


def _comment(text: str) -> Comment:
    lines = 2 + sum(2 if ord(c) > 0x2E80 else 1 for c in text) // 38
    return Comment(text, _AUTHOR, height=20 * min(lines, 16), width=300)


def _list(book: Workbook, told: dict) -> None:
    tab = book.create_sheet(told["sheet"], 0)
    ink = told["colours"]["ink"]
    _write(tab, 1, 1, told["title"]).font = Font(name=_FONT, bold=True, size=16, color=ink)
    _write(tab, 2, 1, told["lead"]).font = Font(name=_FONT, color=ink)
    tab.row_dimensions[1].height = 26
    band = PatternFill("solid", fgColor=told["colours"]["band"])
    edge = Border(bottom=Side(style="thin", color=told["colours"]["rule"]))
    for place, text in enumerate(told["columns"], start=1):
        cell = _write(tab, 4, place, text)
        cell.font, cell.fill, cell.border = Font(name=_FONT, bold=True, color=ink), band, edge
        tab.column_dimensions[letter(place - 1)].width = _WIDTHS[place - 1]
    top = Alignment(vertical="top", wrap_text=True)
    for number, row in enumerate(told["rows"], start=5):
        for place, text in enumerate(row, start=1):
            cell = _write(tab, number, place, text)
            cell.alignment, cell.font = top, Font(name=_FONT, color=ink)
    tab.freeze_panes = "A5"
    tab.page_setup.orientation, tab.page_setup.fitToHeight = "landscape", 0
    tab.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for other in book.worksheets:
        other.sheet_view.tabSelected = False
    book.active = 0


def _write(tab, row: int, column: int, text: str):
    cell = tab.cell(row, column)
    cell.value = _storable(text)
    cell.data_type = "s"  # also for a text that looks like a formula
    return cell


def _storable(text: str) -> str:
    """A workbook cannot hold control characters."""
    return "".join(c for c in text if c.isprintable() or c in "\n\t")[:32_000]
