"""The pictures of a document: drawings as SVG, photos as JPEG, each under a name the template finds it by."""

import base64
from pathlib import Path

import segno

from outcomes.charts import svg
from outcomes.charts.look import LIGHT
from outcomes.charts.spark import spark
from outcomes.exhibits import Exhibit

WIDE = 860  # px a figure is drawn at for the whole width of a page: its 13 px letters are 7.6 pt then
HIGHEST = 560  # px, so that it stands on a page with its title and notes


class Pictures:
    """Each ``add`` gives the file's name; an empty one stands for "there is none"."""

    def __init__(self):
        self.files: dict[str, bytes] = {}

    def figure(self, exhibit: Exhibit, highest: int = HIGHEST) -> dict | None:
        """The exhibit's own figure, as the screen shows it, if need be less high."""
        if exhibit.figure is None:
            return None
        high = min(highest, int(exhibit.figure.layout.height or 360))
        drawn = svg.draw(exhibit.figure, width=WIDE, height=high)
        return {"file": self._add(drawn.encode(), "svg"), "alt": exhibit.alt or exhibit.title}

    def spark(self, series: list) -> str:
        drawn = spark(series, LIGHT, wide=150, high=34, stretch=False)
        return self._add(drawn.encode(), "svg") if drawn else ""

    def photo(self, jpeg: str) -> str:
        return self._add(base64.b64decode(jpeg), "jpg")

    def square(self, link: str) -> str:
        """The link as a square code with its quiet zone, each dark module a square of its own colour and no other."""
        rows = list(segno.make(link, error="m", micro=False).matrix_iter(border=4))
        drawn = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
        size = len(rows)
        text = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{10 * size}" height="{10 * size}" '
            f'viewBox="0 0 {size} {size}"><path d="{drawn}" fill="{LIGHT.ink}"/></svg>'
        )
        return self._add(text.encode(), "svg")

    def write(self, folder: Path) -> None:
        for name, body in self.files.items():
            (folder / name).write_bytes(body)

    def _add(self, body: bytes, suffix: str) -> str:
        name = f"picture-{len(self.files) + 1}.{suffix}"
        self.files[name] = body
        return name
