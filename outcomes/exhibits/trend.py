"""Months in a row: one indicator's run chart, with its baseline median and what a run does and does not say."""

from datetime import date
from statistics import median

from outcomes import reference, words
from outcomes.charts.run_chart import run_chart as draw_run_chart
from outcomes.exhibits import remarks, scene, tell
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import lineage, stated
from outcomes.exhibits.used import in_series
from outcomes.readings import FEWEST_TO_SHOW
from outcomes.stats.xmr import RUN
from outcomes.words import numbers

SHIFT = RUN  # points in a row on one side of the median (NHS Making Data Count)
BASELINE_NEEDED = 6  # months before a median means anything


def points(asked: Asked, indicator_id: str) -> tuple[list[dict], object]:
    """The months of one indicator as the chart and the CSV take them, and the answer they come from.

    A month in which fewer enterprises report than may be shown keeps its place with an empty value.
    """
    answer = asked.ask("trend", [indicator_id])
    minimum = 1 if asked.is_public else FEWEST_TO_SHOW
    rows = []
    for row in answer.rows:
        if (row["reporting"] or 0) < minimum:
            row = {**row, "numerator": None, "denominator": None, "value": None}
        rows.append(row)
    return rows, answer


def series(asked: Asked, indicator_id: str) -> list[tuple[float | None, str]]:
    """The pilot arm as (value, phase), for sparklines."""
    rows, _ = points(asked, indicator_id)
    return [(row["value"], row["phase"]) for row in rows if row["arm"] == "pilot"]


def run_chart(asked: Asked, indicator_id: str, height: int = 424) -> Exhibit:
    """One indicator month by month, pilot and comparison arm, with the run rule said in the title."""
    name = f"run-{indicator_id}"
    if not asked.is_public and not asked.pilots:
        return stated(asked, name, "empty", asked.say("state.empty"), asked.say("state.empty_do"))
    indicator = asked.db.indicators.get(indicator_id)
    rows, answer = points(asked, indicator_id)
    pilot = [row for row in rows if row["arm"] == "pilot"]
    if not any(row["value"] is not None for row in pilot):
        suppressed = any((row["reporting"] or 0) > 0 or row.get("suppressed") for row in pilot)
        code, key = ("suppressed", "state.suppressed") if suppressed else ("empty", "state.no_values")
        return stated(asked, name, code, asked.say(key), asked.say(key + "_do"))
    broken, runs = broken_at(indicator, [row["month"] for row in pilot]), _runs(pilot)
    if broken:
        finding = asked.say("trend.definition_changed", month=numbers.month(broken, asked.lang))
    else:
        finding = _finding(asked, pilot, runs)
    left = sum(max(0, (row.get("due") or 0) - (row["reporting"] or 0)) for row in pilot)
    enrolled = max(row["enrolled"] for row in pilot)
    months = [row["month"] for row in pilot]
    said = remarks.remarks_on(asked, indicator_id)
    figure = narrow = None
    if asked.look:
        drawn = [_point(row, indicator, asked.lang) for row in rows]
        style = {
            "median": baseline_median(pilot),
            "median_text": _median_text(asked, indicator, pilot),
            "from_zero": indicator.kind != "own_baseline_index",
            "festivals": _festivals(months),
            "unit": "%" if indicator.share else "",
            "broken": broken,
            "remarks": remarks.marks(said),
        }
        figure = draw_run_chart(drawn, asked.look, asked.lang, height=height, **style)
        narrow = draw_run_chart(drawn, asked.look, asked.lang, height=300, narrow=True, **style)
    return Exhibit(
        id=name,
        title=finding,
        subtitle=_subtitle(asked, indicator, enrolled),
        figure=figure,
        narrow=narrow,
        columns=list(answer.columns),
        rows=rows,
        notes=[*_definition_note(asked, indicator, broken), *_notes(asked, left)],
        alt=f"{words.pick(indicator.title, asked.lang)}. {finding}",
        lineage=lineage(asked, [indicator], answer, *in_series(asked, indicator_id, rows)),
        state=None,
        remarks=remarks.lines(said),
        results=[runs] if runs and not broken else [],
    )


def broken_at(indicator, months: list) -> date | None:
    """The first month of another definition, when it lies among these: the months before it are another measure's."""
    if indicator is None or indicator.version < 2:
        return None
    first = indicator.valid_from.replace(day=1)
    return first if min(months) < first <= max(months) else None


