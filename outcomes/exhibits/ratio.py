"""One change on a plain-word axis: a tenth, half, same, double."""

import outcomes.stats as stats
from outcomes import words
from outcomes.charts.interval import interval as draw_interval
from outcomes.exhibits import scene, tell
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.change import Change, changes
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import lineage, stated, withheld
from outcomes.exhibits.used import compared
from outcomes.words import numbers

HOURS = "hours_worked"
HALF, EVEN = 0.5, 0.5  # a halving of the rate; found as often as missed
_COUNTS = ("events_before", "exposure_before", "events_after", "exposure_after")


def rate_ratio(asked: Asked, indicator_id: str) -> Exhibit:
    """Rate after divided by rate before with its exact interval, and the counts it rests on."""
    name = f"ratio-{indicator_id}"
    if held := withheld(asked, name):
        return held
    change = changes(asked, [indicator_id])[indicator_id]
    answer = asked.ask("pairs", [indicator_id])
    if not tell.shown(change) or change.lo is None:
        state = "suppressed" if change.reading.code == "hidden" else "empty"
        return stated(asked, name, state, tell.sentence(change, asked.lang), tell.why(change, asked.lang))
    indicator = change.indicator
    row = {
        "indicator": indicator.id,
        **{key: getattr(change, key) if indicator.events else None for key in _COUNTS},
        "before": change.before,
        "after": change.after,
        "scale": change.scale,
        "estimate": change.estimate,
        "low": change.lo,
        "high": change.hi,
        "ratio": change.ratio,
        "ratio_low": change.ratio_lo,
        "ratio_high": change.ratio_hi,
        "confidence": change.confidence,
        "method": change.method,
        "enterprises_with_both": change.n,
        "reporting": change.reporting,
        "enrolled": change.enrolled,
    }
    figure = None
    if asked.look:
        figure = draw_interval(
            change.ratio,
            change.ratio_lo,
            change.ratio_hi,
            asked.look,
            asked.lang,
            better=indicator.better,
            reading=change.reading.code if change.reading.code in ("improved", "worse") else "unclear",
        )
    sentence = tell.sentence(change, asked.lang)
    return Exhibit(
        id=name,
        title=sentence,
        subtitle=_subtitle(asked, change),
        figure=figure,
        narrow=None,
        columns=list(row),
        rows=[row],
        notes=[asked.say("ratio.note" if _too_few(change) else f"method.{change.method}"), scene.snapshot_note(asked)],
        alt=f"{words.pick(indicator.title, asked.lang)}: {tell.amount(change, asked.lang)}",
        lineage=lineage(
            asked,
            [indicator],
            answer,
            *compared(asked, [change]),
        ),
        state=None,
    )


def _too_few(change: Change) -> bool:
    """Would so few cases miss a real halving more often than not? By the power of the same test, not by a feeling."""
    if not change.indicator.events or change.method != "rate_ratio":
        return False
    if not change.events_before or not change.exposure_before or not change.exposure_after:
        return True
    return stats.power_of_ratio(HALF, change.events_before, change.exposure_before, change.exposure_after) < EVEN


def _subtitle(asked: Asked, change: Change) -> str:
    """The counts it rests on; pieces, days and shares are no cases, and only hours are said in hours."""
    if not change.indicator.events:
        return asked.say("ratio.subtitle_values", n=change.n)
    told = {
        "before": numbers.number(change.events_before, 0, asked.lang),
        "after": numbers.number(change.events_after, 0, asked.lang),
        "n": change.n,
    }
    if change.indicator.denominator != HOURS:
        return asked.say("ratio.subtitle_cases", **told)
    hours = {f"hours_{side}": _large(getattr(change, f"exposure_{side}"), asked) for side in ("before", "after")}
    return asked.say("ratio.subtitle", **told, **hours)


def _large(hours: float, asked: Asked) -> str:
    """Hours as one says them: 2.41 million; in Chinese by the ten thousand. Rounded once, to what both show."""
    tens = round(hours / 1e4)
    value = numbers.number(tens, 0, asked.lang) if asked.lang == "zh" else numbers.number(tens / 100, 2, asked.lang)
    return asked.say("ratio.hours", value=value)


def head(asked: Asked, indicator_id: str) -> str:
    """The safety page's finding: counts first, then what they can tell."""
    if asked.is_public or not asked.pilots:
        return asked.say("safety.title_plain")
    change = changes(asked, [indicator_id])[indicator_id]
    if change.reading.code not in ("improved", "worse", "unclear"):
        return tell.sentence(change, asked.lang)
    return asked.say(
        f"safety.head_{change.reading.code}",
        before=numbers.count_words(round(change.events_before), asked.lang, capital=True),
        after=numbers.count_words(round(change.events_after), asked.lang),
        when=asked.say(f"windows.{asked.windows.after}"),
    )
