"""Participants by role: a bar a role, filled for women, hollow for men, striped for who did not tell; one piece of HTML."""

from collections.abc import Callable

import streamlit as st

from outcomes.exhibits import Asked, Exhibit
from outcomes.exhibits.training.participants import SEXES, counted_of, role_of
from outcomes.ui import plain_table, theme
from outcomes.ui.escape import esc_html
from outcomes.words import numbers

_MOST = 320  # px


def body(asked: Asked) -> Callable[[Exhibit], None]:
    """The public has sums of attendances, which are no bars of persons: a table."""
    if asked.is_public:
        return plain_table.of(_MOST)
    return lambda exhibit: st.html(html_of(asked, exhibit.rows, exhibit.alt))


def html_of(asked: Asked, rows: list[dict], alt: str) -> str:
    look = theme.look()
    most = max(1, *(row["by_name"] for row in rows[:-1])) if len(rows) > 1 else 1
    used = [sex for sex in SEXES if any(row[sex] for row in rows)]
    key = "".join(
        f'<span style="white-space:nowrap"><span style="{_fill(sex)};display:inline-block;width:11px;height:11px;'
        f'vertical-align:-1px"></span> {esc_html(_sex(asked, sex))}</span>'
        for sex in used
    )
    by_name = [row for row in rows if row["by_name"] or row["role"] == "all"]
    lines = "".join(_line(asked, row, most, used) for row in by_name) + _only_counted(asked, rows[:-1])
    return (
        f'<div style="color:{look.ink};line-height:1.3"><div style="display:flex;flex-wrap:wrap;gap:2px 14px;'
        f'font-size:.8rem;color:{look.ink3};margin-bottom:4px">{key}</div>'
        f'<div tabindex="0" role="list" aria-label="{esc_html(alt)}" style="max-height:{_MOST}px;overflow:auto">'
        f"{lines}</div></div>"
    )


def _line(asked: Asked, row: dict, most: int, used: list[str]) -> str:
    look = theme.look()
    whole = row["role"] == "all"
    figures = [f"{_sex(asked, sex)} {numbers.number(row[sex], 0, asked.lang)}" for sex in used if row[sex]]
    more = f"+ {counted_of(asked, row)}" if row["counted"] else ""
    parts = (
        ""
        if whole
        else "".join(
            f'<span style="{_fill(sex)};height:12px;width:{100 * row[sex] / most:.1f}%"></span>'
            for sex in used
            if row[sex]
        )
    )
    name = role_of(asked, row["role"])
    spoken = asked.say("comma").join([name, *figures, more] if more else [name, *figures])
    weight = "font-weight:600;" if whole else ""
    middle = f'<div style="display:flex;align-items:center;min-width:0" title="{esc_html(spoken)}">{parts}</div>'
    if whole:
        middle = f'<div style="font-size:.8rem;color:{look.ink3};font-weight:400">{esc_html(asked.say("comma").join(figures))}</div>'
    return f"""
<div role="listitem" aria-label="{esc_html(spoken)}" style="{weight}display:grid;
 grid-template-columns:minmax(96px,1fr) minmax(0,1.5fr) 2.4em minmax(66px,auto);gap:8px;align-items:center;
 border-top:1px solid {look.grid};padding:3px 8px 3px 0;font-size:.87rem">
 <div>{esc_html(name)}</div>{middle}
 <div style="text-align:right">{numbers.number(row["by_name"], 0, asked.lang) if row["by_name"] else "–"}</div>
 <div style="color:{look.ink3};text-align:right;white-space:nowrap;font-weight:400">{esc_html(more)}</div>
</div>"""


def _only_counted(asked: Asked, rows: list[dict]) -> str:
    """Roles of which nobody is on a list by name, in one line: they are no part of the bars."""
    told = [f"{role_of(asked, row['role'])} {counted_of(asked, row)}" for row in rows if not row["by_name"]]
    if not told:
        return ""
    text = asked.say("training.only_counted", told=asked.say("comma").join(told))
    return (
        f'<div role="listitem" style="font-size:.8rem;color:{theme.look().ink3};padding-top:3px">{esc_html(text)}</div>'
    )


def _fill(sex: str) -> str:
    """Ink alone, since nobody is judged: three fills that stay apart in print, too."""
    ink, page = theme.look().ink2, theme.look().page
    back = {
        "female": ink,
        "male": page,
        "other": f"repeating-linear-gradient(0deg,{ink} 0 2px,{page} 2px 5px)",
        "undisclosed": f"repeating-linear-gradient(45deg,{ink} 0 1px,{page} 1px 5px)",
    }[sex]
    return f"box-sizing:border-box;border:1.4px solid {ink};background:{back}"


def _sex(asked: Asked, sex: str) -> str:
    return asked.say(f"training.{'other_sex' if sex == 'other' else sex}")
