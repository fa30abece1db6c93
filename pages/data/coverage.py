"""Coverage: who has reported, how good the months are that came, and what to chase."""

import streamlit as st

from outcomes import exhibits
from outcomes.export import chase_workbook
from outcomes.ui import chasing, frame, grades

asked = frame.open_page()
frame.head(
    asked, frame.eyebrow(asked, "coverage.topic"), exhibits.coverage_head(asked), frame.design_badges(asked)[1:]
)
frame.filter_bar(asked)
left, right = st.columns([1, 1], gap="small")
with left:
    frame.show(exhibits.coverage_grid, asked, height="content")
with right:
    frame.show(exhibits.quality, asked, height="content", body=grades.body(asked))
frame.show(exhibits.chase, asked, height="content", body=chasing.body, more=chasing.button(asked, chase_workbook))
