"""The demonstration data, exhibit by exhibit: both languages say the same numbers, and no more than the figures allow.

Every exhibit of the table, every indicator, every round and all rounds together, with two of the four windows.
"""

import json
import re

import pytest
from told import asked_for, disagree, drawn_texts, figure_of, texts, unfounded, walk, without_names

from outcomes import catalogue, engine, scope, store, words
from outcomes.charts import LIGHT
from outcomes.exhibits import Asked, registry
from outcomes.exhibits.between import which
from outcomes.filters import Filters, parse_windows

NEUTRAL = [name for name, each in catalogue.indicators().items() if each.better == "neutral"]
JUDGED = {
    "en": re.compile(r"\b(improved|got worse|for the better|for the worse|better ▶|◀ better|worse ▶|◀ worse)", re.I),
    "zh": re.compile("有改善|变差|变好|改善"),
}
CLAIMS = re.compile(r"\bimpacts?\b|影响|成效归因", re.I)
NEVER = re.compile(r"\bcaus(?:e|ed|es|ing)\b|导致|造成", re.I)


@pytest.fixture(scope="module")
def readers(published_store) -> list[dict[str, Asked]]:
    """Each choice of round and window, in both languages."""
    shop, director = store.Store(published_store), scope.parse("director")
    db = engine.open_database(shop.serve().snapshot, director)
    base = which.database(shop, shop.history()[-1].id, director)
    return [
        {lang: Asked(db, Filters(round=name), lang, LIGHT, parse_windows(code), base) for lang in words.LANGUAGES}
        for name in (None, *Asked(db).rounds)
        for code in ("start", "year-end")
    ]


def drawn_letters(exhibit) -> str:
    return " | ".join(drawn_texts(exhibit).values())


@pytest.fixture(scope="module", params=registry.EXHIBITS)
def name(request) -> str:
    """Of the module, so that pytest asks all of one exhibit before the next and it is built once."""
    return request.param


@pytest.fixture(scope="module")
def built(readers, name) -> list[tuple]:
    """(what it is of, English, Chinese) for each indicator or enterprise, and each choice."""
    entry = registry.EXHIBITS[name]
    found = []
    for asked in readers:
        enterprises = sorted({row["enterprise"] for row in asked["en"].kept})
        for one in asked_for(entry, sorted(catalogue.indicators()), enterprises):
            told = [registry.build(asked[lang], name, **one) for lang in words.LANGUAGES]
            found.append(((name, one, asked["en"].filters.round, asked["en"].windows.code), *told))
    return found


def test_both_languages_say_the_same_numbers_in_every_place(built):
    seen = 0
    for of, en, zh in built:
        english, chinese = texts(en), texts(zh)
        assert english.keys() == chinese.keys(), of
        for place, text in english.items():
            told = disagree(without_names(text, "en"), without_names(chinese[place], "zh"))
            assert not told, f"{of} {place}: {told}"
            seen += bool(re.search(r"\d", text))
        told = disagree(without_names(drawn_letters(en), "en"), without_names(drawn_letters(zh), "zh"))
        assert not told, f"{of}: {told}"  # drawings break their lines where each language must
        plain = [[value for _, value in walk(each.rows) if not isinstance(value, str)] for each in (en, zh)]
        assert plain[0] == plain[1], of
        assert en.results == zh.results, of
    assert seen


def test_the_numbers_of_the_title_are_those_of_the_table(built):
    for of, *both in built:
        for lang, exhibit in zip(words.LANGUAGES, both, strict=True):
            assert not unfounded(exhibit, lang), f"{of} {lang}: {unfounded(exhibit, lang)} in {exhibit.title!r}"


def test_nothing_is_said_to_be_caused_and_impact_only_beside_a_comparison_arm(built, name):
    for of, *both in built:
        for exhibit in both:
            compared = any(row.get("arm") == "comparison" for row in exhibit.rows) or name == "comparison"
            for place, text in (texts(exhibit) | drawn_texts(exhibit)).items():
                assert not NEVER.search(text), f"{of} {place}: {text}"
                assert compared or not CLAIMS.search(text), f"{of} {place}: {text}"


def test_what_has_no_good_direction_is_never_judged_in_words_or_colour(built):
    colours = {LIGHT.improvement, LIGHT.concern, LIGHT.improvement_tint, LIGHT.concern_tint}
    for of, *both in built:
        if of[1].get("indicator") not in NEUTRAL:
            continue
        for lang, exhibit in zip(words.LANGUAGES, both, strict=True):
            said = texts(exhibit) | drawn_texts(exhibit)
            judged = [text for text in said.values() if JUDGED[lang].search(_outside_names(text, lang))]
            assert not judged, (of, lang, judged)
            assert not exhibit.reading or exhibit.reading["code"] not in ("improved", "worse"), of
            drawn = json.dumps([_without_template(f) for f in (exhibit.figure, exhibit.narrow) if f], default=str)
            assert not [colour for colour in colours if colour in drawn], (of, lang)


def _without_template(figure) -> dict:
    drawn = figure_of(figure)
    return {**drawn, "layout": {k: v for k, v in drawn["layout"].items() if k != "template"}}


def _outside_names(text: str, lang: str) -> str:
    """Without the indicators' own names, one of which has the word for improvement in it."""
    for indicator in catalogue.indicators().values():
        for pair in (indicator.title, indicator.short):
            text = text.replace(pair[lang], " ")
    return text


def test_words_and_colours_of_judgement_are_there_where_they_belong(readers):
    """The tests above can fail: an indicator that improved has the word, the colour and the numbers."""
    asked = readers[0]["en"]
    exhibit = registry.build(asked, "typical", "hazards_closed_on_time")
    assert JUDGED["en"].search(exhibit.title)
    assert LIGHT.improvement in json.dumps(figure_of(exhibit.figure), default=str)
    other = registry.build(readers[0]["zh"], "typical", "hazards_closed_on_time")
    assert JUDGED["zh"].search(other.title)
    assert disagree(exhibit.title, re.sub(r"\d", "7", other.title))
    assert set(NEUTRAL) == {"days_lost_per_case", "near_misses", "women_share"}
