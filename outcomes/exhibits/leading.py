"""What moves first: a few leading indicators on one shared period, each small."""

from dataclasses import dataclass

from outcomes import words
from outcomes.exhibits import scene, tell
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.change import changes
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import lineage, stated
from outcomes.exhibits.trend import points
from outcomes.exhibits.used import in_series


@dataclass(frozen=True)
class Sign:
    """One small line: its exhibit, its name, the direction hoped for, the change and the last value in words; the
    months as (value or None, phase)."""

    exhibit: Exhibit
    name: str
    better: str
    change: str
    last: str
    series: list[tuple[float | None, str]]


def leading_signs(asked: Asked, indicator_ids: list[str]) -> list[Sign]:
    """A small line for each indicator; the same rows as its run chart."""
    known = {} if asked.is_public or not asked.pilots else changes(asked, indicator_ids)
    asked.ahead("trend", indicator_ids)
    signs = []
    for indicator_id in indicator_ids:
        indicator = asked.db.indicators[indicator_id]
        rows, answer = points(asked, indicator_id)
        pilot = [row for row in rows if row["arm"] == "pilot"]
        line = [(row["value"], row["phase"]) for row in pilot]
        name = words.pick(indicator.short, asked.lang)
        change = known.get(indicator_id)
        if not any(value is not None for value, _ in line):
            exhibit = stated(asked, f"small-{indicator_id}", "empty", asked.say("state.no_values"))
        else:
            exhibit = Exhibit(
                id=f"small-{indicator_id}",
                title=name,
                subtitle=words.pick(indicator.unit, asked.lang),
                figure=None,
                narrow=None,
                columns=list(answer.columns),
                rows=rows,
                notes=[scene.snapshot_note(asked)],
                alt=tell.sentence(change, asked.lang) if change else name,
                lineage=lineage(asked, [indicator], answer, *in_series(asked, indicator_id, rows)),
                state=None,
            )
        word = f"{tell.word(change, asked.lang)} {tell.amount(change, asked.lang)}".strip() if change else ""
        valued = [value for value, _ in line if value is not None]
        last = tell.value(indicator, valued[-1], asked.lang) if valued else ""
        signs.append(Sign(exhibit, name, indicator.better, word, last, line))
    return signs
