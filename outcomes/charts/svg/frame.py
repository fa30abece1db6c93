"""The frame of a drawing: margins that make room for the letters of the axes, and from a value to a place in px."""

from dataclasses import dataclass
from functools import cached_property

from outcomes.charts.svg import ticks
from outcomes.charts.svg.writing import high, widest


@dataclass
class Axis:
    """One axis with what the template and the figure say about it; ``start`` and ``end`` in px, upright from below."""

    said: dict
    letter: str
    start: float = 0.0
    end: float = 1.0

    def at(self, value: float) -> float:
        low, top = self.said["range"]
        return self.start + (value - low) / (top - low) * (self.end - self.start)

    def holds(self, value: float) -> bool:
        low, top = sorted(self.said["range"])
        slack = (top - low) * 1e-9
        return low - slack <= value <= top + slack

    @property
    def shown(self) -> bool:
        return self.said.get("visible", True)

    @property
    def size(self) -> float:
        return self.said["tickfont"]["size"]

    @cached_property
    def ticks(self) -> list[tuple[float, str]]:
        return ticks.of(self.said, abs(self.end - self.start), self.letter) if self.shown else []

    @property
    def outside(self) -> float:
        """How far its little strokes reach."""
        return self.said.get("ticklen", 4) if self.said.get("ticks") == "outside" else 0

    @property
    def off(self) -> float:
        """From the plot's edge to its letters."""
        air = 0.2 * self.size if self.letter == "x" and (self.outside or self.said.get("showline")) else 0
        return 1 + self.outside + air + self.said.get("ticklabelstandoff", 0)


@dataclass
class Frame:
    layout: dict
    width: float
    height: float
    margin: dict
    x: Axis
    y: Axis
    font: dict
    notes: dict  # what the template says about every annotation

    @classmethod
    def of(cls, whole: dict, width: float, height: float) -> "Frame":
        layout = whole["layout"]
        template = (layout.get("template") or {}).get("layout", {})
        font = {"size": 12, "color": "currentColor", **template.get("font", {})}
        margin = {"l": 80, "r": 80, "t": 100, "b": 80, **template.get("margin", {}), **layout.get("margin", {})}
        axes = [Axis(_axis(template, layout, name, font), name[0]) for name in ("xaxis", "yaxis")]
        margin = {side: int(px) for side, px in margin.items()}
        frame = cls(layout, width, height, margin, *axes, font, template.get("annotationdefaults", {}))
        frame._place()
        frame._make_room()
        frame._place()
        return frame

    @property
    def plot(self) -> tuple[float, float, float, float]:
        """The rectangle of the values: x, y, width, height."""
        return self.x.start, self.y.end, self.x.end - self.x.start, self.y.start - self.y.end

    def paper_x(self, share: float) -> float:
        return self.margin["l"] + share * (self.width - self.margin["l"] - self.margin["r"])

    def paper_y(self, share: float) -> float:
        return self.height - self.margin["b"] - share * (self.height - self.margin["t"] - self.margin["b"])

    def _place(self) -> None:
        (left, right), (low, top) = (axis.said.get("domain", (0, 1)) for axis in (self.x, self.y))
        self.x.start, self.x.end = self.paper_x(left), self.paper_x(right)
        self.y.start, self.y.end = self.paper_y(low), self.paper_y(top)
        for axis in (self.x, self.y):
            axis.__dict__.pop("ticks", None)

    def _make_room(self) -> None:
        """Letters push the margins out, as Plotly's automargin does."""
        pad = min(12, *(self.margin[side] for side in "lrtb"))
        if self.y.ticks:
            reach = max(widest(words, self.y.size) for _, words in self.y.ticks)
            self._push("l", reach + self.y.off + pad)
        if self.x.ticks:
            reach = max(high(words, self.x.size) for _, words in self.x.ticks)
            if title := self.x.said.get("title", {}).get("text"):
                reach += self.x.said["title"].get("standoff", 6) + high(title, self.x.said["title"]["font"]["size"])
            self._push("t" if self.x.said.get("side") == "top" else "b", reach + self.x.off + pad)
            self._place()
            spans = [(self.x.at(value), widest(words, self.x.size) / 2) for value, words in self.x.ticks]
            over = max(middle + half - self.x.end for middle, half in spans)
            under = max(self.x.start - middle + half for middle, half in spans)
            if over > 0:
                self._push("r", over + pad)
            if under > 0:
                self._push("l", under + pad)

    def _push(self, side: str, px: float) -> None:
        self.margin[side] = max(self.margin[side], int(px))


def _axis(template: dict, layout: dict, name: str, font: dict) -> dict:
    base, own = template.get(name, {}), layout.get(name, {})
    letters = {"size": font["size"], "color": font["color"], **base.get("tickfont", {}), **own.get("tickfont", {})}
    empty = {"range": [-1, 6] if name[0] == "x" else [-1, 4]}  # Plotly's own for an axis of nothing
    return {**empty, **base, **own, "tickfont": letters}
