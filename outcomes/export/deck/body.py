"""What stands under a slide's title: charts, tables, figures, photos, short lines; each shape with a name of its own."""

import base64
import io

from pptx.util import Emu, Pt

from outcomes import words
from outcomes.export import fit
from outcomes.export.deck import chart, paper, plan
from outcomes.export.deck.pen import Pen
from outcomes.slides import Card, Chart, Cover, Facts, Points, Quotes, Slide, Table
from outcomes.slides.bodies import table as table_of

_CELL, _LEAST = 15, 8


def draw(pen: Pen, slide: Slide, place: tuple) -> None:
    """``place``: (left, top, width, height) in EMU that is left under the head."""
    one = slide.body[pen.lead]
    match one:
        case Chart():
            _chart(pen, slide, place)
        case Table():
            _table(pen, {lang: slide.body[lang] for lang in pen.langs}, place)
        case Facts():
            _facts(pen, [[slide.body[lang].items[at] for lang in pen.langs] for at in range(len(one.items))], place)
        case Card():
            _card(pen, slide, place)
        case Points() | Quotes():
            _lines(pen, slide, place)
        case Cover():
            texts = [
                [
                    (slide.body[lang].lines[at], lang, *((16, "ink") if lang == pen.lead else (12, "ink3")), False)
                    for lang in pen.langs
                ]
                for at in range(len(one.lines))
            ]
            pen.text("lines", place, [run for each in texts for run in each])


def _chart(pen: Pen, slide: Slide, place: tuple) -> None:
    """Charts of the exhibit's rows side by side; an exhibit that has none of its own is its table."""
    made = plan.plans(slide.page.exhibit, slide.exhibit[pen.lead], slide.key, pen.lead)
    if not made:
        pairs = {lang: table_of(slide.exhibit[lang]) for lang in pen.langs}
        _table(pen, pairs, place)
        return
    left, top, width, height = place
    shares = _shares(made)
    for one, share in zip(made, shares, strict=True):
        pen.record(one.name, "")
        chart.add(pen.slide, one, (left, top, width * share, height))
        left += width * share


def _shares(made: list[plan.Plan]) -> list[float]:
    if len(made) == 1:
        return [1.0]
    if made[0].kind == "column":
        return [0.42, 0.58]
    return [1 / len(made)] * len(made)


def _table(pen: Pen, pair: dict[str, Table], place: tuple) -> None:
    """A native table; with two languages the second stands smaller in each cell where it says something else."""
    one = pair[pen.lead]
    if not one.heads:
        return
    left, top, width, height = place
    rows, columns = len(one.lines) + 1, len(one.heads)
    shape = pen.slide.shapes.add_table(
        rows, columns, *(Emu(int(v)) for v in (left, top, width, min(height, Pt(30) * rows)))
    )
    paper.name(shape, f"table:{pen.key}", pen.alt)
    shape.table.first_row, shape.table.horz_banding = True, False
    widths = _widths([one.heads, *one.lines], width)
    for at, wide in enumerate(widths):
        shape.table.columns[at].width = Emu(int(wide))
    size = _cell_size(pen, pair, widths, height)
    for row in range(rows):
        for column in range(columns):
            texts = [(pair[lang].heads if row == 0 else pair[lang].lines[row - 1])[column] for lang in pen.langs]
            cell(shape.table.cell(row, column), texts, pen.langs, size, head=row == 0)
    pen.record(f"table:{pen.key}", [[c.text for c in r.cells] for r in shape.table.rows])
    if one.more:
        pen.more = {lang: words.say("stage.more", lang, n=one.more) for lang in pen.langs}


def cell(target, texts: list[str], langs: list[str], size: float, head: bool = False) -> None:
    target.margin_left = target.margin_right = Pt(4)
    target.margin_top = target.margin_bottom = Pt(2)
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
            paper.write(frame.add_paragraph(), text, lang, max(_LEAST, size * 0.74), "ink3")


def _widths(lines: list[list[str]], width: float) -> list[float]:
    """By the longest text of each column, none below a share that its head needs."""
    longest = [
        max(min(46, sum(2 if ord(c) > 0x2E7F else 1 for c in line[at])) for line in lines) + 3
        for at in range(len(lines[0]))
    ]
    return [width * one / sum(longest) for one in longest]


def _cell_size(pen: Pen, pair: dict[str, Table], widths: list[float], height: float) -> float:
    size = _CELL
    while size > _LEAST and _tall(pair, pen.langs, widths, size) > Emu(int(height)).pt:
        size -= 0.5
    return size


