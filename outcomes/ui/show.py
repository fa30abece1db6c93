"""An exhibit on the screen: what it says, the figure, and a footer that says how we know. A missing figure says why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from outcomes.charts import CONFIG
from outcomes.exhibits.exhibit import Exhibit, Lineage
from outcomes.ui import rows
from outcomes.ui.escape import esc_md
from outcomes.ui.lineage import how_do_we_know
from outcomes.words import say

_STATES = {
    "empty": ("gray", ":material/filter_alt_off:"),
    "suppressed": ("gray", ":material/visibility_off:"),
    "incomplete": ("orange", ":material/incomplete_circle:"),
    "stale": ("yellow", ":material/schedule:"),
    "error": ("orange", ":material/error:"),
    "not_allowed": ("gray", ":material/lock:"),
}

_SENTENCE = 44  # letters; a column with longer cells is read and not compared, so it begins at the left

Csv = bytes | Callable[[], bytes] | None


@dataclass(frozen=True)
class Action:
    """The one thing a reader can do about it: a button that says what happens."""

    label: str
    do: Callable[[], None]


def show(
    exhibit: Exhibit,
    lang: str,
    csv: Csv = None,
    csv_name: str = "",
    body: Callable[[], None] | None = None,
    action: Action | None = None,
    more: Callable[[], None] | None = None,
    height: str | int = "stretch",
    take: Callable[[], None] | None = None,
) -> None:
    """The card. ``body`` draws inside it in place of figure and table, ``more`` in the footer; ``csv`` makes the rows when
    asked; ``take`` draws, above how we know, what can be taken along."""
    with st.container(border=True, key=f"ex-{exhibit.id}", height=height):
        if exhibit.state:
            _state(exhibit, lang, action)
            if exhibit.figure is None:
                return
        else:
            st.subheader(esc_md(exhibit.title), anchor=False)
            st.caption(esc_md(exhibit.subtitle))
        if body:
            with st.container(key=f"body-{exhibit.id}", height="stretch" if height == "stretch" else "content"):
                body()
        else:
            _figure(exhibit, height)
            _table(exhibit)
        _remarks(exhibit)
        _footer(exhibit, lang, csv, csv_name, more, take, rows_hidden=bool(body) or not exhibit.table)


def _figure(exhibit: Exhibit, height: str | int) -> None:
    """One drawing, or two of which the style sheet shows the one that fits the card."""
    if exhibit.figure is None:
        if exhibit.rows and not exhibit.table:
            told = [{c: row.get(c) for c in exhibit.columns} for row in exhibit.rows]
            st.dataframe(told, hide_index=True, height="content", alt=exhibit.alt, key=f"rows-{exhibit.id}")
        return
    drawings = {"any": exhibit.figure} if exhibit.narrow is None else {"wide": exhibit.figure, "narrow": exhibit.narrow}
    fill = "fill-" if height == "stretch" and not exhibit.table else ""
    for name, drawing in drawings.items():
        st.plotly_chart(drawing, theme=None, config=CONFIG, alt=exhibit.alt, key=f"{name}-{fill}{exhibit.id}")


def _table(exhibit: Exhibit) -> None:
    """The few figures of an exhibit as words and numbers; whole and unformatted they are in its rows."""
    if exhibit.table:
        heads, *lines = [[esc_md(cell) for cell in line] for line in exhibit.table]
        columns = list(zip(*lines, strict=True))[1:]
        rule = ["---", *("---" if any(len(cell) > _SENTENCE for cell in column) else "---:" for column in columns)]
        text = "\n".join(f"| {' | '.join(line)} |" for line in (heads, rule, *lines))
        st.markdown(text)


def _remarks(exhibit: Exhibit) -> None:
    """What people said about it, a line each, under the figure that has their numbers."""
    if exhibit.remarks:
        st.caption("  \n".join(esc_md(line) for line in exhibit.remarks))


def _state(exhibit: Exhibit, lang: str, action: Action | None) -> None:
    """Badge, sentence, one action: a missing number says why, and what to do next."""
    colour, icon = _STATES[exhibit.state]
    st.badge(say(f"ui.state.{exhibit.state}", lang), color=colour, icon=icon)
    st.subheader(esc_md(exhibit.title), anchor=False)
    text = exhibit.subtitle or say(f"ui.state_text.{exhibit.state}", lang)
    st.markdown(f":gray[{esc_md(text)}]")
    if exhibit.figure is None:
        for note in exhibit.notes:
            st.caption(esc_md(note))
    if action:
        st.button(esc_md(action.label), on_click=action.do, key=f"do-{exhibit.id}")


def how(
    name: str, lineage: Lineage, lang: str, methods: Sequence[str] = (), take: Callable[[], None] | None = None
) -> None:
    """Filled when it is opened: what most readers never open is not sent to all of them at each choice."""
    with st.popover(
        say("ui.how", lang), type="tertiary", icon=":material/verified:", key=f"how-{name}", on_change="rerun"
    ) as opened:
        if opened.open:
            if take:
                take()
            how_do_we_know(lineage, lang, methods, name)


def _methods(exhibit: Exhibit) -> list[str]:
    """The codes of the methods behind it: those of its statistics, then those that stand in its rows."""
    return [str(told["method"]) for told in (*exhibit.results, *exhibit.rows) if told.get("method")]


def _footer(
    exhibit: Exhibit,
    lang: str,
    csv: Csv,
    csv_name: str,
    more: Callable[[], None] | None,
    take: Callable[[], None] | None = None,
    *,
    rows_hidden: bool,
) -> None:
    with st.container(
        key=f"foot-{exhibit.id}",
        horizontal=True,
        vertical_alignment="center",
        horizontal_alignment="distribute",
        gap="small",
        wrap=False,
    ):
        st.caption(  # also when there is nothing to note: it holds the buttons at the right; no line begins with a dot
            "\u00a0· ".join(esc_md(note.rstrip(say("ui.full_stop", lang))) for note in exhibit.notes), width="stretch"
        )
        if more:
            more()
        if exhibit.figure is not None and exhibit.rows and rows_hidden:
            rows.behind(exhibit, lang)
        if exhibit.lineage:
            how(exhibit.id, exhibit.lineage, lang, _methods(exhibit), take)
        if csv:
            st.download_button(
                say("ui.csv", lang),
                csv,
                csv_name,
                "text/csv",
                type="tertiary",
                icon=":material/download:",
                on_click="ignore",
                key=f"csv-{exhibit.id}",
                help=say("ui.csv_help", lang),
            )
