"""Rules between rows: a key that comes twice, a code that nobody has introduced, a month outside the enrolment."""

from datetime import date

from outcomes import catalogue
from outcomes.ingest import columns
from outcomes.ingest.columns import ENROLMENT, ENTERPRISE, MONTHLY, ROUND
from outcomes.ingest.known import Known
from outcomes.ingest.row import Row

# what a code may name -> the sheet that introduces it; the column of the code has the same name, on every sheet
HOME = {
    "round": ROUND,
    "enterprise": ENTERPRISE,
    "person": columns.PERSON,
    "event": columns.EVENT,
    "visit": columns.VISIT,
    "practice": columns.PRACTICE,
    "action": columns.ACTION,
}
_OTHER_NAMES = {"verified_by": "person"}


def named(row: Row, column: str) -> str | None:
    """What the code in this column names (round, person, …); None for a column that holds no such code."""
    if column == "target_of":
        scope = row.values.get("target_scope")
        return scope if scope in HOME else None
    kind = _OTHER_NAMES.get(column, column)
    return kind if kind in HOME else None


def one_spelling(rows: dict[str, list[Row]], known: Known) -> None:
    """Codes that differ in case only are one code; the spelling that came first holds."""
    spelling = {"indicator": {code: code for code in _indicators(rows)}}
    for kind, home in HOME.items():
        spelling[kind] = {code.casefold(): code for code in known.codes[kind]}
        for row in rows.get(home, ()):
            if code := row.values.get(kind):
                spelling[kind].setdefault(code.casefold(), code)
    for row in (row for group in rows.values() for row in group):
        for column in row.sheet.columns:
            code = row.values.get(column.id) if column.kind == "code" else None
            kind = "indicator" if column.id == "indicator" else named(row, column.id)
            if code and kind:
                row.values[column.id] = spelling[kind].get(code.casefold(), code)


def _indicators(rows: dict[str, list[Row]]) -> set[str]:
    """The ids of the catalogue, over the monthly figures and over the record, where a sheet asks for them."""
    asked = rows.get(columns.TARGET) or rows.get(columns.REMARK)
    return set(catalogue.indicators()) | set(catalogue.records()) if asked else set()


def duplicates(rows: list[Row]) -> None:
    """All rows of a key that comes twice are refused: nobody but the sender knows which one is right."""
    by_key: dict[tuple, list[Row]] = {}
    for row in rows:
        if row.key is not None:
            by_key.setdefault(row.key, []).append(row)
    for same in by_key.values():
        for row in same if len(same) > 1 else ():
            others = ", ".join(str(other.number) for other in same[:6] if other is not row)
            row.find("duplicate-key", row.sheet.key[-1], rows=others)


class References:
    """What rows of a later sheet may refer to: what was accepted before, and the accepted rows of this file.

    ``enrolments``: (round, enterprise) -> its row. ``indicators``: the ids that targets and remarks may name.
    """

    def __init__(self, rows: dict[str, list[Row]], known: Known):
        self.enrolments = {(row["round"], row["enterprise"]): row for row in known.enrolments}
        self.indicators = _indicators(rows)
        self._accepted = {kind: dict(codes) for kind, codes in known.codes.items()}
        self._spans: dict[str, list] = {}
        self._refused: dict[tuple[str, str | tuple], int] = {}
        self._rows = rows

    def check(self) -> None:
        """Sheet by sheet, so that a refused round or enterprise is known before rows that need it are looked at."""
        for kind in ("round", "enterprise"):
            for row in self._rows.get(HOME[kind], ()):
                self.take(kind, row)
        for row in self._rows.get(ENROLMENT, ()):
            self.refer(row, "round")
            self.refer(row, "enterprise")
            if row.key and not row.refused:
                self.enrolments[row.key] = row.values
            elif row.key:
                self._refused.setdefault(("enrolment", row.key[1]), row.number)
                self._refused.setdefault(("enrolment", row.key), row.number)
        for (code, enterprise), one in self.enrolments.items():
            if code in self._accepted["round"]:
                span = (_first(self._accepted["round"][code]["baseline_start"]), one.get("exited_on"))
                self._spans.setdefault(enterprise, []).append(span)
        for row in self._rows.get(MONTHLY, ()):
            if self.refer(row, "enterprise"):
                self._enrolled(row)

    def take(self, kind: str, row: Row) -> None:
        """A row of the sheet that introduces this kind of code: known from here on, or known to be refused."""
        code = row.values.get(kind)
        if code and not row.refused:
            self._accepted[kind][code] = row.values
        elif code:
            self._refused.setdefault((kind, code), row.number)

    def refer(self, row: Row, column: str) -> bool:
        """Whether the cell names something known; a code that does not becomes a finding, a blank cell does not."""
        code, kind = row.values.get(column), named(row, column)
        if code is None or code in self._accepted[kind]:
            return code is not None
        if not self.rests_on_refused(row, column, kind, code):
            row.find(f"unknown-{kind}", column)
        return False

    def rests_on_refused(self, row: Row, column: str, kind: str, code: str | tuple) -> bool:
        """Whether what the row needs is in this file and was refused; then the row is told which one."""
        refused = self._refused.get((kind, code))
        if refused is not None:
            row.find("rests-on-refused", column, home=HOME.get(kind, ENROLMENT), other=refused)
        return refused is not None

    def _enrolled(self, row: Row) -> None:
        """The month lies in at least one enrolment: from the round's baseline to the month of leaving."""
        month, code = row.values.get("month"), row.values["enterprise"]
        if month is None:
            return
        spans = self._spans.get(code)
        if not spans:
            if not self.rests_on_refused(row, "enterprise", "enrolment", code):
                row.find("not-enrolled", "enterprise")
        elif not any(start <= month and (end is None or month <= _first(end)) for start, end in spans):
            earliest = min(start for start, _ in spans)
            if month < earliest:
                row.find("before-baseline", "month", first=f"{earliest:%Y-%m}")
            else:
                left = max(end for _, end in spans if end is not None and _first(end) < month)
                row.find("after-exit", "month", left=left.isoformat())


def _first(day: date) -> date:
    return day.replace(day=1)
