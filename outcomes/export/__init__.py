"""Files to send: what a page shows, as a workbook."""

from outcomes.export.chase import chase_workbook

__all__ = ["chase_workbook"]
