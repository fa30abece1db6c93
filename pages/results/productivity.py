"""Productivity: do the same hours give more, and is it as good?"""

import streamlit as st

from outcomes import exhibits
from outcomes.ui import frame

OUTPUT, QUALITY = "labour_productivity", "defect_rate"

asked = frame.open_page()
asked.ahead("trend", [OUTPUT, QUALITY])
frame.head(
    asked,
    frame.eyebrow(asked, "productivity.topic"),
    exhibits.sentences(asked, [OUTPUT]),
    frame.design_badges(asked),
)
frame.filter_bar(asked)

left, right = st.columns([1.25, 1], gap="small")
with left:
    frame.show(exhibits.run_chart, asked, OUTPUT, 270)
    frame.show(exhibits.run_chart, asked, QUALITY, 270)
with right:
    frame.show(exhibits.pairs, asked, OUTPUT)
