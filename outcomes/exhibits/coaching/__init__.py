"""Visits to enterprises: planned and done, by whom, who is due; enforcement stands apart and is never coaching."""

from outcomes.exhibits.coaching.due import visits_due
from outcomes.exhibits.coaching.enforcement import enforcement
from outcomes.exhibits.coaching.grid import visits
from outcomes.exhibits.coaching.head import head
from outcomes.exhibits.coaching.team import team

__all__ = ["enforcement", "head", "team", "visits", "visits_due"]
