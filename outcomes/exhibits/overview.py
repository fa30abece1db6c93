"""The director's first screen: what changed in all headline indicators, how sure we are, and which four come first."""

from outcomes import words
from outcomes.charts.forest import forest as draw_forest
from outcomes.charts.forest import forest_narrow
from outcomes.exhibits import scene, tell
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.change import Change, changes
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import lineage, withheld
from outcomes.exhibits.used import compared
from outcomes.words import numbers

HARM, PRACTICE, OUTPUT = "injury_frequency", "hazards_closed_on_time", "labour_productivity"


def headline(asked: Asked) -> list[Change]:
    """The headline indicators in the catalogue's order, and any core one that got worse: bad news is never left out.

    Coverage itself is not among them: it stands beside every figure.
    """
    return [change for change in changes(asked, looked_at(asked)).values() if is_told(change)]


def looked_at(asked: Asked) -> list[str]:
    told = [i for i in sorted(asked.db.indicators.values(), key=lambda i: (i.order, i.id)) if i.kind != "coverage"]
    return [i.id for i in told if i.tier in ("headline", "core")]


def is_told(change: Change) -> bool:
    return change.indicator.tier == "headline" or change.reading.code == "worse"


def chosen(told: list[Change], with_money: bool = False) -> list[Change]:
    """Those for the tiles by rule: the harm, a practice, one that got worse if any did, and output.

    With money on record its tile is the fourth, and output stands in the forest with the others; it may still be the
    one that got worse.
    """
    by_id = {change.indicator.id: change for change in told}
    picked = [by_id[name] for name in (HARM, PRACTICE) if name in by_id]
    last = [by_id[OUTPUT]] if OUTPUT in by_id and not with_money else []
    rest = [change for change in told if change not in picked + last]
    rest.sort(key=lambda change: {"worse": 0, "improved": 1, "unclear": 2}.get(change.reading.code, 3))
    room = 4 - len(picked) - len(last) - with_money
    return picked + rest[:room] + last


def finding(asked: Asked, told: list[Change]) -> str:
    """The page's sentence, from the readings alone."""
    if asked.is_public and not told:
        return asked.say("overview.public")
    if not asked.is_public and not asked.pilots:
        return asked.say("overview.nobody")
    harm = next((change for change in told if change.indicator.id == HARM), None)
    improved, worse = (sum(change.reading.code == code for change in told) for code in ("improved", "worse"))
    also = asked.say("overview.also_worse", k=numbers.count_words(worse, asked.lang)) if worse else ""
    first = "some_improved" if improved else "none_improved"
    second = harm.reading.code if harm else "no_data"
    if second not in ("improved", "worse", "unclear"):
        second = "no_data"
    return (
        asked.say(
            f"overview.{first}",
            k=numbers.count_words(improved, asked.lang, True),
            of=numbers.count_words(len(told), asked.lang),
            worse=also,
        )
        + asked.say("overview.join")
        + asked.say(f"overview.harm_{second}")
    )


def sentences(asked: Asked, indicators: list[str]) -> str:
    """The findings of a few indicators in one line, for a page's head."""
    if asked.is_public:
        return asked.say("overview.public")
    if not asked.pilots:
        return asked.say("overview.nobody")
    told = changes(asked, indicators)
    return asked.say("overview.join").join(tell.sentence(told[name], asked.lang) for name in indicators)


def forest(asked: Asked, told: list[Change]) -> Exhibit:
    """After divided by before for every headline indicator, with its interval and its word."""
    if held := withheld(asked, "forest"):
        return held
    rows = [line(change, asked.lang) for change in told]
    pairs = asked.ask("pairs", [change.indicator.id for change in told])
    title = counted(asked, told)
    return Exhibit(
        id="forest",
        title=title,
        subtitle=asked.say("overview.subtitle", **scene.windows(asked)),
        figure=draw_forest(rows, asked.look, asked.lang) if asked.look else None,
        narrow=forest_narrow(rows, asked.look, asked.lang) if asked.look else None,
        columns=list(figures(told[0], asked.lang)) if told else [],
        rows=[figures(change, asked.lang) for change in told],
        notes=[asked.say("overview.note"), scene.snapshot_note(asked)],
        alt=title + " " + " ".join(tell.sentence(change, asked.lang) for change in told),
        lineage=lineage(
            asked,
            [change.indicator for change in told],
            pairs,
            *compared(asked, told),
        ),
        state=None,
    )


def counted(asked: Asked, told: list[Change]) -> str:
    """How many improved, got worse, and cannot be told, of how many."""
    count = {code: sum(c.reading.code == code for c in told) for code in ("improved", "worse", "unclear")}
    parts = [
        asked.say(f"overview.count_{code}", k=numbers.count_words(n, asked.lang)) for code, n in count.items() if n
    ]
    rest = len(told) - sum(count.values())
    if rest:
        parts.append(asked.say("overview.count_rest", k=numbers.count_words(rest, asked.lang)))
    text = asked.say(
        "overview.title", of=numbers.count_words(len(told), asked.lang), parts=asked.say("comma").join(parts)
    )
    return text[:1].upper() + text[1:]


def line(change: Change, lang: str) -> dict:
    """A line of the chart; figures that may not be shown are not handed on at all."""
    open_ = tell.shown(change)
    code = change.reading.code
    return {
        "id": change.indicator.id,
        "name": words.pick(change.indicator.short, lang),
        "group": change.indicator.better,
        "before_text": tell.value(change.indicator, change.before, lang) if open_ else "–",
        "after_text": tell.value(change.indicator, change.after, lang) if open_ else "–",
        "ratio": change.ratio if open_ else None,
        "lo": change.ratio_lo if open_ else None,
        "hi": change.ratio_hi if open_ else None,
        "n": change.n,
        "reading": "incomplete" if code == "no_data" else code,
        "note": None if code in ("improved", "worse", "unclear", "neutral") else tell.why(change, lang),
    }


def figures(change: Change, lang: str) -> dict:
    """The row of an exhibit; what may not be shown is empty."""
    open_ = tell.shown(change)
    return {
        "indicator": change.indicator.id,
        "name": words.pick(change.indicator.title, lang),
        "unit": words.pick(change.indicator.unit, lang),
        "before": change.before if open_ else None,
        "after": change.after if open_ else None,
        "scale": change.scale,
        "estimate": change.estimate if open_ else None,
        "low": change.lo if open_ else None,
        "high": change.hi if open_ else None,
        "confidence": change.confidence if open_ else None,
        "method": change.method,
        "enterprises_with_both": change.n,
        "reporting": change.reporting,
        "enrolled": change.enrolled,
        "coverage": change.coverage,
        "reading": change.reading.code,
        "why": tell.why(change, lang),
    }
