"""Which body an exhibit has on a slide: its drawing where it has one, else its words, few enough for the last row."""

from outcomes.exhibits import Asked, Exhibit
from outcomes.exhibits.practice import told
from outcomes.slides import aims, tied
from outcomes.slides.parts import Body, Card, Chart, Fact, Facts, Photo, Points, Quotes, Table

MOST_LINES, MOST_POINTS, MOST_QUOTES, MOST_FACTS = 8, 5, 3, 4  # what a hall can read at once
MOST_NEAR = 12  # and what is handed on to a deck, which shows as many as fit


def body(asked: Asked, name: str, shown: Exhibit) -> Body:
    """``name``: as in the registry. An exhibit without a form of its own is drawn, or shown as its table."""
    if name in _OF:
        return _OF[name](asked, shown)
    if shown.figure is not None:
        return Chart(shown.figure, shown.alt)
    return table(shown)


def under(asked: Asked, name: str, shown: Exhibit) -> str:
    """What stands under the finding: the exhibit's own line, unless it tells of a drawing that the slide does not have."""
    return aims.about(asked) if name == "targets" else shown.subtitle


def table(shown: Exhibit, columns: list[int] | None = None, most: int = MOST_LINES) -> Table:
    heads, *lines = shown.table or [[""]]
    kept = columns if columns is not None else list(range(len(heads)))
    taken = [[line[place] for place in kept] for line in lines[:most]]
    return Table([heads[place] for place in kept], taken, max(0, len(lines) - most))


def _events(asked: Asked, shown: Exhibit) -> Body:
    """When, what and how many: the type and the place stand in the names."""
    heads, *lines = shown.table
    kept = [[line[at] for at in (0, 1, 5)] for line in [heads, *lines[: len(shown.rows)]]]  # the last line is a sum
    return Table(kept[0], kept[1:], hall=MOST_LINES)


def _card(asked: Asked, shown: Exhibit) -> Body:
    row = shown.rows[0]
    photos = []
    for kind in ("before", "after"):
        one = next((each for each in asked.db.photos(row["card"]) if each["media_kind"] == kind), None)
        if one:
            caption = asked.say(f"practice.photo_{kind}")
            photos.append(Photo(asked.db.picture(one["photo"]), caption, one["width"], one["height"]))
    large = [
        ("cost", told.cost(asked, row) if row["cost"] is not None else ""),
        (
            "saving",
            told.saving(asked, row) if row["saving_monthly"] is not None or row["saving_once"] is not None else "",
        ),
        ("payback", told.payback(asked, row) if row["payback"] is not None else ""),
    ]
    facts = [Fact(text, _label(asked, row, key)) for key, text in large if text]
    lines = {
        "proposed_by": told.choice(asked, "proposed_by", row["proposed_by"]),
        "measure": told.measure(asked, row),
        "status": told.status(asked, row),
        "lesson": told.lesson(asked, row),
    }
    words_ = told.quote(asked, row)
    return Card(
        photos,
        facts,
        [(asked.say(f"practice.head_{key}"), text) for key, text in lines.items() if text],
        asked.say("practice.quoted", words=words_) if words_ else "",
        told.choice(asked, "quote_role", row["quote_role"]) if words_ and row["quote_role"] else "",
    )


def _label(asked: Asked, row: dict, key: str) -> str:
    label = asked.say(f"practice.head_{key}")
    known = told.known(asked, row) if key == "saving" else ""
    return f"{label} · {known}" if known else label


def _not_worked(asked: Asked, shown: Exhibit) -> Body:
    """Those that say what was learnt come first: a failure without a lesson teaches nobody."""
    rows = sorted(shown.rows, key=lambda row: not told.lesson(asked, row))
    items = [(told.title(asked, row), told.lesson(asked, row) or told.status(asked, row)) for row in rows]
    return Points(items[:MOST_NEAR], max(0, len(items) - MOST_NEAR), hall=MOST_POINTS - 1)  # a lesson takes two lines


def _under_way(asked: Asked, shown: Exhibit) -> Body:
    items = [(told.title(asked, row), told.status(asked, row)) for row in shown.rows]
    return Points(items[:MOST_NEAR], max(0, len(items) - MOST_NEAR), hall=MOST_POINTS)


def _record(asked: Asked, shown: Exhibit) -> Body:
    """The figure, its interval and what it is made of, large enough to be all that a slide says."""
    found: list[Fact] = []
    for label, told_, *_ in (line for line in shown.table[1:] if len(line) > 1):
        if label == asked.say("record.interval") and found:
            found[-1] = found[-1]._replace(interval=asked.say("stage.interval", ends=tied.inside(told_)))
            continue
        figure, ends = tied.apart(told_)
        if figure not in (one.figure for one in found):  # what was counted is often its own denominator
            found.append(Fact(figure, label, asked.say("stage.interval", ends=ends) if ends else ""))
    return Facts(found[:MOST_FACTS])


def _good(asked: Asked, shown: Exhibit) -> Body:
    return table(shown, [0, 1, 3, 4], 7)


def _reflections(asked: Asked, shown: Exhibit) -> Body:
    said = [row for row in shown.rows if row["what"] == "quote" and row["text_en"] and row["text_zh"]]
    chosen = _one_a_theme(said)[:MOST_NEAR]
    items = [(_quoted(asked, row), asked.say(f"template.choice.role.{row['role']}")) for row in chosen]
    return Quotes(items, len(said) - len(items), hall=MOST_QUOTES)


def _one_a_theme(said: list[dict]) -> list[dict]:
    """A voice a theme before a second one on the same, in both roles where there are both."""
    first: dict[tuple, dict] = {}
    for row in said:
        first.setdefault((row["code"], row["role"]), row)
    spread = sorted(first.values(), key=lambda row: [one["code"] for one in first.values()].count(row["code"]) > 1)
    themes: dict[str, dict] = {}
    for row in spread:
        themes.setdefault(row["code"], row)
    return [*themes.values(), *(row for row in spread if row not in themes.values())]


def _quoted(asked: Asked, row: dict) -> str:
    return asked.say("practice.quoted", words=row[f"text_{asked.lang}"])


def _chain(asked: Asked, shown: Exhibit) -> Body:
    return table(shown, [0, 1, 2, 3], 11)


_OF = {
    "events": _events,
    "practice-card": _card,
    "not-worked": _not_worked,
    "under-way": _under_way,
    "good-practices": _good,
    "record": _record,
    "reflections": _reflections,
    "targets": aims.table,
    "chain": _chain,
}
