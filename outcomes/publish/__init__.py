"""From checked workbooks to a new snapshot: look first (examine), then say yes (commit)."""

from outcomes.publish.flow import Outcome, Plan, commit, examine

__all__ = ["Outcome", "Plan", "commit", "examine"]
