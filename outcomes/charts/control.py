"""A control chart: months in order, the baseline's centre and limits carried forward, marked months as filled diamonds.

A mark says "not chance", never good or bad: it has a shape of its own and none of the two colours of judgement.

A point is {month, phase, value or None, low_limit, centre, high_limit, rules, label}; ``rules`` is empty for a month
that no rule marks. Only drawn from twelve points a phase; below that the run chart is all there is.
"""

import plotly.graph_objects as go

from outcomes.charts.look import Look
from outcomes.charts.months import Months
from outcomes.charts.paper import band, figure, marks, numbers_of, stroke, text
from outcomes.words import say


def control(points: list[dict], look: Look, lang: str, height: float = 300, narrow: bool = False) -> go.Figure | None:
    """The figure, or None without a value."""
    if not numbers_of([point["value"] for point in points]):
        return None
    months = Months.of(points)
    at = {months.place(point["month"]): point for point in points}
    places = list(range(months.count))

    def line(key: str) -> list[float | None]:
        return [at[place][key] if place in at else None for place in places]

    data = [stroke(places, line(key), look.baseline, 1.2, "5px,4px") for key in ("low_limit", "high_limit")]
    data.append(stroke(places, line("centre"), look.baseline, 1.8))
    data.append(stroke(places, line("value"), look.pilot, 2))
    for marked, fill, edge, symbol in (
        (False, look.page, look.pilot, "circle"),
        (True, look.pilot, look.pilot, "diamond"),
    ):
        chosen = [place for place in places if place in at and _drawn(at[place]) and bool(at[place]["rules"]) == marked]
        if chosen:
            values, hover = [at[place]["value"] for place in chosen], [at[place]["label"] for place in chosen]
            data.append(marks(chosen, values, symbol, 10 if marked else 7, fill, edge, hover))
    spans = months.spans(points)
    shapes = [
        band(first - 0.5, last + 0.5, 0, 1, look.training, yref="paper")
        for phase, first, last in spans
        if phase == "training"
    ]
    ticks, names = months.ticks(lang, narrow)
    values = numbers_of([*line("value"), *line("low_limit"), *line("high_limit")])
    low, high = min(values), max(values)
    pad = (high - low or 1) * 0.12
    right = {"xanchor": "right", "yanchor": "bottom"}
    notes = [
        {**text(months.count - 0.5, last, say(f"chart.limit.{key}", lang), look.least, look.ink3), **right}
        for key in ("high_limit", "low_limit")
        for last in [value for value in line(key) if value is not None][-1:]
    ]
    layout = {
        "margin": {"l": 4, "r": 8, "t": 12, "b": 30 * look.scale},
        "xaxis": {"range": [-0.5, months.count - 0.5], "tickvals": ticks, "ticktext": names, "tickangle": 0},
        "yaxis": {"range": [max(0, low - pad) if low >= 0 else low - pad, high + pad], "nticks": 6},
        "annotations": notes,
        "shapes": shapes,
    }
    return figure(look, height, data, layout)


def _drawn(point: dict) -> bool:
    return point["value"] is not None
