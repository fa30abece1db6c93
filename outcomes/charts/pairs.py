"""Before and after for each enterprise: hollow is before, filled is after, best change first.

A row is {id, name, before, after, before_text, after_text, change_text, reading, note}, in any unit. A row without both
values stays, at the end, with its reason. A single enterprise shows values only: its colour says that it moved, no word.
"""

import plotly.graph_objects as go

from outcomes.charts.look import SYMBOL, Look
from outcomes.charts.paper import esc, figure, fold, marks, numbers_of, stroke, text, width_of
from outcomes.words import say

_CHANGE = 0.88  # the share of the width left of the column of changes


def pairs(
    rows: list[dict],
    look: Look,
    lang: str,
    better: str = "higher",
    change_title: str = "",
    height: float | None = None,
    narrow: bool = False,
    width: float | None = None,
) -> go.Figure | None:
    """The figure, or None when no row has both values. ``better`` only decides the order; ``reading`` the colour."""
    both = [r for r in rows if r.get("before") is not None and r.get("after") is not None]
    if not both:
        return None
    both.sort(key=lambda r: (r["after"] - r["before"]) * (-1 if better == "higher" else 1))
    rest = [r for r in rows if r.get("before") is None or r.get("after") is None]
    width = width or (330 if narrow else 640 * look.scale)
    share = 0.84 if narrow else _CHANGE
    names = [esc(r["name"], 28) for r in both + rest]
    side = 4 if narrow else min(max(width_of(n, look.size) for n in names) + 16, 0.4 * width)
    low, high = _range(both, rest, look, (width - side) * share)
    lift = 0.4 if narrow else 0.0  # on a phone the name stands above its line
    data, notes = [], []
    for i, row in enumerate(both):
        y = -i - lift
        data += _pair(row, y, look)
        notes += _values(row, y, look)
        notes.append(
            text(1, y, f"<b>{esc(row['change_text'])}</b>", look.size, look.tone(row["reading"]), "right", xref="paper")
        )
    for i, row in enumerate(rest, start=len(both)):
        notes += _incomplete(row, -i - lift, low, high, look, lang, (width - side) * share)
        data += _lonely(row, -i - lift, look)
    notes += _heads(both[0], -lift, look, lang, change_title, narrow)
    count = len(names)
    if narrow:
        notes += [text(0, -i + 0.08, n, look.size, look.ink, xref="paper") for i, n in enumerate(names)]
    ticks = {"tickvals": [] if narrow else [-i for i in range(count)], "ticktext": [] if narrow else names}
    layout = {
        "margin": {"l": 4, "r": 4, "t": look.size * (1.4 if narrow else 2.0), "b": look.size * 2.4},
        "xaxis": {
            "range": [low, high],
            "domain": [0, share],
            "nticks": 4 if narrow else 5,
            "ticksuffix": "%" if both[0]["after_text"].endswith("%") else "",
            "showgrid": True,
            "gridcolor": look.grid,
            "showline": False,
            "ticks": "",
            "tickangle": 0,
        },
        "yaxis": {
            "range": [-(count - 0.45) - lift * 0.5, 0.6],
            "showgrid": False,
            "tickfont": {"size": look.size, "color": look.ink},
            "ticklabelstandoff": 8,
            **ticks,
        },
        "annotations": notes,
    }
    return figure(look, height or (count * (50 if narrow else 34) + 66) * look.scale, data, layout)


def _range(both: list[dict], rest: list[dict], look: Look, room: float) -> tuple[float, float]:
    """The values with enough room at either end for the figures written beside them."""
    values = numbers_of([r.get(k) for r in both + rest for k in ("before", "after")])
    low, high = min(values), max(values)
    span = (high - low) or abs(high) or 1
    text_px = max(width_of(r[k], look.size) for r in both for k in ("before_text", "after_text"))
    pad = (text_px + look.size * 1.6) / max(room - 2 * (text_px + look.size * 1.6), room * 0.3) * span
    return low - pad, high + pad


