"""The results chain: from what was done to what came of it, with the figure and its coverage at each step.

It is an argument, not a proof: that one step follows another in time does not make it the reason for it.
"""

from outcomes import words
from outcomes.exhibits import scene
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.cells import of_units, together
from outcomes.exhibits.change import changes
from outcomes.exhibits.delivery.figure import Figure, figures, name
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import lineage, stated
from outcomes.exhibits.record import recorded
from outcomes.exhibits.used import Rests, compared
from outcomes.words import numbers

STEPS: dict[str, tuple[str, ...]] = {
    "events": ("participants", "knowledge_gain"),
    "visits": ("visits_done", "visits_full_team"),
    "practices": ("practices_in_place",),
    "actions": ("actions_on_time", "net_savings"),
    "leading": ("hazards_closed_on_time", "suggestion_rate"),
    "outcomes": ("injury_frequency", "labour_productivity"),
}
_KEYS = ("start", "value", "lo", "hi", "n", "estimated", "reporting", "enrolled", "state", "reading", "method")
COLUMNS = ("step", "indicator", *_KEYS)
_JUDGED = ("improved", "worse", "unclear")


def chain(asked: Asked) -> Exhibit:
    """A row a figure, in the order of the steps; one that cannot be shown keeps its place and says why."""
    if not asked.is_public and not asked.pilots:
        return stated(asked, "chain", "empty", asked.say("state.empty"), asked.say("state.empty_do"))
    known = figures(asked, [one for ids in STEPS.values() for one in ids])
    rows = [_row(step, known[one]) for step, ids in STEPS.items() for one in ids if one in known]
    if all(row["value"] is None for row in rows):
        return stated(asked, "chain", "empty", asked.say("delivery.no_record"), asked.say("delivery.no_record_do"))
    title = _title(asked, rows)
    over = [known[row["indicator"]].indicator for row in rows]
    return Exhibit(
        id="chain",
        title=title,
        subtitle=asked.say("delivery.chain_about"),
        figure=None,
        narrow=None,
        columns=list(COLUMNS),
        rows=rows,
        notes=[asked.say("delivery.chain_note"), scene.snapshot_note(asked)],
        alt=title,
        lineage=lineage(asked, over, asked.ask_record(_of_record(asked, rows)), *_rests_on_rows(asked, rows)),
        table=_table(asked, rows, known),
    )


def said(asked: Asked, row: dict) -> tuple[str, str, str]:
    """One figure of a step: its name, what it says, and what it rests on."""
    every = {**asked.db.records, **asked.db.indicators}
    figure = Figure(every[row["indicator"]], **{key: row[key] for key in _KEYS})
    return name(figure, asked.lang), _says(asked, figure), _rests_on(asked, figure)


def _row(step: str, figure: Figure) -> dict:
    return {"step": step, "indicator": figure.indicator.id, **{key: getattr(figure, key) for key in _KEYS}}


def _says(asked: Asked, figure: Figure) -> str:
    """Before → now where there is a before; a missing figure says why it is missing."""
    if figure.value is None:
        return why_not(asked, "why", figure.state or "empty", figure.indicator.id)
    now = figure.now(asked.lang)
    if figure.start is None:
        return now
    return asked.say("delivery.from_to", before=figure.text(figure.start, asked.lang), after=now)


def why_not(asked: Asked, key: str, state: str, indicator: str) -> str:
    """The reason in words, and where it is the indicator's own, that one."""
    own = f"delivery.{key}_{state}_{indicator}"
    return asked.say(own if words.has(own) else f"delivery.{key}_{state}")


def _rests_on(asked: Asked, figure: Figure) -> str:
    """n, and how many of those that there are."""
    parts = []
    if figure.estimated:
        parts.append(asked.say("delivery.estimated", n=numbers.number(figure.estimated)))
    elif figure.n and figure.indicator.of_record and figure.indicator.kind != "record_people":
        parts.append(asked.say("delivery.n", n=numbers.number(figure.n)))
    if figure.reporting is not None and figure.enrolled:
        parts.append(asked.say("delivery.of_enterprises", n=figure.reporting, of=figure.enrolled))
    return asked.say("comma").join(parts)


def _title(asked: Asked, rows: list[dict]) -> str:
    """How far the chain is on record, and what its end says."""
    shown = sum(row["value"] is not None for row in rows)
    end = [row["reading"] for row in rows if row["step"] == "outcomes"]
    told = [asked.say(f"delivery.end_{code}", k=end.count(code)) for code in _JUDGED if code in end]
    key = "chain_title" if told else "chain_title_open"
    return asked.say(f"delivery.{key}", k=shown, n=len(rows), end=asked.say("comma").join(told))


def _of_record(asked: Asked, rows: list[dict]) -> list[str]:
    return [row["indicator"] for row in rows if row["indicator"] in asked.db.records]


def _rests_on_rows(asked: Asked, rows: list[dict]) -> Rests:
    """The units of the record and the months behind the figures that are shown."""
    shown = [row["indicator"] for row in rows if row["value"] is not None]
    told = recorded(asked, [one for one in shown if one in asked.db.records])
    units = [of_units(asked, one.units, one.n if asked.is_public else None) for one in told.values()]
    monthly = [one for one in shown if one in asked.db.indicators]
    if not monthly:
        return together(asked, units), 0, []
    if asked.is_public:
        behind = [of_units(asked, [], row["n"]) for row in rows if row["indicator"] in monthly]
        return together(asked, [*units, *behind]), 0, []
    months, left, why = compared(asked, changes(asked, monthly).values())
    return together(asked, [*units, months], monthly), left, why


def _table(asked: Asked, rows: list[dict], known: dict[str, Figure]) -> list[list[str]]:
    heads = [asked.say(f"delivery.head_{head}") for head in ("step", "indicator", "now", "rests_on")]
    return [heads, *([asked.say(f"delivery.step_{row['step']}"), *said(asked, row)] for row in rows)]
