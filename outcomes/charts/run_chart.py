"""Month by month: points joined in time order, the baseline's median carried forward, training shaded.

A point is {month, phase: baseline|training|after, value or None, label, count or None, arm: pilot|comparison, reason}.
A month without a value is a gap that is never joined; where there is room the gap says why. No limits are drawn: there
are too few points for them.
"""

from datetime import date

import plotly.graph_objects as go

from outcomes.charts.look import Look
from outcomes.charts.months import Months
from outcomes.charts.months_lines import comparison_line, pilot_lines
from outcomes.charts.months_notes import arm_names, counts, gaps, median_label, remark_marks
from outcomes.charts.paper import band, esc, figure, numbers_of, rule, text, width_of
from outcomes.words import numbers, say

_FEW = 24  # points: up to here the counts are written over them
_HALF = 480  # px: the plot of a card of half a page, the narrowest that draws this figure and not the narrow one


def run_chart(
    points: list[dict],
    look: Look,
    lang: str,
    height: float = 424,
    median: float | None = None,
    median_text: str | None = None,
    festivals: tuple[date, ...] = (),
    from_zero: bool = True,
    unit: str = "",
    narrow: bool = False,
    broken: date | None = None,
    remarks: tuple[tuple[date, str], ...] = (),
) -> go.Figure | None:
    """The figure, or None when there is no point with a value. ``median``: of the pilot's baseline, as the exhibit has it.

    ``broken``: the first month of another definition; no line leads from the month before into it. ``remarks``: months
    with the numbers of the remarks that stand below the figure.
    """
    if not numbers_of([p["value"] for p in points]):
        return None
    months = Months.of(points)
    arms = {arm: [p for p in points if p.get("arm", "pilot") == arm] for arm in ("pilot", "comparison")}
    main = arms["pilot"] or arms["comparison"]
    low, top = _range([p["value"] for p in points] + [median], from_zero, 1.3 if festivals else 1.22)
    spans = months.spans(main)
    step = (258 if narrow else 800 * look.scale) / months.count  # what the names of the arms leave of a phone
    data, notes, shapes, homeless = [], [], _bands(spans, look), ""
    cut = months.place(broken) - 0.5 if broken else None
    if median is not None:
        shapes += _median_lines(spans, median, look, cut)
        words = median_text or say("chart.median", lang, value=numbers.rate(median))
        room = min(step, _HALF * look.scale / months.count)
        beside = median_label(months, points, median, words, look, room, (top - low) / height)
        notes, homeless = ([beside], "") if beside else ([], words)
    labels, levels = _phase_labels(spans, step, look, lang, homeless)
    notes += labels
    for i, when in enumerate(festivals):
        lines, names = _festival(when, months, spans, look, lang, height, named=i == 0 or step > 8)
        shapes += lines
        notes += names
    if cut is not None:
        line, words = _broken(cut, months, look, lang)
        shapes.append(line)
        notes.append(words)
    notes += remark_marks(remarks, months, festivals, look)
    if arms["comparison"]:
        data += comparison_line(arms["comparison"], months, look, cut)
    if arms["pilot"]:
        data += pilot_lines(arms["pilot"], months, look, cut)
    if len(main) <= _FEW and not narrow:
        notes += counts(main, arms["comparison"], months, look, low, (top - low) / height)
        notes += gaps(main, months, low, look, lang)
    ends = arm_names(arms, months, look, lang, (top - low) / height) if arms["comparison"] and arms["pilot"] else []
    places, names = months.ticks(lang, narrow)
    layout = {
        "margin": {
            "l": 4,
            "r": max([8.0] + [width_of(e["text"], look.small) + 16 for e in ends]),
            "t": 26 * look.scale * levels,
            "b": 30 * look.scale,
        },
        "xaxis": {"range": [-0.5, months.count - 0.5], "tickvals": places, "ticktext": names, "tickangle": 0},
        "yaxis": {"range": [low, top], "nticks": 6, "ticksuffix": unit},
        "annotations": notes + ends,
        "shapes": shapes,
    }
    return figure(look, height, data, layout)


