"""What is written beside the months of a run chart: the median's name, counts, gaps, remarks, the arms' names."""

from datetime import date

from outcomes.charts.look import Look
from outcomes.charts.months import Months
from outcomes.charts.paper import esc, text, width_of
from outcomes.words import numbers, say


def median_label(
    months: Months, points: list[dict], median: float, words: str, look: Look, step: float, per_px: float
) -> dict | None:
    """Along the median, as far right as no point and no line stands in its way: above the line first, then below it; None without room."""
    wide, high = width_of(words, look.small) / step, look.small * 1.9 * per_px
    taken = _passed(months, points)
    end = months.count - 0.55
    while end - wide > -0.4:
        for anchor, lower, upper in (("bottom", median, median + high), ("top", median - high, median)):
            if not any(end - wide - 0.4 < x < end + 0.4 and lower <= y <= upper for x, y in taken):
                return text(end, median, esc(words), look.small, look.ink3, "right", yanchor=anchor)
        end -= 1
    return None


def _passed(months: Months, points: list[dict]) -> list[tuple[float, float]]:
    """Where ink lies: the points of each arm, and the way from each to the next in steps of a tenth of a month."""
    passed = []
    for arm in ("pilot", "comparison"):
        known = {months.place(p["month"]): p["value"] for p in points if p.get("arm", "pilot") == arm}
        for x, y in known.items():
            if y is not None:
                to = known.get(x + 1)
                passed += [
                    (x + i / 10, y + ((to if to is not None else y) - y) * i / 10)
                    for i in range(10 if to is not None else 1)
                ]
    return passed


def counts(points: list[dict], others: list[dict], months: Months, look: Look, low: float, per_px: float) -> list[dict]:
    """Over each point; beneath it where a mark of the other arm stands in the way, unless the axis does."""
    beside, drawn = {p["month"]: p["value"] for p in others}, []
    for p in points:
        if p["value"] is None or p.get("count") is None:
            continue
        before = p["phase"] == "baseline"
        ground = {"bgcolor": look.page} if p["phase"] != "training" else {}
        other, line = beside.get(p["month"]), look.small * 2.2
        taken = other is not None and 0 < (other - p["value"]) / per_px < line
        under = taken and (p["value"] - low) / per_px > line
        anchor, shift = ("top", -7) if under else ("bottom", 7)
        place = {"yanchor": anchor, "yshift": shift * look.scale, "borderpad": 1, **ground}
        colour = look.ink2 if before else look.ink
        drawn.append(
            text(
                months.place(p["month"]), p["value"], numbers.number(p["count"]), look.small, colour, "center", **place
            )
        )
    return drawn


def gaps(points: list[dict], months: Months, low: float, look: Look, lang: str) -> list[dict]:
    drawn = []
    for p in points:
        if p["value"] is None:
            why = esc(p.get("reason") or say("chart.gap", lang), 20)
            place = {"yanchor": "bottom", "yshift": 3}
            drawn.append(text(months.place(p["month"]), low, why, look.least, look.ink3, "center", **place))
    return drawn


def remark_marks(remarks: tuple, months: Months, festivals: tuple[date, ...], look: Look) -> list[dict]:
    """A small number in a frame at the top of its month; below the festival's name, which reaches into the months beside it."""
    taken = {months.place(when.replace(day=1)) + step for when in festivals for step in (-1, 0, 1)}
    drawn = []
    for month, number in remarks:
        place = months.place(month)
        if 0 <= place < months.count:
            down = look.least * 3.4 if place in taken else 2
            frame = {"bgcolor": look.page, "bordercolor": look.ink3, "borderwidth": 1, "borderpad": 2}
            where = {"yref": "paper", "yanchor": "top", "yshift": -down}
            drawn.append(text(place, 1, number, look.least, look.ink2, "center", **where, **frame))
    return drawn


def arm_names(arms: dict, months: Months, look: Look, lang: str, per_px: float) -> list[dict]:
    """The name of each arm where its line ends, moved apart when the ends lie close together."""
    last = {}
    for arm, points in arms.items():
        valued = [p for p in points if p["value"] is not None]
        if valued:
            last[arm] = max(valued, key=lambda p: months.place(p["month"]))
    shift = dict.fromkeys(last, 0.0)
    if len(last) == 2:
        apart = (last["pilot"]["value"] - last["comparison"]["value"]) / per_px
        need = max(0.0, look.small * 1.3 - abs(apart)) / 2
        shift = {"pilot": need, "comparison": -need} if apart >= 0 else {"pilot": -need, "comparison": need}
    return [
        text(
            months.place(point["month"]),
            point["value"],
            say(f"chart.arm.{arm}", lang),
            look.small,
            look.pilot if arm == "pilot" else look.comparison,
            xshift=10 * look.scale,
            yshift=shift[arm],
        )
        for arm, point in last.items()
    ]
