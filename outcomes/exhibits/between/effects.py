"""By how much each class of change moves each headline indicator: the parts add up to the difference, whatever it is.

Each class is applied on top of those before it, and its effect is what the indicator reads after it less what it read
before it. A step at which there is nothing to read has no effect of its own; when the value is there again, the whole
difference since it was last there stands at that step.
"""

import re
from dataclasses import dataclass

from outcomes import catalogue, words
from outcomes.catalogue import Indicator
from outcomes.engine import CLASSES, Between
from outcomes.exhibits import cells, scene, tell
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.between.values import Value, headline, values
from outcomes.exhibits.change import changes
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import lineage, stated, withheld
from outcomes.exhibits.record import recorded
from outcomes.exhibits.record_value import shown
from outcomes.exhibits.used import compared
from outcomes.words import numbers

NAME = "changes-effects"
_SAME = 1e-12  # of the value's size: sums of the same figures in another order


@dataclass(frozen=True)
class Effects:
    """``steps``: what the indicator reads before the first class and after each; ``parts``: the effect of each class,
    None where it cannot be told. appeared, vanished: the class with which a value came or went for good."""

    indicator: Indicator
    steps: list[Value]
    parts: dict[str, float | None]

    @property
    def then(self) -> float | None:
        return self.steps[0].amount

    @property
    def now(self) -> float | None:
        return self.steps[-1].amount

    @property
    def difference(self) -> float | None:
        return None if self.then is None or self.now is None else self.now - self.then

    @property
    def moved(self) -> bool:
        return (self.then is None) != (self.now is None) or bool(self.difference)

    @property
    def appeared(self) -> str | None:
        return self._since(lambda value: value is not None) if self.then is None and self.now is not None else None

    @property
    def vanished(self) -> str | None:
        return self._since(lambda value: value is None) if self.then is not None and self.now is None else None

    def _since(self, there) -> str:
        """The class from which on it holds to the end."""
        last = max(place for place, step in enumerate(self.steps) if not there(step.amount))
        return CLASSES[last]


def between(asked: Asked) -> Between:
    """What lies between the two snapshots; once for all choices."""
    return asked.db.keep(("between", asked.base.snapshot.id), lambda: Between(asked.base, asked.db))


def effects(asked: Asked) -> dict[str, Effects]:
    """The effects on every headline indicator, kept for each choice."""
    key = ("effects", asked.base.snapshot.id, asked.filters, asked.windows)
    return asked.db.keep(key, lambda: _effects(asked))


def _effects(asked: Asked) -> dict[str, Effects]:
    told = headline(asked)
    ids = [one.id for one in told]
    read: list[dict[str, Value]] = []
    databases = between(asked).databases
    for place, db in enumerate(databases):
        same = place and db is databases[place - 1]
        read.append(read[-1] if same else values(asked.but(db=db, base=None, since=None, look=None), ids))
    return {one.id: effects_of(one, [each[one.id] for each in read]) for one in told}


def effects_of(indicator: Indicator, steps: list[Value]) -> Effects:
    """The parts between the steps: they add up to the difference of the last value and the first one that is there."""
    steps, last, parts = list(steps), steps[0].amount, {}
    for place, kind in enumerate(CLASSES, start=1):
        here = steps[place].amount
        if here is not None and last is not None and abs(here - last) <= _SAME * max(1.0, abs(last)):
            here = last
            steps[place] = Value(here, steps[place].n)
        parts[kind] = here - last if here is not None and last is not None else None
        last = here if here is not None else last
    return Effects(indicator, steps, parts)


def unready(asked: Asked, name: str) -> Exhibit | None:
    """Why there is nothing to hold against each other."""
    if held := withheld(asked, name):
        return held
    if asked.base is None:
        return stated(asked, name, "empty", asked.say("between.only_one"), asked.say("between.only_one_do"))
    return None


def changes_effects(asked: Asked) -> Exhibit:
    """A row a headline indicator: what it read then, the effect of each class, what it reads now."""
    if held := unready(asked, NAME):
        return held
    told = list(effects(asked).values())
    moved = sum(one.moved for one in told)
    monthly = [one.indicator.id for one in told if not one.indicator.of_record]
    answer = asked.ask("pairs", monthly)
    title = asked.say("between.effects_some" if moved else "between.effects_none", k=moved, of=len(told))
    return Exhibit(
        id=NAME,
        title=title,
        subtitle=asked.say("between.effects_subtitle", **scene.windows(asked)),
        figure=None,
        narrow=None,
        columns=list(_row(asked, told[0])) if told else [],
        rows=[_row(asked, one) for one in told],
        notes=notes(asked),
        alt=title,
        lineage=lineage(
            asked,
            [one.indicator for one in told],
            answer,
            *_used(asked, monthly, [one.indicator.id for one in told if one.indicator.of_record]),
        ),
        table=[heads(asked), *(line(asked, one) for one in told)],
    )


