"""Targets, chain and costs on the screen: one piece of HTML each, with small pictures instead of figures."""

from collections.abc import Callable

import streamlit as st

from outcomes.charts import Look
from outcomes.charts.spark import address as picture_address
from outcomes.charts.strip import HIGH, against, bars
from outcomes.exhibits import Asked, Exhibit
from outcomes.exhibits.delivery.chain import said
from outcomes.exhibits.delivery.costs import by_month
from outcomes.exhibits.delivery.targets import aim, named, now, reading, scope_name
from outcomes.ui import theme
from outcomes.ui.escape import esc_html
from outcomes.words import numbers

STATUS = ("official", "planning", "illustrative")
_MARK = {"reached": "◆", "missed": "◇", "on_way": "◇", "unsure": "●"}
_BARS = 40  # px


def targets(asked: Asked) -> Callable[[Exhibit], None]:
    def body(exhibit: Exhibit) -> None:
        st.html(targets_html(asked, exhibit.rows))

    return body


def targets_html(asked: Asked, rows: list[dict]) -> str:
    """Official ones first, two columns where there is room; a line a target: what and for whom, the aim and its day,
    the picture, the value now, the word."""
    look, inside = theme.look(), ""
    for status in STATUS:
        own = [row for row in rows if row["target_status"] == status]
        if own:
            head = f"font-weight:600;font-size:.85rem;color:{look.ink2};padding:8px 0 3px;break-after:avoid"
            word = asked.say(f"delivery.group_{status}")
            inside += f'<div style="{head}">{esc_html(word)}</div>' + "".join(_target(asked, row, look) for row in own)
    return f'<div style="columns:2 520px;column-gap:40px;color:{look.ink};line-height:1.3">{inside}</div>'


def _target(asked: Asked, row: dict, look: Look) -> str:
    name, wanted, stands, word = (say(asked, row) for say in (named, aim, now, reading))
    due = asked.say("delivery.by", day=numbers.day(row["due_on"], asked.lang))
    kind = asked.say(f"template.choice.target_status.{row['target_status']}")
    small = f"font-size:.8rem;color:{look.ink3}"
    parts = [row[key] for key in ("value", "lo", "hi", "target_value", "start")]
    source = picture_address(against(*parts, look, look.unclear if row["verdict"] == "few" else look.pilot))
    spoken = f"{name}: {wanted}, {due}, {kind}. {stands}. {word}"
    frame = "display:flex;flex-wrap:wrap;gap:2px 14px;align-items:center;padding:5px 0;break-inside:avoid"
    return f"""
<div role="group" aria-label="{esc_html(spoken)}" style="{frame};border-top:1px solid {look.rule}">
 <div style="flex:1.5 1 150px;min-width:0"><div style="font-weight:600;font-size:.9rem">{esc_html(name)}</div>
  <div style="{small}">{esc_html(scope_name(asked, row))}</div></div>
 <div style="flex:0 0 8.8em;white-space:nowrap"><div style="font-size:.9rem">{esc_html(wanted)}</div><div
  style="{small}">{esc_html(due)}</div></div>
 <div style="flex:1 1 100px;min-width:0"><img alt="" src="{source}" style="display:block;width:100%;height:{HIGH}px"></div>
 <div style="flex:1.7 1 200px;min-width:0"><div style="font-size:.9rem;font-weight:600">{esc_html(stands)}</div>
  <div style="{small}"><span style="font-size:.8em">{_MARK.get(row["verdict"], "○")}</span> {esc_html(word)}</div></div>
</div>"""


def chain(asked: Asked) -> Callable[[Exhibit], None]:
    def body(exhibit: Exhibit) -> None:
        st.html(chain_html(asked, exhibit.rows))

    return body


