"""Results on paper: a brief of two pages to hand over, and a report of one round with everything behind it."""

from outcomes.export.paper.brief import brief
from outcomes.export.paper.report import report

__all__ = ["brief", "report"]
