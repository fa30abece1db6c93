"""Many measures at once: after divided by before with its interval, in groups by the direction we hope for.

A row is {id, name, group: lower|higher|neutral, before_text, after_text, ratio, lo, hi, n, reading, note}. A row without
an interval keeps its line and says why. The neutral group is context: never tinted, never judged.
"""

from collections.abc import Iterator

import plotly.graph_objects as go

from outcomes.charts.look import MARK, SMALLEST, SYMBOL, Look
from outcomes.charts.paper import band, clip, esc, figure, fold, numbers_of, rule, text, width_of
from outcomes.charts.ratio_axis import RatioAxis, estimate, whisker
from outcomes.words import numbers, say

GROUPS = ("lower", "higher", "neutral")
ROW = 23  # px a line at page size
_PLOT = (0.335, 0.66)  # the share of the width that the intervals take


def forest(
    rows: list[dict], look: Look, lang: str, height: float | None = None, width: float = 920
) -> go.Figure | None:
    """The wide drawing: name, before and after, interval, reading in words, ratio, n. ``width``: the card it is made for."""
    if not rows:
        return None
    axis, data, notes, shapes = _axis(rows), [], [], []
    left, right = _PLOT
    y = 0.0
    for group, members in _groups(rows):
        notes += _group_head(group, y, axis, look, lang, 0, {"xref": "paper"})
        first = y + 0.45
        for row in members:
            y += 1
            notes += _columns(row, -y, look, lang, width)
            if row.get("ratio") is None:
                notes.append(_reason(row, axis.lo, -y, look, lang, (right - left) * width))
            data += _drawn(row, axis, -y, look, lang)
        shapes += _side(group, axis, -first, -(y + 0.55), look)
        y += 1.25
    end = -(y - 0.65)
    shapes.append(rule(0, 0, end, 0.45, look.ink))
    notes.append(text(left - 0.012, 0, say("chart.before_after", lang), look.least, look.ink3, "right", xref="paper"))
    notes.append(text(0.955, 0, say("chart.ratio_column", lang), look.least, look.ink3, "right", xref="paper"))
    notes.append(text(1, 0, "n", look.least, look.ink3, "right", xref="paper"))
    layout = {
        "margin": {"l": 2, "r": 2, "t": 6, "b": 26 * look.scale},
        "xaxis": {**axis.axis(look, lang), "domain": [left, right]},
        "yaxis": {"visible": False, "range": [end - 0.05, 0.55]},
        "annotations": notes,
        "shapes": shapes,
    }
    return figure(look, height or (y + 0.4) * ROW * look.scale + 36, data, layout)


def forest_narrow(rows: list[dict], look: Look, lang: str, width: float = 300) -> go.Figure | None:
    """For a phone: the name stands above its interval, so nothing has to share a line."""
    if not rows:
        return None
    axis, data, notes, shapes = _axis(rows), [], [], []
    y = 0.0
    for group, members in _groups(rows):
        notes += _group_head(group, y, axis, look, lang, axis.lo, {})
        first = y + 0.5
        for row in members:
            y += 1
            plain, values = _before_after(row)
            mark = f" <span style='color:{look.tone(row['reading'])}'>{_mark(row, look)}</span>"
            room = width - width_of(f"{plain} {MARK['improved']}", look.size) - 22
            notes.append(text(axis.lo, -y, esc(clip(row["name"], look.size, room)), look.size, look.ink, xshift=4))
            notes.append(text(axis.hi, -y, values + mark, look.size, look.ink2, "right", xshift=-2))
            under = -y - 0.42
            if row.get("ratio") is None:
                notes.append(_reason(row, axis.lo, under, look, lang, width))
            data += _drawn(row, axis, under, look, lang)
        shapes += _side(group, axis, -first, -(y + 0.72), look)
        shapes.append(rule(0, 0, -(y + 0.72), -first, look.ink))
        y += 1.4
    layout = {
        "margin": {"l": 9, "r": 9, "t": 4, "b": 28},
        "xaxis": axis.axis(look, lang),
        "yaxis": {"visible": False, "range": [-(y - 0.6), 0.5]},
        "annotations": notes,
        "shapes": shapes,
    }
    return figure(look, (y - 0.1) * 45 + 32, data, layout)


def _groups(rows: list[dict]) -> Iterator[tuple[str, list[dict]]]:
    for group in GROUPS:
        if members := [row for row in rows if row["group"] == group]:
            yield group, members


