"""A story: which exhibits with which filters, in which order, with a sentence of one's own where one is wanted.

A file of TOML, checked whole when it is read: each fault is a sentence that says in which page it stands and what to
write instead. A page that is at fault is left out and told; the others are shown.
"""

import re
from dataclasses import dataclass, field
from datetime import date

from outcomes import filters, words
from outcomes.errors import OutcomesError
from outcomes.exhibits import registry
from outcomes.filters import Filters, Windows

PARTS = ("did", "changed", "cannot_say", "practices", "not_worked", "voices", "next")
MOST_PAGES = 40
LONGEST = {"title": 90, "subtitle": 160, "sentence": 220}  # letters; what is longer would not fit its box
ID = re.compile(r"^[a-z0-9][a-z0-9-]{0,47}$")
_KEYS = {"id", "title", "subtitle", "round", "lead", "snapshot", "page"}
_OF_PAGE = {"part", "exhibit", "indicator", "card", "nth", "from", "to", "window", "sentence"}


class StoryFault(OutcomesError):
    """A story that cannot be told as it is written."""


@dataclass(frozen=True)
class Page:
    """One exhibit. card: the number of a practice in the public view; nth: instead of it, the n-th of those that tell
    most (photos, cost, a verified saving, a quotation)."""

    part: str
    exhibit: str
    indicator: str | None = None
    card: str | None = None
    nth: int | None = None
    first_month: date | None = None
    last_month: date | None = None
    window: str = "start"
    sentence: dict[str, str] = field(default_factory=dict)

    @property
    def windows(self) -> Windows:
        return filters.parse_windows(self.window)

    def filters(self, round_: str | None) -> Filters:
        return Filters(round=round_, first_month=self.first_month, last_month=self.last_month)


@dataclass(frozen=True)
class Story:
    """``round``: whose figures are told; ``lead``: the language that stands large; ``snapshot``: the one it is pinned to,
    None for the newest. ``faults``: what was left out of it, and why."""

    id: str
    title: dict[str, str]
    subtitle: dict[str, str]
    round: str | None
    lead: str
    snapshot: str | None
    pages: tuple[Page, ...]
    faults: tuple[StoryFault, ...] = ()


def from_dict(told: dict, name: str) -> Story:
    """The story that a TOML file tells; StoryFault when nothing of it can be shown."""
    for key in told.keys() - _KEYS:
        raise StoryFault("story.unknown_key", file=name, entry=key, known=", ".join(sorted(_KEYS - {"id"})))
    pages, faults = [], []
    given = told.get("page", [])
    if not isinstance(given, list) or not given:
        raise StoryFault("story.no_pages", file=name)
    if len(given) > MOST_PAGES:
        raise StoryFault("story.too_many_pages", file=name, n=len(given), most=MOST_PAGES)
    for number, each in enumerate(given, start=1):
        try:
            pages.append(_page(each, name, number))
        except StoryFault as fault:
            faults.append(fault)
    if not pages:
        raise faults[0]
    lead = told.get("lead", "zh")
    if lead not in words.LANGUAGES:
        raise StoryFault("story.unknown_lead", file=name, value=lead, known=", ".join(words.LANGUAGES))
    title = _texts(told, "title", name, 0)
    if set(title) != set(words.LANGUAGES):
        raise StoryFault("story.no_title", file=name)
    subtitle = _texts(told, "subtitle", name, 0)
    return Story(
        name.removesuffix(".toml"), title, subtitle, told.get("round") or None, lead,
        told.get("snapshot") or None, tuple(pages), tuple(faults),
    )  # fmt: skip


def to_dict(story: Story) -> dict:
    """What ``from_dict`` reads again."""
    told: dict = {"title": story.title, "subtitle": story.subtitle, "round": story.round, "lead": story.lead}
    told["snapshot"] = story.snapshot
    told["page"] = [_page_dict(page) for page in story.pages]
    return {key: value for key, value in told.items() if value}


def _page_dict(page: Page) -> dict:
    told = {"part": page.part, "exhibit": page.exhibit, "indicator": page.indicator, "card": page.card}
    told |= {"nth": page.nth, "window": page.window if page.window != "start" else None}
    told["from"] = page.first_month and f"{page.first_month:%Y-%m}"
    told["to"] = page.last_month and f"{page.last_month:%Y-%m}"
    told["sentence"] = page.sentence
    return {key: value for key, value in told.items() if value}


def _page(told: dict, name: str, number: int) -> Page:
    where = {"file": name, "page": number}
    if not isinstance(told, dict):
        raise StoryFault("story.not_a_page", **where)
    for key in told.keys() - _OF_PAGE:
        raise StoryFault("story.unknown_page_key", entry=key, known=", ".join(sorted(_OF_PAGE)), **where)
    part = told.get("part")
    if part not in PARTS:
        raise StoryFault("story.unknown_part", value=part, known=", ".join(PARTS), **where)
    exhibit = told.get("exhibit")
    if exhibit not in registry.EXHIBITS:
        raise StoryFault("story.unknown_exhibit", value=exhibit, known=", ".join(registry.EXHIBITS), **where)
    entry = registry.EXHIBITS[exhibit]
    if (entry.of_indicator or entry.of_record) != bool(told.get("indicator")):
        key = "needs_indicator" if entry.of_indicator or entry.of_record else "no_indicator"
        raise StoryFault(f"story.{key}", exhibit=exhibit, **where)
    nth, card = told.get("nth"), told.get("card")
    if entry.of_action and nth is None and card is None:
        nth = 1
    if nth is not None and (not isinstance(nth, int) or isinstance(nth, bool) or nth < 1):
        raise StoryFault("story.bad_nth", value=nth, **where)
    try:
        months = [filters.parse_month(told[key]) if told.get(key) else None for key in ("from", "to")]
        filters.parse_windows(told.get("window", "start"))
    except OutcomesError as problem:
        raise StoryFault("story.bad_choice", problem=str(problem), **where) from problem
    return Page(
        part, exhibit, told.get("indicator"), None if card is None else str(card), nth, *months,
        told.get("window", "start"), _texts(told, "sentence", name, number),
    )  # fmt: skip


def _texts(told: dict, key: str, name: str, page: int) -> dict[str, str]:
    """A text in each language that has one; too long for its box is a fault, since a hall would see it cut."""
    given = told.get(key, {})
    where = {"file": name, "page": page, "entry": key}
    if not isinstance(given, dict) or not all(isinstance(text, str) for text in given.values()):
        raise StoryFault("story.not_texts", **where)
    for lang in given.keys() - set(words.LANGUAGES):
        raise StoryFault("story.unknown_language", value=lang, **where)
    for lang, text in given.items():
        if len(text) > LONGEST[key]:
            raise StoryFault("story.too_long", language=lang, n=len(text), most=LONGEST[key], **where)
    return {lang: " ".join(given[lang].split()) for lang in words.LANGUAGES if given.get(lang, "").strip()}
