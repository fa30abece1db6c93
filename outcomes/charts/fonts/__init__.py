"""The fonts of pictures, papers and slides: IBM Plex Sans and Noto Sans SC in two weights (OFL, licences beside).

The screen has its own slices of the same fonts (``outcomes/ui/static/fonts``); ``make`` makes these files from them.
"""

from outcomes.charts.fonts.embed import subset_css
from outcomes.charts.fonts.held import files, folder, measure, missing

__all__ = ["files", "folder", "measure", "missing", "subset_css"]
