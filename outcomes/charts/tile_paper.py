"""The sheet that tiles are drawn on: boxes, letters and dashes gathered into a few traces."""

import plotly.graph_objects as go

from outcomes.charts.look import MARK, Look
from outcomes.charts.paper import clip, esc, figure, fold, width_of

_GAP, _HEAD = 0.07, 34  # of a tile, px
_DOT = 1.06  # width of a dot, in its letter's size


class TilePaper:
    """x in tiles, y in px from above, so that a tile is as high on every screen and as wide as there is room."""

    def __init__(self, look: Look, lang: str, tile: float, high: float):
        self.look, self.lang, self.tile, self.high = look, lang, tile, high
        self.bottom = 0.0
        self.letters: list[tuple] = []
        self.boxes: list[dict] = []
        self.outlines: list[dict] = []

    def group(self, group: dict, left: float, top: float) -> float:
        scale = self.look.scale
        self.say(left + _GAP / 2, top + 2 * scale, f"<b>{esc(group['title'])}</b>", self.look.size + 1, self.look.ink)
        top += _HEAD * scale
        for tile in group["tiles"]:
            column, row = tile["at"]
            self.one(tile, left + column, top + row * (self.high + 6 * scale))
        rows = 1 + max(tile["at"][1] for tile in group["tiles"])
        return top + rows * (self.high + 6 * scale)

    def one(self, tile: dict, x: float, y: float) -> None:
        look, scale, reading = self.look, self.look.scale, tile["reading"]
        judged = reading in ("improved", "worse")
        tone = look.tone(reading) if judged else look.ink2
        fill = look.tint(reading) if judged else look.panel if reading == "hidden" else look.page
        quiet = reading is None or reading == "no_data"
        edge = look.rule if quiet else tone if judged else look.ink3
        self.boxes.append({"x": x + 0.5, "y": y, "fill": fill, "edge": edge, "tile": tile})
        if reading == "hidden" or tile["chosen"]:
            line = {"color": look.action, "width": 3} if tile["chosen"] else {"color": look.ink3, "width": 1.2}
            self.outlines.append(self.outline(x, y, {**line, "dash": "dash" if reading == "hidden" else "solid"}))
        inside = x + (8 if self.tile > 90 else 6) / self.tile + _GAP / 2
        room = self.tile * (1 - _GAP) - 12
        at = y + 6 * scale
        size = look.size if self.tile > 90 else look.small
        name = esc(clip(tile["name"], size, room))
        self.say(inside, at, f"<b>{name}</b>" if tile["enrolled"] else name, size, look.ink3 if quiet else look.ink)
        at += 19 * scale
        if tile["word"]:
            mark = MARK.get(reading, "")
            self.say(inside, at, f"{mark} {esc(tile['word'])}".strip(), look.least, tone if judged else look.ink2)
            at += 16 * scale
        if tile["change"]:
            fits = look.size * room / width_of(tile["change"], look.size * 1.06)
            big = max(look.least, min(look.size + 4, fits))
            self.say(inside, at, f"<b>{esc(tile['change'])}</b>", big, tone if judged else look.ink)
            at += 21 * scale
            if tile["interval"]:
                self.say(inside, at, esc(tile["interval"]), look.least, look.ink3)
        elif tile["why"]:
            lines = "<br>".join(esc(line) for line in fold(tile["why"], look.least, room))
            self.say(inside, at, lines, look.least, look.ink3)
        if tile["enrolled"]:
            self.dots(tile, inside, y + self.high, room)

    def dots(self, tile: dict, x: float, bottom: float, room: float) -> None:
        """One dot an enterprise, filled for those with both periods; a number alone where they do not fit two lines."""
        look, scale = self.look, self.look.scale
        count = esc(tile["count"])
        if width_of(count, look.least) > room:
            count = f"{tile['both']}/{tile['enrolled']}"
        self.say(x, bottom - 17 * scale, count, look.least, look.ink3)
        line = max(1, int(room / (look.least * _DOT)))
        line = line if tile["enrolled"] <= line else min(line, 10) if tile["enrolled"] > 10 else min(line, 5)
        dots = "●" * tile["both"] + "○" * (tile["enrolled"] - tile["both"])
        lines = [dots[i : i + line] for i in range(0, len(dots), line)]
        if len(lines) <= 2 and line * look.least * _DOT <= room:
            for above, each in enumerate(reversed(lines)):
                self.say(x, bottom - (31 + 12 * above) * scale, each, look.least, look.ink2)

    def say(self, x: float, y: float, words: str, size: float, colour: str) -> None:
        self.letters.append((x, y, words, size, colour))

    def outline(self, x: float, y: float, line: dict) -> dict:
        return {
            "type": "rect",
            "x0": x + _GAP / 2,
            "x1": x + 1 - _GAP / 2,
            "y0": y,
            "y1": y + self.high,
            "line": line,
        }

    def figure(self, across: float) -> go.Figure:
        clicked = [box for box in self.boxes if box["tile"]["enrolled"]]
        held = [box for box in self.boxes if not box["tile"]["enrolled"]]
        data = [self.bars(boxes) for boxes in (held, clicked) if boxes] + [self.text()]
        bare = {"visible": False, "showgrid": False}
        layout = {
            "margin": {"l": 2, "r": 2, "t": 0, "b": 2},
            "xaxis": {**bare, "range": [0, across]},
            "yaxis": {**bare, "range": [self.bottom, 0]},
            "barmode": "overlay",
            "shapes": self.outlines,
            "hoverdistance": 1,
        }
        return figure(self.look, self.bottom, data, layout)

    def bars(self, boxes: list[dict]) -> dict:
        """The tiles themselves: bars, since a bar is clicked wherever it is touched. One that holds a place is none."""
        live = bool(boxes[0]["tile"]["enrolled"])
        told = {
            "hovertext": [box["tile"]["hover"] for box in boxes],
            "hoverinfo": "text",
            "customdata": [box["tile"]["code"] for box in boxes],
        }
        return {
            "type": "bar",
            "x": [box["x"] for box in boxes],
            "y": [self.high] * len(boxes),
            "base": [box["y"] for box in boxes],
            "width": 1 - _GAP,
            "marker": {
                "color": [box["fill"] for box in boxes],
                "opacity": 1,
                # the dashes of a hidden tile are drawn over it
                "line": {"color": [self.edge(box) for box in boxes], "width": 1.2},
            },
            "selected": {"marker": {"opacity": 1}},
            "unselected": {"marker": {"opacity": 1}},
            **(told if live else {"hoverinfo": "skip"}),
        }

    def edge(self, box: dict) -> str:
        return box["fill"] if box["tile"]["reading"] == "hidden" else box["edge"]

    def text(self) -> dict:
        x, y, words, size, colour = zip(*self.letters, strict=True)
        return {
            "type": "scatter",
            "mode": "text",
            "x": list(x),
            "y": list(y),
            "text": list(words),
            "textposition": "bottom right",
            "textfont": {"size": list(size), "color": list(colour)},
            "hoverinfo": "skip",
            "cliponaxis": False,
        }
