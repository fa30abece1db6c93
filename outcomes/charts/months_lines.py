"""The lines of a run chart: before and after, the other arm, with a gap where a month is missing or a definition changed."""

from outcomes.charts.look import Look
from outcomes.charts.months import Months
from outcomes.charts.paper import marks, stroke


def _apart(series: tuple[list, list, list[str]], cut: float | None) -> tuple[list, list, list[str]]:
    """The series with a gap where the definition changed."""
    xs, ys, hover = series
    place = next((i for i, x in enumerate(xs) if cut is not None and x > cut), 0)
    if place == 0:
        return series
    return [*xs[:place], cut, *xs[place:]], [*ys[:place], None, *ys[place:]], [*hover[:place], "", *hover[place:]]


def _series(points: list[dict], months: Months, phases: tuple[str, ...]) -> tuple[list[int], list, list[str]]:
    """Every month of these phases, with None where nothing can be drawn: that keeps the gap."""
    known = {months.place(p["month"]): p for p in points if p["phase"] in phases}
    if not known:
        return [], [], []
    xs = list(range(min(known), max(known) + 1))
    ys = [known[x]["value"] if x in known else None for x in xs]
    return xs, ys, [known[x].get("label", "") if x in known else "" for x in xs]


def pilot_lines(points: list[dict], months: Months, look: Look, cut: float | None) -> list[dict]:
    k, drawn = look.scale, []
    before = _series(points, months, ("baseline",))
    after = _series(points, months, ("training", "after"))
    if (
        before[0]
        and after[0]
        and after[0][0] == before[0][-1] + 1
        and None not in (before[1][-1], after[1][0])
        and not (cut is not None and before[0][-1] < cut < after[0][0])
    ):
        ends = [before[0][-1], after[0][0]], [before[1][-1], after[1][0]]
        drawn.append(stroke(*ends, look.baseline, 2 * k, "2px,3px"))
    for (xs, ys, hover), colour, width, fill in (
        (_apart(before, cut), look.baseline, 2, look.page),
        (_apart(after, cut), look.pilot, 2.5, look.pilot),
    ):
        if xs:
            drawn.append(stroke(xs, ys, colour, width * k))
            drawn.append(marks(xs, ys, "circle", _dot(months) * k, fill, colour, hover))
    return drawn


def comparison_line(points: list[dict], months: Months, look: Look, cut: float | None) -> list[dict]:
    xs, ys, hover = _apart(_series(points, months, ("baseline", "training", "after")), cut)
    line = stroke(xs, ys, look.comparison, 2 * look.scale, "6px,4px")
    return [line, marks(xs, ys, "diamond", _dot(months) * look.scale, look.page, look.comparison, hover)]


def _dot(months: Months) -> float:
    return 9 if months.count <= 18 else 7
