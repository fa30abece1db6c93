"""Good practices: what was tried, what it cost and saved and how that is known, and what did not work."""

from outcomes import exhibits
from outcomes.ui import frame, practice_card, practices
from outcomes.ui.checklist import items
from outcomes.ui.parts import Badge

asked = frame.open_page()
one, place, own = practices.opened(), practices.place_now(asked), practices.chosen()
badges = [Badge(asked.say("practice.badge"), icon="verified")]
if asked.is_public:
    badges.append(Badge(asked.say("practice.badge_public"), icon="visibility_off"))
frame.head(asked, frame.eyebrow(asked, "practice.topic"), exhibits.practice.finding(asked), badges)
frame.filter_bar(asked)

if one:
    practices.back(asked)
    frame.show(exhibits.practice.practice_card, asked, one, height="content", body=practice_card.whole(asked))
else:
    practices.controls(asked, place)
    if place == "checklist":
        frame.show(exhibits.practice.practices, asked, height="content", body=items(asked))
    if place == "good":
        frame.show(exhibits.practice.good_practices, asked, **own, height="content", body=practices.wall(asked))
    if place == "under-way":
        frame.show(exhibits.practice.under_way, asked, **own, height="content", body=practices.wall(asked))
    if place == "not-worked":
        frame.show(exhibits.practice.not_worked, asked, **own, height="content", body=practices.wall(asked))
