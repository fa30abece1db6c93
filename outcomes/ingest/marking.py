"""Send a submission back as its sender's own workbook, with the cells marked and commented and a list in front."""

from outcomes import words
from outcomes.charts.look import LIGHT
from outcomes.errors import Unreadable
from outcomes.ingest import columns, sandbox
from outcomes.ingest.checked import Checked
from outcomes.ingest.finding import SEVERITIES, Finding

_LIST = ("severity", "cell", "enterprise", "field", "seen", "what", "fix")
# orange for what stops publication, yellow for what wants a look; the word and the comment say it as well
_COLOURS = {
    "error": LIGHT.concern_tint,
    "warning": LIGHT.training,
    "info": LIGHT.panel,
    "band": LIGHT.panel,
    "ink": LIGHT.ink,
    "rule": LIGHT.rule,
}


def mark(original: bytes, name: str, checked: Checked, lang: str) -> bytes:
    """The workbook ``original`` (CSV files become one) with the findings of ``checked``. Raises Unreadable.

    It is opened in a process of its own, after the same screening as when it was checked.
    """
    findings = sorted(checked.findings, key=lambda finding: SEVERITIES.index(finding.severity))
    header = {
        "name": name,
        "title": words.say("mark.title", lang, name=name, accepted=checked.rows_accepted, rows=checked.rows_in),
        "lead": words.say("mark.lead" if findings else "mark.clean", lang),
        "sheet": words.say("mark.sheet", lang),
        "columns": [words.say(f"mark.{part}", lang) for part in _LIST],
        "rows": [_listed(finding, lang) for finding in findings],
        "notes": [_note(finding, lang) for finding in findings if finding.row],
        "colours": {part: colour.lstrip("#") for part, colour in _COLOURS.items()},
    }
    try:
        return sandbox.run("mark", header, original, sandbox.MARKING)
    except Unreadable as refusal:
        if refusal.key in ("ingest.too_slow", "ingest.broke_off"):
            raise Unreadable("mark.too_large") from refusal
        raise


def _listed(finding: Finding, lang: str) -> list[str]:
    return [
        words.say(f"cli.severity_{finding.severity}", lang),
        finding.where,
        finding.enterprise or "",
        columns.title(finding.sheet, finding.column_name, lang),
        finding.value or "",
        finding.what(lang),
        finding.fix(lang),
    ]


def _note(finding: Finding, lang: str) -> dict:
    """A finding without a column is noted in the first cell of its row."""
    severity = words.say(f"cli.severity_{finding.severity}", lang)
    return {
        "sheet": finding.sheet,
        "place": f"{finding.column or 'A'}{finding.row}",
        "severity": finding.severity,
        "text": f"{severity}: {finding.what(lang)} {finding.fix(lang)}",
    }
