"""Which exhibits a report holds, chapter by chapter, and what it leaves out: each kind with its reason, none in silence."""

import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from outcomes import exhibits, words
from outcomes.errors import OutcomesError
from outcomes.exhibits import Asked, Exhibit, registry

_log = logging.getLogger("outcomes")

CHAPTERS: dict[str, tuple[str, ...]] = {
    "changed": ("outcomes", "forest", "next", "several", "cannot-say"),
    "measures": ("run-chart", "rate-ratio"),
    "evidence": (),  # what is left of those about one indicator
    "delivery": ("targets", "chain", "costs"),
    "training": ("events", "participants", "knowledge", "reflections", "visits", "team", "visits-due", "enforcement"),
    "practices": ("good-practices", "under-way", "not-worked", "practices", "suggestions"),
    "data": ("coverage-grid", "quality", "chase", "benchmarks"),
}
_SMALL_FORMS = ("leading", "typical")  # the run chart and the ratio again, in small
_FOR_OUTSIDE = ("outcomes", "outcome")  # inside, the forest and the ratio say it with more
_PART = "[0-9A-Za-z]"


@dataclass
class Choice:
    """chapter -> exhibits with their names; and what is not printed, by reason."""

    chapters: dict[str, list[tuple[str, Exhibit]]] = field(default_factory=dict)
    left_out: dict[str, list[str]] = field(default_factory=dict)
    evidence_for: list[str] = field(default_factory=list)


def chosen(asked: Asked, with_enterprises: bool, told: Callable[[float, str], None]) -> Choice:
    found = Choice({name: [] for name in CHAPTERS})
    measures = _measures(asked)
    close = _close(asked, measures)
    found.evidence_for = [words.pick(asked.db.indicators[one].short, asked.lang) for one in close]
    every = list(_wanted(asked, measures, close, with_enterprises))
    codes = _codes(asked)
    for place, (chapter, name, about) in enumerate(every):
        told(0.75 * place / len(every), asked.say(f"paper.chapter_{chapter}"))
        _take(found, asked, chapter, name, about, None if with_enterprises else codes)
    return found


def _take(found: Choice, asked: Asked, chapter: str, name: str, about: str | None, codes: re.Pattern | None) -> None:
    label = asked.say(f"paper.of.{name.replace('-', '_')}")
    try:
        given = {"enterprise" if name == "profile" else "indicator": about}
        shown = registry.build(asked, name, **{"indicator": None, **given})
    except OutcomesError:
        found.left_out.setdefault("scope", []).append(label)
        return
    except Exception as fault:  # one exhibit that fails does not take the report with it; which one is said
        _log.error("exhibit of a report failed: %s %s", name, type(fault).__name__)
        found.left_out.setdefault("failed", []).append(label)
        return
    if shown.state:
        reason = "scope" if shown.state == "not_allowed" else "empty"
        found.left_out.setdefault(reason, []).append(label)
    elif (safe := _without_names(asked, shown, codes)) is None:
        found.left_out.setdefault("names", []).append(label)
    else:
        found.chapters[chapter].append((name, _hushed(asked, _about(asked, safe, about), codes)))


def _without_names(asked: Asked, shown: Exhibit, codes: re.Pattern | None) -> Exhibit | None:
    """The exhibit without the lines that name an enterprise, and a note of how many; None when it lives from them."""
    if codes is None or not codes.search(printed(shown)):
        return shown
    heads, *lines = shown.table or [[]]
    kept = [line for line in lines if not codes.search("\n".join(line))]
    bare = replace(
        shown,
        rows=[],
        table=[heads, *kept],
        notes=[asked.say("paper.lines_named", n=len(lines) - len(kept)), *shown.notes],
    )
    return None if 2 * len(kept) < len(lines) or not kept or codes.search(printed(bare)) else bare


