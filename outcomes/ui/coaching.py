"""The cards beside the grid of visits: teams as bars, and a line for each visit or enterprise that is due."""

from collections.abc import Callable

import streamlit as st

from outcomes.charts import MARK
from outcomes.exhibits import Asked, Exhibit
from outcomes.ui import theme
from outcomes.ui.escape import esc_html
from outcomes.words import numbers

_MOST = 256  # px of the list of who is due


def team(asked: Asked) -> Callable[[Exhibit], None]:
    return lambda exhibit: st.html(team_html(asked, exhibit.rows))


def team_html(asked: Asked, rows: list[dict]) -> str:
    """The full team is filled, everything less is hollow; the sum closes the list."""
    look, whole = theme.look(), rows[-1]["visits"]
    lines = ""
    for row in rows[:-1]:
        full = row["team"] == "full"
        share = "" if row["share"] is None else numbers.percent(100 * row["share"], 0, asked.lang)
        bar = (
            f'<span style="display:block;height:12px;box-sizing:border-box;border:1.4px solid {look.ink2};'
            f'background:{look.ink2 if full else look.page};width:{100 * row["visits"] / whole:.1f}%"></span>'
            if row["visits"]
            else ""
        )
        lines += f"""
<div style="display:grid;grid-template-columns:minmax(110px,1fr) minmax(0,1.2fr) 2em 3em;gap:10px;align-items:center;
 padding:3px 0;font-size:.87rem;{"font-weight:600" if full else ""}">
 <div>{esc_html(asked.say(f"visits.team_{row['team']}"))}</div><div>{bar}</div>
 <div style="text-align:right">{numbers.number(row["visits"], 0, asked.lang)}</div>
 <div style="text-align:right;color:{look.ink3}">{esc_html(share)}</div>
</div>"""
    return f'<div style="color:{look.ink};line-height:1.3">{lines}</div>'


def due(asked: Asked) -> Callable[[Exhibit], None]:
    return lambda exhibit: st.html(due_html(asked, exhibit.rows, exhibit.alt))


def due_html(asked: Asked, rows: list[dict], alt: str) -> str:
    if not rows:
        return f'<div style="color:{theme.look().ink3}">{esc_html(asked.say("visits.none_overdue"))}</div>'
    lines = "".join(_line(asked, row) for row in rows)
    return (
        f'<div tabindex="0" role="list" aria-label="{esc_html(alt)}" style="max-height:{_MOST}px;overflow:auto;'
        f'color:{theme.look().ink};line-height:1.3">{lines}</div>'
    )


def _line(asked: Asked, row: dict) -> str:
    """Mark, enterprise and purpose, the day, and how long it has been: overdue is never colour alone."""
    look = theme.look()
    late = row["kind"] == "overdue"
    mark = {"overdue": MARK["worse"], "long_ago": MARK["neutral"], "coming": MARK["hidden"]}[row["kind"]]
    purpose = asked.say(f"template.choice.purpose.{row['purpose']}") if row["purpose"] else ""
    day = asked.say("visits.on", day=numbers.day(row["planned_on"], asked.lang)) if row["planned_on"] else ""
    return f"""
<div role="listitem" style="display:grid;grid-template-columns:minmax(104px,auto) minmax(0,1fr) auto;gap:10px;
 border-top:1px solid {look.grid};padding:4px 8px 4px 0;font-size:.87rem">
 <div style="color:{look.concern if late else look.ink2};white-space:nowrap"><span style="font-size:.8em">{mark}</span>
  {esc_html(asked.say(f"visits.kind_{row['kind']}"))}</div>
 <div><b>{esc_html(row["enterprise"])}</b> {esc_html(" · ".join(part for part in (purpose, day) if part))}</div>
 <div style="white-space:nowrap;color:{look.concern if late else look.ink3}">{esc_html(_since(asked, row))}</div>
</div>"""


def _since(asked: Asked, row: dict) -> str:
    if row["kind"] == "overdue":
        return asked.say("visits.days_over", n=row["days_overdue"])
    if row["kind"] == "coming":
        return ""
    return asked.say("visits.days_ago", n=row["days_since"]) if row["last_visit"] else asked.say("visits.never_seen")
