"""Delivery against targets: where each stands now, how sure that is, and how much of the time has passed."""

from datetime import date, timedelta

from outcomes import words
from outcomes.engine import Answer
from outcomes.exhibits import scene
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.cells import Used, of_units
from outcomes.exhibits.delivery.chain import why_not
from outcomes.exhibits.delivery.figure import Figure, figures, of_enterprise
from outcomes.exhibits.delivery.verdict import verdict
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.kept import kept
from outcomes.exhibits.lineage import lineage, stated
from outcomes.filters import Filters
from outcomes.words import numbers

COLUMNS = (
    "indicator",
    "target_scope",
    "target_of",
    "due_on",
    "target_value",
    "comparator",
    "target_status",
    "source",
    "value",
    "lo",
    "hi",
    "start",
    "n",
    "reporting",
    "enrolled",
    "time_passed",
    "way_covered",
    "verdict",
    "method",
)


def targets(asked: Asked) -> Exhibit:
    """A row a target of the chosen round, of the country or of a chosen enterprise; each over its own scope.

    The filters choose which targets are shown, never what one is measured over: a target of a round is not that of a
    district in it.
    """
    answer = asked.ask("targets")
    told = [row for row in answer.rows if _wanted(asked, row)]
    if not told:
        return stated(asked, "targets", "empty", asked.say("delivery.no_targets"), asked.say("delivery.no_targets_do"))
    known = _known(asked, told)
    today = last_day(asked)
    rows = [_row(asked, row, known.get(_scope(row), {}).get(row["indicator"]), today) for row in told]
    title = _title(asked, rows)
    ids = list(dict.fromkeys(row["indicator"] for row in told))
    return Exhibit(
        id="targets",
        title=title,
        subtitle=asked.say("delivery.targets_about", day=numbers.day(today, asked.lang)),
        figure=None,
        narrow=None,
        columns=list(COLUMNS),
        rows=rows,
        notes=[
            *([asked.say("delivery.own_regions")] if asked.db.scope.role == "officer" else []),
            asked.say("delivery.targets_note"),
            scene.snapshot_note(asked),
        ],
        alt=title,
        lineage=lineage(asked, _indicators(asked, ids), answer, _used(asked, told), *_left(asked, answer, told)),
        table=_table(asked, rows),
    )


def finding(asked: Asked) -> str:
    """The page's sentence: how the targets stand, or that there are none."""
    found = kept(targets, asked)
    if found.state:
        return found.title
    codes = [row["verdict"] for row in found.rows]
    return asked.say("delivery.finding", n=len(codes), k=codes.count("reached"), open=codes.count("unsure"))


def in_short(asked: Asked) -> str:
    """The same for a link on another page; empty where there is no target."""
    found = kept(targets, asked)
    codes = [row["verdict"] for row in found.rows]
    return asked.say("delivery.short", n=len(codes), k=codes.count("reached")) if codes else ""


def last_day(asked: Asked) -> date:
    """The last day of the last month that the snapshot covers."""
    month = date.fromisoformat(str(asked.db.snapshot.manifest["facts"]["as_of"])).replace(day=1)
    return scene.later(month, 1) - timedelta(days=1)


def _used(asked: Asked, told: list[dict]) -> Used:
    """The rows of the targets themselves; those of each value stand behind its own exhibit."""
    units = [
        {**row, "unit": f"{row['target_of'] or row['target_scope']} {row['due_on']}", "numerator": row["target_value"]}
        for row in told
    ]
    return of_units(asked, units)


def _left(asked: Asked, answer: Answer, told: list[dict]) -> tuple[int, list[str]]:
    left = len(answer.rows) - len(told)
    return left, [asked.say("delivery.left_out", n=left)] if left else []


def named(asked: Asked, row: dict) -> str:
    """The indicator's short name, or its code where the catalogue has none such."""
    found = asked.db.records.get(row["indicator"]) or asked.db.indicators.get(row["indicator"])
    return words.pick(found.short, asked.lang) if found else row["indicator"]


def scope_name(asked: Asked, row: dict) -> str:
    if row["target_scope"] == "round" and row["target_of"] in asked.rounds:
        return asked.rounds[row["target_of"]][f"name_{asked.lang}"]
    return row["target_of"] or asked.say("delivery.country")


def text(asked: Asked, row: dict, value: float | None, is_end: bool = False) -> str:
    """A value of the row's indicator in its unit, or one end of its interval."""
    found = asked.db.records.get(row["indicator"]) or asked.db.indicators.get(row["indicator"])
    if not found:
        return numbers.number(value, 1, asked.lang)
    return Figure(found).end(value, asked.lang) if is_end else Figure(found).text(value, asked.lang)