def _definition_note(asked: Asked, indicator, broken: date | None) -> list[str]:
    if broken is None:
        return []
    month = numbers.month(broken, asked.lang)
    return [asked.say("trend.definition_note", month=month, version=indicator.version)]


def baseline_median(pilot: list[dict]) -> float | None:
    """Median of the baseline months; None while there are too few of them to stand for "before"."""
    values = _baseline(pilot)
    return median(values) if len(values) >= BASELINE_NEEDED else None


def _baseline(pilot: list[dict]) -> list[float]:
    return [row["value"] for row in pilot if row["phase"] == "baseline" and row["value"] is not None]


def _median_text(asked: Asked, indicator, pilot: list[dict]) -> str | None:
    middle = baseline_median(pilot)
    if middle is None:
        return None
    return asked.say("trend.median", value=tell.value(indicator, middle, asked.lang))


def _runs(pilot: list[dict]) -> dict | None:
    """Months in a row on one side of the baseline median since training began: the latest and the longest such run.

    None without a baseline or a later month. A month on the median neither makes nor breaks a run.
    """
    baseline = _baseline(pilot)
    later = [row["value"] for row in pilot if row["phase"] != "baseline" and row["value"] is not None]
    if len(baseline) < BASELINE_NEEDED or not later:
        return None
    middle = median(baseline)
    side, length, longest = None, 0, (0, None)
    for value in later:
        if value == middle:
            continue
        here = "above" if value > middle else "below"
        side, length = (side, length + 1) if here == side else (here, 1)
        longest = max(longest, (length, side), key=lambda run: run[0])
    return {"run": length, "side": side, "longest": longest[0], "longest_side": longest[1]}


def _finding(asked: Asked, pilot: list[dict], runs: dict | None) -> str:
    if runs is None:
        few = len(_baseline(pilot))
        return (
            asked.say("trend.no_baseline", months=few) if few < BASELINE_NEEDED else asked.say("trend.no_pilot_month")
        )
    past = runs["longest"] >= SHIFT > runs["run"]
    length, side = (runs["longest"], runs["longest_side"]) if past else (runs["run"], runs["side"])
    if length < 2:
        return asked.say("trend.both_sides")
    key = "shift_past" if past else "shift" if length >= SHIFT else "run"
    spelt = numbers.count_words(length, asked.lang, capital=length >= SHIFT)
    return asked.say(f"trend.{key}", k=spelt, side=asked.say(f"trend.{side}"))


def _point(row: dict, indicator, lang: str) -> dict:
    told = tell.value(indicator, row["value"], lang) if row["value"] is not None else words.say("reading.missing", lang)
    label = [f"<b>{numbers.month(row['month'], lang)}</b>", f"{told} {_unit(indicator, lang)}".strip()]
    if row["numerator"] is not None and indicator.events:
        label.append(words.say("trend.events", lang, events=numbers.number(row["numerator"], 0, lang)))
    reporting = words.say("reading.missing", lang) if row["reporting"] is None else row["reporting"]
    label.append(words.say("scene.reporting", lang, reporting=reporting, enrolled=row["enrolled"]))
    return {
        "arm": row["arm"],
        "month": row["month"],
        "phase": row["phase"],
        "value": row["value"],
        "count": int(row["numerator"]) if indicator.events and row["numerator"] is not None else None,
        "label": "<br>".join(label),
    }


def _unit(indicator, lang: str) -> str:
    return "" if indicator.share else words.pick(indicator.unit, lang)


def _subtitle(asked: Asked, indicator, enrolled: int) -> str:
    return asked.say(
        "trend.subtitle_events" if indicator.events else "trend.subtitle",
        title=words.pick(indicator.title, asked.lang),
        unit=words.pick(indicator.unit, asked.lang),
        enrolled=enrolled,
    )


def _festivals(months: list) -> tuple:
    days = [reference.spring_festival(year) for year in sorted({month.year for month in months})]
    return tuple(day for day in days if day and months[0] <= day.replace(day=1) <= months[-1])


def _notes(asked: Asked, left: int) -> list[str]:
    missing = [asked.say("trend.left", months=left)] if left else []
    return [*missing, scene.snapshot_note(asked)]
