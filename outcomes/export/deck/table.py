"""A native table: two languages in a cell, rows as tall as both need, as many of them as can be read."""

import re

from pptx.util import Emu, Pt

from outcomes.export import fit
from outcomes.export.deck import paper
from outcomes.export.deck.pen import Pen, tell_more
from outcomes.slides import Table
from outcomes.slides.tied import SPACE, tied

_CELL, _NEAR, _LEAST = 15, 12, 8
_SECOND = 0.74  # the other language's letters, as a share of the lead's
_EDGE = 2  # pt above and below the letters of a cell
_HANZI_LINE = 1.18  # a line with hanzi is so much taller than one of Latin letters
_SEAM = re.compile(
    r"(?<=[\u2e80-\uffff])(?=[\w%\u2212+])(?![\u2e80-\uffff])|(?<=[\w%])(?<![\u2e80-\uffff])(?=[\u2e80-\uffff])"
)


def draw(pen: Pen, pair: dict[str, Table], place: tuple) -> None:
    """With two languages the second stands smaller in each cell where it says something else."""
    if not pair[pen.lead].heads:
        return
    left, top, width, height = place
    pair, size = _fitted(pen, pair, width, Emu(int(height)).pt)
    one = pair[pen.lead]
    widths = _widths(pair, pen.langs, width)
    tall = _tall(pair, pen.langs, widths, size)
    shape = pen.slide.shapes.add_table(
        len(tall), len(widths), *(Emu(int(v)) for v in (left, top, width, Pt(1) * sum(tall)))
    )
    paper.name(shape, f"table:{pen.key}", pen.alt)
    shape.table.first_row, shape.table.horz_banding = True, False
    for at, wide in enumerate(widths):
        shape.table.columns[at].width = Emu(int(wide))
    for row, high in enumerate(tall):
        shape.table.rows[row].height = Pt(high)
        for column in range(len(widths)):
            cell(shape.table.cell(row, column), _texts(pair, pen.langs, row, column), pen.langs, size, head=row == 0)
    pen.record(f"table:{pen.key}", [[c.text for c in r.cells] for r in shape.table.rows])
    tell_more(pen, one.more)


def cell(target, texts: list[str], langs: list[str], size: float, head: bool = False) -> None:
    target.margin_left = target.margin_right = Pt(4)
    target.margin_top = target.margin_bottom = Pt(_EDGE)
    target.fill.background()
    frame = target.text_frame
    frame.word_wrap = True
    for paragraph in list(frame.paragraphs)[1:]:
        paragraph._p.getparent().remove(paragraph._p)
    first = frame.paragraphs[0]
    for run in list(first.runs):
        first._p.remove(run._r)
    paper.write(first, texts[0], langs[0], size, "ink3" if head else "ink", head)
    for text, lang in zip(texts[1:], langs[1:], strict=True):
        if text and text != texts[0]:
            paper.write(frame.add_paragraph(), text, lang, _second(size), "ink3")


def _fitted(pen: Pen, pair: dict[str, Table], width: float, height: float) -> tuple[dict[str, Table], float]:
    """As many lines as stand in letters that are read from near; those of the hall in the letters that they need."""
    hall = min(pair[pen.lead].hall or len(pair[pen.lead].lines), len(pair[pen.lead].lines))
    for n in range(len(pair[pen.lead].lines), hall - 1, -1):
        kept = {lang: one.first(n) for lang, one in pair.items()}
        widths = _widths(kept, pen.langs, width)
        size = _CELL
        while size > (_NEAR if n > hall else _LEAST) and sum(_tall(kept, pen.langs, widths, size)) > height:
            size -= 0.5
        if sum(_tall(kept, pen.langs, widths, size)) <= height:
            break
    return kept, size


def _texts(pair: dict[str, Table], langs: list[str], row: int, column: int) -> list[str]:
    return [tied((pair[lang].heads if row == 0 else pair[lang].lines[row - 1])[column]) for lang in langs]


def _widths(pair: dict[str, Table], langs: list[str], width: float) -> list[float]:
    """By the longest text of each column in either language, none below a share that its head needs."""

    def wide(text: str, lang: str) -> float:
        letters = sum(2 if ord(letter) > 0x2E7F else 1 for letter in _aired(text))
        return min(60, letters * (1 if lang == langs[0] else _SECOND))

    lines = [(lang, line) for lang in langs for line in (pair[lang].heads, *pair[lang].lines)]
    columns = range(len(pair[langs[0]].heads))
    longest = [max(wide(line[at], lang) for lang, line in lines) + 3 for at in columns]
    return [width * one / sum(longest) for one in longest]


def _tall(pair: dict[str, Table], langs: list[str], widths: list[float], size: float) -> list[float]:
    """The height of each row in pt: a row that is lower than its letters is cut, or moves all that is below it."""
    found = []
    for row in range(len(pair[langs[0]].lines) + 1):
        cells = []
        for at, wide in enumerate(widths):
            inner = Emu(int(wide)).pt - 8
            first, *others = _texts(pair, langs, row, at)
            high = _high(first, inner, size, row == 0)
            cells.append(high + sum(_high(text, inner, _second(size)) for text in others if text and text != first))
        found.append(max(cells) + 2 * _EDGE + 1)
    return found


def _high(text: str, width: float, size: float, bold: bool = False) -> float:
    hanzi = any(ord(letter) > 0x2E7F for letter in text)
    return fit.high(_aired(text), width, size, bold) * (_HANZI_LINE if hanzi else 1)


def _aired(text: str) -> str:
    """As WPS and LibreOffice set it: air between a hanzi and a Latin letter or a figure."""
    return _SEAM.sub(SPACE, text)


def _second(size: float) -> float:
    return max(_LEAST, size * _SECOND)
