"""The page of good practices: a wall, its places and choices, one card whole, and texts of data that stay texts."""

import base64
from datetime import date

import pytest

from outcomes.engine import Database
from tests.pages.test_pages import FAILED, opened, text_of

PAGE = "programme/practices.py"
SCRIPT, IMAGE = "<script>alert(1)</script> & <b>bold</b>", "![x](https://example.org/x.png) **no**"


def html(at) -> str:
    return "".join(element.proto.body for element in at.get("html"))


def action(code: str, status: str = "done", **told) -> dict:
    blank = [
        "due_on",
        "done_on",
        "checked_on",
        "control",
        "cost",
        "saving_once",
        "saving_monthly",
        "saving_basis",
        "verified_by",
        "verified_on",
        "metric_en",
        "metric_zh",
        "metric_unit",
        "metric_before",
        "metric_after",
        "lesson_en",
        "lesson_zh",
        "quote_en",
        "quote_zh",
        "quote_role",
        "quote_consent",
    ]
    return {
        **dict.fromkeys(blank),
        "action": code,
        "round": "R1",
        "enterprise": "E01",
        "modules": "M5",
        "action_en": f"Improvement {code}",
        "action_zh": f"改进 {code}",
        "action_category": "machine_guarding",
        "proposed_by": "worker",
        "opened_on": date(2015, 6, 1),
        "action_status": status,
        **told,
    }


@pytest.fixture
def store_of(snapshot_of):
    def draw(*actions):
        months = "enterprise month measure value\nE01 2015-05 workers 100\nE02 2015-05 workers 90"
        firms = {"E01": {"consent": "named"}, "E02": {"consent": "internal"}}
        return snapshot_of(months, firms, record={"action": list(actions)}).store.root

    return draw


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_texts_of_data_are_shown_as_texts_wherever_they_stand(store_of, monkeypatch, lang):
    place = store_of(
        action(
            "A1",
            **{f"{name}_{one}": text for name in ("action", "lesson") for one in ("en", "zh") for text in [SCRIPT]},
        ),
        action("A2", quote_en=IMAGE, quote_consent="yes", action_en=IMAGE, action_zh=IMAGE),
    )
    wall = opened(PAGE, place, monkeypatch, lang)
    assert not wall.exception
    assert "<script" not in html(wall) and "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;" in html(wall)
    assert IMAGE in html(wall)  # html knows no markdown
    labels = [option.content for option in wall.get("button_group")[-1].proto.options]
    assert any("\\!\\[x\\]" in label for label in labels) and not any("![x]" in label for label in labels)
    for code, words in (("A1", SCRIPT), ("A2", IMAGE)):
        card = opened(PAGE, place, monkeypatch, lang, card=code)
        assert "<script" not in html(card)
        title = card.subheader[0].value
        assert "![x]" not in title and "<script" not in title.replace("\\<script", "")
        assert words.split()[0] in text_of(card).replace("\u2060", "")


def test_a_click_on_a_card_opens_it_and_the_address_names_it(store_of, monkeypatch):
    at = opened(PAGE, store_of(action("A1"), action("A2")), monkeypatch)
    wall = next(one for one in at.get("button_group") if one.key == "w_card")
    wall.set_value("A2").run()
    assert at.query_params["card"] in ("A2", ["A2"])
    assert "Improvement A2" in at.subheader[0].value
    at.button(key="w_back").click().run()
    assert "card" not in at.query_params and len(html(at)) > 0
    assert "Improvement A1" in html(at) and "Improvement A2" in html(at)


def test_a_code_of_no_card_is_a_sentence_and_the_way_back(store_of, monkeypatch):
    at = opened(PAGE, store_of(action("A1")), monkeypatch, card="ZZ-9")
    assert "There is no card “ZZ-9”" in text_of(at)
    assert at.button(key="w_back")


def test_what_did_not_work_has_its_own_place_with_its_lesson(store_of, monkeypatch):
    place = store_of(action("A1"), action("A2", "reverted", lesson_en="Too heavy to lift", lesson_zh="太重"))
    first = opened(PAGE, place, monkeypatch)
    assert "Too heavy to lift" not in html(first)
    parts = next(one for one in first.get("button_group") if one.key == "w_part")
    parts.set_value("not-worked").run()
    assert first.query_params["part"] in ("not-worked", ["not-worked"])
    assert "Too heavy to lift" in html(first) and "Improvement A1" not in html(first)


def test_the_pages_choices_stand_in_the_address_and_reset_takes_them_away(store_of, monkeypatch):
    place = store_of(action("A1", cost=0.0), action("A2", cost=50_000.0))
    at = opened(PAGE, place, monkeypatch, cost="high")
    assert "Improvement A2" in html(at) and "Improvement A1" not in html(at)
    at.selectbox(key="w_cost").select("none").run()
    assert "Improvement A1" in html(at) and "Improvement A2" not in html(at)
    at.button(key="w_reset").click().run()
    assert "Improvement A1" in html(at) and "Improvement A2" in html(at)
    odd = opened(PAGE, place, monkeypatch, cost="cheap", category="<b>", part="elsewhere", more="many")
    assert "Improvement A1" in html(odd) and "Improvement A2" in html(odd)


def test_at_most_twenty_four_cards_at_once_and_the_rest_on_request(store_of, monkeypatch):
    at = opened(PAGE, store_of(*[action(f"A{n:02d}") for n in range(40)]), monkeypatch)
    assert html(at).count('role="group"') == 24
    at.button(key="w_more").click().run()
    assert html(at).count('role="group"') == 40
    assert not [one for one in at.button if one.key == "w_more"]


def test_inside_a_quote_without_consent_says_so_and_outside_there_is_none(store_of, monkeypatch):
    place = store_of(action("A1", quote_en="Hidden words", quote_consent="no"))
    inside = opened(PAGE, place, monkeypatch, card="A1")
    assert "Hidden words" in html(inside) and "no consent: not to be shown" in html(inside)
    outside = opened(PAGE, place, monkeypatch, who="public", card="1")
    assert "Improvement A1" in outside.subheader[0].value
    assert "Hidden words" not in html(outside) and "E01" not in html(outside) + text_of(outside)


@pytest.mark.parametrize("part", ["good", "under-way", "not-worked", "checklist"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_each_place_of_the_page_opens_on_the_demonstration_data(published_store, monkeypatch, lang, part):
    at = opened(PAGE, published_store, monkeypatch, lang, part=part)
    assert not at.exception
    assert not any(words in text_of(at) for words in FAILED)


def test_photos_stop_where_a_page_could_not_carry_them(store_of, monkeypatch):
    heavy = base64.b64encode(b"x" * 900_000).decode()
    monkeypatch.setattr(Database, "photos", lambda self, card: [{"photo": card, "media_kind": "after"}], raising=False)
    monkeypatch.setattr(Database, "picture", lambda self, photo: heavy, raising=False)
    at = opened(PAGE, store_of(*[action(f"A{n}") for n in range(4)]), monkeypatch)
    assert html(at).count("<img") == 1 and html(at).count("1 photos") == 3
