"""A report of one round: every exhibit that the reader may see, how each is reckoned, and what each indicator means.

The edition for handing on holds nothing in which a single enterprise is named; the one with enterprises is made only for
somebody inside the programme who asks for it. What is left out is said, with the reason.
"""

from collections.abc import Callable
from pathlib import Path

from outcomes import exhibits, words
from outcomes.charts.look import LIGHT
from outcomes.errors import NotAllowed, OutcomesError
from outcomes.exhibits import Asked, registry, scene
from outcomes.export.paper import printed
from outcomes.export.paper.appendix import definitions, method_notes
from outcomes.export.paper.chosen import CHAPTERS, Choice, chosen
from outcomes.export.paper.heading import heading, way_back
from outcomes.export.paper.pictures import Pictures
from outcomes.export.paper.press import Press

Told = Callable[[float, str], None]


def report(
    asked: Asked,
    lang: str,
    path: Path,
    link: str | None = None,
    told: Told | None = None,
    *,
    with_enterprises: bool = False,
) -> None:
    """Write it in ``lang``: "en", "zh", or "both", English before Chinese. ``link``: where the square code leads."""
    told = told or (lambda share, what: None)
    made(asked, lang, link, told, with_enterprises).write(path)
    told(1.0, asked.say("paper.step_done"))


def made(
    asked: Asked,
    lang: str,
    link: str | None = None,
    told: Told = lambda share, what: None,
    with_enterprises: bool = False,
) -> Press:
    """The report before it is printed."""
    if asked.filters.round is None:
        raise OutcomesError("paper.no_round")
    if with_enterprises and asked.is_public:
        raise NotAllowed("paper.left_out_profiles")
    pictures, parts = Pictures(), []
    languages = list(words.LANGUAGES) if lang == "both" else [lang]
    for place, one in enumerate(languages):

        def step(share: float, what: str, place: int = place) -> None:
            told(0.9 * (place + share) / len(languages), what)

        parts.append(part(asked.but(lang=one, look=LIGHT), pictures, link, step, with_enterprises))
    told(0.9, asked.say("paper.step_set"))
    first = parts[0]
    return Press(
        "report.typ",
        {"title": first["title"], "lang": first["lang"], "region": first["region"], "parts": parts},
        pictures,
    )


def part(asked: Asked, pictures: Pictures, link: str | None, step: Told, with_enterprises: bool) -> dict:
    """All that one language says."""
    choice = chosen(asked, with_enterprises, step)
    measures = exhibits.headline(asked) if asked.pilots else []
    step(0.8, asked.say("paper.chapter_methods"))
    return {
        **heading(asked, "paper.report_topic"),
        "title": asked.say("paper.report_title", place=scene.round_name(asked)),
        "headline": _headline(asked, measures),
        "contents": asked.say("paper.contents"),
        "left_out_head": asked.say("paper.left_out_head"),
        "left_out": left_out(asked, choice, with_enterprises),
        "chapters": [_chapter(asked, name, choice, pictures) for name in CHAPTERS if choice.chapters[name]],
        "methods_head": asked.say("paper.chapter_methods"),
        "methods": method_notes(asked),
        "definitions_head": asked.say("paper.chapter_definitions"),
        "definitions": definitions(asked),
        **way_back(asked, link, pictures),
    }


def _chapter(asked: Asked, name: str, choice: Choice, pictures: Pictures) -> dict:
    every = choice.chapters[name]
    return {
        "title": asked.say(f"paper.chapter_{name}"),
        "exhibits": [printed.shown(asked, *one, pictures) for one in every if not printed.is_stub(one[1])],
        "stubs_head": asked.say("paper.stubs_head"),
        "stubs": printed.stubs(asked, [one for one in every if printed.is_stub(one[1])]),
    }


def _headline(asked: Asked, measures: list) -> str:
    """The finding; outside, what the first exhibit says of the round, where it has something to say."""
    first = registry.build(asked, "outcomes", None) if asked.is_public else None
    return first.title if first and not first.state else exhibits.finding(asked, measures)


def left_out(asked: Asked, choice: Choice, with_enterprises: bool) -> list[str]:
    """A sentence a reason, with the kinds of exhibits it is about."""
    comma = asked.say("comma")
    found = [asked.say("paper.left_out_inside" if with_enterprises else "paper.left_out_profiles")]
    told: set[str] = set()  # what is left out for two reasons is told once, with the first
    for reason, names in choice.left_out.items():
        if fresh := [name for name in dict.fromkeys(names) if name not in told]:
            found.append(asked.say(f"paper.left_out_{reason}", names=comma.join(fresh)))
        told |= set(names)
    if choice.evidence_for:
        found.append(asked.say("paper.left_out_evidence", names=comma.join(choice.evidence_for)))
    if not with_enterprises:
        found.append(asked.say("paper.left_out_remarks"))
    return [*found, asked.say("paper.left_out_two")]