def _range(values: list, from_zero: bool, room: float) -> tuple[float, float]:
    """From zero for counts and rates; around 100 for an index. ``room``: how much lies above the highest point."""
    drawn = numbers_of(values)
    if from_zero:
        return 0, (max(drawn) or 1) * room
    low, high = min([*drawn, 100]), max([*drawn, 100])
    pad = max((high - low) * 0.2, 2)
    return low - pad, high + pad * (room - 1) * 5


def _bands(spans: list, look: Look) -> list[dict]:
    return [
        band(first - 0.5, last + 0.5, 0, 1, look.training, yref="paper")
        for phase, first, last in spans
        if phase == "training"
    ]


def _phase_labels(spans: list, step: float, look: Look, lang: str, median: str) -> tuple[list[dict], int]:
    """One label over each phase; when a phase is too short for its label the next one goes a line higher.

    ``median``: its words when there was no room for them along the line; then they stand over the baseline.
    """
    drawn, level, levels, taken = [], 0, 1, -1e9
    for phase, first, _ in spans:
        words, start = say(f"chart.phase.{phase}", lang), (first - 0.4) * step
        if phase == "baseline" and median:
            words = f"{words} · {esc(median)}"
        level = level + 1 if start < taken else 0
        levels, taken = max(levels, level + 1), start + width_of(words, look.small) + 10
        colour = look.training_text if phase == "training" else look.ink3
        place = {"yref": "paper", "yanchor": "bottom", "yshift": level * look.small * 1.4}
        drawn.append(text(first - 0.4, 1, words, look.small, colour, **place))
    return drawn, levels


def _median_lines(spans: list, median: float, look: Look, cut: float | None) -> list[dict]:
    """Carried forward, but never over months of another definition."""
    lines = []
    for phase, first, last in spans:
        if cut is not None:
            if first > cut:
                continue
            last = min(last, cut - 0.5)
        solid = phase == "baseline"
        dash, width = ("solid", 2) if solid else ("4px,4px", 1.5)
        lines.append(rule(first - 0.5, last + 0.5, median, median, look.baseline, width * look.scale, dash))
    return lines


def _festival(
    when: date, months: Months, spans: list, look: Look, lang: str, height: float, named: bool
) -> tuple[list[dict], list[dict]]:
    """A dotted line on its day, named at the top: hours, absence and leavers move with the holiday."""
    place = months.place_of_day(when)
    if place is None:
        return [], []
    day = numbers.day(when, lang, year=False)
    words = f"{say('chart.festival', lang)}<br>{day}" if named else day
    anchor = "left" if place < 0.8 else "right" if place > months.count - 1.8 else "center"
    free = look.least * (2.9 if named else 1.6) / max(height - 56 * look.scale, 60)
    trained = any(phase == "training" and first - 0.5 <= place <= last + 0.5 for phase, first, last in spans)
    top = {"yref": "paper", "yanchor": "top", "align": anchor, "bgcolor": look.training if trained else look.page}
    line = rule(place, place, 0, 1 - free, look.ink3, 1, "1px,3px", yref="paper")
    return [line], [text(place, 1, words, look.least, look.ink3, anchor, **top)]


def _broken(cut: float, months: Months, look: Look, lang: str) -> tuple[dict, dict]:
    """A line between two months, from foot to top, and at its foot what it stands for."""
    words = say("chart.definition", lang)
    anchor = "right" if cut > months.count / 2 else "left"
    place = {"yref": "paper", "yanchor": "bottom", "bgcolor": look.page, "xshift": -4 if anchor == "right" else 4}
    line = rule(cut, cut, 0, 1, look.ink2, 1.5, "solid", yref="paper")
    return line, text(cut, 0, words, look.small, look.ink2, anchor, **place)
