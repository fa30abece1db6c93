"""One way to every file that can be taken away, for the command line and for the Share menu: made whole or not at all.

What makes a deck, a paper or a picture is fetched only when one is wanted: each needs libraries that no page needs.
"""

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from outcomes import words
from outcomes.errors import OutcomesError
from outcomes.exhibits import Asked, Exhibit
from outcomes.export.naming import file_name
from outcomes.export.told import silent
from outcomes.store import Snapshot

SUFFIX = {"brief": "pdf", "report": "pdf", "workbook": "xlsx", "deck": "pptx", "pack": "html"}
FORMS = ("png", "svg", "csv")  # of a figure
OF_STORY = ("deck", "pack")
Told = Callable[[float, str], None]


class CannotMake(OutcomesError):
    """A file that could not be made or written."""


@dataclass(frozen=True)
class Made:
    """A finished file. ``left_out``: a sentence for everything that is not in it though it was asked for."""

    path: Path
    size: int
    snapshot: str
    left_out: list[str] = field(default_factory=list)


def of_choice(kind: str, asked: Asked, lang: str, out: Path, told: Told = silent, **more) -> Made:
    """A brief, a report or a workbook of what a reader chose; ``more`` goes to what makes it."""

    def make(path: Path):
        if kind == "workbook":
            from outcomes.export import book

            return book.write(asked, lang, path, told=told, **more)
        from outcomes.export import paper

        return {"brief": paper.brief, "report": paper.report}[kind](asked, lang, path, told=told, **more)

    return _made(out, name(kind, asked, lang), make, asked.db.snapshot)


def of_story(kind: str, story, slides: list, snapshot: Snapshot, lang: str, out: Path, told: Told = silent) -> Made:
    """A deck or an offline pack of a story; the pack holds both languages, ``lang`` leads. Told in its language."""
    speak = lang if lang in words.LANGUAGES else story.lead
    already = held(story, slides, speak)

    def make(path: Path):
        if kind == "pack":
            from outcomes.export import pack

            return pack.write(
                story, slides, path, lambda share, step: told(share, words.say(f"export.step_{step}", speak)), lead=lang
            )
        from outcomes.export import deck

        return [
            line for line in deck.write(story, slides, lang, path, told=told).left_out[speak] if line not in already
        ]

    kept = "both" if kind == "pack" else lang
    called = file_name(kind, story.id, story.round, kept, snapshot, SUFFIX[kind])
    return _made(out, called, make, snapshot, already)


def of_deck(deck: Path, story, slides: list, snapshot: Snapshot, lang: str, out: Path, told: Told = silent):
    """A deck that somebody edited, with the figures of now: the file, and what was changed in it."""
    changes = []

    def make(path: Path):
        from outcomes.export import deck as decks

        changes.extend(decks.refresh(deck, story, slides, lang, path, told=told))

    called = file_name("deck", story.id, story.round, lang, snapshot, SUFFIX["deck"])
    speak = lang if lang in words.LANGUAGES else story.lead
    return _made(out, called, make, snapshot, held(story, slides, speak)), changes


def of_exhibit(form: str, exhibit: Exhibit, asked: Asked, out: Path) -> Made:
    """One figure as a picture, or its rows with what they are above them."""

    def make(path: Path):
        from outcomes.export import figure

        path.write_bytes(getattr(figure, form)(exhibit, asked.lang, asked.db.snapshot))

    called = file_name("figure", exhibit.id, asked.filters.round, asked.lang, asked.db.snapshot, form)
    return _made(out, called, make, asked.db.snapshot)


def name(kind: str, asked: Asked, lang: str) -> str:
    """The scope is in it: what a director takes away is another file than the public's."""
    return file_name(kind, asked.db.scope.role, asked.filters.round, lang, asked.db.snapshot, SUFFIX[kind])


def size(n: int) -> str:
    """84 kB, 1.3 MB: as a folder shows it."""
    return f"{max(1, round(n / 1000)):,} kB" if n < 1_000_000 else f"{n / 1e6:,.1f} MB"


def held(story, slides: list, lang: str) -> list[str]:
    """What of a story is not shown, and why: pages at fault, and slides that hold a sentence alone."""
    lines = [fault.say(lang) for fault in story.faults]
    return lines + [
        words.say("export.held", lang, n=one.number, why=one.problem[lang]) for one in slides if one.problem
    ]


def _made(
    out: Path, called: str, make: Callable[[Path], object], snapshot: Snapshot, left: list[str] | None = None
) -> Made:
    """``out``: a folder, where the file gets its own name, or the file. Nothing takes its place before it is whole."""
    target = out / called if out.is_dir() or not out.suffix else out
    if target.suffix.lower() != Path(called).suffix:
        raise CannotMake("export.other_kind", file=target.name, suffix=Path(called).suffix)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".export-") as room:
            fresh = Path(room) / called
            found = make(fresh)
            os.replace(fresh, target)
    except ImportError as missing:
        raise CannotMake("export.no_library", name=missing.name or str(missing)) from missing
    except OSError as problem:
        raise CannotMake("export.not_written", file=target.name, problem=problem.strerror or problem) from problem
    more = [one for one in found if isinstance(one, str)] if isinstance(found, list) else []
    return Made(target, target.stat().st_size, snapshot.id, [*(left or []), *more])
