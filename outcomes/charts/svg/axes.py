"""The lines and letters of the two axes."""

from outcomes.charts.svg.frame import Frame
from outcomes.charts.svg.writing import LINE, high, n, runs, written


def lines(frame: Frame) -> str:
    """Grid, axis lines and ticks, below the marks."""
    x, y, w, h = frame.plot
    drawn = []
    if frame.x.said.get("showgrid"):
        drawn += [_line(at, y, at, y + h, frame.x.said["gridcolor"]) for at in map(frame.x.at, _values(frame.x))]
    if frame.y.said.get("showgrid"):
        drawn += [_line(x, at, x + w, at, frame.y.said["gridcolor"]) for at in map(frame.y.at, _values(frame.y))]
    if frame.x.shown:
        top = frame.x.said.get("side") == "top"
        edge = y - 0.5 if top else y + h + 0.5
        if frame.x.said.get("showline"):
            drawn.append(_line(x, edge, x + w, edge, frame.x.said["linecolor"]))
        if frame.x.outside:
            out = edge + (-1 if top else 1) * (frame.x.outside + 0.5)
            drawn += [_line(at, edge, at, out, frame.x.said["tickcolor"]) for at in map(frame.x.at, _values(frame.x))]
    if frame.y.shown and frame.y.said.get("showline"):
        drawn.append(_line(x - 0.5, y, x - 0.5, y + h, frame.y.said["linecolor"]))
    return f'<g shape-rendering="crispEdges">{"".join(drawn)}</g>'


def labels(frame: Frame) -> str:
    return _below(frame) + _beside(frame)


def _below(frame: Frame) -> str:
    axis, size = frame.x, frame.x.size
    _, y, _, h = frame.plot
    drawn = []
    for value, words in axis.ticks:
        if axis.said.get("side") == "top":
            base = y - axis.off - 0.2 * size - (len(runs(words)) - 1) * LINE * size
        else:
            base = y + h + axis.off + size
        drawn.append(written(words, axis.at(value), base, size, axis.said["tickfont"]["color"], "middle"))
    title = axis.said.get("title") or {}
    if axis.shown and title.get("text"):
        font = title["font"]
        reach = axis.off + max((high(words, size) for _, words in axis.ticks), default=0)
        base = y + h + reach + title.get("standoff", 6) + 0.7 * font["size"]
        middle = (axis.start + axis.end) / 2
        drawn.append(written(title["text"], middle, base, font["size"], font["color"], "middle"))
    return "".join(drawn)


def _beside(frame: Frame) -> str:
    axis, size = frame.y, frame.y.size
    right = frame.x.start - axis.off
    drawn = []
    for value, words in axis.ticks:
        base = axis.at(value) + 0.35 * size - (len(runs(words)) - 1) * LINE * size / 2
        drawn.append(written(words, right, base, size, axis.said["tickfont"]["color"], "end"))
    return "".join(drawn)


def _values(axis) -> list[float]:
    return [value for value, _ in axis.ticks]


def _line(x0: float, y0: float, x1: float, y1: float, colour: str) -> str:
    return f'<path d="M{n(x0)} {n(y0)}L{n(x1)} {n(y1)}" stroke="{colour}" stroke-width="1" fill="none"/>'
