"""The marks, as paths around 0, 0 for a mark of a given radius; shapes and proportions are Plotly's."""

from functools import lru_cache

from outcomes.charts.svg.strict import unknown
from outcomes.charts.svg.writing import n

_OUTLINES = {
    "square": ((1, 1), (-1, 1), (-1, -1), (1, -1)),
    "diamond": ((1.3, 0), (0, 1.3), (-1.3, 0), (0, -1.3)),
    "triangle-left": ((0.5, -1.1547), (0.5, 1.1547), (-1, 0)),
    "triangle-right": ((-0.5, -1.1547), (-0.5, 1.1547), (1, 0)),
    "triangle-up": ((-1.1547, 0.5), (1.1547, 0.5), (0, -1)),
    "triangle-down": ((-1.1547, -0.5), (1.1547, -0.5), (0, 1)),
}
_X = 0.8 / 2**0.5
_CROSS = ((0, 1), (1, 2), (2, 1), (1, 0), (2, -1), (1, -2), (0, -1), (-1, -2), (-2, -1), (-1, 0), (-2, 1), (-1, 2))


@lru_cache(maxsize=512)
def path(symbol: str, radius: float) -> tuple[str, bool]:
    """The outline, and whether it is filled."""
    name = symbol.removesuffix("-dot").removesuffix("-open")
    dot = "M0 .5L.5 0L0 -.5L-.5 0Z" if symbol.endswith("-dot") else ""
    filled = "-open" not in symbol
    if name == "circle":
        r = n(radius)
        return f"M{r} 0A{r} {r} 0 1 1 0 -{r}A{r} {r} 0 0 1 {r} 0Z{dot}", filled
    if name == "x-thin":
        r = n(radius)
        return f"M{r} {r}L-{r} -{r}M{r} -{r}L-{r} {r}", False
    if name == "x":
        corners = [(x * _X, y * _X) for x, y in _CROSS]
    elif name in _OUTLINES:
        corners = _OUTLINES[name]
    else:
        raise unknown(f"symbol {symbol}")
    return "M" + "L".join(f"{n(x * radius)} {n(y * radius)}" for x, y in corners) + "Z" + dot, filled
