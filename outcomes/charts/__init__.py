"""Rows in, Plotly figure out: the only place that draws, and the only place with colours.

Every drawing takes plain rows that carry their texts and readings; it decides neither a direction of good nor a reading.
A drawing of nothing is not drawn: it gives None, and the exhibit says why.
"""

from outcomes.charts.before_after import before_after
from outcomes.charts.control import control
from outcomes.charts.coverage import coverage
from outcomes.charts.forest import forest, forest_narrow
from outcomes.charts.interval import interval
from outcomes.charts.look import CONFIG, DARK, LIGHT, MARK, READINGS, Look, look_of
from outcomes.charts.pairs import pairs
from outcomes.charts.run_chart import run_chart

__all__ = [
    "CONFIG",
    "DARK",
    "LIGHT",
    "MARK",
    "READINGS",
    "Look",
    "before_after",
    "control",
    "coverage",
    "forest",
    "forest_narrow",
    "interval",
    "look_of",
    "pairs",
    "run_chart",
]
