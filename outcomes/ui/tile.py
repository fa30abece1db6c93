"""The tile: one number with its direction, what it was, how sure we are, its months, and who reported."""

from dataclasses import dataclass, field

import streamlit as st

from outcomes.charts import MARK, Look
from outcomes.charts.spark import address as spark_address
from outcomes.charts.spark import spark as draw_spark
from outcomes.ui import theme
from outcomes.ui.escape import esc_html
from outcomes.words import numbers, say

DOTS = 30  # up to here a dot stands for an enterprise; beyond it a bar stands for all of them
_HIGH = 44  # px of the picture of the months


@dataclass(frozen=True)
class Tile:
    """What a tile says. All figures are texts already; ``series`` is (value or None, phase) a month."""

    label: str
    better: str  # lower, higher or neutral
    value: str
    was: str
    reading: str
    change_text: str
    reporting: int
    enrolled: int
    series: list[tuple[float | None, str]] = field(default_factory=list)
    suppressed: str = ""  # the reason, when the number may not be shown
    behind: str = "ui.reporting"  # key of the words beside the dots: what n of how many did


def tile(shown: Tile, lang: str, key: str) -> None:
    """Draw it as a card; cards of one row end at one line."""
    with st.container(border=True, height="stretch", key=f"tile-{key}"):
        st.html(html_of(shown, theme.look(), lang))


def html_of(shown: Tile, look: Look, lang: str) -> str:
    """The card's inside. A suppressed tile says why where the number would be, and keeps its place."""
    hidden = bool(shown.suppressed)
    reading = "hidden" if hidden else shown.reading
    word = say(f"chart.reading.{reading}", lang)
    value = say("ui.tile.not_shown", lang) if hidden else shown.value
    reporting = say(shown.behind, lang, n=numbers.number(shown.reporting), of=numbers.number(shown.enrolled))
    spoken = f"{shown.label}: {value}. {shown.suppressed or word}. {reporting}"
    size = "1.3rem" if hidden else "2.1rem"
    was = "" if hidden or not shown.was else esc_html(say("ui.tile.was", lang, value=shown.was))
    picture = "" if hidden else spark(shown.series, look)
    pill = f"""<span style="background:{look.tint(reading)};color:{look.tone(reading)};font-weight:600;border-radius:4px;padding:1px 7px;white-space:nowrap"><span
   style="font-size:.72em">{MARK[reading]}</span> {esc_html(word)}</span>"""
    change = shown.suppressed if hidden else shown.change_text
    return f"""
<div role="group" aria-label="{esc_html(spoken)}" style="line-height:1.35;color:{look.ink}">
 <div style="display:flex;justify-content:space-between;gap:8px;align-items:baseline">
  <span style="font-weight:600;font-size:.95rem">{esc_html(shown.label)}</span>
  <span style="font-size:.8rem;color:{look.ink3};white-space:nowrap">{say(f"ui.direction.{shown.better}", lang)}</span></div>
 <div style="display:flex;align-items:center;gap:14px;margin:4px 0 6px;height:44px">
  <div style="flex:none;white-space:nowrap"><span
   style="font-size:{size};font-weight:600;letter-spacing:-.02em;line-height:1.1">{esc_html(value)}</span>
   <span style="font-size:.87rem;color:{look.ink3};padding-left:6px">{was}</span></div>
  <div style="flex:1;min-width:0;border-radius:3px;overflow:hidden">{picture}</div></div>
 <div style="font-size:.87rem;display:flex;flex-wrap:wrap;gap:4px 8px;align-items:baseline">
  {"" if hidden else pill}
  <span style="color:{look.ink2}">{esc_html(change)}</span></div>
 <div style="font-size:.8rem;color:{look.ink3};margin-top:8px;display:flex;align-items:center;gap:8px">{dots(shown.reporting, shown.enrolled, look)}<span
  style="white-space:nowrap">{esc_html(reporting)}</span></div>
</div>"""


def dots(reporting: int, enrolled: int, look: Look) -> str:
    """One dot an enterprise, filled when it reported; above thirty one bar, filled by their share."""
    if enrolled > DOTS:
        share = 100 * min(reporting, enrolled) / enrolled
        frame = f"display:inline-block;width:120px;height:8px;border-radius:4px;box-sizing:border-box;border:1.5px solid {look.ink2}"
        fill = f"background:linear-gradient(to right,{look.ink2} {share:.1f}%,transparent {share:.1f}%)"
        return f'<span aria-hidden="true" style="{frame};{fill}"></span>'
    dot = f"display:inline-block;width:8px;height:8px;border-radius:50%;margin-right:3px;box-sizing:border-box;border:1.5px solid {look.ink2}"
    one = [
        f'<span style="{dot};background:{look.ink2 if i < reporting else "transparent"}"></span>'
        for i in range(enrolled)
    ]
    return f'<span aria-hidden="true" style="line-height:1.2">{"".join(one)}</span>'


def spark(series: list[tuple[float | None, str]], look: Look) -> str:
    """The months as a small picture, as wide as there is room."""
    picture = spark_address(draw_spark(series, look, high=_HIGH))
    return picture and f'<img alt="" src="{picture}" style="display:block;width:100%;height:{_HIGH}px">'