def _axis(rows: list[dict]) -> RatioAxis:
    return RatioAxis.fitting(numbers_of([row.get(end) for row in rows for end in ("ratio", "lo", "hi")]))


def _group_head(group: str, y: float, axis: RatioAxis, look: Look, lang: str, x: float, ref: dict) -> list[dict]:
    title = text(x, -y, f"<b>{say(f'chart.group.{group}', lang)}</b>", look.small, look.ink3, **ref)
    if group == "neutral":
        return [title]
    end, anchor = (axis.lo, "left") if group == "lower" else (axis.hi, "right")
    if not ref and group == "lower":  # on a phone the title stands at the left end already
        end, anchor = axis.hi, "right"
    return [title, text(end, -y, say(f"chart.better.{group}", lang), look.least, look.improvement, anchor)]


def _side(group: str, axis: RatioAxis, top: float, bottom: float, look: Look) -> list[dict]:
    if group == "neutral":
        return []
    x0, x1 = (axis.lo, 0) if group == "lower" else (0, axis.hi)
    return [band(x0, x1, bottom, top, look.improvement_tint)]


def _columns(row: dict, y: float, look: Look, lang: str, width: float) -> list[dict]:
    left, right = _PLOT
    tone, paper = look.tone(row["reading"]), {"xref": "paper"}
    plain, values = _before_after(row)
    name = fold(row["name"], look.size, left * width - width_of(plain, look.size) - 24)
    size = look.size if len(name) == 1 else look.least
    reading = say(f"chart.reading.{row['reading']}", lang)
    word = f"{_mark(row, look)} <b>{reading}</b>"
    drawn = [
        text(0, y, "<br>".join(esc(line) for line in name), size, look.ink, align="left", **paper),
        text(left - 0.012, y, values, look.size, look.ink2, "right", **paper),
        text(right + 0.018, y, word, look.size, tone, **paper),
        text(1, y, "–" if row["n"] is None else numbers.number(row["n"]), look.size, look.ink2, "right", **paper),
    ]
    if row.get("ratio") is not None:
        figures = esc(numbers.plain_ratio(row["ratio"]))
        if row.get("lo") is not None:
            ends = esc(f"({numbers.plain_ratio(row['lo'])}–{numbers.plain_ratio(row['hi'])})")
            figures += f" <span style='color:{look.ink3}'>{ends}</span>"
        drawn.append(text(0.955, y, figures, look.size, look.ink2, "right", **paper))
    return drawn


def _reason(row: dict, x: float, y: float, look: Look, lang: str, room: float) -> dict:
    why = row.get("note") or say(f"chart.no_interval.{row['reading']}", lang)
    lines = fold(why, look.least, room - 12)
    words = "<br>".join(esc(line, 120) for line in lines)
    return text(x, y, words, look.least, look.ink3, xshift=6, align="left", bgcolor=look.page, borderpad=1)


def _before_after(row: dict) -> tuple[str, str]:
    """As plain text for measuring, and as drawn; two equal words ("not shown") are said once."""
    before, after = row["before_text"], row["after_text"]
    if before == after and row.get("ratio") is None:
        return after, esc(after)
    return f"{before} → {after}", f"{esc(before)} → <b>{esc(after)}</b>"


def _mark(row: dict, look: Look) -> str:
    return f"<span style='font-size:{SMALLEST * look.scale:.0f}px'>{MARK[row['reading']]}</span>"


def _drawn(row: dict, axis: RatioAxis, y: float, look: Look, lang: str) -> list[dict]:
    if row.get("ratio") is None:
        return []
    tone, size = look.tone(row["reading"]), 11 * look.scale
    hover = [f"<b>{esc(row['name'])}</b>", f"{esc(row['before_text'])} → {esc(row['after_text'])}"]
    drawn = []
    if row.get("lo") is not None:
        drawn = whisker(axis, row["lo"], row["hi"], y, tone, 2.5 * look.scale, size)
        hover.append(esc(numbers.ratio_interval(row["ratio"], row["lo"], row["hi"], lang)))
    hover += [say("chart.hover_n", lang, n=row["n"])] + ([esc(row["note"], 120)] if row.get("note") else [])
    return drawn + estimate(axis, row["ratio"], y, SYMBOL[row["reading"]], size, look, tone, ["<br>".join(hover)])
