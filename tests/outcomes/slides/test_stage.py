"""The stage: both leads, everything escaped, every photo once, colours by name."""

import json
import re

import pytest

from outcomes import engine, scope, slides, store
from outcomes.charts import DARK, LIGHT
from outcomes.slides import Card, Page, Quotes, Story, stage


@pytest.fixture(scope="module")
def db(published_store):
    return engine.open_database(store.Store(published_store).serve().snapshot, scope.parse("public"))


@pytest.fixture(scope="module")
def told(db, tmp_path_factory):
    story = slides.read(tmp_path_factory.mktemp("none"), "nanxun-2015")
    made = slides.made(story, db, slides.look())
    return story, made, stage.stage(story, made)


def test_each_deck_has_every_slide_with_its_own_language_large(told):
    story, made, data = told
    for lead, code in (("en", "en"), ("zh", "zh-CN")):
        deck = data["decks"][lead]
        assert re.findall(r'data-number="(\d+)"', deck) == [str(one.number) for one in made]
        assert set(re.findall(r'<h2 lang="([\w-]+)"', deck)) == {code}
        assert all(f"{one.number} / {len(made)}" in deck for one in made)
    assert data["lead"] == story.lead == "zh"


def test_a_photo_is_sent_once_and_named_where_it_is_shown(told):
    _, made, data = told
    shown = {
        photo.jpeg for one in made for body in one.body.values() if isinstance(body, Card) for photo in body.photos
    }
    assert shown and set(data["photos"].values()) == shown
    named = set(re.findall(r'data-photo="(\w+)"', data["decks"]["en"]))
    assert named == set(data["photos"])


def test_a_drawing_has_no_colour_of_its_own_that_the_theme_would_not_change(told):
    for deck in told[2]["decks"].values():
        drawn = "".join(re.findall(r"<svg.*?</svg>", deck, re.S))
        assert "var(--ink)" in drawn
        left = {found.lower() for found in re.findall(r"#[0-9A-Fa-f]{6}\b", drawn)}
        assert left <= {"#000000"}, left


def test_both_themes_fill_the_same_names():
    sheet = stage.style()
    light, dark = (set(re.findall(r"(--[\w-]+):#", part)) for part in sheet.split("\n", 2)[:2])
    assert light == dark and len(light) > 15
    used = set(re.findall(r"var\((--[\w-]+)\)", sheet)) - {"--fit"}  # a size, which the script sets
    assert used <= light
    assert DARK.page in sheet and LIGHT.page in sheet


def test_no_text_of_the_data_is_ever_markup(db):
    hostile = "</section><img src=x onerror=alert(1)>\"'&"
    story = Story("s", {"en": hostile, "zh": hostile}, {"en": hostile, "zh": hostile}, "NX-2015A", "en", None,
                  (Page("did", "events", sentence={"en": hostile, "zh": hostile}),))  # fmt: skip
    made = slides.made(story, db, slides.look())
    made[1].body.update({lang: Quotes([(hostile, hostile)]) for lang in ("en", "zh")})
    data = stage.stage(story, made)
    for deck in data["decks"].values():
        assert "<img" not in deck
        assert deck.count("</section>") == 2
        assert "&lt;/section&gt;" in deck
    json.dumps(data)
