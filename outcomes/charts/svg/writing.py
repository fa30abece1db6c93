"""Letters: Plotly's little HTML as lines of runs, their width, and as SVG."""

import html
import re
from dataclasses import dataclass
from functools import lru_cache

from outcomes.charts.fonts import measure
from outcomes.charts.svg.strict import unknown

FAMILIES = "IBM Plex Sans, Noto Sans SC"
LINE = 1.3  # of the size, from one line to the next
_TAG = re.compile(r"(<[^<>]*>)")
_STYLE = re.compile(r"""^<span style=['"](.*?)['"]>$""")


@dataclass(frozen=True)
class Run:
    words: str
    bold: bool = False
    colour: str | None = None
    size: float | None = None


def n(value: float) -> str:
    """A number as short as it can be written."""
    short = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if short in ("-0", "") else short


@lru_cache(maxsize=4096)
def runs(words: str) -> tuple[tuple[Run, ...], ...]:
    """The lines of a text, each in runs of one look; a tag we do not use is refused."""
    lines: list[list[Run]] = [[]]
    bold, looks = 0, [(None, None)]
    for piece in _TAG.split(str(words)):
        if piece in ("<br>", "<br/>"):
            lines.append([])
        elif piece in ("<b>", "</b>"):
            bold += 1 if piece == "<b>" else -1
        elif piece == "</span>":
            looks.pop()
        elif piece.startswith("<") and piece.endswith(">"):
            looks.append(_look(piece, looks[-1]))
        elif piece:
            lines[-1].append(Run(html.unescape(piece), bold > 0, *looks[-1]))
    return tuple(tuple(line) for line in lines)


def _look(tag: str, outer: tuple) -> tuple[str | None, float | None]:
    style = _STYLE.match(tag)
    if not style:
        raise unknown(f"text {tag}")
    colour, size = outer
    for rule in filter(None, style[1].split(";")):
        name, _, value = (part.strip() for part in rule.partition(":"))
        if name == "color":
            colour = value
        elif name == "font-size":
            size = float(value.removesuffix("px"))
        else:
            raise unknown(f"text {name}")
    return colour, size


def width(line: tuple[Run, ...], size: float) -> float:
    return sum(measure(run.words, run.size or size, 600 if run.bold else 400) for run in line)


def widest(words: str, size: float) -> float:
    return max(width(line, size) for line in runs(words))


def ascent(size: float) -> float:
    return round(1.025 * size)


def high(words: str, size: float) -> float:
    """Height of the text's box, as a browser measures it."""
    return ascent(size) + round(0.275 * size) + (len(runs(words)) - 1) * LINE * size


def written(words: str, x: float, y: float, size: float, colour: str, anchor: str = "start") -> str:
    """The text with the baseline of its first line at ``y``."""
    drawn = []
    for i, line in enumerate(runs(words)):
        if not line:
            continue
        place = "" if anchor == "start" else f' text-anchor="{anchor}"'
        spans = "".join(_span(run) for run in line) if len(line) > 1 or line[0].colour or line[0].size else None
        weight = ' font-weight="600"' if spans is None and line[0].bold else ""
        drawn.append(
            f'<text x="{n(x)}" y="{n(y + i * LINE * size)}" font-size="{n(size)}" fill="{colour}"{place}{weight}>'
            f"{spans if spans is not None else _plain(line[0].words)}</text>"
        )
    return "".join(drawn)


def _span(run: Run) -> str:
    looks = (f' font-weight="{600 if run.bold else 400}"') + (f' fill="{run.colour}"' if run.colour else "")
    return (
        f"<tspan{looks}{f' font-size={chr(34)}{n(run.size)}{chr(34)}' if run.size else ''}>{_plain(run.words)}</tspan>"
    )


def _plain(words: str) -> str:
    """Spaces that a reader of SVG would fold are made hard ones."""
    words = html.escape(words, quote=False).replace("  ", "\u00a0 ")
    if words[:1] == " ":
        words = "\u00a0" + words[1:]
    return words[:-1] + "\u00a0" if words[-1:] == " " else words
