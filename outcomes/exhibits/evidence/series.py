"""Did level or slope change when the training began, with trend and season allowed for? Only where months carry it."""

from dataclasses import replace

import outcomes.stats as stats
from outcomes.exhibits import tell
from outcomes.exhibits.evidence.card import Ground, card, chance, evidence
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.trend import points
from outcomes.exhibits.used import in_series
from outcomes.stats.its import FEWEST
from outcomes.words import numbers

BEFORE = 12  # months before the training; with fewer, neither its trend nor a season stands on anything


@evidence("interrupted-series")
def interrupted_series(ground: Ground) -> Exhibit:
    """Segmented regression over the pilot arm's months: least squares, or quasi-Poisson for counted events."""
    asked, indicator = ground.asked, ground.indicator
    rows, answer = points(asked, indicator.id)
    months = [row for row in rows if row["arm"] == "pilot"]
    rests = in_series(asked, indicator.id, months)
    start = next((place for place, row in enumerate(months) if row["phase"] != "baseline"), len(months))
    if indicator.events:
        of = [row["denominator"] for row in months]
        found = stats.interrupted_series(ground.counts("numerator", months), start, of, kind="poisson")
    else:
        found = stats.interrupted_series([row["value"] for row in months], start)
    row = {
        "months": found.n,
        "needed": FEWEST,
        "step": found.level,
        "step_low": found.level_lo,
        "step_high": found.level_hi,
        "step_p": found.level_p,
        "slope": found.slope,
        "slope_low": found.slope_lo,
        "slope_high": found.slope_hi,
        "slope_p": found.slope_p,
        "season": found.season,
    }
    if found.level is None:
        few = found.n < FEWEST
        title = ground.say("evidence.series_few" if few else "evidence.series_none", n=found.n, needed=FEWEST)
        about = ground.say("evidence.series_few_about")
        return card(ground, title, about, rows=[row], results=[found], answer=answer, rests=rests)
    step, slope = (
        _amount(ground, found, *ends)
        for ends in ((found.level, found.level_lo, found.level_hi), (found.slope, found.slope_lo, found.slope_hi))
    )
    null = 1.0 if found.kind == "poisson" else 0.0
    clear = not found.level_lo <= null <= found.level_hi
    table = [
        [ground.say("evidence.what"), ground.say("evidence.value")],
        [ground.say("evidence.series_step"), step],
        [ground.say("evidence.series_step_p"), chance(found.level_p, asked.lang)],
        [ground.say("evidence.series_slope"), slope],
        [ground.say("evidence.series_slope_p"), chance(found.slope_p, asked.lang)],
        [ground.say("evidence.series_months"), numbers.number(found.n)],
    ]
    before = sum(row["value"] is not None for row in months[:start])
    key = "unclear" if not clear else "clear" if before >= BEFORE else "rough"
    title = ground.say(f"evidence.series_{key}", name=ground.short, step=step, before=before)
    notes = [ground.say("evidence.series_note")]
    about = ground.say("evidence.series_about")
    return card(ground, title, about, table, [row], [found], notes, answer=answer, rests=rests)


def _amount(ground: Ground, found, estimate: float, lo: float, hi: float) -> str:
    scale = "ratio" if found.kind == "poisson" else "points"
    return tell.amount(replace(ground.change, scale=scale, estimate=estimate, lo=lo, hi=hi), ground.asked.lang)
