"""What was known before and after, each person on the same items twice; nobody is named, and one test is no pair."""

from dataclasses import dataclass

from outcomes import readings
from outcomes.charts.paired_dots import paired_dots
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import stated
from outcomes.exhibits.record import recorded
from outcomes.exhibits.record_value import Recorded
from outcomes.exhibits.sheet_card import card
from outcomes.exhibits.training.events import over_all, over_everybody
from outcomes.words import numbers

GAIN = "knowledge_gain"
WAVES = ("before", "after", "follow_up")


@dataclass(frozen=True)
class Pair:
    """One person's shares of right answers, 0 to 100; follow_up is None for who took no third test."""

    before: float
    after: float
    follow_up: float | None
    used: tuple[dict, ...]

    @property
    def gain(self) -> float:
        return self.after - self.before


def knowledge(asked: Asked) -> Exhibit:
    """One pair a person, sorted by gain; the interval is that of the typical gain over all pairs."""
    answer = asked.ask("knowledge")
    if not answer.rows:
        return stated(asked, "knowledge", "empty", asked.say("training.no_tests"), asked.say("training.no_tests_do"))
    pairs, single = paired(answer.rows)
    n, found = len(pairs), recorded(over_everybody(asked), [GAIN])[GAIN]
    if found.state == "suppressed":
        return stated(
            asked, "knowledge", "suppressed", asked.say("training.pairs_hidden"), asked.say("training.pairs_hidden_do")
        )
    if not n:
        return stated(asked, "knowledge", "empty", asked.say("training.no_pairs"), _single(asked, single))
    reading = readings.read(found.indicator.better, found.of, None, found.lo, found.hi, 0)
    rows = [
        {"pair": place, "before": pair.before, "after": pair.after, "gain": pair.gain, "follow_up": pair.follow_up}
        for place, pair in enumerate(pairs, start=1)
    ]
    used = [row for pair in pairs for row in pair.used]
    later = sum(pair.follow_up is not None for pair in pairs)
    return card(
        asked,
        "knowledge",
        title(asked, reading.code, found, n),
        asked.say("training.knowledge_about", n=n),
        rows=rows,
        table=_table(asked, found, n, later, single),
        answer=answer,
        used=used,
        unit=("event", "person", "test_wave"),
        value="score",
        left=len(answer.rows) - len(used),
        why=[_single(asked, single)],
        notes=[
            *([asked.say("training.follow_up_note", n=later)] if later else []),
            *([_single(asked, single)] if single else []),
            asked.say("method.hodges_lehmann"),
            *over_all(asked),
        ],
        results=[{"method": found.method, "persons": found.of, **found.result}],
        **_drawn(asked, rows),
    )


def paired(rows: list[dict]) -> tuple[list[Pair], int]:
    """Pairs by gain, the largest first, and how many persons have tests and no pair.

    A pair is one person at one event on one set of items, as for the indicator of the catalogue.
    """
    found: list[Pair] = []
    with_pair: set[str] = set()
    sets: dict[tuple, dict[str, dict]] = {}
    for row in rows:
        sets.setdefault((row["event"], row["person"], row["item_bank"]), {})[row["test_wave"]] = row
    for (_, person, _), waves in sets.items():
        share = {wave: _share(row) for wave, row in waves.items()}
        if share.get("before") is None or share.get("after") is None:
            continue
        used = tuple(waves[wave] for wave in WAVES if wave in waves)
        found.append(Pair(share["before"], share["after"], share.get("follow_up"), used))
        with_pair.add(person)
    everybody = {row["person"] for row in rows}
    return sorted(found, key=lambda pair: (-pair.gain, -pair.after)), len(everybody - with_pair)


def _share(row: dict) -> float | None:
    return 100 * row["score"] / row["score_max"] if row["score_max"] and row["score"] is not None else None


def title(asked: Asked, code: str, found: Recorded, n: int) -> str:
    """The finding with its hedge; five pairs or fewer are values only."""
    if code == "values_only":
        return asked.say("training.knowledge_values_only", n=n)
    if found.lo is None or found.hi is None:
        return asked.say("training.knowledge_no_interval", n=n)
    return asked.say(f"training.knowledge_{code}", n=n, gain=gain_of(found, asked.lang))


def gain_of(found: Recorded, lang: str) -> str:
    places = 0 if abs(found.change) >= 9.95 else 1
    return numbers.points_interval(found.change, found.lo, found.hi, lang, places)


def _single(asked: Asked, single: int) -> str:
    return asked.say("training.one_test_one" if single == 1 else "training.one_test", n=single)


def _table(asked: Asked, found: Recorded, n: int, later: int, single: int) -> list[list[str]]:
    lang = asked.lang
    whole = found.lo is not None and found.hi is not None
    gain = numbers.points_interval(found.change, found.lo, found.hi, lang, 1) if whole else "–"
    return [
        [asked.say("training.what"), asked.say("training.value")],
        [asked.say("training.pairs"), numbers.number(n, 0, lang)],
        [asked.say("training.typical_gain"), gain],
        [asked.say("training.with_follow_up"), numbers.number(later, 0, lang)],
        [asked.say("training.without_pair"), numbers.number(single, 0, lang)],
    ]


def _drawn(asked: Asked, rows: list[dict]) -> dict:
    if not asked.look:
        return {}
    return {
        "figure": paired_dots(rows, asked.look, asked.lang),
        "narrow": paired_dots(rows, asked.look, asked.lang, narrow=True),
    }