def _used(asked: Asked, monthly: list[str], of_record: list[str]) -> tuple:
    """The months behind what each figure reads now, and the units behind those over the record."""
    used, left, why = compared(asked, changes(asked, monthly).values())
    units = [row for one in recorded(asked, of_record).values() if one.state is None for row in one.units]
    return cells.together(asked, [used, cells.of_units(asked, units)], monthly), left, why


def since(asked: Asked) -> str:
    """ "Since the meeting of 27 Oct 2015", or since the snapshot that stands beside."""
    if asked.since:
        return asked.say("between.since_meeting", day=numbers.day(asked.since, asked.lang))
    return asked.say("between.since_snapshot", day=numbers.day(asked.base.snapshot.created.date(), asked.lang))


def notes(asked: Asked) -> list[str]:
    order = asked.say("between.then_join").join(asked.say(f"between.class.{kind}") for kind in CLASSES)
    told = [asked.say("between.order", order=order), asked.say("between.due")]
    if not catalogue.tells_formulas(asked.base.snapshot.manifest["facts"]):
        told.append(asked.say("between.no_formulas"))
    return [*told, two_snapshots(asked)]


def two_snapshots(asked: Asked) -> str:
    base = asked.base.snapshot
    day = numbers.day(base.created.date(), asked.lang)
    return asked.say("between.snapshots", day=day, short=base.short, now=scene.snapshot_note(asked))


def heads(asked: Asked) -> list[str]:
    names = [asked.say(f"between.head.{kind}") for kind in CLASSES]
    return [asked.say("between.indicator"), asked.say("between.then"), *names, asked.say("between.now")]


def line(asked: Asked, one: Effects) -> list[str]:
    """One indicator as a reader sees it."""
    parts = [part_text(asked, one, kind) for kind in CLASSES]
    name = words.pick(one.indicator.short, asked.lang)
    return [name, value_text(asked, one, one.steps[0]), *parts, value_text(asked, one, one.steps[-1])]


def value_text(asked: Asked, one: Effects, value: Value) -> str:
    if value.amount is not None:
        if _money(one):
            return numbers.money(value.amount, asked.lang, full=True)
        show = shown if one.indicator.of_record else tell.value
        return show(one.indicator, value.amount, asked.lang)
    return asked.say("between.too_few" if value.n else "between.nothing")


def part_text(asked: Asked, one: Effects, kind: str) -> str:
    """+0.12, 0, or the word for a value that came or went; what rounds to nothing and is not nothing says so."""
    amount = one.parts[kind]
    if amount is None:
        before, after = one.steps[CLASSES.index(kind) :][:2]
        if before.amount is None and after.amount is None:
            return "–"
        return asked.say("between.vanished" if after.amount is None else "between.appeared")
    if not amount:
        return "0"
    if _money(one):
        text = numbers.money(amount, asked.lang, full=True)
        return re.sub(r"\d", r"+\g<0>", text, count=1) if amount > 0 else text
    places = 1 if one.indicator.share else one.indicator.decimals + 1
    least = 10.0**-places
    if abs(amount) < least / 2:
        return f"{'+' if amount > 0 else numbers.MINUS}<{least:.{places}f}"
    return numbers.signed(amount, places, asked.lang)


def _money(one: Effects) -> bool:
    return one.indicator.unit["en"] == "CNY"


def _row(asked: Asked, one: Effects) -> dict:
    return {
        "indicator": one.indicator.id,
        "name": words.pick(one.indicator.title, asked.lang),
        "unit": words.pick(one.indicator.unit, asked.lang),
        "then": one.then,
        **one.parts,
        "now": one.now,
        "difference": one.difference,
        "moved": one.moved,
        "appeared": one.appeared,
        "vanished": one.vanished,
        "enterprises_then": one.steps[0].n,
        "enterprises_now": one.steps[-1].n,
    }
