"""The calendar of events: a strip of months with a dot an event, and below it a line an event, the latest first."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from outcomes.exhibits import Asked, Exhibit
from outcomes.exhibits.training.events import days_of, heads_of, module_names, modules_of, name_of, place_of, type_of
from outcomes.ui import theme
from outcomes.ui.escape import esc_html
from outcomes.words import numbers

_MOST = 206  # px of the list; more events are scrolled to


def body(asked: Asked) -> Callable[[Exhibit], None]:
    return lambda exhibit: st.html(html_of(asked, exhibit.rows, exhibit.alt))


def html_of(asked: Asked, rows: list[dict], alt: str) -> str:
    lines = "".join(_line(asked, row) for row in reversed(rows))
    return (
        f'<div style="color:{theme.look().ink};line-height:1.3">{_strip(asked, rows)}'
        f'<div tabindex="0" role="list" aria-label="{esc_html(alt)}" style="max-height:{_MOST}px;overflow:auto">'
        f"{lines}</div></div>"
    )


def _strip(asked: Asked, rows: list[dict]) -> str:
    """Every month from the first event to the last; filled for a fact, hollow for demonstration data."""
    look = theme.look()
    places = [_place(row["starts_on"]) for row in rows]
    first, count = min(places), max(places) - min(places) + 1
    step = next(step for step in (1, 3, 6, 12, 24, 60) if count <= 14 * step or step == 60)
    cells = ""
    for place in range(first, first + count):
        month = date(place // 12, place % 12 + 1, 1)
        own = [row for row, at in zip(rows, places, strict=True) if at == place]
        dots = "".join(_dot(row["data_kind"] == "real") for row in own[:4])
        label = ""
        if (place - first) % step == 0:
            year = f"<br>{month.year}" if place == first or month.month <= step else ""
            label = f"{esc_html(numbers.month_name(month, asked.lang))}{year}"
        cells += (
            f'<div style="flex:1 1 0;min-width:0"><div style="height:16px;border-bottom:1px solid {look.rule};'
            f'display:flex;justify-content:center;align-items:center;gap:2px">{dots}</div>'
            f'<div style="font-size:.73rem;color:{look.ink3};white-space:nowrap;text-align:center;height:2.4em;'
            f'line-height:1.2;overflow:visible">{label}</div></div>'
        )
    return f'<div aria-hidden="true" style="display:flex;margin-bottom:4px">{cells}</div>'


def _dot(fact: bool) -> str:
    ink = theme.look().ink2
    fill = ink if fact else "transparent"
    return (
        f'<span style="display:inline-block;width:9px;height:9px;border-radius:50%;box-sizing:border-box;flex:none;'
        f'border:1.6px solid {ink};background:{fill}"></span>'
    )


def _line(asked: Asked, row: dict) -> str:
    look = theme.look()
    fact = row["data_kind"] == "real"
    what = [
        type_of(asked, row["event_type"]),
        modules_of(asked, row["modules"]),
        place_of(asked, row["region"]),
    ]
    if fact:
        what.append(asked.say("training.source", source=row["source"] or asked.say("training.no_source")))
    came = heads_of(asked, row)
    people = came if row["participants"] is None else asked.say("training.people", n=came)
    back, ink = (look.unclear_tint, look.ink) if fact else (look.training, look.training_text)
    kind = asked.say(f"training.kind_{row['data_kind']}")
    small = f"font-size:.8rem;color:{look.ink3}"
    return f"""
<div role="listitem" style="display:flex;flex-wrap:wrap;gap:0 12px;
 border-top:1px solid {look.grid};padding:3px 8px 3px 0;font-size:.9rem">
 <div style="flex:0 0 118px;color:{look.ink2};font-size:.85rem;padding-top:1px">{esc_html(days_of(asked, row["starts_on"], row["ends_on"]))}</div>
 <div style="flex:1 1 220px;min-width:0"><div style="font-weight:600">{esc_html(name_of(asked, row))}</div>
  <div style="{small}" title="{esc_html(module_names(asked, row["modules"]))}">{esc_html(" · ".join(part for part in what if part))}</div></div>
 <div style="flex:0 0 auto;margin-left:auto;text-align:right"><div style="white-space:nowrap">{esc_html(people)}</div>
  <span style="background:{back};color:{ink};border-radius:4px;padding:0 6px;font-size:.78rem;white-space:nowrap">{_dot(fact)}
  {esc_html(kind)}</span></div>
</div>"""


def _place(day: date) -> int:
    return day.year * 12 + day.month - 1
