"""The targets as a table for a hall: each standing that the title counts has its lines, what was missed comes first."""

from itertools import zip_longest

from outcomes.exhibits import Asked, Exhibit
from outcomes.exhibits.delivery.targets import last_day
from outcomes.slides.parts import Table
from outcomes.words import numbers

MOST = 8
_STANDINGS = ("missed", "reached", "on_way", "unsure")  # every other verdict is one that nobody could give
_KINDS = ("official", "planning", "illustrative")  # what was agreed first stands first
_INDICATOR, _SCOPE, _KIND, _TARGET, _DUE, _NOW, _READING = range(7)  # the exhibit's columns
_ORDER = (_INDICATOR, _SCOPE, _KIND, _DUE, _TARGET, _NOW, _READING)


def table(asked: Asked, shown: Exhibit) -> Table:
    """Name, for whom, its kind, due, target, now and the verdict as a word: the shares of time and way need a drawing."""
    heads, *lines = shown.table
    chosen = _chosen(shown.rows)
    taken = [_line(asked, shown.rows[at], lines[at]) for at in chosen]
    return Table([heads[at] for at in _ORDER], taken, len(shown.rows) - len(chosen))


def about(asked: Asked) -> str:
    return asked.say("stage.targets_about", day=numbers.day(last_day(asked), asked.lang))


def _chosen(rows: list[dict]) -> list[int]:
    """One of each standing before a second of any; shown together, standing by standing."""
    order = sorted(range(len(rows)), key=lambda at: (_rank(rows[at]["target_status"], _KINDS), at))
    groups = [[at for at in order if _standing(rows[at]) == one] for one in range(len(_STANDINGS) + 1)]
    turns = [at for turn in zip_longest(*groups) for at in turn if at is not None][:MOST]
    return [at for group in groups for at in group if at in turns]


def _standing(row: dict) -> int:
    return _rank(row["verdict"], _STANDINGS)


def _rank(code: str, known: tuple[str, ...]) -> int:
    return known.index(code) if code in known else len(known)


def _line(asked: Asked, row: dict, line: list[str]) -> list[str]:
    told = list(line)
    if row["target_scope"] == "round" and row["target_of"] == asked.filters.round:
        told[_SCOPE] = asked.say("stage.this_round")
    told[_READING] = asked.say(f"delivery.verdict_{row['verdict']}")
    return [told[at] for at in _ORDER]
