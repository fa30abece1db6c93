"""Themes, ratings and quotes of inspectors and consultants: small marks on one line each, in one piece of HTML."""

from collections.abc import Callable

import streamlit as st

from outcomes.exhibits import Asked, Exhibit
from outcomes.ui import theme
from outcomes.ui.escape import esc_html
from outcomes.words import numbers

_QUOTES = 4  # shown; the others stand in the rows
_LOW, _HIGH = 1, 5  # the scale of the ratings


def body(asked: Asked) -> Callable[[Exhibit], None]:
    return lambda exhibit: st.html(html_of(asked, exhibit.rows))


def html_of(asked: Asked, rows: list[dict]) -> str:
    parts = {kind: [row for row in rows if row["what"] == kind] for kind in ("theme", "rating", "quote")}
    most = max([1, *(row[side] or 0 for row in parts["theme"] for side in ("before", "after"))])
    themes = "".join(_theme(asked, row, most) for row in parts["theme"])
    blocks = [_block(asked, "themes_head", themes, 250)] if themes else []
    if parts["rating"]:
        blocks.append(_block(asked, "ratings_head", "".join(_rating(asked, row) for row in parts["rating"]), 250))
    quotes = "".join(_quote(asked, row) for row in parts["quote"][:_QUOTES])
    rest = len(parts["quote"]) - _QUOTES
    if rest > 0:
        quotes += _small(asked.say("training.more_quotes", n=rest))
    blocks.append(_block(asked, "quotes_head", quotes or _small(asked.say("training.no_quotes")), 340))
    return f'<div style="display:flex;flex-wrap:wrap;gap:12px 32px;color:{theme.look().ink};line-height:1.3">{"".join(blocks)}</div>'


def _block(asked: Asked, head: str, inside: str, least: int) -> str:
    look = theme.look()
    marks = (
        ""
        if head == "quotes_head"
        else f" &nbsp;○ {esc_html(asked.say('chart.before'))} &nbsp;● {esc_html(asked.say('chart.after'))}"
    )
    return (
        f'<div style="flex:1 1 {least}px;min-width:0"><div style="font-size:.8rem;color:{look.ink3};margin-bottom:3px">'
        f"{esc_html(asked.say(f'training.{head}'))}{marks}</div>{inside}</div>"
    )


def _theme(asked: Asked, row: dict, most: int) -> str:
    """Persons before and after on one line from nobody to the most."""
    told = {side: row[side] for side in ("before", "after")}
    name = asked.say(f"template.choice.theme.{row['code']}")
    figures = " → ".join("–" if value is None else numbers.number(value, 0, asked.lang) for value in told.values())
    return _dumbbell(name, figures, {side: None if value is None else value / most for side, value in told.items()})


def _rating(asked: Asked, row: dict) -> str:
    told = {side: numbers.number(row[side], 1, asked.lang) for side in ("before", "after")}
    places = {side: (row[side] - _LOW) / (_HIGH - _LOW) for side in told}
    return _dumbbell(
        asked.say(f"training.rating_{row['code']}"), asked.say("training.rated", **told, n=row["persons"]), places
    )


def _dumbbell(name: str, figures: str, places: dict[str, float | None]) -> str:
    """Hollow is before, filled is after, on a line of its own."""
    look = theme.look()
    dots = ""
    known = [place for place in places.values() if place is not None]
    if len(known) == 2:
        left, right = sorted(known)
        dots = (
            f'<span style="position:absolute;left:{100 * left:.1f}%;width:{100 * (right - left):.1f}%;top:6px;height:3px;'
            f'background:{look.ink3};opacity:.5"></span>'
        )
    for side, place in places.items():
        if place is None:
            continue
        fill, edge = (look.page, look.baseline) if side == "before" else (look.ink2, look.ink2)
        dots += (
            f'<span style="position:absolute;left:calc({100 * place:.1f}% - 5px);top:2px;width:11px;height:11px;'
            f'border-radius:50%;box-sizing:border-box;border:2px solid {edge};background:{fill}"></span>'
        )
    return f"""
<div role="group" aria-label="{esc_html(f"{name}: {figures}")}" style="display:grid;
 grid-template-columns:minmax(84px,.9fr) minmax(0,1.2fr) auto;gap:12px;align-items:center;font-size:.87rem;padding:2px 0">
 <div>{esc_html(name)}</div>
 <div style="position:relative;height:15px;margin:0 6px"><span style="position:absolute;left:0;right:0;top:7px;height:1px;
  background:{look.rule}"></span>{dots}</div>
 <div style="white-space:nowrap;color:{look.ink2}">{esc_html(figures)}</div>
</div>"""


def _quote(asked: Asked, row: dict) -> str:
    """In the reader's language where it was said or translated, else as it was said."""
    look = theme.look()
    said = row[f"text_{asked.lang}"] or row["text_en"] or row["text_zh"]
    role = asked.say(f"template.choice.role.{row['role']}") if row["role"] else ""
    wave = asked.say(f"template.choice.test_wave.{row['wave']}")
    who = asked.say("training.quote_of", role=role, wave=wave) if role else wave
    return (
        f'<blockquote style="margin:0 0 7px;padding:0 0 0 10px;border-left:3px solid {look.rule};font-size:.9rem">'
        f"“{esc_html(said)}”{_small(who)}</blockquote>"
    )


def _small(text: str) -> str:
    return f'<div style="font-size:.8rem;color:{theme.look().ink3}">{esc_html(text)}</div>'
