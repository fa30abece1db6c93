"""The practices of the programme: improvement actions as cards, and the checklist of what is in place."""

from outcomes.exhibits.practice.card import practice_card
from outcomes.exhibits.practice.checklist import practices
from outcomes.exhibits.practice.wall import categories, counts, finding, good_practices, not_worked, under_way

__all__ = ["categories", "counts", "finding", "good_practices", "not_worked", "practice_card", "practices", "under_way"]
