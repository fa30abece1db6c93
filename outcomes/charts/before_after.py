"""One measure of a group: its value before and after from zero, and below it the change with its interval.

The two stand apart, each on an axis of its own: the values are pooled over the group and have no interval, the change
is that of the typical enterprise and has one. Hollow is before, filled is after.
"""

import math

import plotly.graph_objects as go

from outcomes.charts.look import SYMBOL, Look
from outcomes.charts.paper import band, esc, figure, marks, rule, stroke, text
from outcomes.charts.ratio_axis import RatioAxis, estimate, whisker
from outcomes.words import numbers, say

_VALUES, _CHANGE = (0.66, 0.9), (0.16, 0.42)  # the shares of the height that the two take
_ROOM = 1.18  # of the largest value, so that its text stands inside


def before_after(
    before: float | None,
    after: float | None,
    texts: tuple[str, str],
    change: tuple[float | None, float | None, float | None],
    scale: str,
    change_text: str,
    look: Look,
    lang: str,
    better: str = "lower",
    reading: str = "unclear",
    height: float = 250,
    narrow: bool = False,
) -> go.Figure | None:
    """``texts``: before and after in words; ``change``: estimate, lower and upper end, in points or as a ratio by
    ``scale``; the upper end of a ratio may be infinite. None when there is neither a value nor a change to draw."""
    if before is None or after is None:
        return None
    tone, k = look.tone(reading), look.scale
    data, notes, shapes, axes = _change(change, scale, change_text, look, lang, better, reading)
    if not narrow:
        told = f"<b>{esc(change_text, 120)}</b>"
        notes.append(text(1, 0.5, told, look.size, tone, "right", xref="paper", yref="paper", yanchor="top"))
    notes.append(_head("values", 1, look, lang))
    top = max(before, after) * _ROOM or 1.0
    size = 12 * k
    first, last = {"xaxis": "x2", "yaxis": "y2"}, {"xref": "x2", "yref": "y2"}
    hover = [f"{esc(texts[0])} → {esc(texts[1])}"]
    data += [
        stroke([before, after], [0, 0], tone, 3.5 * k, opacity=0.55, **first),
        marks([before], [0], "circle", size, look.page, look.baseline, hover, **first),
        marks([after], [0], "circle", size, tone, tone, hover, **first),
    ]
    near = abs(before - after) < top * (0.3 if narrow else 0.16)
    up = {"yanchor": "bottom", "yshift": 9 * k, **last}
    if near:
        both = f"{esc(texts[0])} → <b>{esc(texts[1])}</b>"
        middle = (before + after) / 2
        side = "right" if middle > top * 0.8 else "left" if middle < top * 0.2 else "center"
        notes.append(text(middle, 0, both, look.size, look.ink, side, **up))
    else:
        for value, words, colour in ((before, esc(texts[0]), look.ink2), (after, f"<b>{esc(texts[1])}</b>", look.ink)):
            side = "left" if value < top * 0.08 else "center"
            notes.append(text(value, 0, words, look.size, colour, side, **up))
    shapes.append(rule(0, top, 0, 0, look.rule, xref="x2", yref="y2"))
    layout = {
        "margin": {"l": 10 * k, "r": 10 * k, "t": 4, "b": 6},
        **axes,
        "xaxis2": {"range": [0, top], "anchor": "y2", "nticks": 5, "rangemode": "tozero", "showgrid": False,
                   "ticksuffix": "%" if texts[1].endswith("%") else "",
                   "tickfont": {"size": look.small, "color": look.ink3}},
        "yaxis2": {"visible": False, "range": [-0.6, 1], "domain": list(_VALUES), "anchor": "x2"},
        "annotations": notes,
        "shapes": shapes,
    }  # fmt: skip
    return figure(look, height * k, data, layout)


def _head(name: str, y: float, look: Look, lang: str) -> dict:
    words = esc(say(f"chart.changed.{name}", lang), 120)
    return text(0, y, words, look.small, look.ink3, xref="paper", yref="paper", yanchor="top")


def _change(change, scale, words, look: Look, lang: str, better: str, reading: str) -> tuple[list, list, list, dict]:
    """The lower half: drawn, texts, bands and axes."""
    value, lo, hi = change
    y = {"visible": False, "range": [-1, 1], "domain": list(_CHANGE)}
    if value is None and (lo is None or hi is None):
        return [], [_head("no_change", 0.5, look, lang)], [], {"xaxis": {"visible": False}, "yaxis": y}
    known = lo is not None and hi is not None
    if scale == "ratio":
        told = [v for v in (value, *((lo, hi) if known else ())) if v is not None]
        axis, drawn_on = RatioAxis.fitting(told), "ratio"
        at = axis.axis(look, lang)
    else:
        axis = _Points(max(abs(v) for v in (value, lo, hi) if v is not None) * _ROOM or 1.0)
        at, drawn_on = axis.axis(look, lang), "points"
    tone, k = look.tone(reading), look.scale
    data = whisker(axis, lo, hi, 0, tone, 4 * k, 12 * k) if known else []
    if value is not None:
        data += estimate(axis, value, 0, SYMBOL[reading], 15 * k, look, tone, [esc(words, 120)])
    shapes = [rule(0, 0, -1, 1, look.ink)]
    if better != "neutral":
        x0, x1 = (axis.lo, 0) if better == "lower" else (0, axis.hi)
        shapes.insert(0, band(x0, x1, -1, 1, look.improvement_tint))
    notes = [_head(drawn_on if known else "no_interval", 0.5, look, lang)]
    if better != "neutral":
        end, anchor = (axis.lo, "left") if better == "lower" else (axis.hi, "right")
        label = say(f"chart.better.{better}", lang)
        notes.append(text(end, -1, label, look.least, look.improvement, anchor, yanchor="bottom"))
    return data, notes, shapes, {"xaxis": at, "yaxis": y}


class _Points:
    """An axis of differences with "no change" in its middle; it answers what a ``RatioAxis`` does."""

    def __init__(self, reach: float):
        self.lo, self.hi = -reach, reach

    def place(self, value: float) -> float:
        return min(max(value, self.lo), self.hi)

    def beyond(self, value: float) -> bool:
        return math.isinf(value)

    def axis(self, look: Look, lang: str) -> dict:
        step = _step(self.hi)
        ticks = [step * n for n in range(-math.floor(self.hi / step), math.floor(self.hi / step) + 1)]
        decimals = max(0, -math.floor(math.log10(step)))
        return {
            "range": [self.lo, self.hi],
            "tickvals": ticks,
            "ticktext": [
                numbers.signed(tick, decimals, lang) if tick else say("chart.tick.same", lang) for tick in ticks
            ],
            "tickangle": 0,
            "showline": False,
            "showgrid": False,
            "ticks": "",
            "tickfont": {"size": look.small, "color": look.ink3},
        }


def _step(reach: float) -> float:
    """A round step that gives two or three ticks on each side."""
    size = 10 ** math.floor(math.log10(reach))
    return next(size * part for part in (5, 2, 1, 0.5, 0.2) if reach / (size * part) >= 2)
