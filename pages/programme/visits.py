"""Visits: planned and done, by full teams or not, who is due; enforcement apart."""

import streamlit as st

from outcomes import exhibits
from outcomes.ui import coaching, drawing, frame, plain_table
from outcomes.ui.parts import Badge

asked = frame.open_page()
badges = [Badge(asked.say("visits.badge"), icon="gavel")]
frame.head(asked, frame.eyebrow(asked, "visits.topic"), exhibits.coaching.head(asked), badges)
frame.filter_bar(asked)

left, right = st.columns([1.5, 1], gap="small")
with left:
    frame.show(exhibits.coaching.visits, asked, height="content", body=drawing.alone)
    frame.show(exhibits.coaching.enforcement, asked, body=plain_table.of(118))
with right:
    frame.show(exhibits.coaching.visits_due, asked, height="content", body=coaching.due(asked))
    frame.show(exhibits.coaching.team, asked, body=coaching.team(asked))
