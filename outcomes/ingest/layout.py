"""Where things stand on a sheet: the row of headers, the row of units, the columns, the rows below; and what is amiss."""

from dataclasses import dataclass, field

from outcomes.ingest.columns import Column, Sheet, normal, sheets
from outcomes.ingest.finding import Finding, shown
from outcomes.ingest.grid import Grid, is_blank, letter
from outcomes.ingest.row import Row

_SEARCHED = 10  # rows in which the headers may stand
_GAP = 5  # blank rows after which a row no longer belongs to the data above


@dataclass
class Laid:
    """One sheet, laid out. When ``readable`` is false, all rows are refused with the sheet."""

    sheet: Sheet
    rows: list[Row] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def find(self, severity: str, rule: str, **place) -> None:
        details = place.pop("details", {})
        self.findings.append(Finding(severity, rule, self.sheet.id, details=details, **place))


def lay_out(grid: Grid) -> Laid:
    """Find headers and rows. Every row below the headers that holds anything is in ``rows``, once."""
    sheet = sheets()[grid.name]
    laid = Laid(sheet)
    header = _header_row(sheet, grid)
    if header is None:
        laid.find("error", "no-header")
        laid.rows = [_row(sheet, number, cells, {}, {}, unread=True) for number, cells in grid.rows.items()]
        return laid
    for number in grid.rows:
        if number < header:
            laid.find("warning", "above-header", row=number, details={"header": header})
    used, unreadable = _columns(laid, grid, header)
    letters = {column.id: letter(place) for place, column in used.items()}
    below = [number for number in grid.rows if number > header]
    last = header
    if below and _is_units(used, grid.rows[below[0]]):
        last = below.pop(0)
    far = False
    for number in below:
        if number - last > _GAP:
            far = True
        laid.rows.append(_row(sheet, number, grid.rows[number], used, letters, far, unreadable))
        laid.rows[-1].lost = number in grid.lost
        last = number
    return laid


def _header_row(sheet: Sheet, grid: Grid) -> int | None:
    """The first row that names at least two columns."""
    for number, cells in list(grid.rows.items())[:_SEARCHED]:
        if len({found.id for cell in cells if isinstance(cell, str) and (found := sheet.recognise(cell))}) >= 2:
            return number
    return None


def _columns(laid: Laid, grid: Grid, header: int) -> tuple[dict[int, Column], bool]:
    """Position -> column, and whether the rows cannot be read for want of a column or for one too many."""
    sheet, used, unreadable = laid.sheet, {}, False
    places: dict[str, int] = {}
    strangers = []
    for place, cell in enumerate(grid.rows[header]):
        if is_blank(cell):
            continue
        column = sheet.recognise(shown(cell) or "")
        if column is None:
            strangers.append((place, cell))
        elif column.id in places:
            unreadable = True
            first = letter(places[column.id])
            place_of = {"row": header, "column": letter(place), "column_name": column.id, "value": shown(cell)}
            laid.find("error", "duplicate-column", **place_of, details={"first": first})
        else:
            places[column.id] = place
            used[place] = column
    missing = [column for column in sheet.columns if column.id not in places]
    for place, cell in strangers:
        _stranger(laid, grid, header, place, cell, missing)
    for column in (column for column in missing if column.required):
        unreadable = True
        laid.find("error", "missing-column", row=header, column_name=column.id)
    left_out = [column for column in missing if not column.required]
    if left_out:
        joined = {"en": ", ".join(c.title["en"] for c in left_out), "zh": "、".join(c.title["zh"] for c in left_out)}
        laid.find("info", "columns-left-out", row=header, details={"titles": joined})
    return used, unreadable


def _stranger(laid: Laid, grid: Grid, header: int, place: int, cell, missing: list[Column]) -> None:
    """A column of no known name: an error where one of ours was probably meant, else told and left alone."""
    near = laid.sheet.closest(shown(cell) or "")
    meant = near if near in missing else None
    details = {"guess": meant.title} if meant else {}
    found = {"row": header, "column": letter(place), "value": shown(cell), "details": details}
    laid.find("error" if meant else "warning", "unknown-column", **found)


def _is_units(used: dict[int, Column], cells: list) -> bool:
    """The row of units below the headers: most of what stands in it is the unit of its column."""
    told = [(used[place], cell) for place, cell in enumerate(cells) if place in used and not is_blank(cell)]
    right = sum(
        isinstance(cell, str) and normal(cell) in {normal(column.unit_text), *map(normal, column.unit.values())}
        for column, cell in told
    )
    return bool(told) and right * 2 > len(told)


def _row(sheet: Sheet, number: int, cells: list, used: dict, letters: dict, far=False, unread=False) -> Row:
    seen = {column.id: cells[place] for place, column in used.items() if place < len(cells)}
    return Row(sheet, number, seen, letters, below_gap=far, unread=unread)
