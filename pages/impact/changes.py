"""Changes: what came since the last meeting, and what did it do to each headline figure?"""

import streamlit as st

from outcomes import exhibits
from outcomes.ui import between, frame

asked = between.beside(frame.open_page())
frame.head(asked, frame.eyebrow(asked, "between.topic"), exhibits.between.finding(asked), frame.design_badges(asked))
frame.filter_bar(asked)
between.choice(asked)

frame.show(exhibits.between.changes_effects, asked, height="content", body=between.effects_body(asked))
left, right = st.columns([1, 1.35], gap="small")
with left:
    frame.show(exhibits.between.changes_counts, asked, height="content", body=between.table_body(asked))
    frame.show(exhibits.between.changes_definitions, asked, height="content", body=between.table_body(asked))
with right:
    frame.show(exhibits.between.changes_cells, asked, height="content", body=between.table_body(asked))
