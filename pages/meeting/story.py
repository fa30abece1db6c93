"""Story: put one together from what the public view can show, and save it."""

from outcomes.ui import story_desk

story_desk.page()
