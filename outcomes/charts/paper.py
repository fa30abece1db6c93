"""What every drawing is made of: text, bands, lines and marks as plain dicts, and the figure that holds them.

Plain dicts that are not validated again cost a millisecond where the object interface costs twenty-five; the tests
validate every drawing strictly instead.
Whatever comes from data is escaped here, since Plotly reads a little HTML in its texts.
"""

import html
import math
from functools import cache

import plotly.graph_objects as go

from outcomes.charts.look import Look, template


def figure(look: Look, height: float, data: list[dict], layout: dict) -> go.Figure:
    """One figure in our template, from one dict."""
    return Drawing({"data": data, "layout": {"template": _template(look), "height": round(height), **layout}})


@cache
def _template(look: Look) -> dict:
    return go.layout.Template(template(look)).to_plotly_json()


class Drawing(go.Figure):
    """A figure that stays one plain dict until somebody asks for its parts as objects.

    Making the objects and turning them into a dict again costs ten times what drawing costs, and a page needs the
    dict alone. Whoever asks for ``data`` or ``layout`` gets a figure like any other from then on.
    """

    def __init__(self, whole: dict):
        self.__dict__["_whole"] = whole

    def __getattr__(self, name: str):
        """Only what the usual beginnings of a figure would have set is missing; they are caught up on here."""
        whole = self.__dict__.pop("_whole", None)
        if whole is None:
            raise AttributeError(name)
        super().__init__(whole, skip_invalid=True, _validate=False)
        return getattr(self, name)

    def to_dict(self) -> dict:
        """Not to be changed by whoever gets it: it is the drawing itself."""
        return dict(self._whole) if "_whole" in self.__dict__ else super().to_dict()


def text(x: float, y: float, words: str, size: float, colour: str, anchor: str = "left", **more) -> dict:
    """A text at a place; ``more`` are Plotly's own names (xref, yanchor, xshift ...)."""
    return {
        "x": x,
        "y": y,
        "text": words,
        "xanchor": anchor,
        "showarrow": False,
        "font": {"size": size, "color": colour},
        **more,
    }


def band(x0: float, x1: float, y0: float, y1: float, colour: str, **more) -> dict:
    """A filled rectangle behind everything."""
    return {
        "type": "rect",
        "x0": x0,
        "x1": x1,
        "y0": y0,
        "y1": y1,
        "fillcolor": colour,
        "line": {"width": 0},
        "layer": "below",
        **more,
    }


def rule(
    x0: float, x1: float, y0: float, y1: float, colour: str, width: float = 1, dash: str = "solid", **more
) -> dict:
    """A straight line behind the marks."""
    line = {"color": colour, "width": width, "dash": dash}
    return {"type": "line", "x0": x0, "x1": x1, "y0": y0, "y1": y1, "line": line, "layer": "below", **more}


def stroke(xs: list, ys: list, colour: str, width: float, dash: str = "solid", **more) -> dict:
    """A line through points; a None in ``ys`` is a gap and stays one."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": xs,
        "y": ys,
        "line": {"color": colour, "width": width, "dash": dash},
        "hoverinfo": "skip",
        **more,
    }


def marks(
    xs: list, ys: list, symbol: str, size: float, fill: str, edge: str, hover: list[str] | None = None, **more
) -> dict:
    """Marks with their own edge colour; hollow when ``fill`` is the page."""
    shown = {"hovertext": hover, "hoverinfo": "text"} if hover else {"hoverinfo": "skip"}
    return {
        "type": "scatter",
        "mode": "markers",
        "x": xs,
        "y": ys,
        "marker": {
            "symbol": symbol,
            "size": size,
            "color": fill,
            "opacity": 1,
            "line": {"color": edge, "width": 2.2 * size / 11},
        },
        "cliponaxis": False,
        **shown,
        **more,
    }


def esc(value: object, most: int = 60) -> str:
    """Text from data, made harmless for Plotly's little HTML, and never so long that it pushes a plot away."""
    plain = " ".join(str(value).split())
    return html.escape(plain if len(plain) <= most else plain[: most - 1] + "…", quote=False)


def width_of(words: str, size: float) -> float:
    """About how wide a line of text is, in px: a hanzi is as wide as it is high, a Latin letter a little over half."""
    return sum(size if ord(c) > 0x2E7F else size * 0.55 for c in words)


def fold(words: str, size: float, room: float) -> list[str]:
    """``words`` in one line, or in two when they do not fit into ``room`` px; the second is cut short if it must be."""
    if width_of(words, size) <= room:
        return [words]
    even = width_of(words, size) * 0.55  # two lines of about one length read better than one and a word
    cut = _last_break(words, size, min(room, max(even, size * 6)))
    return [words[:cut].rstrip(), clip(words[cut:].lstrip(), size, room)]


def clip(words: str, size: float, room: float) -> str:
    """``words`` in one line of ``room`` px, cut short with a sign that says so."""
    while width_of(words, size) > room and len(words) > 2:
        words = words.removesuffix("…")[:-1].rstrip() + "…"
    return words


def _last_break(words: str, size: float, room: float) -> int:
    best, used = 0, 0.0
    for i, c in enumerate(words):
        if c == " " or (ord(c) > 0x2E7F and c not in "）、，。；：" and words[i - 1 : i] not in ("（", "“")):
            best = i
        used += width_of(c, size)
        if used > room:
            return best or i
    return len(words)


def numbers_of(values: list) -> list[float]:
    """The values that can be drawn."""
    return [v for v in values if v is not None and math.isfinite(v)]
