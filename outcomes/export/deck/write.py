"""A new deck: a slide a slide, with head, body, foot and notes for the speaker."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from pptx.util import Emu, Inches, Pt

from outcomes import words
from outcomes.export import fit
from outcomes.export.deck import body, paper, record
from outcomes.export.deck.pen import Pen
from outcomes.export.deck.pen import write as put
from outcomes.export.told import silent
from outcomes.slides import Slide, Story
from outcomes.slides.tied import loose, tied

_TITLE, _SECOND = 28, 17
_TOP, _FOOT = Inches(0.45), Inches(7.5) - Inches(0.55)


@dataclass(frozen=True)
class Told:
    """What a reader should hear about a deck: sentences by language, of texts that were cut."""

    slides: int
    left_out: dict[str, list[str]] = field(default_factory=dict)


def languages(story: Story, lang: str) -> list[str]:
    """``both``: the story's lead first."""
    return [lang] if lang in words.LANGUAGES else [story.lead, *(one for one in words.LANGUAGES if one != story.lead)]


def write(
    story: Story, slides: list[Slide], lang: str, path: Path, told: Callable[[float, str], None] = silent
) -> Told:
    """The deck at ``path``, whole or not there. ``lang``: en, zh or both."""
    deck = paper.blank()
    langs, kept, left = languages(story, lang), {}, {one: [] for one in words.LANGUAGES}
    for at, one in enumerate(slides):
        told(at / len(slides), one.title.get(langs[0], ""))
        pen = _slide(deck, one, langs)
        kept |= pen.told
        for say in words.LANGUAGES:
            left[say] += [words.say("deck.cut", say, n=one.number, what=text[:40]) for text in pen.cut]
    core = deck.core_properties
    core.title, core.author, core.language = story.title[langs[0]], "SCORE outcomes", langs[0]
    record.keep(deck, kept, {"story": story.id, "round": story.round or "", "lang": lang})
    save(deck, path)
    return Told(len(slides), left)


def save(deck, path: Path) -> None:
    """Whole or not at all: an open or older deck is never half overwritten."""
    made = Path(path).with_name(f".{Path(path).name}.{os.getpid()}")
    deck.save(str(made))
    os.replace(made, path)


def _slide(deck, one: Slide, langs: list[str]) -> Pen:
    slide = deck.slides.add_slide(deck.slide_layouts[paper.TITLE_ONLY])
    shown = one.exhibit.get(langs[0])
    pen = Pen(slide, one.key, one.number, langs, shown.alt if shown else one.title[langs[0]])
    place = _head(pen, one)
    if one.problem:
        pen.text("held", place, [(one.problem[lang], lang, 18, "ink2", False) for lang in langs])
    elif one.body:
        body.draw(pen, one, place)
    _foot(pen, one)
    slide.notes_slide.notes_text_frame.text = "\n\n".join(
        "\n".join(one.notes.get(lang, [one.title[lang]])) for lang in langs
    )
    return pen


def _head(pen: Pen, one: Slide) -> tuple:
    """Eyebrow, title, the other language, the own sentence, what is shown; gives the place that is left."""
    width = paper.WIDE - paper.LEFT - paper.RIGHT
    wide, top = Emu(width).pt, float(_TOP)
    if one.eyebrow:
        text = " · ".join(dict.fromkeys(one.eyebrow[lang] for lang in pen.langs))
        pen.text("eyebrow", (paper.LEFT, top, width, Pt(16)), [(text, pen.lead, 11, "ink3", False)])
        top += Pt(20)
    cover = one.part == "cover"
    if cover:
        top += Inches(1.1)
    text, size, cut = fit.fitted(tied(one.title[pen.lead]), wide, 2 * 36 * fit.LINE, 36 if cover else _TITLE, 18, True)
    if cut:
        pen.cut.append(text)
    title = pen.slide.shapes.title
    high = Pt(fit.high(text, wide, size, True) + 2)
    title.left, title.top, title.width, title.height = (
        Emu(int(paper.LEFT)),
        Emu(int(top)),
        Emu(int(width)),
        Emu(int(high)),
    )
    frame = title.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = True
    put(frame, [(text, pen.lead, size, "ink", True)])
    frame.paragraphs[0].alignment = 1
    paper.name(title, f"title:{pen.key}", loose(text))
    pen.record(f"title:{pen.key}", frame.text)
    top += high + Pt(3)
    more = [
        ("second", one.title, pen.langs[1:], 22 if cover else _SECOND, "ink2"),
        ("said", one.said, pen.langs, 15, "ink"),
        ("under", one.under, pen.langs[:1] if not cover else pen.langs, 18 if cover else 11, "ink3"),
    ]
    for part, texts, langs, size, tone in more:
        runs = [(texts.get(lang, ""), lang, size if lang == langs[0] else size * 0.8, tone, False) for lang in langs]
        runs = [run for run in runs if run[0]]
        if runs:
            tall = min(sum(fit.high(tied(run[0]), wide, run[2]) for run in runs), 60)
            pen.text(part, (paper.LEFT, top, width, Pt(tall + 1)), runs)
            top += Pt(tall + 6)
    top += Pt(16 if cover else 8)
    return paper.LEFT, top, width, _FOOT - top - Pt(26)


def _foot(pen: Pen, one: Slide) -> None:
    width = paper.WIDE - paper.LEFT - paper.RIGHT
    if pen.more:
        pen.text(
            "more",
            (paper.LEFT, _FOOT - Pt(20), width, Pt(15)),
            [(" · ".join(pen.more.values()), pen.lead, 11, "ink3", False)],
        )
    text = " · ".join(dict.fromkeys(one.foot[lang] for lang in pen.langs))
    pen.text("foot", (paper.LEFT, _FOOT + Pt(4), width * 0.88, Pt(16)), [(text, pen.lead, 10.5, "ink3", False)])
    shape = pen.text(
        "page",
        (paper.LEFT + width * 0.9, _FOOT + Pt(4), width * 0.1, Pt(16)),
        [(str(one.number), pen.lead, 10.5, "ink3", False)],
    )
    shape.text_frame.paragraphs[0].alignment = 3
