"""A picture of one exhibit as SVG, made without a browser: finding, what is shown, drawing or table, notes, snapshot.

It carries the letters it needs of both fonts, so that it looks the same wherever it is opened. Text that is longer than its
place is cut with three dots; nothing stands over the edge.
"""

from datetime import date
from html import escape

from outcomes import words
from outcomes.charts import LIGHT, fonts
from outcomes.charts import svg as drawing
from outcomes.exhibits import Exhibit, scene
from outcomes.export import columns, fit
from outcomes.export.at_rest import at_rest, quotes, sources
from outcomes.words import numbers

WIDE, EDGE = 960, 28  # px
MOST_ROWS = 24
_LEAST_HIGH, _MOST_HIGH = 260, 900
_CELL = 13
_MOST_LINES = 6  # of a cell
_PAD = 16  # from one column to the next


def svg(exhibit: Exhibit, lang: str, snapshot, embed: bool = True) -> bytes:
    """UTF-8. ``embed``: with its letters inside; without, for a press that has the font files."""
    inner = WIDE - 2 * EDGE
    exhibit = at_rest(exhibit, lang)
    table = _table(exhibit, lang)
    parts: list[str] = []
    y = EDGE
    y = _text(parts, exhibit.title, y, 22, 600, LIGHT.ink, 3)
    if exhibit.subtitle:
        y = _text(parts, exhibit.subtitle, y + 4, 13, 400, LIGHT.ink3, 3)
    y += 12
    if exhibit.figure is not None:
        high = min(_MOST_HIGH, max(_LEAST_HIGH, int(exhibit.figure.layout.height or 420)))
        inside = drawing.draw(exhibit.figure, width=inner, height=high)
        parts.append(inside.replace("<svg ", f'<svg x="{EDGE}" y="{y}" ', 1))
        y += high + 8
    elif table:
        y = _grid(parts, table, y, lang)
    y += 8
    below = scene.snapshot_told(snapshot, lang)  # the foot tells it in full
    from_ = [words.say("paper.source_of", lang, name=name, address=address) for name, address in sources(exhibit)]
    notes = [note for note in (*exhibit.notes, *exhibit.remarks, *from_) if note != below]
    for note in notes:
        y = _text(parts, note, y, 11.5, 400, LIGHT.ink2, 3)
    foot = words.say("export_figure.snapshot", lang, id=snapshot.id, as_of=_as_of(snapshot, lang))
    if snapshot.is_demonstration:
        foot = f"{words.say('demo.badge', lang)} · {foot}"
    y = _text(parts, foot, y + 4, 11, 400, LIGHT.ink3, 2) + EDGE
    said = "".join(
        [
            exhibit.title,
            exhibit.subtitle,
            *notes,
            foot,
            _letters(exhibit, table),
            "…0123456789.,−%kMB",
        ]
    )
    style = f"<defs><style>{fonts.subset_css(said)}</style></defs>" if embed else ""
    return f"""<svg xmlns="http://www.w3.org/2000/svg" width="{WIDE}" height="{y:.0f}" viewBox="0 0 {WIDE} {y:.0f}" font-family="IBM Plex Sans, Noto Sans SC" role="img" aria-label="{escape(exhibit.alt or exhibit.title)}">{style}<rect width="{WIDE}" height="{y:.0f}" fill="{LIGHT.page}"/>{"".join(parts)}</svg>""".encode()


def _text(parts: list[str], text: str, y: float, size: float, weight: int, colour: str, most: int) -> float:
    """Lines from ``y`` down, the last one cut where there are more than ``most``; gives where they end."""
    inner = WIDE - 2 * EDGE
    text, _, _ = fit.fitted(text, inner, most * size * fit.LINE + 0.5, size, size, weight > 500)
    for line in fit.lines(text, inner, size, weight > 500):
        y += size * fit.LINE
        parts.append(_line(line, EDGE, y - size * 0.28, size, weight, colour))
    return y


def _line(text: str, x: float, y: float, size: float, weight: int, colour: str) -> str:
    bold = f' font-weight="{weight}"' if weight != 400 else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}"{bold} fill="{colour}">{escape(text)}</text>'


def _grid(parts: list[str], table: list[list[str]], y: float, lang: str) -> float:
    """A plain table: heads, a rule under each line, cells cut to their column."""
    heads, *lines = table
    shown = [heads, *lines[:MOST_ROWS]]
    widths = _columns(shown)
    right = [at > 0 and columns.numeric([line[at] for line in shown[1:]]) for at in range(len(heads))]
    for at, line in enumerate(shown):
        cells = [fit.lines(text, wide - _PAD, _CELL)[:_MOST_LINES] for text, wide in zip(line, widths, strict=True)]
        x, colour = float(EDGE), LIGHT.ink3 if at == 0 else LIGHT.ink
        for rows, wide, at_end in zip(cells, widths, right, strict=True):
            for step, text in enumerate(rows):
                cut, _, _ = fit.fitted(text, wide - _PAD, _CELL * fit.LINE + 0.5, _CELL, _CELL)
                start = x + wide - _PAD - fonts.measure(cut, _CELL) if at_end else x
                parts.append(_line(cut, start, y + (step + 1) * _CELL * fit.LINE, _CELL, 400, colour))
            x += wide
        y += max(len(rows) for rows in cells) * _CELL * fit.LINE + 8
        parts.append(f'<path d="M{EDGE} {y - 1:.1f}H{WIDE - EDGE}" stroke="{LIGHT.rule}"/>')
    if len(lines) > MOST_ROWS:
        more = words.say("export_figure.more_rows", lang, n=len(lines) - MOST_ROWS)
        y = _text(parts, more, y, 12, 400, LIGHT.ink3, 1)
    return y


def _columns(lines: list[list[str]]) -> list[float]:
    """As wide as they have to be, and all together as wide as the picture."""
    found = columns.widths(lines, WIDE - 2 * EDGE, _CELL, _PAD)
    return [wide * (WIDE - 2 * EDGE) / sum(found) for wide in found]


def _table(exhibit: Exhibit, lang: str) -> list[list[str]]:
    """The exhibit's own; where that has heads alone, what its rows quote."""
    said = quotes(exhibit, lang)
    if said and len(exhibit.table) <= 1:
        return [[words.say("training.quotes_head", lang)], *([one] for one in said)]
    return exhibit.table


def _letters(exhibit: Exhibit, table: list[list[str]]) -> str:
    """Every letter of the drawing or the table, those of the markup among them: a few too many do no harm."""
    if exhibit.figure is not None:
        return drawing.draw(exhibit.figure, width=WIDE, height=_LEAST_HIGH)
    return "".join(text for line in table for text in line)


def _as_of(snapshot, lang: str) -> str:
    return numbers.month(date.fromisoformat(str(snapshot.manifest["facts"]["as_of"])), lang)
