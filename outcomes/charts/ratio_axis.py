"""A ratio on a logarithmic axis with words: half, same, double. What runs off the axis is said with an arrowhead."""

import math
from dataclasses import dataclass

from outcomes.charts.look import Look
from outcomes.charts.paper import marks, stroke
from outcomes.words import say

# Two fixed axes, so that pictures can be compared: most changes fit the first, the second is for rare events.
_NEAR = (0.44, 2.3, (0.5, 0.75, 1, 1.5, 2))
_WIDE = (0.085, 4.6, (0.125, 0.25, 0.5, 1, 2, 4))
_NAMES = {0.125: "⅛", 0.25: "¼", 0.5: "half", 0.75: "¾", 1: "same", 1.5: "1½×", 2: "double", 4: "4×"}


@dataclass(frozen=True)
class RatioAxis:
    """The two ends in log2, and the ticks between them."""

    lo: float
    hi: float
    ticks: tuple[float, ...]

    @classmethod
    def fitting(cls, values: list[float]) -> "RatioAxis":
        """The nearer axis when everything fits it."""
        lo, hi, ticks = _NEAR if all(_NEAR[0] * 1.02 < v < _NEAR[1] / 1.02 for v in values) else _WIDE
        return cls(math.log2(lo), math.log2(hi), ticks)

    def place(self, ratio: float) -> float:
        """Where a ratio lies, at the end of the axis when it lies beyond."""
        return min(max(self._log(ratio), self.lo), self.hi)

    def beyond(self, ratio: float) -> bool:
        return not self.lo <= self._log(ratio) <= self.hi

    def axis(self, look: Look, lang: str) -> dict:
        return {
            "range": [self.lo, self.hi],
            "tickvals": [math.log2(t) for t in self.ticks],
            "ticktext": [tick_word(t, lang) for t in self.ticks],
            "tickangle": 0,
            "showline": False,
            "ticks": "",
            "tickfont": {"size": look.small, "color": look.ink3},
        }

    @staticmethod
    def _log(ratio: float) -> float:
        return -math.inf if ratio <= 0 else math.inf if math.isinf(ratio) else math.log2(ratio)


def tick_word(ratio: float, lang: str) -> str:
    name = _NAMES[ratio]
    return say(f"chart.tick.{name}", lang) if name in ("half", "same", "double") else name


def whisker(axis: RatioAxis, lo: float, hi: float, y: float, colour: str, width: float, head: float) -> list[dict]:
    """The interval; an end that lies beyond the axis carries an arrowhead instead of being cut off silently."""
    a, b = axis.place(lo), axis.place(hi)
    drawn = [stroke([a, b], [y, y], colour, width)]
    for end, value, symbol in ((a, lo, "triangle-left"), (b, hi, "triangle-right")):
        if axis.beyond(value):
            drawn.append(marks([end], [y], symbol, head, colour, colour))
    return drawn


def estimate(
    axis: RatioAxis, ratio: float, y: float, symbol: str, size: float, look: Look, colour: str, hover: list[str]
) -> list[dict]:
    """The best single value; when it lies beyond the axis (none counted after) only the arrowhead is left."""
    if axis.beyond(ratio):
        end = axis.place(ratio)
        return [marks([end], [y], "triangle-left" if end == axis.lo else "triangle-right", size, colour, colour, hover)]
    hollow = symbol.endswith("-open")
    return [
        marks(
            [axis.place(ratio)], [y], symbol.removesuffix("-open"), size, look.page if hollow else colour, colour, hover
        )
    ]
