"""Evidence: everything we know about one measure, for a reader who doubts the overview; one doubt at a time."""

import streamlit as st

from outcomes import exhibits
from outcomes.exhibits.doubts import DOUBTS
from outcomes.exhibits.registry import EXHIBITS
from outcomes.ui import controls, frame, published

FIRST = "hazards_closed_on_time"

asked = frame.open_page()
indicator = controls.indicator_now(asked, FIRST)
asked.announce([indicator])
frame.head(
    asked,
    frame.eyebrow(asked, "evidence.topic"),
    exhibits.sentences(asked, [indicator]),
    frame.design_badges(asked),
)
frame.filter_bar(asked)
doubt = controls.measure_and_doubt(asked, indicator)
names, bodies = DOUBTS[doubt], {"benchmarks": published.body(asked)}
for place, column in enumerate(st.columns(min(2, len(names)), gap="small")):
    with column:
        for name in names[place::2]:
            entry = EXHIBITS[name]
            frame.show(entry.shown, asked, *entry.given(indicator), height="content", body=bodies.get(name))
