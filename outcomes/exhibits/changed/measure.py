"""One measure of a round: what changed, how sure that is, and how many of the enterprises moved."""

from outcomes import words
from outcomes.charts.before_after import before_after
from outcomes.charts.pairs import pairs as draw_pairs
from outcomes.exhibits import scene, tell
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.changed.known import TOO_FEW, Known, answer, known, rests, windows, withheld
from outcomes.exhibits.changed.measures import COUNTS, better, design, row
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import lineage, stated, suppressed
from outcomes.words import numbers


def outcome(asked: Asked, indicator_id: str) -> Exhibit:
    """The finding with its interval; the figure has a pair of dots an enterprise where all have agreed to that."""
    name = f"outcome-{indicator_id}"
    if held := withheld(asked, name):
        return held
    one = known(asked, [indicator_id]).get(indicator_id)
    if one is None:
        return stated(asked, name, "empty", asked.say("changed.none"), asked.say("changed.none_do"))
    change = one.change
    if change.reading == TOO_FEW:
        return stated(asked, name, "suppressed", tell.why(change, asked.lang), asked.say("changed.too_few_do"))
    if change.reading.code == "hidden":
        return suppressed(asked, name)
    if change.reading.code == "no_data":
        return stated(asked, name, "empty", tell.sentence(change, asked.lang), asked.say("state.no_values_do"))
    title = _title(asked, one)
    told = row(one, asked.lang)
    return Exhibit(
        id=name,
        title=title,
        subtitle=asked.say(
            "changed.outcome_about",
            title=words.pick(change.indicator.title, asked.lang),
            unit=words.pick(change.indicator.unit, asked.lang),
            n=change.n,
            **windows(asked, [one]),
        ),
        figure=_drawn(asked, one, False),
        narrow=_drawn(asked, one, True),
        columns=list(told),
        rows=[told],
        notes=[asked.say(f"method.{change.method}"), design(asked), scene.snapshot_note(asked)],
        alt=title,
        lineage=lineage(asked, [change.indicator], answer(asked, [indicator_id]), *rests(asked, [one])),
        table=_table(asked, one),
        results=[{"place": place, **dot} for place, dot in enumerate(one.dots, start=1)],
        reading={
            "code": change.reading.code,
            "reason": change.reading.reason,
            "word": tell.word(change, asked.lang),
            "why": tell.why(change, asked.lang),
        },
    )


def _title(asked: Asked, one: Known) -> str:
    sentence = tell.sentence(one.change, asked.lang)
    if one.better is None:
        return sentence
    return asked.say("overview.join").join([sentence, asked.say("changed.improved", k=one.better, n=one.change.n)])


def _table(asked: Asked, one: Known) -> list[list[str]]:
    change, lang = one.change, asked.lang
    lines = [
        ("before", tell.value(change.indicator, change.before, lang)),
        ("after", tell.value(change.indicator, change.after, lang)),
        ("change", tell.amount(change, lang) or "–"),
        ("better", better(asked, one)),
        *((key, numbers.number(getattr(one, key))) for key in COUNTS),
        ("n", numbers.number(change.n)),
        ("reporting", asked.say("changed.of", k=change.reporting, n=change.enrolled)),
        ("word", tell.word(change, lang)),
        ("why", tell.why(change, lang)),
    ]
    heads = [asked.say("changed.head_what"), asked.say("changed.head_value")]
    return [heads, *([asked.say(f"changed.head_{key}"), value] for key, value in lines)]


def _drawn(asked: Asked, one: Known, narrow: bool):
    if not asked.look:
        return None
    change, indicator, lang = one.change, one.change.indicator, asked.lang
    if one.dots:
        rows = [_pair(place, dot, indicator, lang) for place, dot in enumerate(one.dots)]
        heading = asked.say("pairs.points" if indicator.share else "pairs.change")
        return draw_pairs(rows, asked.look, lang, indicator.better, heading, narrow=narrow)
    return before_after(
        change.before,
        change.after,
        tuple(tell.value(indicator, value, lang) for value in (change.before, change.after)),
        (change.estimate, change.lo, change.hi),
        change.scale,
        tell.amount(change, lang),
        asked.look,
        lang,
        indicator.better,
        change.reading.code,
        narrow=narrow,
    )


def _pair(place: int, dot: dict, indicator, lang: str) -> dict:
    """A dumbbell without a name, and without a word: one enterprise proves nothing."""
    moved = dot["after"] - dot["before"]
    return {
        **dot,
        "id": str(place),
        "name": "",
        **{f"{side}_text": tell.value(indicator, dot[side], lang) for side in ("before", "after")},
        "change_text": numbers.signed(
            moved, 0 if indicator.share and abs(moved) >= 9.95 else max(1, indicator.decimals), lang
        ),
        "reading": "unclear" if indicator.better != "neutral" else "neutral",
    }
