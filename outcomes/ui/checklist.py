"""The checklist on the screen: items by module and enterprises, each with its two shares as a small picture."""

from collections.abc import Callable

import streamlit as st

from outcomes.charts import MARK, Look
from outcomes.charts.spark import address as picture_address
from outcomes.charts.strip import HIGH, dumbbell
from outcomes.exhibits import Asked, Exhibit
from outcomes.ui import theme
from outcomes.ui.escape import esc_html

_COLUMNS = (
    "display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,520px),1fr));gap:6px 40px;align-items:start"
)


def items(asked: Asked) -> Callable[[Exhibit], None]:
    """The body of the card."""

    def body(exhibit: Exhibit) -> None:
        st.html(html_of(asked, exhibit.rows))

    return body


def html_of(asked: Asked, rows: list[dict]) -> str:
    look = theme.look()
    kinds = {kind: [row for row in rows if row["what"] == kind] for kind in ("item", "enterprise")}
    left = _head(asked.say("practice.checklist_items"), look) + _by_module(asked, kinds["item"], look)
    right = _head(asked.say("practice.checklist_enterprises"), look)
    right += "".join(_line(asked, row, row["enterprise"], look) for row in kinds["enterprise"])
    return f'<div style="{_COLUMNS};color:{look.ink};line-height:1.3"><div>{left}</div><div>{right}</div></div>'


def _head(words: str, look: Look) -> str:
    return f'<div style="font-weight:600;font-size:.9rem;color:{look.ink2};margin:4px 0">{esc_html(words)}</div>'


def _by_module(asked: Asked, rows: list[dict], look: Look) -> str:
    drawn, last = "", None
    for row in rows:
        if row["modules"] != last:
            last = row["modules"]
            words = esc_html(asked.say("practice.checklist_module", module=last))
            drawn += f'<div style="font-size:.8rem;color:{look.ink3};margin-top:6px">{words}</div>'
        drawn += _line(asked, row, row[f"practice_{asked.lang}"], look)
    return drawn


def _line(asked: Asked, row: dict, name: str, look: Look) -> str:
    """The name, the picture, so many of so many, what became yes and what no longer is, and the word if there is one."""
    shown, reading = row["before"] is not None, row["reading"]
    figures = asked.say("practice.checklist_too_few")
    moved = word = picture = ""
    if shown:
        figures = asked.say("practice.checklist_of", before=row["before_yes"], after=row["after_yes"], n=row["n"])
        moved = asked.say("practice.checklist_moved", gained=row["gained"], lost=row["lost"])
        tone = look.tone(reading) if reading else look.ink2
        source = picture_address(dumbbell(row["before"], row["after"], look, tone))
        picture = f'<img alt="" src="{source}" style="display:block;width:100%;height:{HIGH}px">'
        if reading:
            word = f'<span style="font-size:.72em">{MARK[reading]}</span> {esc_html(asked.say(f"reading.{reading}"))}'
    spoken = f"{name}: {figures} {moved} {asked.say(f'reading.{reading}') if reading else ''}"
    small = "font-size:.85rem;white-space:nowrap"
    tone = look.tone(reading) if reading and shown else look.ink3
    return f"""
<div role="group" aria-label="{esc_html(spoken)}" style="display:flex;flex-wrap:wrap;gap:0 12px;align-items:center;border-top:1px solid {look.rule};padding:3px 0">
 <div style="flex:2.2 1 200px;min-width:0;font-size:.9rem">{esc_html(name)}</div>
 <div style="flex:1 1 90px;min-width:0">{picture}</div>
 <div style="flex:0 0 6.8em;{small};text-align:right">{esc_html(figures)}</div>
 <div style="flex:0 0 3.4em;{small};color:{look.ink3}">{esc_html(moved)}</div>
 <div style="flex:0 0 8.2em;{small};color:{tone}">{word}</div>
</div>"""
