"""Slides: the public view and nothing else, a finding in two languages, a sentence where there is nothing to show."""

from dataclasses import replace
from datetime import date

import pytest

from outcomes import engine, scope, slides, store
from outcomes.errors import NotAllowed
from outcomes.slides import Page, Story

TITLE = {"en": "T", "zh": "题"}


@pytest.fixture(scope="module")
def db(published_store):
    return engine.open_database(store.Store(published_store).serve().snapshot, scope.parse("public"))


def story_of(*pages: Page, round_: str | None = "NX-2015A") -> Story:
    return Story("s", TITLE, {}, round_, "zh", None, pages)


@pytest.mark.parametrize("name", ["nanxun-2015", "sichuan-phase-1"])
def test_every_slide_of_the_stories_that_come_along_shows_something_in_both_languages(db, tmp_path, name):
    made = slides.made(slides.read(tmp_path, name), db, slides.look())
    assert [one.number for one in made] == list(range(1, len(made) + 1))
    assert len({one.key for one in made}) == len(made)
    for one in made:
        assert not one.problem, (one.key, one.problem)
        assert one.title["en"] != one.title["zh"]
        assert set(one.body) == {"en", "zh"} and type(one.body["en"]) is type(one.body["zh"])
        assert db.snapshot.short in one.foot["en"] and "匿名" in one.foot["zh"]


@pytest.mark.parametrize("who", ["director", "officer:330503"])
def test_no_other_scope_makes_slides(published_store, who):
    inside = engine.open_database(store.Store(published_store).serve().snapshot, scope.parse(who))
    with pytest.raises(NotAllowed, match="public view alone"):
        slides.made(story_of(Page("did", "events")), inside, slides.look())


def test_what_is_not_for_outside_is_a_sentence_and_the_next_slide_stands(db):
    made = slides.made(
        story_of(Page("changed", "forest"), Page("changed", "pairs", "injury_frequency"), Page("did", "events")),
        db,
        slides.look(),
    )
    assert [bool(one.problem) for one in made] == [False, True, True, False]
    assert made[1].problem["en"] and made[1].problem["zh"] and not made[1].body


def test_a_practice_or_an_indicator_that_is_not_there_is_a_sentence(db):
    made = slides.made(
        story_of(
            Page("practices", "practice-card", nth=500),
            Page("changed", "run-chart", "no_such"),
            Page("practices", "practice-card", card="999"),
        ),
        db,
        slides.look(),
    )
    assert "practice number 500" in made[1].problem["en"]
    assert "no_such" in made[2].problem["en"]
    assert made[3].problem["zh"]


def test_a_round_that_the_snapshot_does_not_have_is_refused_by_name(db):
    with pytest.raises(NotAllowed, match=r"R99.*NX-2015A"):
        slides.made(story_of(Page("did", "events"), round_="R99"), db, slides.look())


def test_a_group_too_small_to_show_is_a_sentence_and_no_figure(snapshot_of):
    months = "month enterprise measure value\n" + "\n".join(
        f"2015-{month:02d} E{n} {measure} {value}"
        for n in range(1, 5)
        for month in range(1, 9)
        for measure, value in (("hours_worked", 1000), ("new_injuries", n))
    )
    small = snapshot_of(months).db("public")
    made = slides.made(story_of(Page("changed", "run-chart", "injury_frequency"), round_="R1"), small, slides.look())
    assert made[1].problem["en"] and not made[1].body


def test_the_same_exhibit_twice_has_two_keys_and_its_own_months(db):
    first, second = (
        Page("changed", "run-chart", "injury_frequency"),
        Page("changed", "run-chart", "injury_frequency", first_month=date(2015, 5, 1)),
    )
    made = slides.made(story_of(first, second), db, slides.look())
    assert [one.key for one in made[1:]] == ["run-chart-injury_frequency", "run-chart-injury_frequency-2"]
    assert made[1].title["en"].startswith("Injury frequency: "), "a hall has no card around a run chart that names it"
    assert made[1].title["zh"].startswith("百万工时伤害率：")
    assert len(made[2].exhibit["en"].rows) < len(made[1].exhibit["en"].rows)


def test_the_practices_that_tell_most_come_first(db):
    made = slides.made(story_of(*(Page("practices", "practice-card", nth=n) for n in (1, 2, 3))), db, slides.look())
    first = made[1].body["en"]
    assert len(first.photos) == 2 and len(first.facts) == 3 and first.quote
    assert len({one.title["en"] for one in made[1:]}) == 3


def test_a_sentence_of_ones_own_stands_beside_the_finding_and_never_in_its_place(db):
    made = slides.made(story_of(Page("did", "events", sentence={"en": "Mine"})), db, slides.look())
    assert made[1].said == {"en": "Mine"}
    assert made[1].title["en"] == made[1].exhibit["en"].title


def test_what_is_offered_for_a_story_can_be_shown(db):
    found = slides.offered(db, "NX-2015A")
    assert "events" in found and "forest" not in found and "profile" not in found
    pages = [
        Page(
            "did", name, indicator=None if name == "practice-card" else one, nth=1 if name == "practice-card" else None
        )
        for name, codes in found.items()
        for one in (codes[:2] or [None])
    ]
    made = slides.made(replace(story_of(), pages=tuple(pages)), db, slides.look())
    assert [one.key for one in made if one.problem] == []
