"""One change on a plain-word axis: a tenth, half, same, double."""

from outcomes import words
from outcomes.charts.interval import interval as draw_interval
from outcomes.exhibits import scene, tell
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.change import changes
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import lineage, stated
from outcomes.words import numbers


def rate_ratio(asked: Asked, indicator_id: str) -> Exhibit:
    """Rate after divided by rate before with its exact interval, and the counts it rests on."""
    name = f"ratio-{indicator_id}"
    if asked.is_public:
        return stated(asked, name, "not_allowed", asked.say("state.public_no_pairs"))
    if not asked.pilots:
        return stated(asked, name, "empty", asked.say("state.empty"), asked.say("state.empty_do"))
    change = changes(asked, [indicator_id])[indicator_id]
    answer = asked.ask("pairs", [indicator_id])
    if not tell.shown(change) or change.lo is None:
        state = "suppressed" if change.reading.code == "hidden" else "empty"
        return stated(asked, name, state, tell.sentence(change, asked.lang), tell.why(change, asked.lang))
    indicator = change.indicator
    row = {
        "indicator": indicator.id,
        "events_before": change.events_before,
        "exposure_before": change.exposure_before,
        "events_after": change.events_after,
        "exposure_after": change.exposure_after,
        "ratio": change.ratio,
        "low": change.ratio_lo,
        "high": change.ratio_hi,
        "confidence": change.confidence,
        "method": change.method,
        "enterprises_with_both": change.n,
    }
    used = sum(pair["before_months"] + pair["after_months"] for pair in change.pairs)
    due = sum(pair["before_due"] + pair["after_due"] for pair in change.pairs)
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
        subtitle=asked.say(
            "ratio.subtitle",
            before=numbers.number(change.events_before, 0, asked.lang),
            after=numbers.number(change.events_after, 0, asked.lang),
            hours_before=_large(change.exposure_before, asked),
            hours_after=_large(change.exposure_after, asked),
            n=change.n,
        ),
        figure=figure,
        narrow=None,
        columns=list(row),
        rows=[row],
        notes=[asked.say("ratio.note"), scene.snapshot_note(asked)],
        alt=f"{words.pick(indicator.title, asked.lang)}: {tell.amount(change, asked.lang)}",
        lineage=lineage(
            asked,
            [indicator],
            answer,
            used,
            max(0, due - used),
            [asked.say("overview.left_out", months=max(0, due - used))],
        ),
        state=None,
    )


def _large(hours: float, asked: Asked) -> str:
    """Hours as one says them: 2.41 million; in Chinese by the ten thousand."""
    unit = 1e4 if asked.lang == "zh" else 1e6
    return asked.say("ratio.hours", value=numbers.number(hours / unit, 0 if asked.lang == "zh" else 2, asked.lang))


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
