"""The rows behind a figure as a table, for those who cannot see the figure or would rather read: one key away."""

from datetime import date

import streamlit as st

from outcomes.exhibits.exhibit import Exhibit
from outcomes.ui import plain_table
from outcomes.ui.escape import esc_md
from outcomes.words import has, numbers, say

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
    """The columns and the rows of the file with their names and codes in words; only what is too much is left out."""
    shown = [[_cell(row.get(column), lang) for column in exhibit.columns] for row in exhibit.rows[:MOST]]
    return [[_word("column", column, lang) for column in exhibit.columns], *shown]


def _cell(value, lang: str) -> str:
    if value is None:
        return numbers.number(None, lang=lang)
    if isinstance(value, bool):
        return say(f"ui.{'yes' if value else 'no'}", lang)
    if isinstance(value, int | float):
        return _number(value, lang)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return say("comma", lang).join(_word("code", str(one), lang) for one in value)
    return _word("code", str(value), lang)


def _word(kind: str, name: str, lang: str) -> str:
    """What data typed by people say, and identifiers, stay as they are."""
    key = f"row.{kind}.{name}"
    return say(key, lang) if has(key) else name


def _number(value: float, lang: str) -> str:
    """Three places behind the point at most, and none that say nothing."""
    text = numbers.number(value, 0 if isinstance(value, int) else 3, lang)
    return text.rstrip("0").rstrip(".") if "." in text else text
