"""The tile: one number with its direction, what it was, how sure we are, its months, and who reported."""

import base64
from dataclasses import dataclass, field

import streamlit as st

from outcomes.charts import MARK, Look
from outcomes.ui import theme
from outcomes.ui.escape import esc_html
from outcomes.words import numbers, say

DOTS = 30  # up to here a dot stands for an enterprise; beyond it a bar stands for all of them
_WIDE, _HIGH, _PAD = 196, 44, 3  # the picture's own units


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
    reporting = say("ui.reporting", lang, n=numbers.number(shown.reporting), of=numbers.number(shown.enrolled))
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
    """The months as a small picture: grey baseline, ink after it, training shaded, baseline median dashed, gaps open."""
    drawn = [v for v, _ in series if v is not None]
    if len(series) < 2 or not drawn:
        return ""
    low, high = min(drawn), max(drawn)
    step = (_WIDE - 2 * _PAD) / (len(series) - 1)

    def x(i: float) -> float:
        return _PAD + i * step

    def y(value: float) -> float:
        return _HIGH - _PAD - (value - low) * (_HIGH - 2 * _PAD) / ((high - low) or 1)

    split = next((i for i, (_, phase) in enumerate(series) if phase != "baseline"), len(series))
    training = [i for i, (_, phase) in enumerate(series) if phase == "training"]
    parts = []
    if training:
        x0, x1 = max(x(training[0] - 0.5), 0), min(x(training[-1] + 0.5), _WIDE)
        parts.append(f'<rect x="{x0:.1f}" y="0" width="{x1 - x0:.1f}" height="{_HIGH}" fill="{look.training}"/>')
    if baseline := sorted(v for v, phase in series if phase == "baseline" and v is not None):
        n = len(baseline)
        middle = y((baseline[(n - 1) // 2] + baseline[n // 2]) / 2)
        parts.append(
            f'<line x1="0" x2="{_WIDE}" y1="{middle:.1f}" y2="{middle:.1f}" stroke="{look.baseline}" stroke-width="1" '
            'stroke-dasharray="3 3" vector-effect="non-scaling-stroke"/>'
        )
    values = [v for v, _ in series]
    # the ink line starts at the last baseline month, when nothing is missing between them
    joined = 0 < split < len(values) and None not in values[split - 1 : split + 1]
    for first, last, colour, width in (
        (0, split, look.baseline, 1.75),
        (split - joined, len(series), look.pilot, 2),
    ):
        for run in _runs(values, first, last):
            points = " ".join(f"{x(i):.1f},{y(values[i]):.1f}" for i in run)
            points += f" {points}" if len(run) == 1 else ""  # a lone month is a round dot
            parts.append(
                f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="{width + 2 * (len(run) == 1)}" '
                'vector-effect="non-scaling-stroke" stroke-linejoin="round" stroke-linecap="round"/>'
            )
    box = f'viewBox="0 0 {_WIDE} {_HIGH}" preserveAspectRatio="none"'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{"".join(parts)}</svg>'
    data = base64.b64encode(svg.encode()).decode()  # st.html takes an <svg> away and keeps an <img>
    return f'<img alt="" src="data:image/svg+xml;base64,{data}" style="display:block;width:100%;height:{_HIGH}px">'


def _runs(values: list[float | None], first: int, last: int) -> list[list[int]]:
    """Places of values next to each other; a month without a value ends a run."""
    runs: list[list[int]] = [[]]
    for i in range(first, last):
        if values[i] is None:
            runs.append([])
        else:
            runs[-1].append(i)
    return [run for run in runs if run]
