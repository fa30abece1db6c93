"""Tiles beside their table: a click on either chooses the district, in the address like any other filter."""

import streamlit as st

from outcomes import reference
from outcomes.charts import CONFIG
from outcomes.exhibits import Asked, Exhibit
from outcomes.exhibits.units import BY
from outcomes.ui import address
from outcomes.ui.parts import esc_md

_CHANGE = 184  # px of the column with the interval: most of its cells may be dashes, and it fits itself to those


def body(asked: Asked, exhibit: Exhibit) -> None:
    """What is drawn is keyed by the choice: after a click a new one takes its place, in which nothing is selected."""
    now = asked.filters.region or address.ALL
    left, right = st.columns([1, 1.3], gap="medium")
    with left:
        for key, figure in (("wide", exhibit.figure), ("narrow", exhibit.narrow)):
            _tiles(asked, exhibit, figure, f"{key}-tiles-{now}")
    with right:
        _table(asked, exhibit, f"rows-{now}")
        st.caption(esc_md(asked.say("regions.choose")))


def _tiles(asked: Asked, exhibit: Exhibit, figure, key: str) -> None:
    def clicked() -> None:
        points = st.session_state[key]["selection"]["points"]
        if points:
            _choose(asked, points[0]["customdata"])

    st.plotly_chart(
        figure,
        theme=None,
        config=CONFIG,
        alt=exhibit.alt,
        key=key,
        on_select=clicked,
        selection_mode="points",
    )


def _table(asked: Asked, exhibit: Exhibit, key: str) -> None:
    heads, *lines = exhibit.table

    def clicked() -> None:
        chosen = st.session_state[key]["selection"]
        if chosen["rows"]:
            _choose(asked, exhibit.rows[chosen["rows"][0]]["region"])

    st.dataframe(
        [dict(zip(heads, line, strict=True)) for line in lines],
        hide_index=True,
        height="content",
        alt=exhibit.alt,
        key=key,
        on_select=clicked,
        selection_mode="single-row",  # by its box: a click on a head sorts, and would be taken for one on a cell
        column_config={
            head: st.column_config.Column(alignment="right", width=_CHANGE if place == 2 else None)
            for place, head in enumerate(heads[2:])
        },
    )


def by_now() -> str:
    """What the funnel is of, as the address has it; anything else is enterprises."""
    wanted = address.get("by")
    return wanted if wanted in BY else BY[0]


def by_choice(asked: Asked, now: str) -> None:
    st.session_state["w_by"] = now
    st.segmented_control(
        asked.say("funnel.by"),
        BY,
        key="w_by",
        required=True,
        format_func=lambda by: asked.say(f"funnel.by_{by}"),
        on_change=lambda: address.put("by", st.session_state["w_by"]),
    )


def funnel_body(exhibit: Exhibit) -> None:
    """The picture and the same rows beside it, in the order of their names."""
    left, right = st.columns([1, 1.12], gap="medium")
    with left:
        for key, figure in (("wide", exhibit.figure), ("narrow", exhibit.narrow)):
            st.plotly_chart(figure, theme=None, config=CONFIG, alt=exhibit.alt, key=f"{key}-{exhibit.id}")
    heads, *lines = exhibit.table
    with right:
        st.dataframe(
            [dict(zip(heads, line, strict=True)) for line in lines],
            hide_index=True,
            height="content" if len(lines) <= 10 else 380,
            alt=exhibit.alt,
            key=f"rows-{exhibit.id}",
            column_config={head: st.column_config.Column(alignment="right") for head in heads[1:-1]},
        )


def _choose(asked: Asked, code: str | list) -> None:
    """The district clicked; clicked again, its prefecture, and then all regions."""
    code = code[0] if isinstance(code, list) else code
    if code == asked.filters.region:
        _, prefecture, county = reference.path(code)
        code = prefecture if county else None
    address.put("region", code or None)
