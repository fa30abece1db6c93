"""The two drawings of an exhibit alone, for a card whose table stands in its CSV."""

import streamlit as st

from outcomes.charts import CONFIG
from outcomes.exhibits import Exhibit


def alone(exhibit: Exhibit) -> None:
    """The style sheet shows the one that fits the card."""
    for name, figure in (("wide", exhibit.figure), ("narrow", exhibit.narrow)):
        if figure is not None:
            st.plotly_chart(figure, theme=None, config=CONFIG, alt=exhibit.alt, key=f"{name}-{exhibit.id}")
