"""The pen of one slide: texts into boxes by name, measured first; what was cut and what was written is kept."""

from dataclasses import dataclass, field

from pptx.enum.text import MSO_ANCHOR
from pptx.util import Emu, Pt

from outcomes import words
from outcomes.export import fit
from outcomes.export.deck import paper
from outcomes.slides.tied import tied

Run = tuple[str, str, float, str, bool]  # text, language, size in pt, tone, bold: a paragraph each


@dataclass
class Pen:
    """langs: the languages to write, the lead first."""

    slide: object
    key: str
    number: int
    langs: list[str]
    alt: str
    told: dict[str, object] = field(default_factory=dict)
    cut: list[str] = field(default_factory=list)
    more: dict[str, str] = field(default_factory=dict)

    @property
    def lead(self) -> str:
        return self.langs[0]

    def record(self, name: str, what) -> None:
        self.told[name] = what

    def text(self, part: str, place: tuple, runs: list[Run], least: float = 9) -> object:
        """A box named after its part; all its letters get smaller together until they stand in it."""
        name = f"{part}:{self.key}"
        runs = [(tied(text), *form) for text, *form in runs if text]
        shape = paper.box(self.slide, name, place, "\n".join(run[0] for run in runs))
        write(shape.text_frame, self._fitted(part, runs, place, least))
        self.record(name, shape.text_frame.text)
        return shape

    def stands(self, runs: list[Run], place: tuple, share: float, least: float = 9) -> bool:
        """Would they stand there in letters of at least that share of their size?"""
        width, height = Emu(int(place[2])).pt, Emu(int(place[3])).pt
        return _high([(tied(text), *form) for text, *form in runs if text], width, share, least) <= height

    def _fitted(self, part: str, runs: list[Run], place: tuple, least: float) -> list[Run]:
        width, height = Emu(int(place[2])).pt, Emu(int(place[3])).pt
        share = 1.0
        while share > 0.55 and _high(runs, width, share, least) > height:
            share -= 0.04
        made = [(text, lang, max(least, size * share), tone, bold) for text, lang, size, tone, bold in runs]
        while len(made) > 1 and _high(made, width, 1, least) > height:
            self.cut.append(made.pop()[0])
        if made and _high(made, width, 1, least) > height:
            text, lang, size, tone, bold = made[0]
            text, size, cut = fit.fitted(text, width, height, size, least, bold)
            made[0] = (text, lang, size, tone, bold)
            if cut:
                self.cut.append(text)
        return made


def tell_more(pen: Pen, n: int) -> None:
    if n:
        pen.more = {lang: words.say("stage.more", lang, n=n) for lang in pen.langs}


def write(frame, runs: list[Run]) -> None:
    """A paragraph each, in place of what stands there."""
    frame.vertical_anchor = MSO_ANCHOR.TOP
    for paragraph in list(frame.paragraphs)[1:]:
        paragraph._p.getparent().remove(paragraph._p)
    first = frame.paragraphs[0]
    for run in list(first.runs):
        first._p.remove(run._r)
    for at, (text, lang, size, tone, bold) in enumerate(runs):
        paragraph = first if at == 0 else frame.add_paragraph()
        paragraph.space_before = Pt(gap(runs, at))
        paper.write(paragraph, text, lang, size, tone, bold)


def gap(runs: list[Run], at: int) -> float:
    """Air above a paragraph, in pt: what is told in the lead language stands apart from what came before it."""
    begins = at > 0 and runs[at][1] == runs[0][1] and runs[at][3] == "ink"
    return 0.5 * runs[at][2] if begins else 0.0


def _high(runs: list[Run], width: float, share: float, least: float) -> float:
    letters = sum(fit.high(text, width, max(least, size * share), bold) for text, _, size, _, bold in runs)
    return letters + sum(gap(runs, at) * share for at in range(len(runs)))
