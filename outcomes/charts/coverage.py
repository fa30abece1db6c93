"""Who has reported: a square for each enterprise and month. Filled is received, a diamond came late, hollow is not sent.

A row is {enterprise, name, month, state: received|late|rejected|not_sent|not_due, more: a further line to hover}.
"""

import plotly.graph_objects as go

from outcomes.charts.look import Look
from outcomes.charts.months import Months
from outcomes.charts.paper import esc, figure, marks, text
from outcomes.words import numbers, say

STATES = ("received", "late", "rejected", "not_sent", "not_due")
_GLYPH = {"received": "■", "late": "◆", "rejected": "✖", "not_sent": "□", "not_due": "·"}


def coverage(
    rows: list[dict], look: Look, lang: str, height: float | None = None, narrow: bool = False
) -> go.Figure | None:
    """The grid with its key; None without a row."""
    if not rows:
        return None
    months = Months.of(rows)
    names = {r["enterprise"]: r.get("name") or r["enterprise"] for r in rows}
    line = {enterprise: -i for i, enterprise in enumerate(names)}
    cell = 10 if not narrow or months.count <= 12 else 6
    data = [
        _squares([r for r in rows if r["state"] == state], state, months, line, names, cell, look, lang)
        for state in STATES
        if any(r["state"] == state for r in rows)
    ]
    share = 1.0 if narrow else min(1.0, 0.052 * months.count)
    beside = share < 0.72 and len(names) >= 4
    places, labels = months.ticks(lang, narrow, year_above=True)
    used = [s for s in STATES if any(r["state"] == s for r in rows)]
    layout = {
        "margin": {"l": 4, "r": 8, "t": 38, "b": 6 if beside else (44 if narrow else 28)},
        "xaxis": {
            "side": "top",
            "range": [-0.6, months.count - 0.4],
            "domain": [0, share],
            "tickvals": places,
            "ticktext": labels,
            "tickangle": 0,
            "showline": False,
            "ticks": "",
        },
        "yaxis": {
            "tickvals": list(line.values()),
            "ticktext": [esc(n, 24) for n in names.values()],
            "range": [-(len(names) - 0.4), 0.6],
            "showgrid": False,
            "tickfont": {"size": look.least, "color": look.ink2},
        },
        "annotations": _key(used, look, lang, share, beside, narrow),
    }
    return figure(
        look, height or len(names) * 16 * look.scale + layout["margin"]["t"] + layout["margin"]["b"], data, layout
    )


def _squares(
    rows: list[dict], state: str, months: Months, line: dict, names: dict, cell: float, look: Look, lang: str
) -> dict:
    symbol, size, fill, edge = {
        "received": ("square", cell, look.ink2, look.ink2),
        "late": ("diamond", cell + 1, look.ink2, look.ink2),
        "rejected": ("x", cell, look.concern, look.concern),
        "not_sent": ("square", cell - 1, look.page, look.baseline),
        "not_due": ("circle", 4, look.baseline, look.baseline),
    }[state]
    hover = [_hover(names[r["enterprise"]], r, lang) for r in rows]
    xs, ys = [months.place(r["month"]) for r in rows], [line[r["enterprise"]] for r in rows]
    drawn = marks(xs, ys, symbol, size * look.scale, fill, edge, hover)
    drawn["marker"]["line"]["width"] = 1.5 if state == "not_sent" else 0
    return drawn


def _hover(name: str, row: dict, lang: str) -> str:
    lines = [f"<b>{esc(name)}</b>", numbers.month(row["month"], lang), say(f"chart.coverage.{row['state']}", lang)]
    return "<br>".join([*lines, *([esc(row["more"])] if row.get("more") else [])])


def _key(states: list[str], look: Look, lang: str, share: float, beside: bool, narrow: bool) -> list[dict]:
    """The one key of the product, drawn inside its plot: beside the grid, or beneath it when there is no room."""

    def entry(state: str) -> str:
        colour = {"received": look.ink2, "late": look.ink2, "rejected": look.concern}.get(state, look.baseline)
        return f"<span style='color:{colour}'>{_GLYPH[state]}</span>&nbsp; {say(f'chart.coverage.{state}', lang)}"

    entries = [entry(s) for s in states]
    if beside:
        words = "<br>".join(entries)
        return [
            text(share + 0.05, 1, words, look.size, look.ink2, xref="paper", yref="paper", yanchor="top", align="left")
        ]
    gap = " &nbsp; &nbsp; "
    words = gap.join(entries) if not narrow else gap.join(entries[:2]) + "<br>" + gap.join(entries[2:])
    place = {"xref": "paper", "yref": "paper", "yanchor": "top", "yshift": -6, "align": "left"}
    return [text(0, 0, words, look.small, look.ink2, **place)]
