"""One ratio with its interval on a plain-word axis; the hoped-for side is tinted."""

import math

import plotly.graph_objects as go

from outcomes.charts.look import SYMBOL, Look
from outcomes.charts.paper import band, figure, numbers_of, rule, text
from outcomes.charts.ratio_axis import RatioAxis, estimate, whisker
from outcomes.words import numbers, say


def interval(
    ratio: float | None,
    lo: float | None,
    hi: float | None,
    look: Look,
    lang: str,
    better: str = "lower",
    reading: str = "unclear",
    height: float = 124,
    width: float = 430,
) -> go.Figure | None:
    """The strip, or None when there is no ratio. ``better``: lower, higher or neutral; ``lo`` may be 0, ``hi`` infinite."""
    if ratio is None or math.isnan(ratio):
        return None
    reading = "neutral" if better == "neutral" else reading
    known = lo is not None and hi is not None
    axis = RatioAxis.fitting(numbers_of([ratio, lo, hi]) + ([math.inf] if known and math.isinf(hi) else []))
    tone, k = look.tone(reading), look.scale
    shapes = [rule(0, 0, 0, 1, look.ink, 1, yref="paper")]
    if better != "neutral":
        x0, x1 = (axis.lo, 0) if better == "lower" else (0, axis.hi)
        shapes.insert(0, band(x0, x1, 0, 1, look.improvement_tint, yref="paper"))
    data = whisker(axis, lo, hi, 0, tone, 4 * k, 12 * k) if known else []
    hover = [numbers.ratio_interval(ratio, lo, hi, lang) if known else numbers.ratio(ratio)]
    data += estimate(axis, ratio, 0, SYMBOL[reading], 15 * k, look, tone, hover)
    layout = {
        "margin": {"l": 4, "r": 4, "t": 24 * k, "b": 28 * k},
        "xaxis": axis.axis(look, lang),
        "yaxis": {"visible": False, "range": [-1, 1.25]},
        "annotations": _figures(axis, ratio, (lo, hi) if known else None, look, width)
        + _sides(axis, better, look, lang),
        "shapes": shapes,
    }
    return figure(look, height, data, layout)


def _figures(axis: RatioAxis, ratio: float, ends: tuple[float, float] | None, look: Look, width: float) -> list[dict]:
    """The three values over the line; the outer two step outwards when the interval is short."""
    up = {"yanchor": "bottom", "yshift": 11 * look.scale}
    middle = "left" if axis.place(ratio) - axis.lo < 0.1 else "center"
    drawn = [text(axis.place(ratio), 0, f"<b>{numbers.plain_ratio(ratio)}</b>", look.size, look.ink, middle, **up)]
    px = width / (axis.hi - axis.lo)
    near = look.size * 3.4
    for value, side in zip(ends or (), ("right", "left"), strict=False):
        place = axis.place(value)
        apart = abs(place - axis.place(ratio)) * px
        if apart < near:  # beside the line's end, on its own level
            beside = {"xshift": (-8 if side == "right" else 8) * look.scale}
            drawn.append(text(place, 0, numbers.plain_ratio(value), look.small, look.ink2, side, **beside))
        else:
            room = min(place - axis.lo, axis.hi - place) * px
            anchor = "center" if room > near / 2 else {"right": "left", "left": "right"}[side]
            drawn.append(text(place, 0, numbers.plain_ratio(value), look.small, look.ink2, anchor, **up))
    return drawn


def _sides(axis: RatioAxis, better: str, look: Look, lang: str) -> list[dict]:
    top = {"yref": "paper", "yanchor": "bottom"}
    drawn = []
    for x, anchor, side in ((axis.lo, "left", "lower"), (axis.hi, "right", "higher")):
        key = "better" if side == better else "side" if better == "neutral" else "worse"
        colour = look.improvement if side == better else look.ink3
        drawn.append(text(x, 1, say(f"chart.{key}.{side}", lang), look.small, colour, anchor, **top))
    return drawn
