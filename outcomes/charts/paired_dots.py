"""One pair a person, side by side: hollow is before, filled is after, a hollow square is the third test.

A row is {before, after, follow_up or None}, in percent, in the order to be drawn. Nobody is named: a place on the axis
is no person. Colour says only which way the one person moved; the group's finding stands in the title.
"""

import plotly.graph_objects as go

from outcomes.charts.look import Look
from outcomes.charts.paper import esc, figure, marks, stroke, text, width_of
from outcomes.words import numbers, say

_SIGN = {"before": "○", "after": "●", "follow_up": "□"}
APART = 9  # points from one name to the next
MOVED = 5  # points; less is hardly a movement, as in the dumbbells of enterprises


def paired_dots(rows: list[dict], look: Look, lang: str, height: float = 206, narrow: bool = False) -> go.Figure | None:
    """The figure, or None without a row. As many persons as there are: the dots grow smaller."""
    if not rows:
        return None
    width = 330 if narrow else 600 * look.scale
    room = (
        6 if narrow else max(width_of(say(f"chart.{key}", lang), look.small) for key in _keys(rows)) + 14 + look.small
    )
    step = (width - room) / len(rows)
    dot = max(5.0, min(look.size * 0.8, step * 0.8))
    data = [line for way in ("unclear", "improved", "worse") for line in _moved(rows, way, look, lang, dot)]
    later = [(place, row) for place, row in enumerate(rows) if row["follow_up"] is not None]
    if later:
        hover = [f"{say('chart.follow_up', lang)}<br>{numbers.percent(row['follow_up'], 0)}" for _, row in later]
        xs, ys = [place for place, _ in later], [row["follow_up"] for _, row in later]
        data.append(marks(xs, ys, "square", dot * 0.8, look.page, look.ink3, hover))
    low = min(min(row[key] for row in rows for key in ("before", "after")), *(row["follow_up"] for _, row in later), 40)
    layout = {
        "margin": {"l": 4, "r": 4, "t": look.size * (1.8 if narrow else 0.8), "b": 8},
        "xaxis": {"visible": False, "range": [-0.6 - (0 if narrow else room / step), len(rows) - 0.4]},
        "yaxis": {
            "range": [max(-4, low - 8), 104],
            "tickvals": [0, 25, 50, 75, 100],
            "ticktext": ["0%", "25%", "50%", "75%", "100%"],
            "showgrid": True,
            "gridcolor": look.grid,
        },
        "annotations": _names(rows, look, lang, narrow),
    }
    return figure(look, height * look.scale, data, layout)


def _keys(rows: list[dict]) -> list[str]:
    return ["before", "after", *["follow_up"] * any(row["follow_up"] is not None for row in rows)]


def _way(row: dict) -> str:
    moved = row["after"] - row["before"]
    return "unclear" if abs(moved) < MOVED else "improved" if moved > 0 else "worse"


def _moved(rows: list[dict], way: str, look: Look, lang: str, dot: float) -> list[dict]:
    """Line, hollow and filled mark of those who moved this way; one line with gaps costs less than fifty."""
    own = [(place, row) for place, row in enumerate(rows) if _way(row) == way]
    if not own:
        return []
    tone = look.tone(way)
    xs = [x for place, _ in own for x in (place, place, None)]
    ys = [y for _, row in own for y in (row["before"], row["after"], None)]
    hover = [f"{numbers.percent(row['before'], 0)} → {numbers.percent(row['after'], 0)}" for _, row in own]
    places = [place for place, _ in own]
    symbol = "diamond" if way == "worse" else "circle"
    return [
        stroke(xs, ys, tone, max(1.5, dot * 0.28), opacity=0.55),
        marks(places, [row["before"] for _, row in own], "circle", dot, look.page, look.baseline, hover),
        marks(places, [row["after"] for _, row in own], symbol, dot, tone, tone, hover),
    ]


def _names(rows: list[dict], look: Look, lang: str, narrow: bool) -> list[dict]:
    """What the marks mean, beside the first person; on a phone in a line above."""
    if narrow:
        words = " &nbsp; ".join(f"{_SIGN[key]} {esc(say(f'chart.{key}', lang))}" for key in _keys(rows))
        return [text(0, 1, words, look.small, look.ink3, xref="paper", yref="paper", yanchor="bottom", yshift=2)]
    first = next((row for row in rows if row["follow_up"] is not None), rows[0])
    if first is not rows[0]:
        words = f"□ {esc(say('chart.follow_up', lang))}"
        above = [text(1, 1, words, look.small, look.ink3, "right", xref="paper", yref="paper", yanchor="top")]
    else:
        above = []
    beside = [key for key in _keys(rows) if not (key == "follow_up" and above)]
    told = sorted(((rows[0][key], key) for key in beside), reverse=True)
    drawn = []
    for value, (_, key) in zip(_apart([value for value, _ in told]), told, strict=True):
        colour = look.ink if key == "after" else look.ink3
        words = f"{esc(say(f'chart.{key}', lang))} {_SIGN[key]}"
        drawn.append(text(0, value, words, look.small, colour, "right", xshift=-9))
    return [*drawn, *above]


def _apart(values: list[float]) -> list[float]:
    """Where names of marks stand, from the top down: beside their own mark, and where two lie close, as far above as
    below, so that neither name stands beside the other's mark."""
    found = list(values)
    for at in range(1, len(found)):
        if (lack := APART - (found[at - 1] - found[at])) > 0:
            found[at - 1] += lack / 2
            found[at] -= lack / 2
    for at in range(1, len(found)):  # a third name gives way downwards
        found[at] = min(found[at], found[at - 1] - APART)
    return found
