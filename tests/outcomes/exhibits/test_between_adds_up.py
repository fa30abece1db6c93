"""Drawn pairs of snapshots, fifty or twenty: the classes of change add up to the whole difference of every headline indicator.

The pairs are published for real, every class of change is among them, and the ends are what a database that was freshly
opened over each snapshot answers.
"""

import os
import shutil
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from drawn_pairs import PAIRS, drawn
from told import broken, disagree, texts, unfinite, unfounded, without_names

from outcomes import catalogue, engine, scope, words
from outcomes.engine import CLASSES
from outcomes.exhibits import Asked, between, registry
from outcomes.exhibits.between import which
from outcomes.exhibits.between.effects import effects
from outcomes.exhibits.between.values import headline, values
from outcomes.exhibits.change import changes
from outcomes.exhibits.record import recorded
from outcomes.filters import Filters
from tests.drawn_share import share

NAMES = [name for name, entry in registry.EXHIBITS.items() if entry.of_two]
SEEN: Counter = Counter()
_MEMORY = Path("/dev/shm")


@pytest.fixture(scope="module")
def folder():
    made = Path(tempfile.mkdtemp(dir=_MEMORY if os.access(_MEMORY, os.W_OK) else None))
    yield made
    for inner, _, _ in os.walk(made):
        os.chmod(inner, 0o700)
    shutil.rmtree(made, ignore_errors=True)


def asked_of(pair, who: str = "director", **filters) -> Asked:
    reader = scope.parse(who)
    db = engine.open_database(pair.place.open(pair.after), reader)
    return Asked(db, Filters(**filters), base=which.database(pair.place, pair.before, reader))


def near(told: float | None, wanted: float | None, size: float) -> bool:
    if told is None or wanted is None:
        return told is wanted
    return told == pytest.approx(wanted, rel=0, abs=1e-9 * size)


@pytest.mark.parametrize("seed", range(PAIRS))
def test_the_classes_add_up_to_the_difference_of_every_headline_indicator(seed, folder):
    pair = drawn(seed, folder / str(seed))
    who = "officer:330503" if seed % 7 == 3 else "director"
    asked = asked_of(pair, who, **({"sector": "C38"} if seed % 7 == 5 else {}))
    if not asked.pilots:
        return
    ids = [one.id for one in headline(asked)]
    told = effects(asked)
    assert list(told) == ids
    bases = fresh(pair, who) if seed % 4 == 0 else [asked.base, asked.db]  # each is opened over one snapshot alone
    ends = [values(asked.but(db=db, base=None), ids) for db in bases]
    monthly = [name for name in ids if name in asked.db.indicators]
    shown = {name: change.after for name, change in changes(asked, monthly).items()}
    shown |= {name: one.value for name, one in recorded(asked, [name for name in ids if name not in monthly]).items()}
    for name, one in told.items():
        size = max(1.0, *(abs(step.amount) for step in one.steps if step.amount is not None), 0.0)
        assert near(one.then, ends[0][name].amount, size), name
        assert near(one.now, ends[1][name].amount, size), name
        if one.now is not None:
            assert near(one.now, shown[name], size), name  # as the overview has it
        parts = [part for part in one.parts.values() if part is not None]
        if one.difference is not None:
            assert near(sum(parts), one.difference, size), (name, one.parts)
        there = [step.amount for step in one.steps if step.amount is not None]
        assert near(sum(parts), there[-1] - there[0] if there else 0.0, size), (name, one.parts)
        SEEN.update(kind for kind, part in one.parts.items() if part)
        SEEN.update(name for kind, part in one.parts.items() if part and one.indicator.of_record)
        SEEN["appeared"] += one.appeared is not None
        SEEN["vanished"] += one.vanished is not None
    if seed % 5 == 0:
        _exhibits_say_the_same(asked)


def fresh(pair, who: str) -> list[engine.Database]:
    then = pair.place.open(pair.before)
    told = catalogue.as_published(catalogue.indicators(), then.manifest["facts"])
    reader = scope.parse(who)
    return [engine.open_database(then, reader, told), engine.open_database(pair.place.open(pair.after), reader)]


def _exhibits_say_the_same(asked: Asked) -> None:
    """Each exhibit of two, in both languages: no figure that is none, none in a title that its rows do not know."""
    for name in NAMES:
        en, zh = (registry.build(asked.but(lang=lang), name, None) for lang in words.LANGUAGES)
        assert (en.state, en.columns, en.results) == (zh.state, zh.columns, zh.results), name
        for lang, exhibit in (("en", en), ("zh", zh)):
            assert not unfounded(exhibit, lang), f"{name}: {unfounded(exhibit, lang)} in {exhibit.title!r}"
            assert not unfinite([exhibit.rows, exhibit.results]), name
            assert not [text for text in texts(exhibit).values() if broken(text)], name
        english, chinese = texts(en), texts(zh)
        assert english.keys() == chinese.keys(), name
        for place, text in english.items():
            told = disagree(without_names(text, "en"), without_names(chinese[place], "zh"))
            assert not told, f"{name} {place}: {told}"
    heads = [between.finding(asked.but(lang=lang)) for lang in words.LANGUAGES]
    assert not disagree(without_names(heads[0], "en"), without_names(heads[1], "zh")), heads


def test_every_class_had_an_effect_and_values_came_and_went():
    """The test above can fail: with nothing between the snapshots every sum would be right."""
    assert {kind for kind, n in SEEN.items() if n >= share(2, 5)} >= set(CLASSES), SEEN
    assert SEEN["appeared"], SEEN
    assert all(SEEN[name] for name, one in catalogue.records().items() if one.tier == "headline"), SEEN


@pytest.mark.parametrize("seed", range(0, PAIRS, 9))
def test_the_tables_after_the_last_class_of_rows_are_those_of_the_later_snapshot(seed, folder):
    pair = drawn(seed, folder / f"tables-{seed}")
    asked = asked_of(pair)
    found = engine.Between(asked.base, asked.db)
    told, then, now = found.tables("membership"), pair.place.open(pair.before), asked.db.snapshot
    for name in now.tables("internal"):
        assert as_set(told[name]) == as_set(now.read("internal", name)), name
    first = found.tables("added")
    assert as_set(first["enrolment"]) == as_set(then.read("internal", "enrolment"))
    keys = {(row["enterprise"], row["month"], row["measure"]) for row in first["observation"].to_pylist()}
    assert keys >= pair.then.observations.keys()


def as_set(table) -> Counter:
    return Counter(tuple(row.items()) for row in table.to_pylist())
