"""A small line among its like: baseline grey, pilot ink, training shaded, the baseline's median dashed, the end named.

A point is {month, phase, value or None}, as in a run chart; all small lines of one card share their months.
"""

import plotly.graph_objects as go

from outcomes.charts.look import Look
from outcomes.charts.months import Months
from outcomes.charts.paper import band, esc, figure, marks, numbers_of, rule, stroke, text, width_of


def small(
    points: list[dict],
    look: Look,
    lang: str,
    end_text: str,
    median: float | None = None,
    median_text: str = "",
    height: float = 50,
) -> go.Figure | None:
    """The figure, or None without a value. ``end_text`` is the last value as a reader sees it."""
    if not numbers_of([p["value"] for p in points]):
        return None
    months = Months.of(points)
    value = {months.place(p["month"]): p["value"] for p in points}
    spans = months.spans(points)
    shapes = [band(a - 0.5, b + 0.5, 0, 1, look.training, yref="paper") for phase, a, b in spans if phase == "training"]
    notes, data = [], []
    top = (max(numbers_of([*value.values(), median])) or 1) * 1.25
    if median is not None:
        shapes.append(rule(-0.4, months.count - 0.5, median, median, look.baseline, 1, "4px,4px"))
        notes.append(text(-0.4, median, esc(median_text), look.least, look.ink3, yanchor=_side(value, median, top)))
    later = [a for phase, a, _ in spans if phase != "baseline"]
    split = min(later) if later else months.count
    # the ink line starts at the last baseline point, so that the two meet; a missing month breaks either
    for xs, colour, width in (
        (range(split), look.baseline, 2),
        (range(max(split - 1, 0), months.count), look.pilot, 2.5),
    ):
        places = list(xs)
        if places and (colour == look.baseline or later):
            data.append(stroke(places, [value.get(x) for x in places], colour, width))
    last = max(x for x, v in value.items() if v is not None)
    lone = [x for x, v in value.items() if v is not None and value.get(x - 1) is None and value.get(x + 1) is None]
    for x in {last, *lone}:
        colour = look.baseline if x < split else look.pilot
        data.append(marks([x], [value[x]], "circle", 8 if x == last else 5, colour, colour))
    notes.append(text(last, value[last], f"<b>{esc(end_text)}</b>", look.size, look.ink, xshift=8))
    layout = {
        "margin": {"l": 0, "r": width_of(end_text, look.size) + 18, "t": 6, "b": 4},
        "xaxis": {"visible": False, "range": [-0.5, months.count - 0.5]},
        "yaxis": {"visible": False, "range": [0, top]},
        "annotations": notes,
        "shapes": shapes,
    }
    return figure(look, height, data, layout)


def _side(value: dict[int, float | None], median: float, top: float) -> str:
    """Where the line does not begin: over the median when the first months lie under it, else under it if it has room."""
    first = numbers_of([value.get(x) for x in range(4)])
    return "top" if first and sum(first) / len(first) > median > top / 3 else "bottom"
