"""A funnel: each unit's rate against how much it rests on, between the limits chance sets at that size. Never a rank.

A point is {name, x, y, outside, label}; a curve {x, centre, lo95, hi95, lo998, hi998}, all in the unit of the points.
Outside is a filled mark with its name, in ink: a single unit is not judged by a colour.
"""

import math

import plotly.graph_objects as go

from outcomes.charts.look import Look
from outcomes.charts.paper import esc, figure, marks, numbers_of, stroke, text, width_of
from outcomes.words import numbers, say

_MOST_NAMED = 6  # more names would lie over one another; each is told by its mark


def funnel(
    points: list[dict],
    curve: dict,
    look: Look,
    lang: str,
    centre_text: str,
    exposure: str,
    share: bool = False,
    height: float = 340,
    narrow: bool = False,
) -> go.Figure | None:
    """The figure, or None without a point. ``exposure`` names the axis below, ``centre_text`` the middle line."""
    if not points:
        return None
    right = max(point["x"] for point in points) * 1.1
    top = max(point["y"] for point in points)
    top = max([top, *(limit for limit in numbers_of(curve["hi95"]) if limit <= 2 * max(top, curve["centre"]))]) * 1.1
    top = min(top, 104) if share else top
    data = [
        stroke(curve["x"], _cut(curve[key], top), look.baseline, width, dash)
        for key, width, dash in (
            ("lo998", 1, "1px,3px"),
            ("hi998", 1, "1px,3px"),
            ("lo95", 1.3, "5px,4px"),
            ("hi95", 1.3, "5px,4px"),
        )
    ]
    data.append(stroke([curve["x"][0], right], [curve["centre"]] * 2, look.baseline, 2))
    for beyond, fill, symbol, size in ((False, look.page, "circle", 9), (True, look.pilot, "diamond", 11)):
        mine = [point for point in points if point["outside"] == beyond]
        if mine:
            xs, ys, hover = ([point[key] for point in mine] for key in ("x", "y", "label"))
            data.append(marks(xs, ys, symbol, size * look.scale, fill, look.pilot, hover))
    outside = [point for point in points if point["outside"]]
    notes = [
        text(point["x"], point["y"], f"<b>{esc(point['name'], 28)}</b>", look.small, look.ink, "center", yshift=13)
        for point in (outside if len(outside) <= _MOST_NAMED else [])
    ]
    ends = [(curve["centre"], esc(centre_text))]
    for key, word in (("hi95", "95"), ("hi998", "998")):
        last = next((value for value in reversed(curve[key]) if value is not None), None)
        if last is not None and last <= top:
            ends.append((last, say(f"chart.funnel.{word}", lang)))
    above, below = 14, 46 * look.scale
    notes += _at_end(right, ends, top / (height - above - below), look)
    ticks = _ticks(right, 3 if narrow else 7)
    layout = {
        "margin": {"l": 4, "r": 12 + max(width_of(words, look.least) for _, words in ends), "t": above, "b": below},
        "xaxis": {
            "range": [0, right],
            "tickvals": ticks,
            "ticktext": [numbers.number(tick, 0, lang) for tick in ticks],
            "title": {"text": esc(exposure), "font": {"size": look.small, "color": look.ink3}, "standoff": 6},
        },
        "yaxis": {"range": [0, top], "nticks": 5, "ticksuffix": "%" if share else "", "rangemode": "tozero"},
        "annotations": notes,
    }
    return figure(look, height, data, layout)


def _ticks(right: float, most: int) -> list[float]:
    """Round places from 0 on, ``most`` of them at the most after 0: whole numbers, which both languages write alike."""
    size = 10 ** math.floor(math.log10(right))
    step = next(step for part in (0.2, 0.5, 1, 2, 5) if right / (step := max(1, part * size)) <= most)
    return [place * step for place in range(int(right / step) + 1)]


def _cut(limits: list, top: float) -> list:
    """Where the limits are wider than the picture they leave it: nothing is drawn over the axis."""
    return [limit if limit is not None and limit <= top else None for limit in limits]


def _at_end(x: float, ends: list[tuple[float, str]], per_px: float, look: Look) -> list[dict]:
    """The words of the lines beside their ends, from below upwards; each keeps clear of the one beneath it."""
    told, least = [], -math.inf
    for y, words in sorted(ends):
        at = max(y / per_px, least)
        least = at + 1.3 * look.least
        told.append(text(x, y, words, look.least, look.ink3, xshift=4, yshift=at - y / per_px))
    return told
