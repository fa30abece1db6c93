"""For pages over drawn data: the fixture that publishes rows drawn in a test."""

from tests.outcomes.conftest import snapshot_of

__all__ = ["snapshot_of"]
