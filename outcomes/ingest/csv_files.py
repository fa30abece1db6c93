"""CSV files with the names and columns of the sheets."""

import codecs
import csv
import io

from outcomes.errors import Unreadable
from outcomes.ingest import columns
from outcomes.ingest.columns import Sheet
from outcomes.ingest.grid import Grid, is_blank
from outcomes.ingest.tally import MOST_CELLS, MOST_COLUMNS, MOST_ROWS

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SEPARATORS = (",", ";", "\t")
_FIRST_LINES = 10


def read(files: dict[str, bytes]) -> tuple[list[Grid], list[str]]:
    """The grids of ``files`` (name without ending -> content), and the names that belong to no sheet. Raises Unreadable."""
    grids, others = [], []
    for stem, content in files.items():
        sheet = columns.sheet_named(stem)
        if sheet is None:
            others.append(stem)
        else:
            grids.append(_grid(sheet, content))
    order = list(columns.sheets())
    return sorted(grids, key=lambda grid: order.index(grid.name)), others


def _grid(sheet: Sheet, content: bytes) -> Grid:
    text = _decoded(sheet, content)
    if "\0" in text:
        raise Unreadable("ingest.csv_broken", sheet=sheet.id)
    rows, cells = {}, 0
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=_separator(sheet, text)), 1):
            while row and is_blank(row[-1]):
                row.pop()
            if not row:
                continue
            cells += len(row)
            if number > MOST_ROWS:
                raise Unreadable("ingest.too_many_rows", sheet=sheet.id, row=number, most=MOST_ROWS)
            if len(row) > MOST_COLUMNS or cells > MOST_CELLS:
                raise Unreadable("ingest.too_many_cells", sheet=sheet.id)
            rows[number] = [cell or None for cell in row]
    except csv.Error as problem:
        raise Unreadable("ingest.csv_broken", sheet=sheet.id) from problem
    return Grid(sheet.id, rows)


def _decoded(sheet: Sheet, content: bytes) -> str:
    """UTF-8; GB18030 only where it decodes without a fault and the headers come out as ours."""
    if content.startswith(_UTF_16):
        raise Unreadable("ingest.csv_utf16", sheet=sheet.id)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError as problem:
        raise Unreadable("ingest.csv_encoding", sheet=sheet.id) from problem
    separator = _separator(sheet, text)
    if not any(_ours(sheet, line, separator) == len(_headers(line, separator)) for line in _first(text)):
        raise Unreadable("ingest.csv_encoding", sheet=sheet.id)
    return text


def _separator(sheet: Sheet, text: str) -> str:
    """Comma, unless another mark gives more of the template's headers."""
    lines = _first(text)
    return max(_SEPARATORS, key=lambda mark: max((_ours(sheet, line, mark) for line in lines), default=0))


def _first(text: str) -> list[str]:
    return [line for line in text[:50_000].splitlines()[:_FIRST_LINES] if line.strip()]


def _headers(line: str, separator: str) -> list[str]:
    try:
        return [cell for cell in next(csv.reader([line], delimiter=separator), []) if cell.strip()]
    except csv.Error:
        return []


def _ours(sheet: Sheet, line: str, separator: str) -> int:
    return sum(sheet.recognise(cell) is not None for cell in _headers(line, separator))
