"""A deck that somebody edited gets today's figures: charts, numbers and tables in place, their words and layout as they are."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

from pptx import Presentation
from pptx.exc import PackageNotFoundError

from outcomes import words
from outcomes.errors import Unreadable
from outcomes.export.deck import chart, plan, record, workbook
from outcomes.export.deck.write import save, write
from outcomes.export.told import silent
from outcomes.slides import Slide, Story
from outcomes.slides.tied import loose

_OURS = (
    "chart",
    "title",
    "second",
    "said",
    "under",
    "eyebrow",
    "number",
    "interval",
    "label",
    "table",
    "facts",
    "lines",
    "foot",
    "held",
    "more",
)


@dataclass(frozen=True)
class Change:
    """key: a sentence of ``deck``: changed, gone, kept. slide: where it stands in the edited deck, 0 where nowhere."""

    key: str
    what: str
    slide: int = 0
    old: str = ""
    new: str = ""

    def say(self, lang: str) -> str:
        return words.say(f"deck.{self.key}", lang, n=self.slide, what=self.what, old=self.old[:80], new=self.new[:80])


def refresh(
    path: Path, story: Story, slides: list[Slide], lang: str, out: Path, told: Callable[[float, str], None] = silent
) -> list[Change]:
    """``path`` with new figures, written to ``out``; Unreadable when it is no deck or none of ours.

    A fresh deck is made first and each shape of ours takes its content from the shape of the same name there. A text that
    somebody changed stays; a shape that somebody took out is told and left out; what somebody added is not touched.
    """
    deck = _opened(Path(path))
    fresh_path = Path(out).with_name(f".fresh-{Path(out).name}")
    try:
        write(story, slides, lang, fresh_path, told)
        fresh = Presentation(str(fresh_path))
    finally:
        fresh_path.unlink(missing_ok=True)
    there, ours, new = _shapes(deck), record.kept(deck), _shapes(fresh)
    if not there:
        raise Unreadable("deck.not_ours", file=Path(path).name)
    plans = {
        one.name: one
        for each in slides
        if each.page and each.exhibit
        for lead in [_lead(story, lang)]
        for one in plan.plans(each.page.exhibit, each.exhibit[lead], each.key, lead)
    }
    changes = _gone(there, new, ours)
    written = dict(ours)
    for name, copies in there.items():
        for number, shape in copies if name in new else []:
            changes += _renew(number, shape, new[name][0][1], plans.get(name), ours.get(name), written)
    record.keep(deck, written, {"story": story.id, "round": story.round or "", "lang": lang})
    save(deck, Path(out))
    return changes


def _gone(there: dict, new: dict, ours: dict) -> list[Change]:
    """Shapes that somebody took out, and such as today's figures need and the deck never had; a slide that is not there
    at all is told once, by its key."""
    slides = {_key(name) for name in there}
    missing = [name for name in new if name not in there]
    whole = dict.fromkeys(_key(name) for name in missing if _key(name) not in slides)
    told = [Change("gone", key) for key in whole]
    return told + [
        Change("gone" if name in ours or not ours else "added", name) for name in missing if _key(name) in slides
    ]


def _key(name: str) -> str:
    """The slide's key in a shape's name: title:KEY, number:1:KEY, chart:KEY:points."""
    parts = name.split(":")
    return parts[2] if len(parts) == 3 and parts[1].isdigit() else parts[1]


def _lead(story: Story, lang: str) -> str:
    return lang if lang in words.LANGUAGES else story.lead


def _opened(path: Path):
    if not path.is_file():
        raise Unreadable("deck.not_there", file=path.name)
    try:
        deck = Presentation(str(path))
        len(deck.slides)
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, AttributeError, OSError) as problem:
        raise Unreadable("deck.not_a_deck", file=path.name, problem=type(problem).__name__) from problem
    return deck


def _shapes(deck) -> dict[str, list[tuple[int, object]]]:
    """Name -> (slide number, shape) of every shape that carries one of our names, in groups and on copied slides too."""
    found: dict[str, list[tuple[int, object]]] = {}

    def look(shapes, number: int) -> None:
        for shape in shapes:
            if shape.shape_type == 6:
                look(shape.shapes, number)
            elif ":" in shape.name and shape.name.split(":")[0] in _OURS:
                found.setdefault(shape.name, []).append((number, shape))

    for number, slide in enumerate(deck.slides, start=1):
        look(slide.shapes, number)
    return found


def _renew(number: int, shape, new, wanted: plan.Plan | None, ours, written: dict) -> list[Change]:
    if shape.has_chart and new.has_chart:
        return _chart(number, shape, new, wanted)
    if shape.has_table and new.has_table:
        return _table(number, shape, new, ours, written)
    if shape.has_text_frame and new.has_text_frame:
        return _text(number, shape, new, ours, written)
    return []


def _chart(number: int, shape, new, wanted: plan.Plan | None) -> list[Change]:
    old, fresh = workbook.read(shape.chart), workbook.read(new.chart)
    if old == fresh or wanted is None:
        return []
    shape.chart.replace_data(chart.data(wanted))
    chart.scale(shape.chart, wanted)
    chart.bars(shape, wanted)
    differing = [(a, b) for a, b in _cells(old, fresh) if a != b]
    told = [Change("changed", shape.name, number, _plain(a), _plain(b)) for a, b in differing[:6]]
    return told if told else [Change("changed", shape.name, number, str(len(old)), str(len(fresh)))]


def _cells(old: list[list], fresh: list[list]) -> list[tuple]:
    found = []
    for row in range(max(len(old), len(fresh))):
        a, b = (side[row] if row < len(side) else [] for side in (old, fresh))
        found += [(a[at] if at < len(a) else None, b[at] if at < len(b) else None) for at in range(max(len(a), len(b)))]
    return found


def _plain(value) -> str:
    return "–" if value is None else f"{value:.6g}" if isinstance(value, float) else str(value)


def _table(number: int, shape, new, ours, written: dict) -> list[Change]:
    """Cell by cell; a cell changed by hand stays. Lines that came or went follow, where nobody changed their number."""
    if not isinstance(ours, list):
        return [Change("no_record", shape.name, number)]
    today = [[cell.text for cell in line.cells] for line in new.table.rows]
    changes, here = [], len(shape.table.rows)
    if len(today) != here:
        if here != len(ours):
            changes.append(Change("lines_differ", shape.name, number, str(here), str(len(today))))
        else:
            changes.append(Change("lines", shape.name, number, str(here), str(len(today))))
            _lengthen(shape.table, len(today))
    for row in range(min(len(shape.table.rows), len(today))):
        for column in range(min(len(shape.table.columns), len(today[row]))):
            cell, fresh = shape.table.cell(row, column), new.table.cell(row, column)
            was = ours[row][column] if row < len(ours) else cell.text
            if loose(cell.text) == loose(was) and loose(cell.text) != loose(fresh.text):
                changes.append(Change("changed", shape.name, number, cell.text, fresh.text))
                _put(cell.text_frame, fresh.text_frame)
    written[shape.name] = today
    return changes


def _lengthen(table, wanted: int) -> None:
    """Lines like the last one, or fewer."""
    lines = table._tbl.tr_lst
    for _ in range(wanted - len(lines)):
        lines[-1].addnext(deepcopy(lines[-1]))
        lines = table._tbl.tr_lst
    for line in lines[wanted:]:
        table._tbl.remove(line)


def _text(number: int, shape, new, ours, written: dict) -> list[Change]:
    now, fresh = shape.text_frame.text, new.text_frame.text
    was = ours if isinstance(ours, str) else _alt(shape)
    if loose(now) == loose(fresh):
        return []
    if loose(now) != loose(was):
        return [Change("kept", shape.name, number)]
    _put(shape.text_frame, new.text_frame)
    shape._element.xpath(".//p:cNvPr")[0].set("descr", fresh)
    written[shape.name] = fresh
    return [Change("changed", shape.name, number, now, fresh)]


def _alt(shape) -> str:
    return shape._element.xpath(".//p:cNvPr")[0].get("descr", "")


def _put(frame, fresh) -> None:
    """The new words in the letters that stand there: paragraph by paragraph, each in its first run's form."""
    for at, paragraph in enumerate(fresh.paragraphs):
        if at < len(frame.paragraphs) and frame.paragraphs[at].runs:
            runs = frame.paragraphs[at].runs
            runs[0].text = paragraph.text
            for run in runs[1:]:
                run._r.getparent().remove(run._r)
        else:
            frame._txBody.append(deepcopy(paragraph._p))
    for paragraph in list(frame.paragraphs)[len(fresh.paragraphs) :]:
        paragraph._p.getparent().remove(paragraph._p)
