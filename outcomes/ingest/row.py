"""One row of a sheet on its way from cells to values, with what was found about it."""

from dataclasses import dataclass, field

from outcomes.ingest import values
from outcomes.ingest.columns import Column, Sheet
from outcomes.ingest.fault import Fault
from outcomes.ingest.finding import Finding, shown
from outcomes.ingest.grid import Odd


@dataclass
class Row:
    """``seen``: column id -> cell as it stands; ``values``: column id -> typed value, once read.

    ``unread``: the sheet as a whole cannot be read, so this row is refused with it.
    """

    sheet: Sheet
    number: int
    seen: dict
    letters: dict[str, str]
    below_gap: bool = False
    unread: bool = False
    lost: bool = False
    values: dict = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    @property
    def refused(self) -> bool:
        return self.unread or any(finding.severity == "error" for finding in self.findings)

    @property
    def key(self) -> tuple | None:
        """What names this row; None while a part that must be there is missing or wrong."""
        parts = {column: self.values.get(column) for column in self.sheet.key}
        needed = [parts[column] for column in self.sheet.key if self.sheet.column(column).required]
        return None if None in needed else tuple(parts.values())

    def is_blank(self, column: str) -> bool:
        """Nothing stands there, or a mark that says so; a cell that cannot be read is told as such."""
        seen = self.seen.get(column)
        return self.values.get(column) is None and (values.blank(seen) or values.absent(seen))

    def read(self) -> None:
        """Type every cell; a blank key or a wrong cell becomes a finding."""
        if self.lost:
            self.find("cell-lost")
        for column in self.sheet.columns:
            self.values[column.id] = self._read(column)

    def find(self, rule: str, column: str | None = None, severity: str = "error", **details) -> None:
        """Note something about one cell of this row, or about the whole row."""
        self.findings.append(
            Finding(
                severity=severity,
                rule=rule,
                sheet=self.sheet.id,
                row=self.number,
                column=self.letters.get(column or ""),
                column_name=column,
                enterprise=self._enterprise(),
                value=shown(self.seen.get(column or "")),
                details=details,
            )
        )

    def _read(self, column: Column):
        seen = self.seen.get(column.id)
        if column.id not in self.letters:
            return None
        try:
            value = values.read(seen, column)
        except Fault as fault:
            self.find(fault.rule, column.id, **fault.details)
            return None
        if column.kind != "month":
            return value
        month, another_day = value
        if another_day:
            self.find("month-with-day", column.id, "warning", month=f"{month:%Y-%m}")
        return month

    def _enterprise(self) -> str | None:
        seen = self.seen.get("enterprise")
        return self.values.get("enterprise") or (None if isinstance(seen, Odd) else shown(seen))
