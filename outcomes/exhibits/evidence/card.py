"""The ground that every card of the evidence page stands on: the change, its rows, and how a card is put together."""

import dataclasses
import functools
from collections.abc import Callable
from dataclasses import dataclass, replace

import outcomes.stats as stats
from outcomes import words
from outcomes.catalogue import Indicator
from outcomes.engine import Answer
from outcomes.exhibits import scene, tell
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.change import Change, changes, usable
from outcomes.exhibits.exhibit import Exhibit, closed
from outcomes.exhibits.lineage import lineage, stated, suppressed, withheld
from outcomes.exhibits.used import Rests, compared, nothing
from outcomes.words import numbers


@dataclass(frozen=True)
class Ground:
    """One indicator as asked for: its change, the answer it rests on, the enterprises that have both periods."""

    asked: Asked
    name: str
    indicator: Indicator
    change: Change
    answer: Answer

    @property
    def used(self) -> list[dict]:
        return [row for row in self.change.pairs if usable(row, self.indicator)]

    @property
    def null(self) -> float:
        return 1.0 if self.change.scale == "ratio" else 0.0

    @property
    def short(self) -> str:
        return words.pick(self.indicator.short, self.asked.lang)

    @property
    def unit(self) -> str:
        """The unit of a difference: points between two percentages, else the indicator's own."""
        if self.indicator.share:
            return self.asked.say("pairs.points")
        return words.pick(self.indicator.unit, self.asked.lang)

    def say(self, key: str, **values) -> str:
        return self.asked.say(key, **values)

    def column(self, name: str, rows: list[dict] | None = None) -> list[float | None]:
        return [row[name] for row in (self.used if rows is None else rows)]

    def counts(self, name: str, rows: list[dict] | None = None) -> list[int | None]:
        return [None if value is None else round(value) for value in self.column(name, rows)]

    def method(self) -> tuple[Callable, tuple[list, ...]]:
        """The statistic behind the change, and the columns it takes: the same call that made the reading."""
        if self.change.method == "rate_ratio":
            after = self.counts("after_numerator"), self.column("after_denominator")
            return stats.pooled_rate_ratio, (*after, self.counts("before_numerator"), self.column("before_denominator"))
        pairs = self.column("before_value"), self.column("after_value")
        return stats.geometric_mean_ratio if self.change.scale == "ratio" else stats.hodges_lehmann, pairs

    def amount(self, estimate: float | None, lo: float | None = None, hi: float | None = None) -> str:
        """An estimate with its interval, written as the change itself is written."""
        if estimate is None:
            return self.say("evidence.none")
        return tell.amount(replace(self.change, estimate=estimate, lo=lo, hi=hi), self.asked.lang)

    def moved(self, value: float | None) -> str:
        """A part of a change in the indicator's own unit, with its sign."""
        if value is None:
            return self.say("evidence.none")
        places = self.indicator.decimals if not self.indicator.share else 1
        return numbers.signed(value, max(1, places), self.asked.lang)


def evidence(name: str, guarded: bool = True) -> Callable:
    """A card of the evidence page: the sentences for nobody, for too few and for the public are said in one place.

    guarded: are the figures hidden where the reading is hidden? Counts of enterprises alone need no guard.
    """

    def wrap(build: Callable[[Ground], Exhibit]) -> Callable[[Asked, str], Exhibit]:
        @functools.wraps(build)
        def exhibit(asked: Asked, indicator_id: str) -> Exhibit:
            card = f"{name}-{indicator_id}"
            if held := withheld(asked, card):
                return held
            change = changes(asked, [indicator_id])[indicator_id]
            ground = Ground(asked, card, change.indicator, change, asked.ask("pairs", [indicator_id]))
            if guarded and change.reading.code == "hidden":
                return suppressed(asked, card)
            if guarded and change.reading.code == "no_data":
                return stated(asked, card, "empty", tell.sentence(change, asked.lang), asked.say("state.no_values_do"))
            return build(ground)

        return exhibit

    return wrap


def card(
    ground: Ground,
    title: str,
    subtitle: str,
    table: list[list[str]] = (),
    rows: list[dict] = (),
    results: list = (),
    notes: list[str] = (),
    figure=None,
    narrow=None,
    answer: Answer | None = None,
    rests: Rests | None = None,
) -> Exhibit:
    """An exhibit with its lineage; every warning of its results is said among the notes.

    rests: the rows it is made of, when they are others than those of the enterprises with both periods.
    """
    asked, change = ground.asked, ground.change
    codes = dict.fromkeys(code for result in results for code in result.warnings)
    cautions = [asked.say(f"evidence.warning.{code}") for code in codes]
    return Exhibit(
        id=ground.name,
        title=title,
        subtitle=subtitle,
        figure=figure,
        narrow=narrow,
        columns=list(rows[0]) if rows else [],
        rows=list(rows),
        notes=[*notes, *cautions, scene.snapshot_note(asked)],
        alt=title,
        lineage=lineage(
            asked,
            [ground.indicator],
            answer or ground.answer,
            *(rests or compared(asked, [change])),
        ),
        table=[list(line) for line in table],
        results=[told(result) for result in results],
        reading=reading(change, asked.lang),
    )


def no_figure(ground: Ground, title: str, subtitle: str) -> Exhibit:
    """A card that says why there is none: it rests on no row."""
    return card(ground, title, subtitle, rests=nothing(ground.asked))


def reading(change: Change, lang: str) -> dict:
    return {
        "code": change.reading.code,
        "reason": change.reading.reason,
        "word": tell.word(change, lang),
        "why": tell.why(change, lang),
    }


def told(result) -> dict:
    """A statistic as plain values, led by its method; an open end is a word, since JSON knows no infinity."""
    return {"method": result.method, **closed(dataclasses.asdict(result))}


def chance(p: float | None, lang: str) -> str:
    """0.032, or below 0.001; a p that was not computed says so."""
    if p is None:
        return words.say("evidence.none", lang)
    return "<0.001" if p < 0.001 else numbers.number(p, 3, lang)


def percent(share: float | None, lang: str) -> str:
    return words.say("evidence.none", lang) if share is None else numbers.percent(100 * share, 0, lang)
