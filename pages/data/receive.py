"""Receive data: what arrived, what is wrong with it, what gets published."""

import streamlit as st

from outcomes import words
from outcomes.ui import address, controls, desk, parts, reader

lang = address.lang()
head = st.container()
with st.container(horizontal=True, vertical_alignment="bottom"):
    desk.template_button(lang)
plan = desk.upload(lang)
with head:
    badges = [parts.Badge(words.say("receive.nothing_published", lang), "concern", "pending")] if plan is not None else []
    if reader.shows_demonstration():
        badges.insert(0, parts.demonstration(lang))
    parts.head(words.say("receive.eyebrow", lang), desk.summary(plan, lang), badges, tools=controls.language_switch)
if plan is None:
    desk.steps(lang)
else:
    desk.findings(plan, lang)
    desk.publish_form(plan, lang)
