"""What the screen is: the viewer's theme as chart tokens, and the one small style sheet."""

from pathlib import Path

import streamlit as st

from outcomes.charts import Look, look_of

STATIC = Path(__file__).parent / "static"


def look(size: float = 13) -> Look:
    """The tokens of the viewer's own theme. Light when nobody is looking (tests, first request)."""
    return look_of(st.context.theme.type, size)


def style() -> None:
    """The rules config.toml cannot give; once a page, by the frame."""
    st.html(STATIC / "small.css")


def logo() -> Path:
    return STATIC / ("logo-dark.svg" if look().kind == "dark" else "logo.svg")


ICON = STATIC / "icon.svg"
