"""Impact: what changed, how sure can we be, and what to do next?"""

from functools import partial

import streamlit as st

from outcomes import exhibits
from outcomes.ui import frame, steps, tiles

asked = frame.open_page()
told = exhibits.headline(asked) if asked.pilots else []
first = told[0] if told else None


def judged_together() -> None:
    with st.popover(asked.say("evidence.several_open"), type="tertiary", icon=":material/rule:"):
        frame.show(exhibits.evidence.several, asked, told, height="content")


frame.head(
    asked, frame.eyebrow(asked, "overview.topic", first), exhibits.finding(asked, told), frame.design_badges(asked)
)
frame.filter_bar(asked)
if told:
    money = exhibits.delivery.savings(asked)
    tiles.row(asked, exhibits.chosen(told, money is not None), money)

left, right = st.columns([2.35, 1], gap="small")
with left:
    frame.show(exhibits.forest, asked, told, more=judged_together)
with right:
    frame.show(exhibits.next_steps, asked, told, body=partial(steps.lines, asked))
