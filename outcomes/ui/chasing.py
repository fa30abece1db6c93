"""The list of what to chase, and the button that makes a workbook of it to send."""

from collections.abc import Callable

import streamlit as st

from outcomes.exhibits import Asked, Exhibit

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_HIGH = 300  # px: the workbook has the whole list


def body(exhibit: Exhibit) -> None:
    heads, *lines = exhibit.table
    st.dataframe(
        [dict(zip(heads, line, strict=True)) for line in lines],
        hide_index=True,
        height="content" if len(lines) <= 7 else _HIGH,
        alt=exhibit.alt,
        key="rows-chase",
        column_config={
            heads[0]: st.column_config.TextColumn(width=90),
            heads[1]: st.column_config.TextColumn(width=90),
            heads[2]: st.column_config.TextColumn(width=760),
            heads[3]: st.column_config.TextColumn(width=110),
            heads[4]: st.column_config.TextColumn(width=90, alignment="right"),
        },
    )


def button(asked: Asked, workbook: Callable[[Asked], bytes]) -> Callable[[], None]:
    """The workbook is made only when it is asked for."""

    def draw() -> None:
        st.download_button(
            asked.say("coverage.button"),
            lambda: workbook(asked),
            f"chase-{asked.db.snapshot.short}-{asked.lang}.xlsx",
            _XLSX,
            type="primary",
            icon=":material/download:",
            on_click="ignore",
            key="w_chase",
        )

    return draw
