"""How an exhibit is known, as label and text: what a reader needs before the rows, and what stands below them."""

from outcomes import methods, words
from outcomes.exhibits import Asked, Exhibit, scene
from outcomes.words import numbers

# sheets whose rows were sent, summed up, divided or subtracted and nothing more
_LISTS = {"coverage-grid", "events", "participants", "visits", "visits-due", "enforcement", "costs"}
_NO_METHOD = _LISTS | {"good-practices", "under-way", "not-worked", "suggestions", "run-chart", "pairs", "enterprises"}
_NO_MEASURE = _NO_METHOD | {"quality", "chase"}  # where the lineage names none: lists of what was sent or is due


def above(asked: Asked, exhibit: Exhibit, title: str) -> list[tuple[str, str]]:
    """What it is, of whom and when: few lines, so that the head of the table stays in sight."""
    found = [
        ("about", title),
        ("state", asked.say(f"ui.state.{exhibit.state}") if exhibit.state else ""),
        ("rests_on", exhibit.subtitle),
        ("filters", " · ".join(scene.choice(asked))),
        ("n", _n(asked, exhibit)),
    ]
    return _told(asked, found)


def below(asked: Asked, exhibit: Exhibit, name: str) -> list[tuple[str, str]]:
    """Definitions, method, notes, question and snapshot. ``name``: of the exhibit, as the registry has it."""
    say, lineage, snapshot = asked.say, exhibit.lineage, asked.db.snapshot
    found = [("definition", _definition(asked, one)) for one in (lineage.indicators if lineage else [])]
    if not found and name in _NO_MEASURE:
        found.append(("definition", say("export.book.no_definition")))
    found.append(("method", _methods(exhibit, asked.lang) or (name in _NO_METHOD and say("export.book.no_method"))))
    # the note of the snapshot is left out: the whole number of it stands in a line of its own
    found += [("notes", note) for note in exhibit.notes if note != scene.snapshot_note(asked)]
    found += [("remarks", remark) for remark in exhibit.remarks]
    if lineage:
        found += [("notes", why) for why in lineage.left_out_why]
        if lineage.question:
            found.append(("question", f"queries/{lineage.question}.sql · SHA-256 {lineage.sql_sha256}"))
    day = numbers.day(snapshot.created.date(), asked.lang)
    found.append(("snapshot", f"{snapshot.id} · {day} · SHA-256 {snapshot.manifest_sha256}"))
    if snapshot.is_demonstration:
        found.append(("notes", say("export.book.demonstration")))
    return _told(asked, found)


def _told(asked: Asked, found: list) -> list[tuple[str, str]]:
    """What there is nothing of has no line."""
    return [(asked.say(f"export.book.{key}"), text) for key, text in found if text]


def _definition(asked: Asked, one: dict) -> str:
    name, unit = one["title"], one.get("unit")
    if unit:
        name = asked.say("export.book.with_unit", head=name, unit=unit)
    return asked.say("export.book.named", name=name, why=one.get("definition") or "–")


def _n(asked: Asked, exhibit: Exhibit) -> str:
    """As the statistics have it, and the rows that were used and left out."""
    counted = sorted({one["n"] for one in exhibit.results if isinstance(one.get("n"), int)})
    told = [f"n = {', '.join(map(str, counted))}"] if counted else []
    if exhibit.lineage:
        used, out = exhibit.lineage.rows_used, exhibit.lineage.rows_left_out
        told.append(asked.say("export.book.rows_used", used=numbers.number(used), out=numbers.number(out)))
    return " · ".join(told)


def _methods(exhibit: Exhibit, lang: str) -> str:
    """By name, each once, in the order in which results and rows name them; of a code without an entry, the code."""
    codes = [str(told["method"]) for told in (*exhibit.results, *exhibit.rows) if told.get("method")]
    found = [(methods.find(code), code) for code in dict.fromkeys(codes)]
    return " · ".join(words.pick(entry.title, lang) if entry else code for entry, code in found)
