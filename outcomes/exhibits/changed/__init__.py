"""What changed, told alike inside and outside: outside out of what was published of each round, inside as computed."""

from outcomes.exhibits.changed.known import published
from outcomes.exhibits.changed.measure import outcome
from outcomes.exhibits.changed.measures import outcomes
from outcomes.exhibits.changed.open_yet import cannot_say

__all__ = ["cannot_say", "outcome", "outcomes", "published"]
