"""Productivity: do the same hours give more, and is it as good?"""

import streamlit as st

from outcomes import exhibits
from outcomes.ui import frame, leading

OUTPUT = "labour_productivity"
SIGNS = ["defect_rate", "first_pass_yield", "energy_intensity"]

asked = frame.open_page()
asked.announce([OUTPUT, *SIGNS])
frame.head(
    asked,
    frame.eyebrow(asked, "productivity.topic"),
    exhibits.worst_first(asked, [OUTPUT, *SIGNS]),
    frame.design_badges(asked),
)
frame.filter_bar(asked)

left, right = st.columns([1, 1], gap="small")
with left:
    frame.show(exhibits.run_chart, asked, OUTPUT, 250)
    leading.card(asked, SIGNS, "productivity.leading")
with right:
    frame.show(exhibits.pairs, asked, OUTPUT)