def chain_html(asked: Asked, rows: list[dict]) -> str:
    """The steps side by side with an arrow between them; on a phone one below the other."""
    look = theme.look()
    names = list(dict.fromkeys(row["step"] for row in rows))
    inside = "".join(
        _step(asked, place, name, [row for row in rows if row["step"] == name], look)
        for place, name in enumerate(names)
    )
    grid = "display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,178px),1fr));gap:10px 14px"
    return f'<div style="{grid};color:{look.ink};line-height:1.3">{inside}</div>'


def _step(asked: Asked, place: int, name: str, rows: list[dict], look: Look) -> str:
    arrow = f'<span aria-hidden="true" style="color:{look.ink3}">→ </span>' if place else ""
    head = f'<div style="font-weight:600;font-size:.9rem;color:{look.ink2}">{arrow}{esc_html(asked.say(f"delivery.step_{name}"))}</div>'
    return f"""<div role="group" style="border-top:2px solid {look.ink};padding-top:5px;min-width:0">{head}
{"".join(_figure(asked, row, look) for row in rows)}</div>"""


def _figure(asked: Asked, row: dict, look: Look) -> str:
    name, says, rests = said(asked, row)
    shown = row["value"] is not None
    size = f"font-size:{'1.15rem;font-weight:600' if shown else '.85rem'};color:{look.ink if shown else look.ink3}"
    return f"""<div style="margin-top:6px"><div style="{size}">{esc_html(says)}</div>
<div style="font-size:.85rem">{esc_html(name)}</div>
<div style="font-size:.8rem;color:{look.ink3}">{esc_html(rests)}</div></div>"""


def costs(asked: Asked) -> Callable[[Exhibit], None]:
    def body(exhibit: Exhibit) -> None:
        st.html(costs_html(asked, exhibit))

    return body


def costs_html(asked: Asked, exhibit: Exhibit) -> str:
    """The sums as a table that may be pushed aside, the months as bars under it."""
    look = theme.look()
    heads, *lines = exhibit.table
    small = f"font-size:.8rem;color:{look.ink3};font-weight:400"
    top = "".join(_cell("th", text, small, place) for place, text in enumerate(heads))
    rest = ""
    for number, line in enumerate(lines):
        edge = f"border-top:1px solid {look.rule}"
        weight = "font-weight:600" if number == len(lines) - 1 else ""
        rest += f'<tr style="{edge};{weight}">' + "".join(_cell("td", t, "", p) for p, t in enumerate(line)) + "</tr>"
    table = f'<table style="border-collapse:collapse;width:100%;font-size:.88rem"><tr>{top}</tr>{rest}</table>'
    return f'<div style="color:{look.ink}"><div style="overflow-x:auto" tabindex="0">{table}</div>{_months(asked, exhibit, look)}</div>'


def _cell(tag: str, text: str, style: str, place: int) -> str:
    side = "left" if place == 0 else "right"
    return (
        f'<{tag} style="text-align:{side};padding:3px 0 3px 10px;white-space:nowrap;{style}">{esc_html(text)}</{tag}>'
    )


def _months(asked: Asked, exhibit: Exhibit, look: Look) -> str:
    months = by_month(exhibit.rows)
    if len(months) < 2:
        return ""
    first, last = (numbers.month(months[place][0], asked.lang) for place in (0, -1))
    most = max(months, key=lambda one: one[1] or 0)
    words = asked.say(
        "delivery.most_in",
        month=numbers.month(most[0], asked.lang),
        amount=numbers.money(most[1], asked.lang, full=True),
    )
    source = picture_address(bars([amount or 0.0 for _, amount in months], look))
    ends = f"display:flex;justify-content:space-between;font-size:.78rem;color:{look.ink3}"
    return f"""<div style="margin-top:10px"><img alt="{esc_html(words)}" src="{source}"
 style="display:block;width:100%;height:{_BARS}px"><div style="{ends}"><span>{esc_html(first)}</span><span>{esc_html(words)}</span><span>{esc_html(last)}</span></div></div>"""
