"""The submission template as one value: its sheets, their columns, and how a header typed by a person is recognised."""

import difflib
import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from outcomes import catalogue, forms, words

VERSION = 2
ROUND, ENTERPRISE, ENROLMENT, MONTHLY = "rounds", "enterprises", "enrolments", "monthly"
FIGURES = (ROUND, ENTERPRISE, ENROLMENT, MONTHLY)
# the programme's record: the sheets that came with version 2
PERSON, EVENT, ATTENDANCE = "persons", "events", "attendance"
VISIT, VISIT_MEMBER = "visits", "visit_members"
PRACTICE, ASSESSMENT, TEST, REFLECTION = "practices", "assessments", "tests", "reflections"
ACTION, MEDIA = "actions", "media"
TARGET, COST, REMARK = "targets", "costs", "remarks"

# choices that a cell may hold, in the order of the drop-down; their words are [template.choice.*]
CHOICES = forms.choices()


@dataclass(frozen=True)
class Column:
    """``kind``: text, code, region, sector, modules, choice, whole, number, date or month.

    ``hint`` says what belongs in it; ``longest`` is how many letters a text may have; ``measure`` is true for the
    figures that become observations.
    """

    id: str
    kind: str
    required: bool
    title: dict[str, str]
    unit: dict[str, str]
    hint: dict[str, str]
    not_above: str | None = None
    longest: int = 200
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
        """The column a header means: by its id, by either title, or by both as the template writes them.

        Of two titles one is enough: a word that was put right since must not turn away the workbooks that are out.
        """
        text = normal(header).rstrip("* ")
        if text in self._headers():
            return self._headers()[text]
        meant = {column.id: column for part in text.split(" / ") if (column := self._headers().get(part))}
        return next(iter(meant.values())) if len(meant) == 1 else None

    def closest(self, header: str) -> Column | None:
        """The column a header was probably meant to be."""
        headers = self._headers()
        near = difflib.get_close_matches(normal(header).rstrip("* "), headers, n=1, cutoff=0.75)
        return headers[near[0]] if near else None

    def _headers(self) -> dict[str, Column]:
        return _headers(self.id)


@cache
def sheets() -> dict[str, Sheet]:
    """The data sheets in the order in which they are read."""
    return {
        name: Sheet(name, _pair(f"template.sheet.{name}"), _columns(form), form.key)
        for name, form in forms.forms().items()
    }


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


def _columns(form: forms.Form) -> tuple[Column, ...]:
    fixed = tuple(
        Column(
            id=column,
            kind=kind,
            required=column in form.required,
            title=_pair(f"template.column.{column}.title"),
            unit=_pair(_unit(column, kind)),
            hint=_pair(f"template.column.{column}.hint"),
            not_above=forms.not_above().get(column),
            longest=forms.longest().get(column, Column.longest),
        )
        for column, kind in form.columns.items()
    )
    return fixed + (_measures() if form.id == MONTHLY else ())


def _unit(column: str, kind: str) -> str:
    """The key of its unit: most kinds have one for all their columns, some columns one of their own."""
    own = f"template.column.{column}.unit"
    return own if words.has(own) else f"template.unit.{kind}"


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
