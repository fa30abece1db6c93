"""What cannot be said yet: every headline measure without a clear change, with what it could still be, and the design."""

from outcomes import words
from outcomes.exhibits import scene, tell
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.changed.known import Known, answer, headline, rests, windows, withheld
from outcomes.exhibits.changed.measures import design, sentence_case
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import lineage, stated
from outcomes.words import numbers

CLEAR = ("improved", "worse")
COLUMNS = ("indicator", "name", "n", "scale", "low", "high", "reading", "why")


def cannot_say(asked: Asked, name: str = "cannot-say") -> Exhibit:
    """A row a measure; the table ends with what holds for all of them: how it was looked at, over which months."""
    if held := withheld(asked, name):
        return held
    told = headline(asked)
    if not told:
        return stated(asked, name, "empty", asked.say("changed.none"), asked.say("changed.none_do"))
    unsure = [one for one in told if one.change.reading.code not in CLEAR]
    of = [one.change.indicator for one in told]
    title = asked.say("changed.cannot_title" if unsure else "changed.cannot_none", k=len(unsure), n=len(told))
    periods = windows(asked, told)
    return Exhibit(
        id=name,
        title=title,
        subtitle=sentence_case(asked.say("changed.cannot_about", round=scene.round_name(asked), design=design(asked))),
        figure=None,
        narrow=None,
        columns=list(COLUMNS),
        rows=[_row(one, asked.lang) for one in unsure],
        notes=[asked.say("changed.cannot_note"), scene.snapshot_note(asked)],
        alt=asked.say("overview.join").join([title, *(tell.sentence(one.change, asked.lang) for one in unsure)]),
        lineage=lineage(asked, of, answer(asked, [one.id for one in of]), *rests(asked, told)),
        table=_table(asked, told, unsure, periods),
    )


def _row(one: Known, lang: str) -> dict:
    change = one.change
    return {
        "indicator": change.indicator.id,
        "name": words.pick(change.indicator.title, lang),
        "n": one.n,
        "scale": change.scale if one.open else None,
        "low": change.lo if one.open else None,
        "high": change.hi if one.open else None,
        "reading": change.reading.code,
        "why": tell.why(change, lang),
    }


def _table(asked: Asked, told: list[Known], unsure: list[Known], periods: dict[str, str]) -> list[list[str]]:
    say = asked.say
    return [
        [say("changed.head_measure"), say("changed.head_could"), say("changed.head_n")],
        *(
            [
                words.pick(one.change.indicator.title, asked.lang),
                _could(asked, one),
                "–" if one.n is None else numbers.number(one.n),
            ]
            for one in unsure
        ),
        [say("changed.all_measures", n=len(told)), say("changed.design_caveat"), ""],
        [say("changed.all_measures", n=len(told)), say("changed.months", **periods), ""],
    ]


def _could(asked: Asked, one: Known) -> str:
    """Both ends of the interval in words; without an interval the reason."""
    change = one.change
    if not one.open or change.reading.code != "unclear" or change.lo is None or change.hi is None:
        return tell.why(change, asked.lang)
    ends = [tell.move(change, end, asked.lang) for end in (change.lo, change.hi)]
    return asked.say("changed.could", low=ends[0], high=ends[1])