def _hushed(asked: Asked, shown: Exhibit, codes: re.Pattern | None) -> Exhibit:
    """Each remark or quote that names an enterprise is not told; the number of a remark stays, for it is in the chart."""
    if codes is None:
        return shown
    remarks = [
        asked.say("paper.remark_named", number=told.split()[0]) if codes.search(told) else told
        for told in shown.remarks
    ]
    rows = [row for row in shown.rows if row.get("what") != "quote" or not codes.search(str(row))]
    return replace(shown, remarks=remarks, rows=rows)


def _about(asked: Asked, shown: Exhibit, indicator: str | None) -> Exhibit:
    """A title that does not say which measure it is about gets its name: in a list of contents there is no page around."""
    known = asked.db.indicators.get(indicator or "")
    name = words.pick(known.short, asked.lang) if known else ""
    return shown if name in shown.title else replace(shown, title=f"{name} · {shown.title}")


def printed(shown: Exhibit) -> str:
    """Every text of it that would stand on paper, the figure's own included; the rows, where there is nothing else."""
    table = [cell for line in shown.table for cell in line]
    bare = shown.figure is None and not shown.table
    rows = [str(value) for row in shown.rows for value in row.values()] if bare else []
    figure = [] if shown.figure is None else [shown.figure.to_json()]
    return "\n".join([shown.title, shown.subtitle, shown.alt, *shown.notes, *table, *rows, *figure])


def _codes(asked: Asked) -> re.Pattern | None:
    """What would name an enterprise; the public knows no such code, and needs no looking. A hanzi ends a code as a
    space does: Chinese puts none between."""
    codes = sorted({row["enterprise"] for row in asked.members}, key=len, reverse=True)
    return re.compile(rf"(?<!{_PART})(?:{'|'.join(map(re.escape, codes))})(?!{_PART})") if codes else None


def _measures(asked: Asked) -> list[str]:
    """The headline measures, and what else got worse: inside as computed, outside as it was published."""
    if asked.pilots:
        return [change.indicator.id for change in exhibits.headline(asked)]
    worse = {change.indicator.id for change in exhibits.changed.published(asked)}
    told = sorted(asked.db.indicators.values(), key=lambda one: (one.order, one.id))
    return [one.id for one in told if one.kind != "coverage" and (one.tier == "headline" or one.id in worse)]


def _close(asked: Asked, measures: list[str]) -> list[str]:
    """Those of the tiles are looked at closely; a report of every card on every measure nobody would read."""
    return (
        [change.indicator.id for change in exhibits.chosen(exhibits.headline(asked))] if asked.pilots else measures[:1]
    )


def _wanted(asked: Asked, measures: list[str], close: list[str], with_enterprises: bool) -> Iterator[tuple]:
    """(chapter, exhibit, indicator or enterprise) in the order of the report."""
    skipped = _SMALL_FORMS if asked.is_public else _SMALL_FORMS + _FOR_OUTSIDE
    of_one = [name for name, entry in registry.EXHIBITS.items() if entry.of_indicator and name not in skipped]
    placed = [name for names in CHAPTERS.values() for name in names]
    for chapter, names in CHAPTERS.items():
        known = [name for name in names if name in registry.EXHIBITS and name not in skipped]
        plain = [name for name in known if not registry.EXHIBITS[name].of_indicator]
        yield from ((chapter, name, None) for name in plain)
        if chapter == "measures":
            yield from ((chapter, name, one) for one in measures for name in names)
        if chapter == "evidence":
            yield from ((chapter, name, one) for one in close for name in of_one if name not in placed)
        if chapter == "data" and with_enterprises and not asked.is_public:
            members = dict.fromkeys(row["enterprise"] for row in asked.pilots)
            yield from ((chapter, "profile", one) for one in members)
    rest = [name for name, entry in registry.EXHIBITS.items() if _is_plain(entry) and name not in placed]
    yield from (("data", name, None) for name in rest)


def _is_plain(entry) -> bool:
    return not any((entry.of_indicator, entry.of_enterprise, entry.of_record, entry.of_two, entry.of_action))
