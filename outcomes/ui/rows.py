"""The rows behind a figure as a table, for those who cannot see the figure or would rather read: one key away."""

from datetime import date

import streamlit as st

from outcomes.exhibits.exhibit import Exhibit
from outcomes.ui import plain_table
from outcomes.ui.escape import esc_md
from outcomes.words import numbers, say

MOST = 200  # lines on the screen; the file has all of them
_HIGH = 340  # px, in which the lines are pushed


def behind(exhibit: Exhibit, lang: str) -> None:
    """A button of one word; the table is made when it is opened, since most readers never open it."""
    with st.popover(
        say("ui.table", lang), type="tertiary", icon=":material/table:", key=f"table-{exhibit.id}", on_change="rerun"
    ) as opened:
        if opened.open:
            st.markdown(f"**{esc_md(exhibit.title)}**")
            if len(exhibit.rows) > MOST:
                st.caption(esc_md(say("ui.table_first", lang, shown=MOST, n=numbers.number(len(exhibit.rows)))))
            st.html(plain_table.html_of(lines(exhibit, lang), exhibit.alt, _HIGH))


def lines(exhibit: Exhibit, lang: str) -> list[list[str]]:
    """The columns by the names that they have in the file, then the rows; nothing is left out but what is too much."""
    shown = [[_cell(row.get(column), lang) for column in exhibit.columns] for row in exhibit.rows[:MOST]]
    return [list(exhibit.columns), *shown]


def _cell(value, lang: str) -> str:
    if value is None:
        return numbers.number(None, lang=lang)
    if isinstance(value, bool):
        return say(f"ui.{'yes' if value else 'no'}", lang)
    if isinstance(value, int | float):
        return _number(value, lang)
    if isinstance(value, date):
        return value.isoformat()
    return ", ".join(str(one) for one in value) if isinstance(value, list | tuple) else str(value)


def _number(value: float, lang: str) -> str:
    """Three places behind the point at most, and none that say nothing."""
    text = numbers.number(value, 0 if isinstance(value, int) else 3, lang)
    return text.rstrip("0").rstrip(".") if "." in text else text
