"""Files without the screen: no sentence about a drawing, a card or a link that is not there; sources with addresses."""

import pytest

from outcomes import engine, scope, store, words
from outcomes.charts import LIGHT
from outcomes.exhibits import Asked, registry
from outcomes.export import at_rest
from outcomes.filters import Filters


@pytest.fixture(scope="module")
def asked(published_store):
    snapshot = store.Store(published_store).serve().snapshot
    return Asked(engine.open_database(snapshot, scope.parse("director")), Filters(round="NX-2015A"), "en", LIGHT)


@pytest.mark.parametrize("lang", words.LANGUAGES)
@pytest.mark.parametrize("name", ["targets", "costs", "quality", "good-practices", "under-way", "benchmarks"])
def test_a_table_says_nothing_of_what_only_the_screen_has(asked, lang, name):
    shown = registry.build(asked.but(lang=lang), name, None)
    still = at_rest.at_rest(shown, lang)
    assert (still.subtitle, still.notes) != (shown.subtitle, shown.notes)
    for sign in (
        "◆",
        "■",
        "upright",
        "竖线",
        "Open a card",
        "打开卡片",
        "A link leads",
        "链接通往",
        "below, month",
        "下方",
    ):
        assert sign not in "\n".join([still.subtitle, *still.notes])


def test_every_sentence_that_is_told_otherwise_is_one_of_the_words():
    for key, instead in at_rest.OF_SCREEN.items():
        assert words.has(key) and (instead is None or words.has(instead)), key


def test_sources_have_their_addresses_and_quotes_their_role(asked):
    assert all(address.startswith("http") for _, address in at_rest.sources(registry.build(asked, "benchmarks", None)))
    said = at_rest.quotes(registry.build(asked, "reflections", None), "en")
    assert said and all(one.startswith("“") and one.endswith(")") for one in said)
