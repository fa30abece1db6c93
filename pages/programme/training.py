"""Training: what was held, who came, what they knew before and after, and how they see their role."""

import streamlit as st

from outcomes import exhibits
from outcomes.ui import calendar, drawing, frame, people, reflections

asked = frame.open_page()
frame.head(asked, frame.eyebrow(asked, "training.topic"), exhibits.training.head(asked))
frame.filter_bar(asked)

left, right = st.columns([1.3, 1], gap="small")
with left:
    frame.show(exhibits.training.events, asked, body=calendar.body(asked))
with right:
    frame.show(exhibits.training.participants, asked, body=people.body(asked))
left, right = st.columns([1, 1.3], gap="small")
with left:
    frame.show(exhibits.training.knowledge, asked, body=drawing.alone)
with right:
    frame.show(exhibits.training.reflections, asked, body=reflections.body(asked))
