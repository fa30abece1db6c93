"""Two snapshots held against each other: what came, and what it did to every headline indicator."""

from outcomes.exhibits.between.cells import changes_cells
from outcomes.exhibits.between.counts import changes_counts
from outcomes.exhibits.between.definitions import changes_definitions
from outcomes.exhibits.between.effects import changes_effects
from outcomes.exhibits.between.finding import finding

__all__ = ["changes_cells", "changes_counts", "changes_definitions", "changes_effects", "finding"]