def aim(asked: Asked, row: dict) -> str:
    return asked.say(f"delivery.{row['comparator']}", value=text(asked, row, row["target_value"]))


def now(asked: Asked, row: dict) -> str:
    """The value and its interval; nothing where it may not be shown."""
    if row["value"] is None:
        return asked.say("delivery.no_value")
    if row["lo"] is None or row["hi"] is None:
        return text(asked, row, row["value"])
    ends = numbers.interval(row["lo"], row["hi"], asked.lang, lambda end: text(asked, row, end, True))
    return asked.say("delivery.with_interval", value=text(asked, row, row["value"]), interval=ends)


def reading(asked: Asked, row: dict) -> str:
    """The word, and for what is not reached how much of time and way lies behind."""
    word = why_not(asked, "verdict", row["verdict"], row["indicator"])
    if row["verdict"] not in ("on_way", "unsure", "few") or row["time_passed"] is None:
        return word
    told = {"word": word, "time": numbers.percent(row["time_passed"], 0, asked.lang)}
    if row["way_covered"] is not None:
        told["way"] = numbers.percent(row["way_covered"], 0, asked.lang)
    if row["time_passed"] >= 100:  # its day has come: how much time has passed says nothing any more
        return asked.say("delivery.way", word=word, way=told["way"]) if "way" in told else word
    return asked.say("delivery.time_and_way" if "way" in told else "delivery.time", **told)


def _wanted(asked: Asked, row: dict) -> bool:
    if row["target_scope"] == "country":
        return True
    if row["target_scope"] == "round":
        return asked.filters.round in (None, row["target_of"])
    return any(one["enterprise"] == row["target_of"] for one in asked.pilots)


def _scope(row: dict) -> tuple:
    return row["target_scope"], row["target_of"]


def _known(asked: Asked, told: list[dict]) -> dict[tuple, dict[str, Figure]]:
    """The figures of each scope that has a target, all of its indicators in one question a book."""
    found = {}
    for scope in dict.fromkeys(_scope(row) for row in told):
        ids = list(dict.fromkeys(row["indicator"] for row in told if _scope(row) == scope))
        kind, code = scope
        if kind == "enterprise":
            found[scope] = of_enterprise(asked, ids, code)
        elif kind == "country" or code in asked.rounds:
            here = asked.but(filters=Filters(round=code if kind == "round" else None))
            found[scope] = figures(here, ids)
    return found


def _began(asked: Asked, row: dict) -> date | None:
    """A round's target runs from the start of its training, one of the country from that of the first round."""
    starts = [
        one["training_start"]
        for code, one in asked.rounds.items()
        if row["target_scope"] != "round" or code == row["target_of"]
    ]
    return min(starts, default=None)


def _row(asked: Asked, row: dict, figure: Figure | None, today: date) -> dict:
    began = _began(asked, row)
    told = verdict(figure, row["target_value"], row["comparator"], began, row["due_on"], today)
    figure = figure or Figure(None)
    return {
        **row,
        **{key: getattr(figure, key) for key in ("value", "lo", "hi", "start", "n", "reporting", "enrolled", "method")},
        "time_passed": None if told.time is None else 100 * told.time,
        "way_covered": None if told.way is None else 100 * told.way,
        "verdict": told.code,
    }


def _title(asked: Asked, rows: list[dict]) -> str:
    codes = [row["verdict"] for row in rows]
    parts = [
        asked.say(f"delivery.count_{code}", k=codes.count(code))
        for code in ("reached", "on_way", "missed", "unsure")
        if code in codes
    ]
    rest = sum(code not in ("reached", "on_way", "missed", "unsure") for code in codes)
    if rest:
        parts.append(asked.say("delivery.count_rest", k=rest))
    return asked.say("delivery.targets_title", n=len(rows), parts=asked.say("comma").join(parts))


def _indicators(asked: Asked, ids: list[str]) -> list:
    every = {**asked.db.indicators, **asked.db.records}
    return [every[one] for one in ids if one in every]


def _table(asked: Asked, rows: list[dict]) -> list[list[str]]:
    heads = [
        asked.say(f"delivery.head_{name}")
        for name in ("indicator", "scope", "status", "target", "due", "now", "reading")
    ]
    lines = [
        [
            named(asked, row),
            scope_name(asked, row),
            asked.say(f"template.choice.target_status.{row['target_status']}"),
            aim(asked, row),
            numbers.day(row["due_on"], asked.lang),
            now(asked, row),
            reading(asked, row),
        ]
        for row in rows
    ]
    return [heads, *lines]