def _pair(row: dict, y: float, look: Look) -> list[dict]:
    tone, dot = look.tone(row["reading"]), look.size * 0.92
    hover = [f"<b>{esc(row['name'])}</b><br>{esc(row['before_text'])} → {esc(row['after_text'])}"]
    symbol = "diamond" if SYMBOL[row["reading"]] == "diamond" else "circle"
    return [
        stroke([row["before"], row["after"]], [y, y], tone, 3.5 * look.scale, opacity=0.55),
        marks([row["before"]], [y], "circle", dot, look.page, look.baseline, hover),
        marks([row["after"]], [y], symbol, dot, tone, tone, hover),
    ]


def _values(row: dict, y: float, look: Look) -> list[dict]:
    gap = look.size * 0.46 + 5
    rises = row["after"] >= row["before"]
    before = text(row["before"], y, esc(row["before_text"]), look.size, look.ink3, "right" if rises else "left")
    after = text(row["after"], y, f"<b>{esc(row['after_text'])}</b>", look.size, look.ink, "left" if rises else "right")
    return [before | {"xshift": -gap if rises else gap}, after | {"xshift": gap if rises else -gap}]


def _lonely(row: dict, y: float, look: Look) -> list[dict]:
    """The one value that is there, at its place."""
    if row.get("before") is not None:
        return [
            marks([row["before"]], [y], "circle", look.size * 0.92, look.page, look.baseline, [esc(row["before_text"])])
        ]
    if row.get("after") is not None:
        return [
            marks([row["after"]], [y], "circle", look.size * 0.92, look.unclear, look.unclear, [esc(row["after_text"])])
        ]
    return []


def _incomplete(row: dict, y: float, low: float, high: float, look: Look, lang: str, room: float) -> list[dict]:
    known = row.get("before") if row.get("before") is not None else row.get("after")
    why = row.get("note") or say("chart.gap", lang)
    if known is None:
        lines = fold(why, look.small, room - 12)
        return [
            text(low, y, "<br>".join(esc(line, 120) for line in lines), look.small, look.ink3, xshift=8, align="left")
        ]
    shown = esc(row["before_text"] if row.get("before") is not None else row["after_text"])
    drawn = [text(known, y, shown, look.size, look.ink3, "right", xshift=-(look.size * 0.46 + 5))]
    lines = fold(why, look.small, room * (high - known) / (high - low) - 16)
    return [
        *drawn,
        text(known, y, "<br>".join(esc(line, 120) for line in lines), look.small, look.ink3, xshift=14, align="left"),
    ]


def _heads(first: dict, y: float, look: Look, lang: str, change_title: str, narrow: bool) -> list[dict]:
    """What hollow and filled mean, written over the first row only."""
    up = {"yanchor": "bottom", "yshift": look.size * 0.46 + 3}
    drawn = []
    if change_title:
        top = {"yanchor": "bottom", "yshift": 2, "yref": "paper"} if narrow else up
        drawn.append(
            text(1, 1 if narrow else y, esc(change_title), look.small, look.ink3, "right", xref="paper", **top)
        )
    if narrow:
        key = f"○ {say('chart.before', lang)} &nbsp; ● {say('chart.after', lang)}"
        drawn.append(text(0, 1, key, look.small, look.ink3, xref="paper", yref="paper", yanchor="bottom", yshift=2))
        return drawn
    words = (("before", look.ink3), ("after", look.ink))
    rises = first["after"] >= first["before"]
    for (key, colour), anchor in zip(words, ("right", "left") if rises else ("left", "right"), strict=True):
        shift = look.size * (0.6 if anchor == "right" else -0.6)
        drawn.append(text(first[key], y, say(f"chart.{key}", lang), look.small, colour, anchor, xshift=shift, **up))
    return drawn
