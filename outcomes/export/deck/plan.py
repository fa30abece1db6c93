"""Which chart an exhibit becomes: names, categories, values and interval ends, all of them from its rows.

A plan is data: the writer draws it, the refresher puts it into a chart that is there already. Values that are not there
stay empty; an end that is open has no bar.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from math import ceil, floor, log2, log10

from outcomes import words
from outcomes.charts.look import MARK
from outcomes.exhibits import Exhibit
from outcomes.exhibits.trend import baseline_median
from outcomes.slides.tied import tied


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
    plain: bool = False  # a line without marks
    hollow: list[bool] = field(default_factory=list)  # which marks are, where some are


@dataclass(frozen=True)
class Plan:
    """kind: line, bar (lying) or column. log: a ratio, whose "no change" is 1."""

    name: str
    kind: str
    title: str
    categories: list[str]
    series: list[Series]
    form: str = "0.0"
    axis: str = ""  # the form of the axis' labels where it is another one
    log: bool = False
    alt: str = ""
    lang: str = "en"

    def reach(self) -> tuple[float, float] | None:
        """Where the axis of a lying bar must begin and end so that no interval is cut: PowerPoint looks at values alone."""
        told = [v for one in self.series for v in (*one.values, *one.low, *one.high) if v is not None]
        if self.kind != "bar" or not told:
            return None
        if self.log:
            return 2.0 ** floor(log2(min(1.0, *told))), 2.0 ** ceil(log2(max(1.0, *told)))
        low, high = min(0.0, *told), max(0.0, *told)
        step = 10 ** floor(log10((high - low) or 1))
        step = step / 2 if (high - low) / step < 3 else step
        return floor(low / step) * step, ceil(high / step) * step

    def points(self) -> int:
        return sum(len(one.values) for one in self.series)


def plans(name: str, shown: Exhibit, key: str, lang: str) -> list[Plan]:
    """The charts of one exhibit, left to right; [] where it has none of its own and is shown as its table."""
    make = _OF.get(name)
    return [replace(one, lang=lang) for one in make(shown, key, lang) if one.points()] if make else []


def _say(key: str, lang: str) -> str:
    return words.say(key, lang)


def _run_chart(shown: Exhibit, key: str, lang: str) -> list[Plan]:
    """Month by month: hollow before, filled since the training began, the comparison group dashed, the median of the
    baseline as a line. Gaps stay gaps."""
    months = sorted({row["month"] for row in shown.rows})
    at = {arm: {row["month"]: row for row in shown.rows if row["arm"] == arm} for arm in ("pilot", "comparison")}

    def values(arm: str) -> list[float | None]:
        return [row["value"] if (row := at[arm].get(month)) else None for month in months]

    before = [bool((row := at["pilot"].get(month)) and row["phase"] == "baseline") for month in months]
    told = [Series(_say("deck.pilot", lang), values("pilot"), "pilot", hollow=before)]
    if at["comparison"]:
        told.append(Series(_say("deck.comparison", lang), values("comparison"), "comparison", dashed=True))
    middle = baseline_median(list(at["pilot"].values()))
    if middle is not None:
        told.append(Series(_say("deck.median", lang), [middle] * len(months), "baseline", plain=True))
    labels = [str(month)[:7] for month in months]
    return [Plan(f"chart:{key}", "line", "", labels, told, "0.0", alt=shown.alt)]


def _outcomes(shown: Exhibit, key: str, lang: str) -> list[Plan]:
    """Ratios and differences have no scale in common, so each has a chart; the bar's ends are its 95 % interval."""
    changes = [line[_CHANGE] for line in shown.table[1:]]
    return [one for scale in ("ratio", "points") if (one := _intervals(shown, changes, key, lang, scale))]


def _intervals(shown: Exhibit, changes: list[str], key: str, lang: str, scale: str) -> Plan | None:
    """``changes``: of each row, in the exhibit's own words."""
    both = [
        (row, change)
        for row, change in zip(shown.rows, changes, strict=True)
        if row["scale"] == scale and row["estimate"] is not None
    ]
    if not both:
        return None
    rows, changes = zip(*both[::-1], strict=True)  # a lying bar chart begins at the foot
    told = Series(
        _say(f"deck.{scale}", lang),
        [row["estimate"] for row in rows],
        low=[_finite(row["low"]) for row in rows],
        high=[_finite(row["high"]) for row in rows],
        tones=[_TONE.get(row["reading"], "unclear") for row in rows],
    )
    labels = [_label(row, change) for row, change in zip(rows, changes, strict=True)]
    form = "0.00" if scale == "ratio" else "+0.0;−0.0;0"
    return Plan(
        f"chart:{key}:{scale}",
        "bar",
        _say(f"deck.{scale}_title", lang),
        labels,
        [told],
        form,
        "[<1]0.00;0" if scale == "ratio" else "",  # 0.50, 1, 2: no change stands there as a plain 1
        scale == "ratio",
        shown.alt,
    )


def _label(row: dict, change: str) -> str:
    """Name, the change in the exhibit's own words, n: a bar under its error bar has no room."""
    return f"{MARK.get(row['reading'], '●')} {row['name']}\n{tied(change)}, n={row['enterprises_with_both']}"


def _outcome(shown: Exhibit, key: str, lang: str) -> list[Plan]:
    """The group's values before and after, and beside them the typical change with its interval."""
    (row,) = shown.rows
    sides = [words.say(f"chart.{side}", lang) for side in ("before", "after")]
    tones = ["baseline", _TONE.get(row["reading"], "unclear")]
    values = Series(row["unit"], [row["before"], row["after"]], tones=tones)
    first = Plan(
        f"chart:{key}:values", "column", f"{row['name']} ({row['unit']})", sides, [values], "0.0", alt=shown.alt
    )
    second = _intervals(shown, [shown.table[_CHANGE][1]], key, lang, row["scale"])
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
    return [Plan(f"chart:{key}", "column", "", names, told, "0", alt=shown.alt)]


def _finite(value) -> float | None:
    return value if isinstance(value, int | float) else None


_CHANGE = 3  # the column of the change in the table of ``outcomes``, and the line of it in that of ``outcome``
_TONE = {"improved": "improvement", "worse": "concern"}
_OF: dict[str, Callable] = {
    "run-chart": _run_chart,
    "outcomes": _outcomes,
    "outcome": _outcome,
    "knowledge": _knowledge,
}
