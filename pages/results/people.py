"""People: do workers speak up, does anything come of it, and at what price in hours and absence?"""

import streamlit as st

from outcomes import exhibits
from outcomes.ui import frame, leading

VOICE, OVERTIME = "suggestion_rate", "overtime_share"
SIGNS = ["absenteeism", "labour_turnover", "suggestions_carried_out"]
IN_TABLE = "suggestions_front_line"

asked = frame.open_page()
asked.announce([VOICE, OVERTIME, *SIGNS, IN_TABLE])
finding = exhibits.worst_first(asked, [VOICE, OVERTIME, *SIGNS])
frame.head(asked, frame.eyebrow(asked, "people.topic"), finding, frame.design_badges(asked))
frame.filter_bar(asked)

left, right = st.columns(2, gap="small")
with left:
    frame.show(exhibits.run_chart, asked, VOICE, 212)
with right:
    frame.show(exhibits.run_chart, asked, OVERTIME, 212)
left, right = st.columns(2, gap="small")
with left:
    frame.show(exhibits.suggestions, asked)
with right:
    leading.card(asked, SIGNS, "people.leading")
