"""The table of enterprises: one row each, whose box opens the enterprise; which one stands in the address as its code."""

import hashlib
from collections.abc import Callable

import streamlit as st

from outcomes.charts.spark import address as spark_address
from outcomes.charts.spark import spark
from outcomes.exhibits import Asked, Exhibit, scene
from outcomes.ui import address, theme
from outcomes.ui.escape import esc_md

_ROW = 34  # px, as a row of the drawing beside it
_SPARK = 116, 28  # px


def opened() -> str | None:
    """The enterprise that the address names."""
    return address.get("enterprise")


def back(asked: Asked) -> None:
    st.button(
        esc_md(asked.say("profile.back")),
        icon=":material/arrow_back:",
        key="w_back",
        on_click=lambda: address.put("enterprise", None),
    )


def table(asked: Asked, indicator_id: str) -> Callable[[Exhibit], None]:
    """The body of the card. The line of months is a picture, since a line chart column knows no gap."""

    def body(exhibit: Exhibit) -> None:
        indicator, rows = asked.db.indicators[indicator_id], exhibit.rows
        codes = [row["enterprise"] for row in rows]
        # a table of other rows is another widget: a row clicked before a filter changed selects nothing after it
        name = hashlib.sha256("\n".join(codes).encode()).hexdigest()[:8]
        key = f"w_roster-{name}-{asked.lang}"
        words = {name: asked.say(f"enterprises.{name}") for name in _columns(rows)}
        words["change"] = asked.say("enterprises.points" if indicator.share else "enterprises.change")
        st.dataframe(
            {words[name]: values for name, values in _cells(asked, indicator, rows).items()},
            hide_index=True,
            height="content",
            row_height=_ROW,
            placeholder=asked.say("enterprises.none"),
            alt=exhibit.alt,
            column_config={words[name]: config for name, config in _config(asked, indicator).items() if name in words},
            selection_mode="single-row",  # a cell would be chosen by a click on a head, too, which sorts
            on_select=lambda: _open(codes, st.session_state[key]["selection"]["rows"]),
            key=key,
        )

    return body


def _open(codes: list[str], places: list[int]) -> None:
    """The box of a row was clicked: the code that stood there when the reader saw it, however the rows are sorted."""
    if places and places[0] < len(codes):
        address.put("enterprise", codes[places[0]])


def _columns(rows: list[dict]) -> list[str]:
    """The values first: on a phone they are what is seen without pushing the table aside."""
    several = len({row["round"] for row in rows}) > 1
    return ["enterprise", "trend", "before", "after", "change", "months", "sector", "size", *["round"] * several]


def _cells(asked: Asked, indicator, rows: list[dict]) -> dict[str, list]:
    look = theme.look()
    values = [value for row in rows for value in row["trend"] if value is not None]
    ends = {"low_end": 0 if indicator.kind != "own_baseline_index" else min(values), "high_end": max(values)}
    cells = {
        "enterprise": [row["enterprise"] for row in rows],
        "round": [asked.rounds[row["round"]][f"name_{asked.lang}"] for row in rows],
        "sector": [scene.sector_name(asked, row["sector"]) for row in rows],
        "size": [asked.say(f"scene.size_{row['size']}") for row in rows],
        "months": [f"{row['months_reported']}/{row['months_due']}" for row in rows],
        "trend": [
            spark_address(
                spark(list(zip(row["trend"], row["phases"], strict=True)), look, *_SPARK, **ends, stretch=False)
            )
            or None
            for row in rows
        ],
        "before": [row["before"] for row in rows],
        "after": [row["after"] for row in rows],
        "change": [row["change"] for row in rows],
    }
    return {name: cells[name] for name in _columns(rows)}


def _config(asked: Asked, indicator) -> dict:
    column, share = st.column_config, "%%" if indicator.share else ""
    value = column.NumberColumn(width=62, format=f"%.{indicator.decimals}f{share}")
    return {
        "enterprise": column.TextColumn(width=76),
        "trend": column.ImageColumn(width=_SPARK[0] + 12, help=asked.say("enterprises.trend_help")),
        "before": value,
        "after": value,
        "change": column.NumberColumn(width=62, format=f"%+.{max(1, indicator.decimals)}f"),
        "months": column.TextColumn(width=62, alignment="right", help=asked.say("enterprises.months_help")),
        "sector": column.TextColumn(width=92),
        "size": column.TextColumn(width=66),
    }
