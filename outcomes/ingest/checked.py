"""The answer to a submission: every finding, and the rows that can be published."""

from dataclasses import dataclass, field

from outcomes.ingest.finding import Finding

# what a file says that must not even be kept: the original is, and is never changed
_NOT_KEPT = ("picture-location",)


@dataclass(frozen=True)
class Picture:
    """A photo of an action as it may be published: a JPEG of the sizes given in pixels, without any metadata."""

    photo: str
    action: str
    media_kind: str
    jpeg: bytes
    width: int
    height: int


@dataclass(frozen=True)
class Checked:
    """``tables``: accepted rows only. ``sheets``: sheet -> {in, accepted, refused}; in is always the sum of the two.

    ``pictures``: photo -> its picture, of the accepted rows of ``media`` that came with one.
    """

    name: str
    sha256: str
    size: int
    rows_in: int
    rows_accepted: int
    rows_refused: int
    findings: tuple[Finding, ...]
    tables: dict[str, list[dict]]
    sheets: dict[str, dict[str, int]]
    pictures: dict[str, Picture] = field(default_factory=dict)

    @property
    def errors(self) -> tuple[Finding, ...]:
        return self._of("error")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        return self._of("warning")

    @property
    def may_be_kept(self) -> bool:
        """False when the file tells where a picture was taken: then not even its valid rows can be published."""
        return not any(finding.rule in _NOT_KEPT for finding in self.findings)

    def _of(self, severity: str) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity == severity)
