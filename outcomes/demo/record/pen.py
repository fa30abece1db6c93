"""The pen that the workplaces are drawn with: plain shapes, a warning sign, a tick, a person who could be anyone."""

from dataclasses import dataclass

from PIL import ImageDraw

from outcomes.charts.look import LIGHT

STEEL, DARK, SKIN, WOOD = LIGHT.baseline, LIGHT.ink, LIGHT.concern_tint, LIGHT.comparison
CLOTH, DANGER, GOOD, MARK = LIGHT.action, LIGHT.concern, LIGHT.improvement, LIGHT.training


@dataclass(frozen=True)
class Pen:
    """Draws in the picture's own measure, however large it really is."""

    draw: ImageDraw.ImageDraw
    scale: int

    def box(self, x0, y0, x1, y1, fill, edge=None, round=0) -> None:
        """A filled rectangle, with round corners when ``round`` is given."""
        points = [value * self.scale for value in (x0, y0, x1, y1)]
        self.draw.rounded_rectangle(points, round * self.scale, fill, edge, 3 * self.scale)

    def disc(self, x, y, radius, fill, edge=None, width=4) -> None:
        points = [value * self.scale for value in (x - radius, y - radius, x + radius, y + radius)]
        self.draw.ellipse(points, fill, edge, width * self.scale)

    def line(self, points, colour, width=6) -> None:
        self.draw.line([(x * self.scale, y * self.scale) for x, y in points], colour, width * self.scale, "curve")

    def shape(self, points, fill) -> None:
        self.draw.polygon([(x * self.scale, y * self.scale) for x, y in points], fill)

    def danger(self, x, y) -> None:
        """A warning sign without words."""
        self.shape([(x, y - 46), (x + 52, y + 40), (x - 52, y + 40)], DANGER)
        self.box(x - 6, y - 16, x + 6, y + 14, LIGHT.page)
        self.disc(x, y + 26, 6, LIGHT.page)

    def tick(self, x, y) -> None:
        self.disc(x, y, 44, GOOD)
        self.line([(x - 20, y + 2), (x - 5, y + 18), (x + 22, y - 16)], LIGHT.page, 10)

    def person(self, x, y, hand, bent=0) -> None:
        """Feet at (x, y); one hand at ``hand``; ``bent``: how far the shoulders lean forward."""
        shoulder, hip = (x + bent, y - 240 + abs(bent) * 0.55), (x, y - 130)
        self.line([(x - 24, y), hip, (x + 24, y)], DARK, 26)
        self.line([hip, shoulder], CLOTH, 56)
        self.disc(shoulder[0] + bent * 0.25, shoulder[1] - 52, 34, SKIN, DARK)
        self.line([shoulder, ((shoulder[0] + hand[0]) / 2, max(shoulder[1], hand[1]) + 8), hand], CLOTH, 20)
        self.disc(*hand, 13, SKIN, DARK)
