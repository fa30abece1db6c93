"""Evidence: everything we know about one measure, for a reader who doubts the overview."""

import streamlit as st

from outcomes import exhibits
from outcomes.ui import controls, frame

FIRST = "hazards_closed_on_time"
ROWS = (
    (exhibits.pairs, exhibits.evidence.typical),
    (exhibits.evidence.improved_count, exhibits.evidence.same_months),
    (exhibits.evidence.left_out_in_turn, exhibits.evidence.comparison),
    (exhibits.run_chart, exhibits.evidence.control_chart),
    (exhibits.evidence.decomposition, exhibits.evidence.panel),
    (exhibits.evidence.detectable, exhibits.evidence.dispersion),
)

asked = frame.open_page()
indicator = controls.indicator_now(asked, FIRST)
frame.head(
    asked,
    frame.eyebrow(asked, "evidence.topic"),
    exhibits.sentences(asked, [indicator]),
    frame.design_badges(asked),
)
frame.filter_bar(asked)
controls.indicator_choice(asked, indicator)
for column, down in zip(st.columns(2, gap="small"), zip(*ROWS, strict=True), strict=True):
    with column:
        for exhibit in down:
            frame.show(exhibit, asked, indicator, height="content")