def _tall(pair: dict[str, Table], langs: list[str], widths: list[float], size: float) -> float:
    total = 0.0
    for row in range(len(pair[langs[0]].lines) + 1):
        tallest = 0.0
        for at, wide in enumerate(widths):
            inner = Emu(int(wide)).pt - 8
            texts = [(pair[lang].heads if row == 0 else pair[lang].lines[row - 1])[at] for lang in langs]
            high = fit.high(texts[0], inner, size)
            high += sum(fit.high(text, inner, max(_LEAST, size * 0.74)) for text in texts[1:] if text != texts[0])
            tallest = max(tallest, high)
        total += tallest + 5
    return total


def _facts(pen: Pen, items: list[list[tuple[str, str]]], place: tuple, size: float = 40) -> None:
    """Large figures side by side, a rule above each."""
    left, top, width, height = place
    each = width / len(items)
    for at, told in enumerate(items):
        x, wide = left + at * each, each * 0.92
        line = pen.slide.shapes.add_connector(1, Emu(int(x)), Emu(int(top)), Emu(int(x + wide)), Emu(int(top)))
        line.line.color.rgb, line.line.width = paper.colour("improvement"), Pt(2.5)
        paper.name(line, f"rule:{pen.key}:{at + 1}", "")
        paper.decorative(line)
        figure = told[0][0]
        pen.text(
            f"number:{at + 1}",
            (x, top + Pt(8), wide, Pt(size * 1.3)),
            [(figure, pen.lead, size, "ink", True)],
            least=16,
        )
        labels = [
            (one[1], lang, 14 if lang == pen.lead else 11, "ink2", False)
            for one, lang in zip(told, pen.langs, strict=True)
        ]
        pen.text(f"label:{at + 1}", (x, top + Pt(8 + size * 1.35), wide, min(height - Pt(size * 1.6), Pt(80))), labels)


def _card(pen: Pen, slide: Slide, place: tuple) -> None:
    one = slide.body[pen.lead]
    left, top, width, height = place
    if one.photos:
        taken = width * 0.3
        _photos(pen, one, (left, top, taken, height))
        left, width = left + taken + Pt(22), width - taken - Pt(22)
    if one.facts:
        _facts(
            pen,
            [[slide.body[lang].facts[at] for lang in pen.langs] for at in range(len(one.facts))],
            (left, top, width, height * 0.34),
            26,
        )
        top, height = top + height * 0.36, height * 0.64
    runs = []
    for at in range(len(one.lines)):
        for lang in pen.langs:
            label, text = slide.body[lang].lines[at]
            runs.append(
                (
                    words.say("deck.line", lang, label=label, text=text),
                    lang,
                    14 if lang == pen.lead else 11,
                    "ink" if lang == pen.lead else "ink3",
                    False,
                )
            )
    for lang in pen.langs:
        if told := slide.body[lang].quote:
            by = slide.body[lang].by
            runs.append((f"{told} {by}", lang, 16 if lang == pen.lead else 12, "ink2", False))
    if runs:
        pen.text("facts", (left, top, width, height), runs)


def _photos(pen: Pen, one: Card, place: tuple) -> None:
    left, top, width, height = place
    each = height / len(one.photos)
    for at, photo in enumerate(one.photos):
        share = min(width / photo.width, (each - Pt(22)) / photo.height)
        size = (Emu(int(photo.width * share)), Emu(int(photo.height * share)))
        y = Emu(int(top + at * each))
        shape = pen.slide.shapes.add_picture(io.BytesIO(base64.b64decode(photo.jpeg)), Emu(int(left)), y, *size)
        paper.name(shape, f"photo:{pen.key}:{at + 1}", words.say("deck.photo", pen.lead, caption=photo.caption))
        pen.text(
            f"caption:{at + 1}",
            (left, y + size[1] + Pt(2), width, Pt(15)),
            [(photo.caption, pen.lead, 10, "ink3", False)],
        )


def _lines(pen: Pen, slide: Slide, place: tuple) -> None:
    """Points and quotations: a head, then what is told, in both languages where both are wanted."""
    quotes = isinstance(slide.body[pen.lead], Quotes)
    runs = []
    for at in range(len(slide.body[pen.lead].items)):
        for lang in pen.langs:
            first = lang == pen.lead
            head = slide.body[lang].items[at][0]
            runs.append(
                (head, lang, (20 if quotes else 16) if first else 12, "ink" if first else "ink3", first and not quotes)
            )
        for lang in pen.langs:
            first = lang == pen.lead
            runs.append((slide.body[lang].items[at][1], lang, 14 if first else 11, "ink2" if first else "ink3", False))
    pen.text("lines", place, runs)
    if more := getattr(slide.body[pen.lead], "more", 0):
        pen.more = {lang: words.say("stage.more", lang, n=more) for lang in pen.langs}
