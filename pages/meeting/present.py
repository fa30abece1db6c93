"""Present: slides for a hall, from the public view alone."""

from outcomes.ui import present

present.page()
