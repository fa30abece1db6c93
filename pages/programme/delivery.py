"""Targets and delivery: what was aimed at, how far it has come, what follows from what, and what it cost."""

from outcomes import exhibits
from outcomes.ui import delivery, frame
from outcomes.ui.parts import Badge

asked = frame.open_page()
badges = [Badge(asked.say("delivery.badge"), icon="link"), *([] if asked.is_public else frame.design_badges(asked))]
frame.head(asked, frame.eyebrow(asked, "delivery.topic"), exhibits.delivery.finding(asked), badges)
frame.filter_bar(asked)

frame.show(exhibits.delivery.chain, asked, height="content", body=delivery.chain(asked))
frame.show(exhibits.delivery.targets, asked, height="content", body=delivery.targets(asked))
frame.show(exhibits.delivery.costs, asked, height="content", body=delivery.costs(asked))
