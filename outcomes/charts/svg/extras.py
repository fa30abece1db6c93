"""Shapes and annotations: bands, rules and words at a place of the data or of the sheet."""

from outcomes.charts.svg.frame import Frame
from outcomes.charts.svg.traces import dashes
from outcomes.charts.svg.writing import ascent, high, n, widest, written


def shape(said: dict, frame: Frame, clip: str) -> str:
    x0, x1 = (_x(said[key], said, frame) for key in ("x0", "x1"))
    y0, y1 = (_y(said[key], said, frame) for key in ("y0", "y1"))
    line = said.get("line", {})
    width = line.get("width", 2)
    stroke = f' stroke="{line["color"]}" stroke-width="{n(width)}"{dashes(line.get("dash"), width)}' if width else ""
    held = f' clip-path="url(#{clip})"'
    if said["type"] == "rect":
        fill = said.get("fillcolor", "none")
        left, top = min(x0, x1), min(y0, y1)
        size = f'width="{n(abs(x1 - x0))}" height="{n(abs(y1 - y0))}"'
        return f'<g{held}><rect x="{n(left)}" y="{n(top)}" {size} fill="{fill}"{stroke}/></g>'
    if x0 == x1:
        x0 = x1 = _sharp(x0, width)
    elif y0 == y1:
        y0 = y1 = _sharp(y0, width)
    return f'<g{held}><path d="M{n(x0)} {n(y0)}L{n(x1)} {n(y1)}" fill="none"{stroke}/></g>'


def annotation(said: dict, frame: Frame) -> str:
    """Its box is placed on whole pixels, as Plotly does; a place outside the range is not shown."""
    paper_x, paper_y = said.get("xref", "x") == "paper", said.get("yref", "y") == "paper"
    if not (paper_x or frame.x.holds(said["x"])) or not (paper_y or frame.y.holds(said["y"])):
        return ""
    font = {**frame.font, **frame.notes.get("font", {}), **said.get("font", {})}
    words, size = said["text"], font["size"]
    border = said.get("borderwidth", 1)
    edge = border + said.get("borderpad", 1)
    wide, tall = widest(words, size) + 2 * edge, high(words, size) + 2 * edge
    x = _x(said["x"], said, frame) + said.get("xshift", 0)
    y = _y(said["y"], said, frame) - said.get("yshift", 0)
    left = round(x - wide * _part(said.get("xanchor", "auto"), said["x"] if paper_x else 0.5))
    top = round(y - tall * _part(said.get("yanchor", "auto"), 1 - said["y"] if paper_y else 0.5))
    align = said.get("align", "center")
    at = {"left": left + edge, "center": left + wide / 2, "right": left + wide - edge}[align]
    anchor = {"left": "start", "center": "middle", "right": "end"}[align]
    return _ground(said, left, top, wide, tall, border) + written(
        words, at, top + edge + ascent(size), size, font["color"], anchor
    )


def _ground(said: dict, left: float, top: float, wide: float, tall: float, border: float) -> str:
    fill, line = said.get("bgcolor"), said.get("bordercolor")
    if not fill and not line:
        return ""
    stroke = f' stroke="{line}" stroke-width="{n(border)}"' if line else ""
    half = border / 2
    size = f'width="{n(wide - border)}" height="{n(tall - border)}"'
    return f'<rect x="{n(left + half)}" y="{n(top + half)}" {size} fill="{fill or "none"}"{stroke}/>'


def _part(anchor: str, share: float) -> float:
    """Which part of the box lies before its place."""
    if anchor == "auto":
        anchor = "left" if share < 1 / 3 else "right" if share > 2 / 3 else "center"
    return {"left": 0, "top": 0, "center": 0.5, "middle": 0.5, "right": 1, "bottom": 1}[anchor]


def _x(value: float, said: dict, frame: Frame) -> float:
    return frame.paper_x(value) if said.get("xref") == "paper" else frame.x.at(value)


def _y(value: float, said: dict, frame: Frame) -> float:
    return frame.paper_y(value) if said.get("yref") == "paper" else frame.y.at(value)


def _sharp(px: float, width: float) -> float:
    """A line of an odd width lies on half a pixel, so that it is not smeared over two."""
    return round(px - 0.5) + 0.5 if round(width) % 2 else round(px)
