"""Regions: where did it change, and where are there too few enterprises to say?"""

from functools import partial

from outcomes import exhibits
from outcomes.ui import controls, districts, frame
from outcomes.ui.parts import Badge

FIRST = "hazards_closed_on_time"

asked = frame.open_page()
indicator = controls.indicator_now(asked, FIRST)
frame.head(
    asked,
    frame.eyebrow(asked, "regions.topic"),
    exhibits.regions_head(asked, indicator),
    [Badge(asked.say("regions.badge"), icon="visibility_off"), *frame.design_badges(asked)],
)
frame.filter_bar(asked)
controls.indicator_choice(asked, indicator)
frame.show(exhibits.regions, asked, indicator, height="content", body=partial(districts.body, asked))
by = districts.by_now()
districts.by_choice(asked, by)
frame.show(exhibits.funnel, asked, indicator, by=by, height="content", body=districts.funnel_body)
