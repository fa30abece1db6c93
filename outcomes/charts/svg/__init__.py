"""A Plotly figure as SVG text without a browser, for exactly what our charts use; anything else is refused in words.

Places and sizes follow Plotly's own drawing, so that a picture looks like the screen. Bold is the heavier of our two
weights. One figure takes a few milliseconds, since nothing but text is put together.
"""

from outcomes.charts.fonts import measure
from outcomes.charts.svg.draw import draw

__all__ = ["draw", "measure"]
