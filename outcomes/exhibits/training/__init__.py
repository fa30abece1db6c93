"""The training in figures: what was held, who came, what they knew before and after, and what they say of their role."""

from outcomes.exhibits.training.cards import knowledge, participants, reflections
from outcomes.exhibits.training.events import events
from outcomes.exhibits.training.head import head

__all__ = ["events", "head", "knowledge", "participants", "reflections"]
