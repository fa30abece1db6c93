"""Control limits where the months carry them: twelve in each phase; below that, the sentence why there are none."""

import outcomes.stats as stats
from outcomes.charts.control import control as draw_control
from outcomes.exhibits import tell
from outcomes.exhibits.evidence.card import Ground, card, evidence
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.trend import points
from outcomes.exhibits.used import in_series
from outcomes.words import numbers

NEEDED = 12  # points a phase


@evidence("control")
def control_chart(ground: Ground) -> Exhibit:
    """XmR limits, or u-chart limits for counted events; the baseline frozen where the training starts."""
    asked, indicator = ground.asked, ground.indicator
    rows, answer = points(asked, indicator.id)
    months = [row for row in rows if row["arm"] == "pilot"]
    baseline = [row["phase"] == "baseline" for row in months]
    rests = in_series(asked, indicator.id, months)
    if indicator.events:
        exposure = [None if row["denominator"] is None else row["denominator"] / indicator.scale for row in months]
        found = stats.u_chart(ground.counts("numerator", months), exposure, baseline)
        centre, lo, hi = found.centre, found.lo, found.hi
        marked = dict.fromkeys(found.outside, ("outside",))
    else:
        found = stats.xmr([row["value"] for row in months], baseline)
        centre, lo, hi = found.mean, (found.lo,) * len(months), (found.hi,) * len(months)
        marked = {signal.index: signal.rules for signal in found.signals}
    if found.n < NEEDED or found.n_after < NEEDED:
        title = ground.say("evidence.limits_few", before=found.n, after=found.n_after)
        about = ground.say("evidence.limits_few_about")
        counts = [{"phase": "baseline", "months": found.n}, {"phase": "since_start", "months": found.n_after}]
        table = [
            [ground.say("evidence.windows"), ground.say("evidence.count")],
            [asked.say("chart.phase.baseline"), numbers.number(found.n)],
            [asked.say("evidence.since_start"), numbers.number(found.n_after)],
        ]
        return card(ground, title, about, table, counts, [found], answer=answer, rests=rests)
    told = [
        {
            "month": row["month"],
            "phase": row["phase"],
            "value": row["value"],
            "low_limit": lo[index],
            "centre": centre,
            "high_limit": hi[index],
            "rules": " ".join(marked.get(index, ())),
        }
        for index, row in enumerate(months)
    ]
    if all(limit is None for limit in hi):
        return card(
            ground,
            ground.say("evidence.limits_none"),
            ground.say("evidence.limits_few_about"),
            rows=told,
            results=[found],
            answer=answer,
            rests=rests,
        )
    later = sum(not baseline[index] for index in marked)
    title = ground.say("evidence.limits_signals" if later else "evidence.limits_quiet", k=later, name=ground.short)
    figure = narrow = None
    if asked.look:
        drawn = [{**row, "label": _label(ground, row)} for row in told]
        figure = draw_control(drawn, asked.look, asked.lang)
        narrow = draw_control(drawn, asked.look, asked.lang, height=280, narrow=True)
    limits = ground.say("evidence.limits_about", centre=tell.value(indicator, centre, asked.lang))
    notes = [ground.say(f"evidence.method.{found.method}")]
    return card(
        ground,
        title,
        limits,
        rows=told,
        results=[found],
        notes=notes,
        figure=figure,
        narrow=narrow,
        answer=answer,
        rests=rests,
    )


def _label(ground: Ground, row: dict) -> str:
    lang = ground.asked.lang
    lines = [f"<b>{numbers.month(row['month'], lang)}</b>", tell.value(ground.indicator, row["value"], lang)]
    return "<br>".join(lines + [ground.say(f"evidence.rule_{rule}") for rule in row["rules"].split()])
