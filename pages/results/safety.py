"""Safety: is harm falling, and how sure can we be?"""

import streamlit as st

from outcomes import exhibits
from outcomes.ui import frame, leading
from outcomes.ui.parts import Badge

HARM = "injury_frequency"
LEADING = ["hazards_closed_on_time", "hazards_found_by_workers", "near_misses"]
GRAVITY = ["injury_incidence", "severity_rate", "days_lost_per_case"]

asked = frame.open_page()
asked.announce([HARM, *LEADING, *GRAVITY])
badges = [Badge(asked.say("safety.run_only"), icon="show_chart"), *frame.design_badges(asked)]
frame.head(asked, frame.eyebrow(asked, "safety.topic"), exhibits.safety_head(asked, HARM), badges)
frame.filter_bar(asked)

left, right = st.columns([1.75, 1], gap="small")
with left:
    frame.show(exhibits.run_chart, asked, HARM, 490)
with right:
    frame.show(exhibits.rate_ratio, asked, HARM, height="content")
    leading.card(asked, LEADING)
leading.card(asked, GRAVITY, "safety.gravity", across=True)
