"""Lines, marks, texts and bars."""

import math
from collections.abc import Iterator

from outcomes.charts.svg.frame import Frame
from outcomes.charts.svg.symbols import path
from outcomes.charts.svg.writing import n, written

_DASH = {"dash": (3, 3), "dot": (1, 1)}


def dashes(dash: str | None, width: float) -> str:
    """Plotly's names for dashes depend on the width of the line; a list of lengths is as it stands."""
    if dash in (None, "", "solid"):
        return ""
    step = max(width, 3)
    lengths = [n(k * step) for k in _DASH[dash]] if dash in _DASH else [p.removesuffix("px") for p in dash.split(",")]
    return f' stroke-dasharray="{" ".join(lengths)}"'


def scatter(trace: dict, frame: Frame, clip: str) -> str:
    drawn = []
    for part in trace["mode"].split("+"):
        drawn.append({"lines": _lines, "markers": _marks, "text": _texts}[part](trace, frame))
    inside = "".join(drawn)
    opacity = f' opacity="{n(trace["opacity"])}"' if trace.get("opacity", 1) != 1 else ""
    held = "" if trace.get("cliponaxis") is False else f' clip-path="url(#{clip})"'
    return f"<g{opacity}{held}>{inside}</g>" if inside else ""


def bars(trace: dict, frame: Frame, clip: str) -> str:
    """Upright bars from ``base``, each as wide as the trace says."""
    marker, half = trace["marker"], trace.get("width", 0.8) / 2
    base = trace.get("base") or [0] * len(trace["x"])
    drawn = []
    for i, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        left, right = frame.x.at(x - half), frame.x.at(x + half)
        top, bottom = sorted((frame.y.at(base[i]), frame.y.at(base[i] + y)))
        line = marker.get("line", {})
        drawn.append(
            f'<rect x="{n(left)}" y="{n(top)}" width="{n(right - left)}" height="{n(bottom - top)}" '
            f'fill="{_each(marker["color"], i)}" stroke="{_each(line.get("color", "none"), i)}" '
            f'stroke-width="{n(_each(line.get("width", 0), i))}"/>'
        )
    return f'<g clip-path="url(#{clip})">{"".join(drawn)}</g>'


def _lines(trace: dict, frame: Frame) -> str:
    line = trace.get("line", {})
    pieces, open_ = [], False
    for x, y in zip(trace["x"], trace["y"], strict=True):
        if not (_known(x) and _known(y)):
            open_ = False
            continue
        pieces.append(f"{'L' if open_ else 'M'}{n(frame.x.at(x))} {n(frame.y.at(y))}")
        open_ = True
    width = line.get("width", 2)
    dash = dashes(line.get("dash"), width)
    return f'<path d="{"".join(pieces)}" fill="none" stroke="{line["color"]}" stroke-width="{n(width)}"{dash}/>'


def _marks(trace: dict, frame: Frame) -> str:
    marker = trace["marker"]
    line = marker.get("line", {})
    drawn = []
    for i, x, y in _points(trace, frame):
        outline, filled = path(_each(marker.get("symbol", "circle"), i), _each(marker.get("size", 6), i) / 2)
        colour, edge, width = (
            _each(marker["color"], i), _each(line.get("color", "none"), i), _each(line.get("width", 0), i)
        )  # fmt: skip
        if not filled and marker["symbol"] != "x-thin":
            edge, width = colour, width or 1
        paint = f'fill="{colour if filled else "none"}"'
        stroke = f' stroke="{edge}" stroke-width="{n(width)}"' if width else ""
        drawn.append(f'<path transform="translate({n(x)} {n(y)})" d="{outline}" {paint}{stroke}/>')
    return "".join(drawn)


def _texts(trace: dict, frame: Frame) -> str:
    font = trace["textfont"]
    return "".join(
        written(trace["text"][i], x, y + 0.75 * _each(font["size"], i), _each(font["size"], i), _each(font["color"], i))
        for i, x, y in _points(trace, frame)
    )


def _points(trace: dict, frame: Frame) -> Iterator[tuple[int, float, float]]:
    """Those that lie on the plot, as Plotly shows them."""
    for i, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        if _known(x) and _known(y) and frame.x.holds(x) and frame.y.holds(y):
            yield i, frame.x.at(x), frame.y.at(y)


def _each(value, i: int):
    return value[i] if isinstance(value, list | tuple) else value


def _known(value) -> bool:
    return value is not None and math.isfinite(value)
