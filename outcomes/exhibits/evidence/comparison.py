"""Did the pilot enterprises change differently from others? The only card that may say "compared with"."""

from dataclasses import replace

import outcomes.stats as stats
from outcomes import readings
from outcomes.exhibits import tell
from outcomes.exhibits.change import usable
from outcomes.exhibits.evidence.card import Ground, card, chance, evidence, no_figure
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import stated
from outcomes.exhibits.used import compared
from outcomes.words import numbers


@evidence("comparison")
def comparison(ground: Ground) -> Exhibit:
    """Difference in change scores, pilot minus comparison, with Welch's interval and the permutation p."""
    asked, indicator = ground.asked, ground.indicator
    others = [row for row in ground.answer.rows if row["arm"] == "comparison"]
    if not others:
        return no_figure(ground, ground.say("evidence.arm_none"), ground.say("evidence.arm_none_about"))
    rests = compared(asked, [ground.change], others=others)
    others = [row for row in others if usable(row, indicator)]
    if len(others) < readings.FEWEST_TO_SHOW:
        why = ground.say("evidence.arm_few_about", n=len(others))
        return stated(asked, ground.name, "suppressed", ground.say("evidence.arm_few"), why)
    arms = [(ground.column("before_value", rows), ground.column("after_value", rows)) for rows in (ground.used, others)]
    as_ratio = ground.change.method == "geometric_mean" and all(min(b + a) > 0 for b, a in arms)
    pilot, control = (stats.change_scores(before, after, as_ratio) for before, after in arms)
    found = stats.difference_in_changes(pilot, control)
    ends = stats.ratio_of_logs(found) if as_ratio else found
    scale, null = ("ratio", 1.0) if as_ratio else ("points", 0.0)
    fewest = min(found.n_pilot, found.n_comparison)
    reading = readings.read(indicator.better, fewest, ground.change.coverage, ends.lo, ends.hi, null)
    difference = replace(
        ground.change, scale=scale, estimate=ends.estimate, lo=ends.lo, hi=ends.hi, reading=reading, n=fewest
    )
    row = {
        "scale": scale,
        "difference": ends.estimate,
        "low": ends.lo,
        "high": ends.hi,
        "p_welch": found.p_welch,
        "p_permutation": found.p_permutation,
        "splits": found.splits,
        "pilot": found.n_pilot,
        "comparison": found.n_comparison,
        "reading": reading.code,
    }
    amount = tell.amount(difference, asked.lang) or ground.say("evidence.none")
    table = [
        [ground.say("evidence.what"), ground.say("evidence.value")],
        [ground.say("evidence.arm_ratio" if scale == "ratio" else "evidence.arm_difference"), amount],
        [ground.say("evidence.p_welch"), chance(found.p_welch, asked.lang)],
        [ground.say("evidence.p_permutation"), chance(found.p_permutation, asked.lang)],
        [
            ground.say("evidence.arm_sizes"),
            ground.say("evidence.arm_of", pilot=found.n_pilot, comparison=found.n_comparison),
        ],
    ]
    notes = [ground.say("evidence.method.welch"), _how(ground, found), ground.say("evidence.trend_beside")]
    title = _title(ground, difference, amount, found.n_comparison)
    return card(
        ground,
        title,
        ground.say(f"evidence.arm_about_{scale}", name=ground.short, unit=ground.unit),
        table,
        [row],
        [found],
        notes,
        rests=rests,
    )


def _title(ground: Ground, difference, amount: str, n: int) -> str:
    code, lang = difference.reading.code, ground.asked.lang
    if code == "unclear" and difference.lo is not None:
        low, high = (tell.move(difference, end, lang) for end in (difference.lo, difference.hi))
        return ground.say("evidence.arm_unclear", n=n, name=ground.short, low=low, high=high)
    if code in ("improved", "worse"):
        return ground.say(f"evidence.arm_{code}", n=n, name=ground.short, change=amount)
    return ground.say("evidence.arm_values", n=n, name=ground.short, change=amount)


def _how(ground: Ground, found) -> str:
    return ground.say(
        f"evidence.method.{found.permutation_method}", splits=numbers.number(found.splits, 0, ground.asked.lang)
    )
