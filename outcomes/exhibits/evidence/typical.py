"""How large is the typical change, how many moved, does one enterprise decide it, and is it only the season?"""

import outcomes.stats as stats
from outcomes.charts.interval import interval as draw_interval
from outcomes.exhibits import scene, tell
from outcomes.exhibits.change import changes
from outcomes.exhibits.evidence.card import Ground, card, chance, evidence, no_figure, percent
from outcomes.exhibits.exhibit import Exhibit
from outcomes.filters import Windows
from outcomes.words import numbers


@evidence("typical")
def typical(ground: Ground) -> Exhibit:
    """The change with its interval, the confidence attained, the method and the p that goes with it."""
    asked, change = ground.asked, ground.change
    method, columns = ground.method()
    found = method(*columns)
    row = {
        "indicator": ground.indicator.id,
        "before": change.before,
        "after": change.after,
        "scale": change.scale,
        "estimate": change.estimate,
        "low": change.lo,
        "high": change.hi,
        "confidence_attained": change.confidence if change.lo is not None else None,
        "p": found.p,
        "method": found.method,
        "enterprises_with_both": change.n,
        "reporting": change.reporting,
        "enrolled": change.enrolled,
    }
    table = [
        [ground.say("evidence.what"), ground.say("evidence.value")],
        [ground.say("evidence.typical"), ground.amount(change.estimate, change.lo, change.hi)],
        [ground.say("evidence.attained"), percent_1(row["confidence_attained"], asked.lang)],
        [ground.say("evidence.p"), chance(found.p, asked.lang)],
    ]
    figure = None
    if asked.look and change.ratio is not None:
        figure = draw_interval(
            change.ratio,
            change.ratio_lo,
            change.ratio_hi,
            asked.look,
            asked.lang,
            better=ground.indicator.better,
            reading=change.reading.code,
        )
    subtitle = ground.say("evidence.typical_about", n=change.n, **scene.windows(asked))
    return card(
        ground,
        tell.sentence(change, asked.lang),
        subtitle,
        table,
        [row],
        [found],
        [asked.say(f"method.{change.method}")],
        figure,
    )


def percent_1(share: float | None, lang: str) -> str:
    """The confidence attained, with the decimal in which it differs from the one asked for."""
    return percent(None, lang) if share is None else numbers.percent(100 * share, 1, lang)


@evidence("improved")
def improved_count(ground: Ground) -> Exhibit:
    """k of n enterprises moved the hoped-for way, each counted alike."""
    asked, better = ground.asked, ground.indicator.better
    if better == "neutral":
        return no_figure(
            ground, ground.say("evidence.improved_neutral", name=ground.short), asked.say("reading.why.no_direction")
        )
    found = stats.improved(ground.column("before_value"), ground.column("after_value"), better)
    row = {
        "moved_hoped_for_way": found.k,
        "unchanged": found.unchanged,
        "enterprises_with_both": found.n,
        "share": found.share,
        "low": found.lo,
        "high": found.hi,
        "method": found.method,
    }
    table = [
        [ground.say("evidence.what"), ground.say("evidence.value")],
        [ground.say("evidence.share"), percent(found.share, asked.lang)],
        [ground.say("evidence.interval"), _range(ground, found.lo, found.hi)],
        [ground.say("evidence.unchanged"), numbers.number(found.unchanged)],
    ]
    title = ground.say("evidence.improved_title", k=found.k, n=found.n, name=ground.short)
    return card(
        ground,
        title,
        ground.say("evidence.improved_about"),
        table,
        [row],
        [found],
        [ground.say("evidence.method.wilson")],
    )


def _range(ground: Ground, lo: float | None, hi: float | None) -> str:
    if lo is None or hi is None:
        return ground.say("evidence.none")
    return ground.say("evidence.range", low=percent(lo, ground.asked.lang), high=percent(hi, ground.asked.lang))


@evidence("leave-one-out")
def left_out_in_turn(ground: Ground) -> Exhibit:
    """The same change without each enterprise in turn: which single one would change the reading?"""
    method, columns = ground.method()
    found = stats.leave_one_out(method, *columns, null=ground.null)
    names = ground.column("enterprise")
    rows = [
        {
            "without": names[one.index],
            "estimate": one.estimate,
            "low": one.lo,
            "high": one.hi,
            "side_of_no_change": one.side,
            "decides": one.index in found.decisive,
        }
        for one in found.without
    ]
    table = [[ground.say("evidence.without"), ground.say("evidence.typical"), ground.say("evidence.side")]]
    for row in rows:
        side = (
            ground.say(f"evidence.side_{row['side_of_no_change']}")
            if row["side_of_no_change"]
            else ground.say("evidence.none")
        )
        table.append([row["without"], ground.amount(row["estimate"], row["low"], row["high"]), side])
    if found.side is None:
        title = ground.say("evidence.alone_few", n=found.n)
    elif found.decisive:
        decisive = ground.asked.say("comma").join(names[index] for index in found.decisive)
        title = ground.say("evidence.alone_decides", names=decisive)
    else:
        title = ground.say("evidence.alone_none", n=found.n)
    return card(ground, title, ground.say("evidence.alone_about", name=ground.short), table, rows, [found])


@evidence("same-months", guarded=False)
def same_months(ground: Ground) -> Exhibit:
    """The change once more with the same calendar months on both sides, so that a season is not taken for a change."""
    asked = ground.asked
    paired = asked.but(windows=Windows("year_before", asked.windows.after))
    change = changes(paired, [ground.indicator.id])[ground.indicator.id]
    views = ((asked, ground.change), (paired, change))
    rows, table = [], [[ground.say(f"evidence.{key}") for key in ("windows", "before", "after", "typical", "n")]]
    for view, found in views:
        open_ = tell.shown(found)
        amounts = (found.before, found.after, found.estimate, found.lo, found.hi) if open_ else (None,) * 5
        keys = ("before", "after", "estimate", "low", "high")
        who = {"enterprises": found.n, "reporting": found.reporting, "enrolled": found.enrolled}
        rows.append({"window": view.windows.code, **dict(zip(keys, amounts, strict=True)), **who})
        shown = [tell.value(ground.indicator, value, asked.lang) if open_ else "–" for value in amounts[:2]]
        amount = tell.amount(found, asked.lang) or "–"
        table.append([asked.say(f"windows.{view.windows.code}"), *shown, amount, numbers.number(found.n)])
    if change.reading.code == "no_data":
        title = ground.say("evidence.months_none")
    else:
        title = ground.say("evidence.months_title", sentence=tell.sentence(change, asked.lang))
    subtitle = ground.say("evidence.months_about", **scene.windows(paired))
    answer = paired.ask("pairs", [ground.indicator.id])
    return card(ground, title, subtitle, table, rows, notes=[asked.say(f"method.{change.method}")], answer=answer)
