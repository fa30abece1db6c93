"""Impact: what changed, how sure can we be, and what to do next?"""

from functools import partial

import streamlit as st

from outcomes import exhibits
from outcomes.filters import Filters
from outcomes.ui import frame, steps, tiles

asked = frame.open_page()
told = exhibits.headline(asked) if asked.pilots else []
first = told[0] if told else None


def judged_together() -> None:
    with st.popover(asked.say("evidence.several_open"), type="tertiary", icon=":material/rule:"):
        frame.show(exhibits.evidence.several, asked, told, height="content")


def round_by_round() -> None:
    """Outside: what was published of each round that is chosen, and what cannot be said of it."""
    for code in [asked.filters.round] if asked.filters.round in asked.rounds else asked.rounds:
        one = asked.but(filters=Filters(round=code))
        frame.show(exhibits.changed.outcomes, one, name=f"outcomes-{code}")
        frame.show(exhibits.changed.cannot_say, one, name=f"cannot-say-{code}")


finding = exhibits.finding(asked, told or exhibits.changed.published(asked))
frame.head(asked, frame.eyebrow(asked, "overview.topic", first), finding, frame.design_badges(asked))
frame.filter_bar(asked)
if told:
    money = exhibits.delivery.savings(asked)
    tiles.row(asked, exhibits.chosen(told, money is not None), money)

if asked.is_public:
    round_by_round()
else:
    left, right = st.columns([2.35, 1], gap="small")
    with left:
        frame.show(exhibits.forest, asked, told, more=judged_together)
    with right:
        frame.show(exhibits.next_steps, asked, told, body=partial(steps.lines, asked))
