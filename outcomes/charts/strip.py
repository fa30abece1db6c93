"""Two small pictures in one line of a table: a share before and after, and a value with its interval before a target.

Places are percentages of the width, so that a picture fills whatever room it has without being stretched.
"""

from outcomes.charts.look import Look

HIGH = 26  # px
_PAD = 7  # per cent at either end, so that a mark at an end is whole


def dumbbell(before: float, after: float, look: Look, tone: str) -> str:
    """A share (0 to 100) before, hollow, and after, filled, on a line from none to all. ``tone``: a colour of the look."""
    low, high = sorted((_place(before, 0, 100), _place(after, 0, 100)))
    marks = [
        _line(_place(0, 0, 100), _place(100, 0, 100), look.rule, 1),
        _line(low, high, tone, 3.5, 0.55),
        _dot(_place(before, 0, 100), look.page, look.baseline),
        _dot(_place(after, 0, 100), tone, tone),
    ]
    return _svg(marks)


def against(
    value: float | None,
    lo: float | None,
    hi: float | None,
    target: float,
    start: float | None,
    look: Look,
    tone: str,
) -> str:
    """The value with its interval, and the target as an upright mark; hollow is where it started from.

    The axis begins at nothing and ends with whatever reaches furthest; a value below nothing moves the beginning.
    """
    told = [v for v in (value, lo, hi, target, start, 0.0) if v is not None]
    low, high = min(told), max(told)
    if high == low:
        high = low + 1

    def x(v: float) -> float:
        return _place(v, low, high)

    marks = [_line(x(low), x(high), look.rule, 1)]
    if value is not None and lo is not None and hi is not None:
        marks.append(_line(x(lo), x(hi), tone, 3.5, 0.55))
    if start is not None:
        marks.append(_dot(x(start), look.page, look.baseline, 4))
    marks.append(
        f'<line x1="{x(target):.2f}%" x2="{x(target):.2f}%" y1="2" y2="{HIGH - 2}" stroke="{look.ink}" stroke-width="2"/>'
    )
    if value is not None:
        marks.append(_dot(x(value), tone, tone))
    return _svg(marks)


def bars(values: list[float], look: Look) -> str:
    """One bar a month, all from zero; a month without a cost has none, and keeps its place."""
    most = max([*values, 0]) or 1
    wide = 100 / max(1, len(values))
    drawn = [
        f'<rect x="{i * wide + wide * 0.34:.2f}%" width="{wide * 0.32:.2f}%" y="{100 - 100 * v / most:.2f}%" '
        f'height="{100 * v / most:.2f}%" fill="{look.ink2}"/>'
        for i, v in enumerate(values)
        if v > 0
    ]
    return _svg([*drawn, f'<line x1="0" x2="100%" y1="100%" y2="100%" stroke="{look.rule}" stroke-width="2"/>'])


def _place(value: float, low: float, high: float) -> float:
    share = min(1.0, max(0.0, (value - low) / (high - low)))
    return _PAD + share * (100 - 2 * _PAD)


def _line(x0: float, x1: float, colour: str, width: float, opacity: float = 1) -> str:
    return (
        f'<line x1="{x0:.2f}%" x2="{x1:.2f}%" y1="50%" y2="50%" stroke="{colour}" stroke-width="{width}" '
        f'opacity="{opacity}"/>'
    )


def _dot(x: float, fill: str, edge: str, radius: float = 5) -> str:
    return f'<circle cx="{x:.2f}%" cy="50%" r="{radius}" fill="{fill}" stroke="{edge}" stroke-width="2"/>'


def _svg(marks: list[str]) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%">{"".join(marks)}</svg>'
