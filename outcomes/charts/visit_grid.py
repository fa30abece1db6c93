"""Visits to each enterprise along the months: filled when a full team was there, with a dot when only a part of it was.

A row is {enterprise, day, state: full|part|planned|overdue|missed, purpose}; ``enterprises`` are the lines from above, those
without a visit among them. What lies after the last day the data reach stands right of a line.
"""

from datetime import date

import plotly.graph_objects as go

from outcomes.charts.look import Look
from outcomes.charts.months import Months
from outcomes.charts.paper import esc, figure, marks, rule, text
from outcomes.words import numbers, say

STATES = ("full", "part", "planned", "overdue", "missed")
_GLYPH = {"full": "●", "part": "◉", "planned": "○", "overdue": "◆", "missed": "✕"}


def visit_grid(
    rows: list[dict], enterprises: list[str], today: date, look: Look, lang: str, narrow: bool = False
) -> go.Figure | None:
    """The grid with its key; None without a visit."""
    if not rows:
        return None
    months = Months.of([{"month": row["day"]} for row in rows] + [{"month": today}])
    line = {enterprise: -place for place, enterprise in enumerate(enterprises)}
    size = 10 if not narrow or months.count <= 10 else 7
    data = [
        _marks([row for row in rows if row["state"] == state], state, months, line, size, look, lang)
        for state in STATES
        if any(row["state"] == state for row in rows)
    ]
    places, labels = months.ticks(lang, narrow, year_above=True)
    used = [state for state in STATES if any(row["state"] == state for row in rows)]
    end = months.place_of_day(today)
    edges = [rule(x - 0.5, x - 0.5, 0, 1, look.grid, yref="paper") for x in range(1, months.count)]
    layout = {
        "margin": {"l": 4, "r": 8, "t": 38, "b": 40 if narrow else 26},
        "xaxis": {
            "side": "top",
            "range": [-0.6, months.count - 0.4],
            "tickvals": places,
            "ticktext": labels,
            "tickangle": 0,
            "showline": False,
            "ticks": "",
        },
        "yaxis": {
            "tickvals": list(line.values()),
            "ticktext": [esc(enterprise, 24) for enterprise in enterprises],
            "range": [-(len(enterprises) - 0.4), 0.6],
            "showgrid": True,
            "tickfont": {"size": look.least, "color": look.ink2},
        },
        "shapes": [*edges, rule(end, end, 0, 1, look.ink3, 1, "dot", yref="paper")],
        "annotations": _key(used, look, lang, narrow),
    }
    high = (22 if len(enterprises) <= 12 else 17) * look.scale
    return figure(look, len(enterprises) * high + layout["margin"]["t"] + layout["margin"]["b"], data, layout)


def _marks(rows: list[dict], state: str, months: Months, line: dict, size: float, look: Look, lang: str) -> dict:
    symbol, fill, edge = {
        "full": ("circle", look.ink2, look.ink2),
        "part": ("circle-open-dot", look.ink2, look.ink2),
        "planned": ("circle", look.page, look.baseline),
        "overdue": ("diamond", look.concern, look.concern),
        "missed": ("x-thin", look.baseline, look.baseline),
    }[state]
    hover = [
        f"<b>{esc(row['enterprise'])}</b><br>{esc(row['purpose'])}, {numbers.day(row['day'], lang)}"
        f"<br>{say(f'visits.state_{state}', lang)}"
        for row in rows
    ]
    xs, ys = [months.place_of_day(row["day"]) for row in rows], [line[row["enterprise"]] for row in rows]
    drawn = marks(xs, ys, symbol, size * look.scale, fill, edge, hover)
    drawn["marker"]["line"]["width"] = 1.6 if state in ("part", "planned", "missed") else 0
    return drawn


def _key(states: list[str], look: Look, lang: str, narrow: bool) -> list[dict]:
    """The key inside the plot's own frame, beneath the lines; on a phone in two lines."""

    def entry(state: str) -> str:
        colour = {"overdue": look.concern, "planned": look.baseline, "missed": look.baseline}.get(state, look.ink2)
        return f"<span style='color:{colour}'>{_GLYPH[state]}</span>&nbsp;{esc(say(f'visits.state_{state}', lang))}"

    entries, gap = [entry(state) for state in states], " &nbsp; &nbsp; "
    words = gap.join(entries[:2]) + "<br>" + gap.join(entries[2:]) if narrow else gap.join(entries)
    place = {"xref": "paper", "yref": "paper", "yanchor": "top", "yshift": -4, "align": "left"}
    return [text(0, 0, words, look.small, look.ink2, **place)]
