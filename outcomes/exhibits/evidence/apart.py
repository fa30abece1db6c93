"""When did the two groups part, and were they drifting apart before the training already?"""

from dataclasses import replace

import outcomes.stats as stats
from outcomes import readings
from outcomes.exhibits import tell, used
from outcomes.exhibits.evidence.card import Ground, card, evidence, no_figure
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import stated
from outcomes.words import numbers


@evidence("month-by-month")
def month_by_month(ground: Ground) -> Exhibit:
    """Pilot minus comparison month for month, each enterprise from its own baseline mean; the months before checked."""
    asked = ground.asked
    answer = asked.ask("enterprise_months", [ground.indicator.id])
    if len({row["round"] for row in answer.rows}) > 1:
        return no_figure(ground, ground.say("evidence.apart_rounds"), ground.say("evidence.apart_rounds_about"))
    phases = dict(sorted({row["month"]: row["phase"] for row in answer.rows}.items()))
    arms = [_matrix(answer.rows, arm, list(phases)) for arm in ("pilot", "comparison")]
    if not arms[1]:
        return no_figure(ground, ground.say("evidence.arm_none"), ground.say("evidence.arm_none_about"))
    found = stats.month_by_month(*arms, [phase == "baseline" for phase in phases.values()])
    shown = [min(gap.n_pilot, gap.n_comparison) >= readings.FEWEST_TO_SHOW for gap in found.months]
    if not any(shown):
        why = ground.say("evidence.apart_few_about")
        return stated(asked, ground.name, "suppressed", ground.say("evidence.arm_few"), why)
    found = replace(
        found, months=tuple(gap if ok else _hidden(gap) for gap, ok in zip(found.months, shown, strict=True))
    )
    rows = [
        {
            "month": month,
            "phase": phase,
            "difference": gap.difference,
            "low": gap.lo,
            "high": gap.hi,
            "pilot": gap.n_pilot,
            "comparison": gap.n_comparison,
        }
        for (month, phase), gap in zip(phases.items(), found.months, strict=True)
    ]
    later = [row for row in rows if row["phase"] != "baseline"]
    table = [
        [ground.say("evidence.apart_month"), ground.say("evidence.arm_difference")],
        *([numbers.month(row["month"], asked.lang), _amount(ground, row["difference"], row)] for row in later),
    ]
    slope = {"low": found.slope_lo, "high": found.slope_hi}
    drift = _amount(ground, found.slope, slope)
    title = ground.say(f"evidence.apart_{found.check}", drift=drift, name=ground.short)
    about = ground.say("evidence.apart_about", name=ground.short, pilot=found.n_pilot, comparison=found.n_comparison)
    told = {"month": None, "phase": "slope", "difference": found.slope, **slope}
    rows.append({**told, "pilot": found.n_pilot, "comparison": found.n_comparison})
    notes = [ground.say("evidence.apart_note")]
    rests = used.month_by_month(asked, answer.rows, "value")
    return card(ground, title, about, table, rows, [found], notes, answer=answer, rests=rests)


def _matrix(rows: list[dict], arm: str, months: list) -> list[list[float | None]]:
    """A row an enterprise, a place a month; None where it gave nothing."""
    own: dict[str, dict] = {}
    for row in rows:
        if row["arm"] == arm:
            own.setdefault(row["enterprise"], {})[row["month"]] = row["value"]
    return [[values.get(month) for month in months] for values in own.values()]


def _hidden(gap: stats.MonthGap) -> stats.MonthGap:
    """A month of fewer than may be shown keeps its place without its values."""
    return replace(gap, difference=None, lo=None, hi=None)


def _amount(ground: Ground, value: float | None, ends: dict) -> str:
    if value is None:
        return ground.say("evidence.none")
    told = replace(ground.change, scale="points", estimate=value, lo=ends["low"], hi=ends["high"])
    return tell.amount(told, ground.asked.lang)
