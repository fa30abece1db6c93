"""The submission template as one value: its sheets, their columns, and how a header typed by a person is recognised."""

import difflib
import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from outcomes import catalogue, words

VERSION = 1
ROUND, ENTERPRISE, ENROLMENT, MONTHLY = "rounds", "enterprises", "enrolments", "monthly"

# choices that a cell may hold, in the order of the drop-down; their words are [template.choice.*]
CHOICES = {
    "data_kind": ("real", "demonstration"),
    "consent": ("internal", "aggregate", "named"),
    "arm": ("pilot", "comparison", "waitlist"),
    "exit_reason": ("completed", "closed", "relocated", "withdrew", "merged"),
    "quality": ("measured", "estimated", "imputed", "disputed"),
}

# sheet -> (column, kind, may it be blank?)
_COLUMNS = {
    ROUND: (
        ("round", "code", False),
        ("name_en", "text", False),
        ("name_zh", "text", False),
        ("data_kind", "choice", False),
        ("region", "region", False),
        ("modules", "modules", False),
        ("baseline_start", "date", False),
        ("training_start", "date", False),
        ("training_end", "date", False),
        ("sharing_date", "date", True),
    ),
    ENTERPRISE: (
        ("enterprise", "code", False),
        ("legal_name", "text", True),
        ("region", "region", False),
        ("sector", "sector", False),
        ("employees", "whole", False),
        ("women", "whole", True),
        ("revenue_wan", "number", True),
        ("consent", "choice", False),
    ),
    ENROLMENT: (
        ("round", "code", False),
        ("enterprise", "code", False),
        ("arm", "choice", False),
        ("enrolled_on", "date", False),
        ("exited_on", "date", True),
        ("exit_reason", "choice", True),
    ),
    MONTHLY: (
        ("enterprise", "code", False),
        ("month", "month", False),
        ("quality", "choice", True),
        ("received_on", "date", True),
    ),
}
_KEYS = {ROUND: ("round",), ENTERPRISE: ("enterprise",), ENROLMENT: ("round", "enterprise")}
_KEYS[MONTHLY] = ("enterprise", "month")


@dataclass(frozen=True)
class Column:
    """``kind``: text, code, region, sector, modules, choice, whole, number, date or month.

    ``hint`` says what belongs in it; ``measure`` is true for the figures that become observations.
    """

    id: str
    kind: str
    required: bool
    title: dict[str, str]
    unit: dict[str, str]
    hint: dict[str, str]
    not_above: str | None = None
    measure: bool = False

    @property
    def choices(self) -> dict[str, dict[str, str]]:
        """Code -> its words, for a column with a fixed list."""
        return {code: _pair(f"template.choice.{self.id}.{code}") for code in CHOICES.get(self.id, ())}

    @property
    def header(self) -> str:
        """What stands in the template: both languages, a star where the cell may not be blank."""
        return _both(self.title) + (" *" if self.required else "")

    @property
    def unit_text(self) -> str:
        return _both(self.unit)


@dataclass(frozen=True)
class Sheet:
    """``key``: the columns that name a row."""

    id: str
    title: dict[str, str]
    columns: tuple[Column, ...]
    key: tuple[str, ...]

    def column(self, column_id: str) -> Column | None:
        return next((column for column in self.columns if column.id == column_id), None)

    def recognise(self, header: str) -> Column | None:
        """The column a header means: by its id, by either title, or by both as the template writes them."""
        return self._headers().get(normal(header).rstrip("* "))

    def closest(self, header: str) -> Column | None:
        """The column a header was probably meant to be."""
        headers = self._headers()
        near = difflib.get_close_matches(normal(header).rstrip("* "), headers, n=1, cutoff=0.75)
        return headers[near[0]] if near else None

    def _headers(self) -> dict[str, Column]:
        return _headers(self.id)


@cache
def sheets() -> dict[str, Sheet]:
    """The four data sheets in the order in which they are read."""
    return {name: Sheet(name, _pair(f"template.sheet.{name}"), _columns(name), _KEYS[name]) for name in _COLUMNS}


def sheet_named(name: str) -> Sheet | None:
    """The sheet a tab means: by its id or by either title."""
    asked = normal(name)
    return next(
        (one for one in sheets().values() if asked in (one.id, normal(one.title["en"]), normal(one.title["zh"]))), None
    )


def title(sheet: str | None, column: str | None, lang: str) -> str:
    """The title of a column as a reader knows it; what the file calls it when it is none of ours."""
    known = sheets().get(sheet or "")
    found = known.column(column or "") if known else None
    return found.title[lang] if found else (column or "")


def normal(text: str) -> str:
    """Text as it is compared: full-width and invisible letters, case and runs of spaces make no difference."""
    folded = unicodedata.normalize("NFKC", text)
    seen = "".join(" " if unicodedata.category(c) == "Cc" else c for c in folded if unicodedata.category(c) != "Cf")
    return re.sub(r"\s*/\s*", " / ", " ".join(seen.split())).casefold()


@cache
def _headers(name: str) -> dict[str, Column]:
    found = {}
    for column in sheets()[name].columns:
        for text in (column.id, column.title["en"], column.title["zh"], _both(column.title)):
            found.setdefault(normal(text), column)
    return found


def _columns(name: str) -> tuple[Column, ...]:
    fixed = tuple(
        Column(
            id=column,
            kind=kind,
            required=not blank,
            title=_pair(f"template.column.{column}.title"),
            unit=_pair(f"template.unit.{kind}"),
            hint=_pair(f"template.column.{column}.hint"),
            not_above="employees" if column == "women" else None,
        )
        for column, kind, blank in _COLUMNS[name]
    )
    return fixed + (_measures() if name == MONTHLY else ())


def _measures() -> tuple[Column, ...]:
    return tuple(
        Column(
            id=measure.id,
            kind="whole" if measure.whole else "number",
            required=False,
            title=measure.title,
            unit=measure.unit,
            hint=measure.definition,
            not_above=measure.not_above,
            measure=True,
        )
        for measure in catalogue.measures().values()
    )


def _pair(key: str) -> dict[str, str]:
    return {lang: words.say(key, lang) for lang in words.LANGUAGES}


def _both(pair: dict[str, str]) -> str:
    return pair["en"] if pair["en"] == pair["zh"] else f"{pair['en']} / {pair['zh']}"
