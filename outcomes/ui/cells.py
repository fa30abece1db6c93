"""The rows behind a figure as a table: each value with its cell and each row with its file, and all of them as a file.

One piece of HTML: a row has six cells, and two hundred rows as elements of Streamlit would cost more than the page.
"""

import streamlit as st

from outcomes import words
from outcomes.errors import OutcomesError
from outcomes.exhibits.cells import PARTS, Used
from outcomes.ui import theme
from outcomes.ui.escape import esc_html, esc_md
from outcomes.words import numbers, say

MOST = 200  # rows on the screen; the download has all of them
_HIGH = 300  # px of the table, in which it is pushed


def behind(used: Used | None, lang: str, name: str) -> None:
    """The count, the first rows, the download. ``name``: of the exhibit; without rows a sentence says why."""
    if used is None:
        st.caption(esc_md(say("cells.not_public", lang)))
        return
    if not used.n:
        st.caption(esc_md(say("cells.none", lang)))
        return
    try:
        rows = used()
    except OutcomesError as refusal:  # more rows than a page can hold: the sentence says what to do
        st.caption(esc_md(refusal.say(lang)))
        return
    head = "cells.head" if len(rows) <= MOST else "cells.head_first"
    told = say(head, lang, n=numbers.number(len(rows), 0, lang), shown=MOST)
    st.markdown(f"**{esc_md(told)}**")
    st.html(html_of(used, rows[:MOST], lang))
    st.download_button(
        say("cells.download", lang),
        used.csv,
        used.csv_name(name),
        "text/csv",
        type="tertiary",
        icon=":material/download:",
        on_click="ignore",
        key=f"cells-{name}",
        help=say("cells.download_help", lang),
    )


def html_of(used: Used, rows: list[dict], lang: str) -> str:
    """Only columns in which something stands; what is the same in all rows (one indicator, one round) is left out."""
    look = theme.look()
    told = [_cells(used, row, lang) for row in rows]
    first = {name: column for name, column in _columns(told).items() if name not in _same(told)}
    heads = "".join(f'<th scope="col" style="{_HEAD}">{esc_html(_head(used, rows, name, lang))}</th>' for name in first)
    lines = "".join(f"<tr>{''.join(_td(row[name]) for name in first)}</tr>" for row in told)
    css = (
        f"color:{look.ink};background:{look.panel};border:1px solid {look.rule};--rule:{look.rule};--small:{look.ink3}"
    )
    return f"""<div tabindex="0" role="region" aria-label="{esc_html(say("cells.download_help", lang))}"
 style="max-height:{_HIGH}px;overflow:auto;border-radius:4px;{css}">
<table style="border-collapse:collapse;width:100%;font-size:.8rem;line-height:1.3;background:inherit"><thead
 style="position:sticky;top:0;background:inherit"><tr>{heads}</tr></thead><tbody>{lines}</tbody></table></div>"""


_HEAD = "text-align:left;padding:5px 8px;font-weight:600;border-bottom:1px solid var(--rule)"
_CELL = "padding:3px 8px;border-bottom:1px solid var(--rule);white-space:nowrap"
_PLACE = "color:var(--small);font-size:.92em"


def _cells(used: Used, row: dict, lang: str) -> dict[str, tuple[str, str]]:
    """Column -> (text, place in small letters). A value with a cell names it as a spreadsheet does: monthly!F12."""
    indicator = _indicators(used).get(row["indicator"])
    rounds = used.asked.rounds
    files = dict.fromkeys(row[f"{part}_file"] for part in PARTS if row[f"{part}_file"])
    return {
        "indicator": (words.pick(indicator.short, lang) if indicator else row["indicator"] or "", ""),
        "round": (rounds[row["round"]][f"name_{lang}"] if row["round"] in rounds else row["round"] or "", ""),
        "enterprise": (row["enterprise"] or "", ""),
        "arm": (say(f"template.choice.arm.{row['arm']}", lang) if row["arm"] else "", ""),
        "unit": (row["unit"] or "", ""),
        "month": (numbers.month(row["month"], lang) if row["month"] else "", ""),
        **{part: (_amount(row[part], lang), _place(row, part, lang)) for part in PARTS},
        "file": ("", say("comma", lang).join(files)),
    }


def _columns(told: list[dict]) -> dict[str, None]:
    return {name: None for name in told[0] if any(any(row[name]) for row in told)}


def _same(told: list[dict]) -> set[str]:
    return {name for name in ("indicator", "round", "arm") if len({row[name] for row in told}) == 1}


def _head(used: Used, rows: list[dict], name: str, lang: str) -> str:
    """Of a single indicator the head says what is counted and what it is counted over."""
    every = {row["indicator"] for row in rows}
    indicator = _indicators(used).get(*every) if len(every) == 1 else None
    if indicator and indicator.numerator and name in PARTS[:2]:
        return indicator.measure_titles[PARTS.index(name)][lang]
    return say(f"cells.{name}", lang)


def _indicators(used: Used) -> dict:
    db = used.asked.db
    return {**db.indicators, **getattr(db, "records", {})}


def _amount(value, lang: str) -> str:
    if value is None:
        return ""
    if not isinstance(value, int | float):
        return str(value)
    return numbers.number(value, 0 if float(value).is_integer() else 2, lang)


def _place(row: dict, part: str, lang: str) -> str:
    if row[part] is None:
        return ""
    cell, sheet = row[f"{part}_cell"], row[f"{part}_sheet"]
    return f"{sheet}!{cell}" if cell and sheet else say("cells.not_known", lang)


def _td(cell: tuple[str, str]) -> str:
    text, place = cell
    small = f'<span style="{_PLACE}">{esc_html(place)}</span>' if place else ""
    return f'<td style="{_CELL}">{esc_html(text)}{" " if text and place else ""}{small}</td>'
