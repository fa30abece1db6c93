"""Impact: what changed, and how sure can we be?"""

import streamlit as st

from outcomes import exhibits
from outcomes.ui import frame, tiles

asked = frame.open_page()
told = exhibits.headline(asked) if asked.pilots else []
first = told[0] if told else None

frame.head(
    asked, frame.eyebrow(asked, "overview.topic", first), exhibits.finding(asked, told), frame.design_badges(asked)
)
frame.filter_bar(asked)
if told:
    tiles.row(asked, exhibits.chosen(told))
frame.show(exhibits.forest, asked, told, height="content")
if told:
    with st.popover(asked.say("evidence.several_open"), type="tertiary", icon=":material/rule:", width="content"):
        frame.show(exhibits.evidence.several, asked, told, height="content")
