"""Bytes -> grids, inside the child process: a workbook by calamine once it is screened, or CSV files."""

import io
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineWorkbook

from outcomes.errors import Unreadable
from outcomes.ingest import columns, csv_files, screen, submission
from outcomes.ingest.grid import Grid, Odd, is_blank
from outcomes.ingest.tally import Tally

# sheets of ours that carry no data: the guide, the lists behind the drop-downs, the list in a marked workbook
NOT_DATA = ("guide", "lists", "findings 检查结果")
_NUMBERS = (int, float, date, datetime, time, timedelta)  # bool is an int


def opened(data: bytes, name: str) -> tuple[list[Grid], list[str], dict[str, int]]:
    """The grids of the template's sheets, the names of the sheets that are none of them, and what lies beside them in
    the zip: path -> bytes. Raises Unreadable."""
    sent = submission.taken_apart(data, name)
    if sent.workbook is None:
        grids, others = csv_files.read(sent.csv)
    else:
        screened = screen.screen(sent.workbook)
        wanted = {tab: columns.sheet_named(tab) for tab in screened.tallies}
        book = CalamineWorkbook.from_filelike(io.BytesIO(sent.workbook))
        grids = [_grid(book, tab, sheet.id, screened.tallies[tab]) for tab, sheet in wanted.items() if sheet]
        others = [tab for tab, sheet in wanted.items() if not sheet and tab not in NOT_DATA]
    if not grids:
        raise Unreadable("ingest.no_sheets")
    twice = [grid.name for grid in grids]
    if len(set(twice)) != len(twice):
        raise Unreadable("ingest.sheet_twice", sheet=max(twice, key=twice.count))
    return grids, others, sent.beside


def _grid(book: CalamineWorkbook, tab: str, sheet: str, tally: Tally) -> Grid:
    """The rows of one tab; what the library leaves out is put back in as what it is."""
    grid = Grid(sheet)
    for number, cells in enumerate(book.get_sheet_by_name(tab).to_python(skip_empty_area=False), start=1):
        while cells and is_blank(cells[-1]):
            cells.pop()
        if cells:
            grid.rows[number] = cells
    for row, column, seen in tally.errors:
        _put(grid, row, column, Odd("error", seen))
    for row, column in tally.uncached:
        _put(grid, row, column, Odd("formula", ""))
    for row, count in tally.numbers.items():
        if sum(isinstance(cell, _NUMBERS) for cell in grid.rows.get(row, ())) < count:
            grid.rows.setdefault(row, [])
            grid.lost.add(row)
    grid.rows = dict(sorted(grid.rows.items()))
    return grid


def _put(grid: Grid, row: int, column: int, cell: Odd) -> None:
    cells = grid.rows.setdefault(row, [])
    cells.extend([None] * (column + 1 - len(cells)))
    cells[column] = cell
