"""A story becomes slides: each page's exhibit in both languages, or the sentence that says why there is none.

The database must be of the public scope: a hall sees nothing else, whoever is signed in and whatever an address says.
"""

from dataclasses import dataclass, field, replace

from outcomes import words
from outcomes.charts import LIGHT, Look
from outcomes.engine import Database
from outcomes.errors import NotAllowed, OutcomesError
from outcomes.exhibits import Asked, Exhibit, registry, scene
from outcomes.slides import bodies
from outcomes.slides.choice import nth_card
from outcomes.slides.parts import Body, Cover
from outcomes.slides.story import Page, Story
from outcomes.words import numbers

Texts = dict[str, str]  # by language
LETTERS = 21  # of a drawing on a stage 1600 wide: 20 px and more on a wall of 900


@dataclass(frozen=True)
class Slide:
    """Everything by language. key: a name that stays the same when slides are put in another order. title: the finding;
    said: the story's own sentence; foot: demonstration, n, anonymised, snapshot; notes: for the speaker. ``problem``
    stands in place of the body."""

    number: int
    key: str
    part: str
    eyebrow: Texts
    title: Texts
    under: Texts
    foot: Texts
    body: dict[str, Body] = field(default_factory=dict)
    said: Texts = field(default_factory=dict)
    problem: Texts = field(default_factory=dict)
    notes: dict[str, list[str]] = field(default_factory=dict)
    exhibit: dict[str, Exhibit] = field(default_factory=dict)
    page: Page | None = None


def look() -> Look:
    """The light look in letters for a hall; the stage turns its colours into those of the theme."""
    return replace(LIGHT, size=LETTERS)


def made(story: Story, db: Database, look: Look) -> list[Slide]:
    """The cover, then a slide a page, then one for what was left out, where something was."""
    if db.scope.role != "public":
        raise NotAllowed("story.public_only")
    by_lang = {lang: Asked(db, lang=lang, look=look) for lang in words.LANGUAGES}
    if story.round is not None and story.round not in by_lang["en"].rounds:
        raise NotAllowed("story.unknown_round", round=story.round, known=", ".join(sorted(by_lang["en"].rounds)))
    slides = [_cover(story, by_lang)]
    seen: dict[str, int] = {}
    for page in story.pages:
        key = "-".join(part for part in (page.exhibit, page.indicator, page.card) if part)
        seen[key] = seen.get(key, 0) + 1
        name = key if seen[key] == 1 else f"{key}-{seen[key]}"
        slides.append(_slide(story, page, by_lang, len(slides) + 1, name))
    return slides


def _slide(story: Story, page: Page, by_lang: dict[str, Asked], number: int, key: str) -> Slide:
    told = {
        lang: replace(asked, filters=page.filters(story.round), windows=page.windows) for lang, asked in by_lang.items()
    }
    common = {
        "number": number,
        "key": key,
        "part": page.part,
        "eyebrow": {lang: _eyebrow(story, page.part, lang) for lang in told},
        "said": page.sentence,
        "page": page,
    }
    try:
        card = page.card or (nth_card(told["en"], page.nth or 1) if registry.EXHIBITS[page.exhibit].of_action else None)
        shown = {lang: registry.build(asked, page.exhibit, page.indicator, None, card) for lang, asked in told.items()}
    except OutcomesError as problem:
        name = {lang: words.say("story.cannot_be_shown", lang, exhibit=page.exhibit) for lang in told}
        foot = {lang: _foot(asked, None) for lang, asked in told.items()}
        return Slide(**common, title=name, under={}, foot=foot, problem={lang: problem.say(lang) for lang in told})
    about = {
        "title": {lang: _title(told[lang], page, one) for lang, one in shown.items()},
        "foot": {lang: _foot(told[lang], one) for lang, one in shown.items()},
        "exhibit": shown,
        "notes": {lang: _notes(one, _title(told[lang], page, one), lang) for lang, one in shown.items()},
    }
    held = {lang: _held(one, lang) for lang, one in shown.items() if one.state}
    if held:
        return Slide(**common, **about, under={}, problem=held)
    under = {lang: bodies.under(told[lang], page.exhibit, one) for lang, one in shown.items()}
    drawn = {lang: bodies.body(told[lang], page.exhibit, one) for lang, one in shown.items()}
    return Slide(**common, **about, under=under, body=drawn)


def _title(asked: Asked, page: Page, shown: Exhibit) -> str:
    """The finding; that of a run chart tells of months alone, and a hall has no card around it that names the measure."""
    if page.exhibit != "run-chart" or shown.state:
        return shown.title
    name = words.pick(asked.db.indicators[page.indicator].short, asked.lang)
    return asked.say("story.of_measure", name=name, finding=shown.title[:1].lower() + shown.title[1:])


def _cover(story: Story, by_lang: dict[str, Asked]) -> Slide:
    lines = {}
    for lang, asked in by_lang.items():
        here = asked.but(filters=asked.filters.but(round=story.round))
        snapshot = asked.db.snapshot
        as_of = asked.say("story.pinned", short=snapshot.short, day=numbers.day(snapshot.created.date(), lang))
        demo = [asked.say("story.demonstration")] if snapshot.is_demonstration else []
        lines[lang] = [
            f"{scene.round_name(here)} · {numbers.period(*here.period, lang)}",
            asked.say("story.anonymised_long"),
            *demo,
            as_of,
        ]
    return Slide(
        1, "cover", "cover", {}, story.title, story.subtitle,
        {lang: _foot(asked, None) for lang, asked in by_lang.items()},
        body={lang: Cover(lines[lang]) for lang in by_lang},
    )  # fmt: skip


def _eyebrow(story: Story, part: str, lang: str) -> str:
    """A story that is still being put together may have no title yet."""
    return " · ".join(one for one in (story.title.get(lang), words.say(f"story.part.{part}", lang)) if one)


def _held(shown: Exhibit, lang: str) -> str:
    return shown.subtitle or words.say(f"ui.state_text.{shown.state}", lang)


def _foot(asked: Asked, shown: Exhibit | None) -> str:
    snapshot = asked.db.snapshot
    parts = [asked.say("story.demonstration_short")] if snapshot.is_demonstration else []
    parts += [asked.say("story.anonymised"), asked.say("story.pinned_short", short=snapshot.short)]
    return " · ".join(parts)


def _notes(shown: Exhibit, title: str, lang: str) -> list[str]:
    """For the speaker: the finding, what the figure is, how it is known, the snapshot with its hash."""
    notes = [title, shown.subtitle, *shown.notes]
    if shown.lineage:
        line = shown.lineage
        notes += [f"{one['title']}: {one['definition']}" for one in line.indicators if one.get("definition")]
        notes.append(
            words.say(
                "story.lineage",
                lang,
                question=line.question,
                sql=line.sql_sha256[:12],
                snapshot=line.snapshot_id,
                manifest=line.manifest_sha256[:12],
            )
        )
    return [note for note in notes if note]
