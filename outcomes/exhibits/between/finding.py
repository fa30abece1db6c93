"""The head of the page: what came since then, and what that did to the figure that moved."""

from outcomes import words
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.between.counts import FIGURES, counted, many
from outcomes.exhibits.between.definitions import changed
from outcomes.exhibits.between.effects import Effects, between, effects, since, unready, value_text
from outcomes.exhibits.overview import HARM
from outcomes.words import numbers

_MOST = 0.5  # of all that moved it, either way: from here on one class is called the most of it


def finding(asked: Asked) -> str:
    """ "Since the meeting of 27 Oct 2015: 41 figures added, 1 corrected; injury frequency reads 3.1 instead of 3.0, ..." """
    if held := unready(asked, ""):
        return held.title
    found = between(asked).differences
    parts = [counted(asked, found)]
    if definitions := changed(asked):
        parts.append(many(asked, "count_definitions", definitions))
    text = asked.say("between.counts_title", since=since(asked), counts=asked.say("comma").join(parts))
    if not found and not definitions:
        return text
    return text + asked.say("between.semicolon") + _reads(asked, list(effects(asked).values()))


def _reads(asked: Asked, told: list[Effects]) -> str:
    """The harm first when it moved, else what moved most for its size; what is the same once rounded did not move."""
    seen = [one for one in told if one.then is not None and one.now is not None]
    moved = [one for one in seen if value_text(asked, one, one.steps[0]) != value_text(asked, one, one.steps[-1])]
    if not moved:
        return asked.say("between.reads_same")
    one = max(moved, key=lambda one: (one.indicator.id == HARM, abs(one.difference) / max(abs(one.then), 1e-9)))
    return asked.say(
        "between.reads",
        name=words.pick(one.indicator.short, asked.lang),
        then=value_text(asked, one, one.steps[0]),
        now=value_text(asked, one, one.steps[-1]),
        whence=_whence(asked, one),
    )


def _whence(asked: Asked, one: Effects) -> str:
    moved = {kind: abs(part) for kind, part in one.parts.items() if part}
    first = max(moved, key=moved.get)
    if moved[first] <= _MOST * sum(moved.values()):
        return asked.say("between.whence_several")
    how_much = asked.say("between.all_of_it" if len(moved) == 1 else "between.most_of_it")
    return asked.say("between.whence", how_much=how_much, what=_what(asked, one, first))


def _what(asked: Asked, one: Effects, kind: str) -> str:
    """The class in words; of figures that came, their months."""
    measures = {one.indicator.numerator, one.indicator.denominator} - {None}
    pilots = {row["enterprise"] for row in asked.pilots}
    months = sorted(
        {
            each.key[1]
            for each in between(asked).differences
            if each.kind == kind and each.table == FIGURES and each.key[0] in pilots
            if not measures or each.key[2] in measures
        }
    )
    if kind in ("added", "late") and months:
        return asked.say(f"between.from_{kind}_of", months=numbers.period(months[0], months[-1], asked.lang))
    return asked.say(f"between.from_{kind}")
