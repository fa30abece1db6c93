"""One thing that is wrong or odd in a submission: where it stands, what was seen, what to do; in two languages."""

from dataclasses import dataclass, field
from datetime import date

from outcomes import words
from outcomes.ingest import columns
from outcomes.ingest.grid import Odd

SEVERITIES = ("error", "warning", "info")
_LONGEST = 80


@dataclass(frozen=True)
class Finding:
    """``row`` and ``column`` are Excel's (14, "F"); ``column_name`` is the column's id; ``value`` is as it was seen.

    ``details`` fills the places of the sentence; a value of it may be a pair {en, zh}.
    """

    severity: str
    rule: str
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    column_name: str | None = None
    enterprise: str | None = None
    value: str | None = None
    details: dict = field(default_factory=dict)

    @property
    def where(self) -> str:
        """monthly!F14; monthly!14 for a whole row, monthly!F for a column."""
        place = f"{self.column or ''}{self.row or ''}"
        return f"{self.sheet or ''}!{place}" if place else (self.sheet or "")

    def what(self, lang: str) -> str:
        """What is wrong, as a sentence."""
        return self._say("what", lang)

    def fix(self, lang: str) -> str:
        """What to do about it, as a sentence."""
        guessed = "guess" in self.details and words.has(f"finding.{self.rule}.fix_guess")
        return self._say("fix_guess" if guessed else "fix", lang)

    def as_dict(self, lang: str) -> dict:
        """Everything as plain values, for JSON and lists."""
        return {
            "severity": self.severity,
            "rule": self.rule,
            "where": self.where,
            "sheet": self.sheet,
            "row": self.row,
            "column": self.column,
            "column_name": self.column_name,
            "enterprise": self.enterprise,
            "value": self.value,
            "what": self.what(lang),
            "fix": self.fix(lang),
        }

    def _say(self, part: str, lang: str) -> str:
        told = {name: value[lang] if isinstance(value, dict) else value for name, value in self.details.items()}
        places = {
            "sheet": self.sheet or "",
            "row": self.row or "",
            "title": columns.title(self.sheet, self.column_name, lang),
            "value": self.value or "",
        }
        return words.say(f"finding.{self.rule}.{part}", lang, **{**places, **told})


def shown(seen) -> str | None:
    """A cell as a person sees it, shortened; None for a blank."""
    if seen is None or seen == "":
        return None
    if isinstance(seen, Odd):
        return seen.seen or None
    if isinstance(seen, bool):
        return str(seen).upper()
    if isinstance(seen, float):
        text = f"{seen:.0f}" if seen == round(seen, 6) and seen % 1 == 0 and abs(seen) < 1e15 else f"{seen:.10g}"
    else:
        text = seen.isoformat() if isinstance(seen, date) else " ".join(str(seen).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
