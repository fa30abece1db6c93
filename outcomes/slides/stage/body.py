"""The body of a slide as HTML: a drawing, a table, a card, quotations, short lines, large figures."""

import re
from collections.abc import Callable

from outcomes.charts import svg
from outcomes.slides.make import Slide
from outcomes.slides.parts import Card, Chart, Cover, Facts, Points, Quotes, Table
from outcomes.slides.stage.mark import both, esc, order, whole

WIDE, HIGH = 1480, 560  # px of a drawing on a stage of 1600 by 900
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\b")


def kind(slide: Slide) -> str:
    """The name of the form, for the style sheet."""
    return type(slide.body["en"]).__name__.lower() if slide.body else "held"


def html(slide: Slide, lead: str, photo: Callable[[str], str]) -> str:
    """``photo`` keeps a JPEG and gives its name: each is sent once, however often it is shown."""
    pair = {lang: getattr(slide.body[lang], "in_hall", slide.body[lang]) for lang in order(lead)}
    first = pair[lead]
    match first:
        case Chart():
            return _chart(first)
        case Card():
            return _card(pair, lead, photo)
        case Table():
            return _table(pair, lead)
        case Facts():
            return _facts([_by_lang(pair, lambda one, at=at: one.items[at]) for at in range(len(first.items))], lead)
        case Points():
            return _points(pair, lead, "points")
        case Quotes():
            return _quotes(pair, lead)
        case Cover():
            return "".join(
                f"<div>{both(_by_lang(pair, lambda one, at=at: one.lines[at]), lead, 'p')}</div>"
                for at in range(len(first.lines))
            )


def _by_lang(pair: dict, pick: Callable) -> dict:
    return {lang: pick(one) for lang, one in pair.items()}


def _chart(chart: Chart) -> str:
    """The lead language's drawing; its colours follow the theme."""
    from outcomes.slides.stage.html import named_colours

    drawn = svg.draw(chart.figure, width=WIDE, height=HIGH)
    names = named_colours()
    coloured = _COLOUR.sub(lambda found: names.get(found[0].lower(), found[0]), drawn)
    return f'<div class="chart" role="img" aria-label="{esc(chart.alt)}">{coloured}</div>'


def _table(pair: dict, lead: str) -> str:
    """Each cell in the lead language, the second beneath where it says something else."""
    first = pair[lead]

    def cell(tag: str, pick: Callable) -> str:
        return f"<{tag}>{both(_by_lang(pair, pick), lead, 'div')}</{tag}>"

    columns = range(len(first.heads))
    head = "".join(cell("th", lambda one, c=c: one.heads[c]) for c in columns)
    lines = "".join(
        f"<tr>{''.join(cell('td', lambda one, r=r, c=c: one.lines[r][c]) for c in columns)}</tr>"
        for r in range(len(first.lines))
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>{_more(first.more, lead)}"


def _more(n: int, lead: str) -> str:
    from outcomes import words

    if not n:
        return ""
    return f'<div class="more">{both({lang: words.say("stage.more", lang, n=n) for lang in order(lead)}, lead, "span")}</div>'


def _facts(items: list[dict], lead: str) -> str:
    """Large figures with a rule above each, the lead language's; the interval smaller beneath, where any has one."""
    ends = any(fact.interval for one in items for fact in one.values())
    cells = []
    for one in items:
        interval = ends and f'<div class="interval">{both(_by_lang(one, lambda fact: fact.interval), lead)}</div>'
        label = both(_by_lang(one, lambda fact: fact.label), lead)
        figure = f'<div class="figure">{whole(one[lead].figure)}</div>'
        cells.append(f'<div class="fact">{figure}{interval or ""}<div class="label">{label}</div></div>')
    return f'<div class="facts n{len(items)}">{"".join(cells)}</div>'


def _card(pair: dict, lead: str, photo: Callable[[str], str]) -> str:
    first = pair[lead]
    pictures = "".join(
        f"""<figure><img data-photo="{photo(one.jpeg)}" alt="{esc(one.caption)}" width="{one.width}" height="{one.height}">
<figcaption>{both(_by_lang(pair, lambda card, at=at: card.photos[at].caption), lead, "span")}</figcaption></figure>"""
        for at, one in enumerate(first.photos)
    )
    facts = _facts([_by_lang(pair, lambda one, at=at: one.facts[at]) for at in range(len(first.facts))], lead)
    lines = "".join(
        f"""<div class="line"><dt>{both(_by_lang(pair, lambda one, at=at: one.lines[at][0]), lead, "span")}</dt>
<dd>{both(_by_lang(pair, lambda one, at=at: one.lines[at][1]), lead)}</dd></div>"""
        for at in range(len(first.lines))
    )
    quote = (
        first.quote
        and f"""<blockquote>{both(_by_lang(pair, lambda one: one.quote), lead)}
<cite>{both(_by_lang(pair, lambda one: one.by), lead, "span")}</cite></blockquote>"""
    )
    left = pictures and f'<div class="photos n{len(first.photos)}">{pictures}</div>'
    return f'<div class="card">{left or ""}<div class="told">{facts if first.facts else ""}<dl>{lines}</dl>{quote or ""}</div></div>'


def _points(pair: dict, lead: str, name: str) -> str:
    items = "".join(
        f"""<li><div class="head">{both(_by_lang(pair, lambda one, at=at: one.items[at][0]), lead)}</div>
<div class="text">{both(_by_lang(pair, lambda one, at=at: one.items[at][1]), lead)}</div></li>"""
        for at in range(len(pair[lead].items))
    )
    return f'<ul class="{name}">{items}</ul>{_more(pair[lead].more, lead)}'


def _quotes(pair: dict, lead: str) -> str:
    return "".join(
        f"""<blockquote>{both(_by_lang(pair, lambda one, at=at: one.items[at][0]), lead)}
<cite>{both(_by_lang(pair, lambda one, at=at: one.items[at][1]), lead, "span")}</cite></blockquote>"""
        for at in range(len(pair[lead].items))
    ) + _more(pair[lead].more, lead)
