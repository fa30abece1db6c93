"""The stage: slides as HTML with one style sheet and one script, the same on the meeting page and in the offline file."""

from outcomes.slides.stage.html import script, stage, style

__all__ = ["script", "stage", "style"]
