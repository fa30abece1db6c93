"""One ratio with its interval on a plain-word axis; the hoped-for side is tinted."""

import math

import plotly.graph_objects as go

from outcomes.charts.look import SYMBOL, Look
from outcomes.charts.paper import band, esc, figure, numbers_of, rule, text
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
    hover = [esc(numbers.ratio_interval(ratio, lo, hi, lang) if known else numbers.ratio(ratio))]
    data += estimate(axis, ratio, 0, SYMBOL[reading], 15 * k, look, tone, hover)
    layout = {
        "margin": {"l": 10 * k, "r": 10 * k, "t": 24 * k, "b": 28 * k},
        "xaxis": axis.axis(look, lang),
        "yaxis": {"visible": False, "range": [-1, 1.25]},
        "annotations": _figures(axis, ratio, (lo, hi) if known else None, look, width)
        + _sides(axis, better, look, lang),
        "shapes": shapes,
    }
    return figure(look, height, data, layout)


def _figures(axis: RatioAxis, ratio: float, ends: tuple[float, float] | None, look: Look, width: float) -> list[dict]:
    """The three values over the line, each at its place; in one text when they would stand in each other's way."""
    up = {"yanchor": "bottom", "yshift": 11 * look.scale}
    px = width / (axis.hi - axis.lo)
    best = f"<b>{esc(numbers.plain_ratio(ratio))}</b>"
    places = [axis.place(v) for v in (ratio, *(ends or ()))]
    near = look.size * 3.4
    if ends and any(abs(p - places[0]) * px < near for p in places[1:]):
        both = esc(f"({numbers.plain_ratio(ends[0])}–{numbers.plain_ratio(ends[1])})")
        best += f" <span style='color:{look.ink2}'>{both}</span>"
        return [_together(axis, places[0], best, look, px) | up]
    drawn = [text(places[0], 0, best, look.size, look.ink, _anchor(axis, places[0], px, near / 2), **up)]
    for value, place in zip(ends or (), places[1:], strict=True):
        words = esc(numbers.plain_ratio(value))
        drawn.append(text(place, 0, words, look.small, look.ink2, _anchor(axis, place, px, near / 2), **up))
    return drawn


def _together(axis: RatioAxis, place: float, words: str, look: Look, px: float) -> dict:
    """All three values in one text, beside the line of "same" when it would be struck through by it."""
    half = look.size * 4.2
    anchor = _anchor(axis, place, px, half)
    start, end = {"left": (0, 2), "center": (-1, 1), "right": (-2, 0)}[anchor]
    if place * px + start * half < 0 < place * px + end * half:
        after = place >= 0
        return text(0, 0, words, look.size, look.ink, "left" if after else "right", xshift=6 if after else -6)
    return text(place, 0, words, look.size, look.ink, anchor)


def _anchor(axis: RatioAxis, place: float, px: float, half: float) -> str:
    """Centred, unless half the text would leave the plot."""
    if (place - axis.lo) * px < half:
        return "left"
    return "right" if (axis.hi - place) * px < half else "center"


def _sides(axis: RatioAxis, better: str, look: Look, lang: str) -> list[dict]:
    top = {"yref": "paper", "yanchor": "bottom"}
    drawn = []
    for x, anchor, side in ((axis.lo, "left", "lower"), (axis.hi, "right", "higher")):
        key = "better" if side == better else "side" if better == "neutral" else "worse"
        colour = look.improvement if side == better else look.ink3
        drawn.append(text(x, 1, say(f"chart.{key}.{side}", lang), look.small, colour, anchor, **top))
    return drawn
