"""The deck: a story's slides as a PowerPoint file with charts, tables and texts that can be edited, and refreshed later."""

from outcomes.export.deck.refresh import Change, refresh
from outcomes.export.deck.write import Told, write

__all__ = ["Change", "Told", "refresh", "write"]
