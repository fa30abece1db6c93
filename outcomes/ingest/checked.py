"""The answer to a submission: every finding, and the rows that can be published."""

from dataclasses import dataclass

from outcomes.ingest.finding import Finding


@dataclass(frozen=True)
class Checked:
    """``tables``: accepted rows only. ``sheets``: sheet -> {in, accepted, refused}; in is always the sum of the two."""

    name: str
    sha256: str
    size: int
    rows_in: int
    rows_accepted: int
    rows_refused: int
    findings: tuple[Finding, ...]
    tables: dict[str, list[dict]]
    sheets: dict[str, dict[str, int]]

    @property
    def errors(self) -> tuple[Finding, ...]:
        return self._of("error")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        return self._of("warning")

    def _of(self, severity: str) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity == severity)
