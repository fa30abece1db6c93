"""What stands under a slide's title: charts, tables, figures, photos, short lines; each shape with a name of its own."""

import base64
import io

from pptx.util import Emu, Pt

from outcomes import words
from outcomes.export.deck import chart, paper, plan, table
from outcomes.export.deck.pen import Pen, Run, tell_more
from outcomes.slides import Card, Chart, Cover, Fact, Facts, Points, Quotes, Slide, Table
from outcomes.slides.bodies import table as table_of

_SIZES = {True: (16, "ink"), False: (12, "ink3")}  # an interval in the lead language, and in the other one


def draw(pen: Pen, slide: Slide, place: tuple) -> None:
    """``place``: (left, top, width, height) in EMU that is left under the head."""
    one = slide.body[pen.lead]
    match one:
        case Chart():
            _chart(pen, slide, place)
        case Table():
            table.draw(pen, {lang: slide.body[lang] for lang in pen.langs}, place)
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
        table.draw(pen, pairs, place)
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


def _facts(pen: Pen, items: list[list[Fact]], place: tuple, size: float = 40) -> None:
    """Large figures side by side, a rule above each; where any has an interval it stands smaller beneath its figure."""
    left, top, width, height = place
    each = width / len(items)
    beneath = Pt(6 + 18 * len(pen.langs)) if any(fact.interval for told in items for fact in told) else 0
    for at, told in enumerate(items):
        x, wide = left + at * each, each * 0.92
        line = pen.slide.shapes.add_connector(1, Emu(int(x)), Emu(int(top)), Emu(int(x + wide)), Emu(int(top)))
        line.line.color.rgb, line.line.width = paper.colour("improvement"), Pt(2.5)
        paper.name(line, f"rule:{pen.key}:{at + 1}", "")
        paper.decorative(line)
        figure = (told[0].figure, pen.lead, size, "ink", True)
        pen.text(f"number:{at + 1}", (x, top + Pt(8), wide, Pt(size * 1.3)), [figure], least=16)
        y = top + Pt(8 + size * 1.35)
        if told[0].interval:
            ends = [
                (fact.interval, lang, *_SIZES[lang == pen.lead]) for fact, lang in zip(told, pen.langs, strict=True)
            ]
            pen.text(f"interval:{at + 1}", (x, y, wide, beneath), [(*one, False) for one in ends])
        labels = [
            (fact.label, lang, 14 if lang == pen.lead else 11, "ink2", False)
            for fact, lang in zip(told, pen.langs, strict=True)
        ]
        pen.text(f"label:{at + 1}", (x, y + beneath, wide, min(height - Pt(size * 1.6) - beneath, Pt(80))), labels)


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
    if one.quote:
        runs += [
            (slide.body[lang].quote, lang, 16 if lang == pen.lead else 12, "ink" if lang == pen.lead else "ink3", False)
            for lang in pen.langs
        ]
        by = " · ".join(dict.fromkeys(slide.body[lang].by for lang in pen.langs))
        runs.append((by, pen.lead, 12, "ink3", False))
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
    """Points and quotations, as many as stand in letters that are read from near, else as many as a hall is shown."""
    one = slide.body[pen.lead]
    n = len(one.items)
    least = min(one.hall or n, n)
    while n > least and not pen.stands(_told(pen, slide, n), place, 0.85):
        n -= 1
    pen.text("lines", place, _told(pen, slide, n))
    tell_more(pen, one.first(n).more)


def _told(pen: Pen, slide: Slide, n: int) -> list[Run]:
    """A head, then what is told, in both languages where both are wanted."""
    quotes = isinstance(slide.body[pen.lead], Quotes)
    runs = []
    for at in range(n):
        for lang in pen.langs:
            first = lang == pen.lead
            head = slide.body[lang].items[at][0]
            runs.append(
                (head, lang, (20 if quotes else 16) if first else 12, "ink" if first else "ink3", first and not quotes)
            )
        for lang in pen.langs:
            first = lang == pen.lead
            runs.append((slide.body[lang].items[at][1], lang, 14 if first else 11, "ink2" if first else "ink3", False))
    return runs
