"""Rules between rows: a key that comes twice, a code that nobody has introduced, a month outside the enrolment."""

from datetime import date

from outcomes.ingest.columns import ENROLMENT, ENTERPRISE, MONTHLY, ROUND
from outcomes.ingest.known import Known
from outcomes.ingest.row import Row


def one_spelling(rows: dict[str, list[Row]], known: Known) -> None:
    """Codes that differ in case only are one code; the spelling that came first holds."""
    for column, home, before in (("round", ROUND, known.rounds), ("enterprise", ENTERPRISE, known.enterprises)):
        spelling = {code.casefold(): code for code in before}
        for row in rows.get(home, ()):
            if code := row.values.get(column):
                spelling.setdefault(code.casefold(), code)
        for row in (row for group in rows.values() for row in group):
            if code := row.values.get(column):
                row.values[column] = spelling.get(code.casefold(), code)


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
    """What rows of a later sheet may refer to: what was accepted before, and the accepted rows of this file."""

    def __init__(self, rows: dict[str, list[Row]], known: Known):
        self._rounds = {code: dict(row) for code, row in known.rounds.items()}
        self._enterprises = set(known.enterprises)
        self._enrolments = {(row["round"], row["enterprise"]): row for row in known.enrolments}
        self._spans: dict[str, list] = {}
        self._refused: dict[tuple[str, str], int] = {}
        self._rows = rows

    def check(self) -> None:
        """Sheet by sheet, so that a refused round or enterprise is known before rows that need it are looked at."""
        for row in self._rows.get(ROUND, ()):
            self._take("round", row, lambda code, row: self._rounds.__setitem__(code, row.values))
        for row in self._rows.get(ENTERPRISE, ()):
            self._take("enterprise", row, lambda code, row: self._enterprises.add(code))
        for row in self._rows.get(ENROLMENT, ()):
            self._refer(row, "round", self._rounds)
            self._refer(row, "enterprise", self._enterprises)
            if row.key and not row.refused:
                self._enrolments[row.key] = row.values
            elif row.key:
                self._refused.setdefault(("enrolment", row.key[1]), row.number)
        for (code, enterprise), one in self._enrolments.items():
            if code in self._rounds:
                span = (_first(self._rounds[code]["baseline_start"]), one.get("exited_on"))
                self._spans.setdefault(enterprise, []).append(span)
        for row in self._rows.get(MONTHLY, ()):
            if self._refer(row, "enterprise", self._enterprises):
                self._enrolled(row)

    def _take(self, column: str, row: Row, accept) -> None:
        code = row.values.get(column)
        if code and not row.refused:
            accept(code, row)
        elif code:
            self._refused.setdefault((column, code), row.number)

    def _refer(self, row: Row, column: str, allowed) -> bool:
        code = row.values.get(column)
        if code is None or code in allowed:
            return code is not None
        self._unknown(row, column, column, code)
        return False

    def _unknown(self, row: Row, column: str, kind: str, code: str) -> None:
        refused = self._refused.get((kind, code))
        if refused is not None:
            home = {"round": ROUND, "enterprise": ENTERPRISE, "enrolment": ENROLMENT}[kind]
            row.find("rests-on-refused", column, home=home, other=refused)
        elif kind == "enrolment":
            row.find("not-enrolled", column)
        else:
            row.find(f"unknown-{kind}", column)

    def _enrolled(self, row: Row) -> None:
        """The month lies in at least one enrolment: from the round's baseline to the month of leaving."""
        month, code = row.values.get("month"), row.values["enterprise"]
        if month is None:
            return
        spans = self._spans.get(code)
        if not spans:
            self._unknown(row, "enterprise", "enrolment", code)
        elif not any(start <= month and (end is None or month <= _first(end)) for start, end in spans):
            earliest = min(start for start, _ in spans)
            if month < earliest:
                row.find("before-baseline", "month", first=f"{earliest:%Y-%m}")
            else:
                left = max(end for _, end in spans if end is not None and _first(end) < month)
                row.find("after-exit", "month", left=left.isoformat())


def _first(day: date) -> date:
    return day.replace(day=1)
