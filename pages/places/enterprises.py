"""Enterprises: each before and after beside the others, and one of them whole when its row is clicked."""

import streamlit as st

from outcomes import exhibits
from outcomes.ui import controls, frame, profile, roster
from outcomes.ui.parts import Badge

FIRST = "hazards_closed_on_time"

asked = frame.open_page()
one, indicator = roster.opened(), controls.indicator_now(asked, FIRST)
finding = exhibits.profile_head(asked, one) if one else exhibits.sentences(asked, [indicator])
badges = [Badge(asked.say("enterprises.values_only"), icon="lock")]
frame.head(asked, frame.eyebrow(asked, "enterprises.topic"), finding, badges)
frame.filter_bar(asked)

if one:
    roster.back(asked)
    frame.show(exhibits.profile, asked, one, body=profile.cells(asked))
else:
    controls.indicator_choice(asked, indicator)
    left, right = st.columns(2, gap="small")
    with left:
        frame.show(exhibits.pairs, asked, indicator, None)
    with right:
        frame.show(exhibits.enterprises, asked, indicator, body=roster.table(asked, indicator))
