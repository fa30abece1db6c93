"""Which chart an exhibit becomes: names, categories, values and interval ends, all of them from its rows.

A plan is data: the writer draws it, the refresher puts it into a chart that is there already. Values that are not there
stay empty; an end that is open has no bar.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from outcomes import words
from outcomes.exhibits import Exhibit
from outcomes.words import numbers


@dataclass(frozen=True)
class Series:
    """tones: one for each value, by meaning, where the points are judged one by one."""

    name: str
    values: list[float | None]
    tone: str = "pilot"
    low: list[float | None] = field(default_factory=list)
    high: list[float | None] = field(default_factory=list)
    tones: list[str] = field(default_factory=list)
    dashed: bool = False
    hollow: bool = False


@dataclass(frozen=True)
class Plan:
    """kind: line, bar (lying) or column. log: a ratio, whose "no change" is 1."""

    name: str
    kind: str
    title: str
    categories: list[str]
    series: list[Series]
    form: str = "0.0"
    log: bool = False
    alt: str = ""

    def points(self) -> int:
        return sum(len(one.values) for one in self.series)


def plans(name: str, shown: Exhibit, key: str, lang: str) -> list[Plan]:
    """The charts of one exhibit, left to right; [] where it has none of its own and is shown as its table."""
    make = _OF.get(name)
    return [one for one in make(shown, key, lang) if one.points()] if make else []


def _say(key: str, lang: str) -> str:
    return words.say(key, lang)


def _run_chart(shown: Exhibit, key: str, lang: str) -> list[Plan]:
    """Month by month: before hollow, since the training began filled, the comparison group dashed. Gaps stay gaps."""
    months = sorted({row["month"] for row in shown.rows})
    at = {arm: {row["month"]: row for row in shown.rows if row["arm"] == arm} for arm in ("pilot", "comparison")}

    def values(arm: str, phases: tuple[str, ...]) -> list[float | None]:
        rows = [at[arm].get(month) for month in months]
        return [row["value"] if row and row["phase"] in phases else None for row in rows]

    every = ("baseline", "training", "after")
    told = [
        Series(_say("deck.pilot_before", lang), values("pilot", ("baseline",)), "baseline", hollow=True),
        Series(_say("deck.pilot_since", lang), values("pilot", ("training", "after")), "pilot"),
    ]
    if at["comparison"]:
        told.append(Series(_say("deck.comparison", lang), values("comparison", every), "comparison", dashed=True))
    labels = [numbers.month(_day(month), lang) for month in months]
    return [Plan(f"chart:{key}", "line", shown.subtitle, labels, told, "0.0", alt=shown.alt)]


def _outcomes(shown: Exhibit, key: str, lang: str) -> list[Plan]:
    """Ratios and differences have no scale in common, so each has a chart; the bar's ends are its 95 % interval."""
    return [one for scale in ("ratio", "points") if (one := _intervals(shown, key, lang, scale))]


def _intervals(shown: Exhibit, key: str, lang: str, scale: str) -> Plan | None:
    lines = shown.table[1:] if len(shown.table) == len(shown.rows) + 1 else [None] * len(shown.rows)
    both = [
        (row, line)
        for row, line in zip(shown.rows, lines, strict=True)
        if row["scale"] == scale and row["estimate"] is not None
    ]
    if not both:
        return None
    rows, lines = zip(*both[::-1], strict=True)  # a lying bar chart begins at the foot
    told = Series(
        _say(f"deck.{scale}", lang),
        [row["estimate"] for row in rows],
        low=[_finite(row["low"]) for row in rows],
        high=[_finite(row["high"]) for row in rows],
        tones=[_TONE.get(row["reading"], "unclear") for row in rows],
    )
    labels = [_label(row, line) for row, line in zip(rows, lines, strict=True)]
    form = "0.00" if scale == "ratio" else "+0.0;−0.0;0"
    return Plan(
        f"chart:{key}:{scale}",
        "bar",
        _say(f"deck.{scale}_title", lang),
        labels,
        [told],
        form,
        scale == "ratio",
        shown.alt,
    )


def _label(row: dict, line: list[str] | None) -> str:
    """Name, the change in the exhibit's own words where its table has them, n: a bar under its error bar has no room."""
    change = f"\n{line[_CHANGE]}" if line else ""
    return f"{row['name']}{change}, n={row['enterprises_with_both']}"


def _outcome(shown: Exhibit, key: str, lang: str) -> list[Plan]:
    """The group's values before and after, and beside them the typical change with its interval."""
    (row,) = shown.rows
    sides = [words.say(f"chart.{side}", lang) for side in ("before", "after")]
    tones = ["baseline", _TONE.get(row["reading"], "unclear")]
    values = Series(row["unit"], [row["before"], row["after"]], tones=tones)
    first = Plan(
        f"chart:{key}:values", "column", f"{row['name']} ({row['unit']})", sides, [values], "0.0", alt=shown.alt
    )
    second = _intervals(shown, key, lang, row["scale"])
    return [first, second] if second else [first]


def _knowledge(shown: Exhibit, key: str, lang: str) -> list[Plan]:
    """Before and after by round; the line over all rounds only where there are several."""
    rows = [row for row in shown.rows if row.get("before") is not None and row.get("after") is not None]
    if len(rows) == 2:
        rows = rows[:1]
    names = [line[0] for line in shown.table[1:]][: len(rows)]
    told = [
        Series(words.say(f"chart.{side}", lang), [row[side] for row in rows], tone)
        for side, tone in (("before", "baseline"), ("after", "pilot"))
    ]
    return [Plan(f"chart:{key}", "column", shown.subtitle, names, told, "0", alt=shown.alt)]


def _finite(value) -> float | None:
    return value if isinstance(value, int | float) else None


def _day(month) -> date:
    return month if isinstance(month, date) else date.fromisoformat(str(month))


_CHANGE = 3  # the column of the change in the table of ``outcomes``
_TONE = {"improved": "improvement", "worse": "concern"}
_OF: dict[str, Callable] = {
    "run-chart": _run_chart,
    "outcomes": _outcomes,
    "outcome": _outcome,
    "knowledge": _knowledge,
}
