"""The whole picture: what lies below, the marks, what lies above, in Plotly's order."""

from html import unescape

from outcomes.charts import fonts as font_files
from outcomes.charts.svg import axes, extras, strict, traces
from outcomes.charts.svg.frame import Frame
from outcomes.charts.svg.panes import panes
from outcomes.charts.svg.writing import FAMILIES, n, runs


def draw(figure, *, width: int, height: int, fonts: str = "none") -> str:
    """SVG text of a Plotly figure (or its dict) at ``width`` by ``height`` px; fonts="embed" puts the letters into it."""
    whole = figure if isinstance(figure, dict) else figure.to_dict()
    each = panes(whole)
    for pane in each:
        strict.check(pane)
    drawn = "".join(inside(pane, Frame.of(pane, width, height)) for pane in each)
    style = f"<defs><style>{letters(whole)}</style></defs>" if fonts == "embed" else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{n(width)}" height="{n(height)}" '
        f'viewBox="0 0 {n(width)} {n(height)}" font-family="{FAMILIES}">{style}{drawn}</svg>'
    )


def inside(whole: dict, frame: Frame) -> str:
    """The drawing without the sheet around it."""
    shapes = frame.layout.get("shapes") or []
    x, y, w, h = frame.plot
    clip = f"p{abs(hash((x, y, w, h, frame.width))) % 10**8}"  # two panes of a figure have two
    parts = [
        f'<clipPath id="{clip}"><rect x="{n(x)}" y="{n(y)}" width="{n(w)}" height="{n(h)}"/></clipPath>',
        *(extras.shape(each, frame, clip) for each in shapes if each.get("layer") == "below"),
        axes.lines(frame),
        *(traces.bars(each, frame, clip) for each in whole["data"] if each["type"] == "bar"),
        *(traces.scatter(each, frame, clip) for each in whole["data"] if each["type"] == "scatter"),
        axes.labels(frame),
        *(extras.shape(each, frame, clip) for each in shapes if each.get("layer") != "below"),
        *(extras.annotation(each, frame) for each in frame.layout.get("annotations") or []),
    ]
    return "".join(parts)


def letters(whole: dict) -> str:
    """The font rules for every letter of the figure; digits and signs always, since axes make their own texts."""
    layout, always = whole["layout"], "0123456789.,−%kMB"
    said = [each["text"] for each in layout.get("annotations") or []]
    for axis in ("xaxis", "yaxis", "xaxis2", "yaxis2"):
        said += [str(label) for label in layout.get(axis, {}).get("ticktext") or []]
        said.append(layout.get(axis, {}).get("title", {}).get("text", ""))
        said.append(layout.get(axis, {}).get("ticksuffix", ""))
    for trace in whole["data"]:
        said += trace.get("text") or []
    pieces = [run for words in said for line in runs(words) for run in line]
    bold = "".join(run.words for run in pieces if run.bold)
    return font_files.subset_css(always + unescape("".join(run.words for run in pieces if not run.bold)), bold)
