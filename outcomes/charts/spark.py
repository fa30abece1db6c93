"""A line of months so small that it stands in a tile, a cell or a table: an SVG picture, no figure.

A series is (value or None, phase) a month: grey baseline, ink after it, training shaded, the baseline's median dashed;
a month without a value is a gap.
"""

import base64

from outcomes.charts.look import Look

_PAD = 3  # the picture's own units


def spark(
    series: list[tuple[float | None, str]],
    look: Look,
    wide: int = 196,
    high: int = 44,
    low_end: float | None = None,
    high_end: float | None = None,
    stretch: bool = True,
) -> str:
    """The picture as SVG, empty without a value. The ends of the upright axis are those of the values when not given;
    ``stretch`` lets it fill any width."""
    drawn = [v for v, _ in series if v is not None]
    if len(series) < 2 or not drawn:
        return ""
    low = min([*drawn] if low_end is None else [*drawn, low_end])
    high_value = max([*drawn] if high_end is None else [*drawn, high_end])
    step = (wide - 2 * _PAD) / (len(series) - 1)

    def x(i: float) -> float:
        return _PAD + i * step

    def y(value: float) -> float:
        return high - _PAD - (value - low) * (high - 2 * _PAD) / ((high_value - low) or 1)

    split = next((i for i, (_, phase) in enumerate(series) if phase != "baseline"), len(series))
    training = [i for i, (_, phase) in enumerate(series) if phase == "training"]
    parts = []
    if training:
        x0, x1 = max(x(training[0] - 0.5), 0), min(x(training[-1] + 0.5), wide)
        parts.append(f'<rect x="{x0:.1f}" y="0" width="{x1 - x0:.1f}" height="{high}" fill="{look.training}"/>')
    if baseline := sorted(v for v, phase in series if phase == "baseline" and v is not None):
        n = len(baseline)
        middle = y((baseline[(n - 1) // 2] + baseline[n // 2]) / 2)
        parts.append(
            f'<line x1="0" x2="{wide}" y1="{middle:.1f}" y2="{middle:.1f}" stroke="{look.baseline}" stroke-width="1" '
            'stroke-dasharray="3 3" vector-effect="non-scaling-stroke"/>'
        )
    values = [v for v, _ in series]
    # the ink line starts at the last baseline month, when nothing is missing between them
    joined = 0 < split < len(values) and None not in values[split - 1 : split + 1]
    for first, last, colour, width in (
        (0, split, look.baseline, 1.75),
        (split - joined, len(series), look.pilot, 2),
    ):
        for run in _runs(values, first, last):
            points = " ".join(f"{x(i):.1f},{y(values[i]):.1f}" for i in run)
            points += f" {points}" if len(run) == 1 else ""  # a lone month is a round dot
            parts.append(
                f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="{width + 2 * (len(run) == 1)}" '
                'vector-effect="non-scaling-stroke" stroke-linejoin="round" stroke-linecap="round"/>'
            )
    size = 'preserveAspectRatio="none"' if stretch else f'width="{wide}" height="{high}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" {size}>{"".join(parts)}</svg>'


def address(svg: str) -> str:
    """The picture as an address that needs no server; what shows pages takes an <svg> away and keeps an image."""
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}" if svg else ""


def _runs(values: list[float | None], first: int, last: int) -> list[list[int]]:
    """Places of values next to each other; a month without a value ends a run."""
    runs: list[list[int]] = [[]]
    for i in range(first, last):
        if values[i] is None:
            runs.append([])
        else:
            runs[-1].append(i)
    return [run for run in runs if run]
