"""One exhibit on paper: figure and table as far as it has them; and those of which only a sentence is left, in a list."""

from outcomes import words
from outcomes.errors import OutcomesError
from outcomes.exhibits import Asked, Exhibit
from outcomes.export import columns
from outcomes.export.at_rest import at_rest, quotes, sources
from outcomes.export.paper.pictures import HIGHEST, Pictures
from outcomes.export.paper.said import notes

MOST_LINES = 60  # of a table: beyond it a reader wants the workbook
RUN_CHART = 300  # px: two measures with their ratios stand on a page
ROOM, PAD = 493.0, 8.2  # pt: the width of a page between its margins, and what is around a cell
_MANY = 6  # columns: with more the letters are smaller
_ABOUT = " · "  # between the measure and what is said of it


def shown(asked: Asked, name: str, one: Exhibit, pictures: Pictures) -> dict:
    """All that stands on paper of it."""
    one = at_rest(one, asked.lang)
    heads, *lines = one.table or _sentences(one)
    rest = len(lines) - MOST_LINES
    lines = lines[:MOST_LINES]
    told = notes(asked, one)
    try:
        figure = pictures.figure(one, RUN_CHART if name == "run-chart" else HIGHEST)
    except OutcomesError as fault:  # its table and notes still stand, and say what is not there
        figure, told = None, [fault.say(asked.lang), *told]
    size = 7.0 if len(heads) > _MANY else 7.8
    return {
        "title": one.title,
        "subtitle": one.subtitle,
        "figure": figure,
        "heads": heads,
        "lines": lines,
        "size": size,
        "widths": columns.widths([heads, *lines], ROOM, size, PAD, spaced=True) if heads and lines else [],
        "right": [place > 0 and columns.numeric([line[place] for line in lines]) for place in range(len(heads))],
        "rest": asked.say("paper.lines_rest", rest=rest) if rest > 0 else "",
        "quotes_head": asked.say("training.quotes_head"),
        "quotes": quotes(one, asked.lang),
        "notes": told,
        "remarks": one.remarks,
        "sources": [{"name": name, "address": address} for name, address in sources(one)],
    }


def is_stub(one: Exhibit) -> bool:
    """Whether nothing is left of it but why there is nothing."""
    said = any(row.get("sentence") or row.get("what") == "quote" for row in one.rows)
    return one.figure is None and len(one.table) <= 1 and not said


def stubs(asked: Asked, every: list[tuple[str, Exhibit]]) -> list[str]:
    """Why, once each, with the measures it holds for."""
    found: dict[tuple[str, str], list[str]] = {}
    for name, one in every:
        about, what = _parted(asked, one.title)
        names = found.setdefault((what or asked.say(f"paper.of.{name.replace('-', '_')}"), one.subtitle), [])
        names += [about] if about and about not in names else []
    told = []
    for (what, why), names in found.items():
        if names:
            what = asked.say("paper.stub_of", what=what, names=asked.say("comma").join(names))
        told.append(asked.say("paper.stub_why", what=what, why=why) if why else what)
    return told


def _parted(asked: Asked, title: str) -> tuple[str, str]:
    """The measure that it is about, and what is said of it where that can be said of several at once."""
    about, between, what = title.rpartition(_ABOUT)
    if between:
        return about, what
    shorts = (words.pick(one.short, asked.lang) for one in asked.db.indicators.values())
    own = max((short for short in shorts if title.startswith(short)), key=len, default="")
    return own, "" if own else title


def _sentences(one: Exhibit) -> list[list[str]]:
    """Rows that are sentences, where an exhibit is made of them: what to do next, for one."""
    told = [[row["sentence"]] for row in one.rows if row.get("sentence")]
    return [[""], *told] if told else [[]]
