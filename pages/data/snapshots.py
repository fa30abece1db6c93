"""Snapshots: what was published, by whom, and how to go back."""

import streamlit as st

from outcomes import words
from outcomes.ui import address, controls, parts, reader, shelf

lang = address.lang()
head = st.container()
shelf.verify_button(lang)
entries = shelf.history(lang)
with head:
    badges = [parts.demonstration(lang)] if reader.shows_demonstration() else []
    title = words.say({0: "snapshots.none", 1: "snapshots.title_one"}.get(len(entries), "snapshots.title"), lang, n=len(entries))
    parts.head(words.say("snapshots.eyebrow", lang), title, badges, tools=controls.language_switch)
