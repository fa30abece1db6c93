"""The page before the hall, and the desk where a story is put together."""

import json

import pytest

from outcomes import slides
from outcomes.words import say
from tests.pages.test_pages import opened, text_of

PRESENT, DESK = "meeting/present.py", "meeting/story.py"


@pytest.fixture
def own(published_store, tmp_path):
    """The demonstration's store without what it cost to make: its own stories, the same snapshots."""
    own = tmp_path / "data"
    own.mkdir()
    for name in ("snapshots", "CURRENT", "audit.jsonl"):
        (own / name).symlink_to(published_store / name)
    return own


def html(at) -> str:
    return "".join(element.proto.body for element in at.get("html"))


def write(own, name: str, text: str) -> None:
    (own / "stories").mkdir(exist_ok=True)
    (own / "stories" / f"{name}.toml").write_text(text, encoding="utf-8")


def stage_of(at) -> dict | None:
    """What the stage was given; None where no stage is drawn."""
    for one in at.get("bidi_component"):
        told = json.loads(one.proto.json) if one.proto.json else {}
        if "decks" in told:
            return told
    return None


GOOD = '[title]\nen = "Mine"\nzh = "我的"\n[[page]]\npart = "did"\nexhibit = "events"\n'


@pytest.mark.parametrize("who", ["director", "officer:330503", "public"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_whoever_reads_the_slides_are_those_of_the_public_view(published_store, monkeypatch, who, lang):
    at = opened(PRESENT, published_store, monkeypatch, lang, who=who, story="nanxun-2015")
    assert not at.exception
    assert say("present.public_only", lang) in text_of(at).replace("\\", "")
    assert html(at).count("present?story=nanxun-2015&slide=") == 15


def test_a_page_at_fault_is_told_before_the_hall_and_the_rest_is_there(own, monkeypatch):
    write(
        own,
        "mine",
        GOOD + '[[page]]\npart = "did"\nexhibit = "balloons"\n[[page]]\npart = "changed"\nexhibit = "forest"\n',
    )
    at = opened(PRESENT, own, monkeypatch, story="mine")
    (warning,) = at.warning
    assert "no exhibit “balloons”" in warning.value
    assert "Slide 3" in warning.value
    assert html(at).count("slide=") == 3


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            GOOD.replace("[title]", 'snapshot = "20150101-000000-aaaaaaaaaaaaaaaa"\n[title]'),
            "20150101-000000-aaaaaaaaaaaaaaaa",
        ),
        (GOOD.replace("[title]", 'round = "R99"\n[title]'), "R99"),
        ("round = ", "TOML"),
    ],
)
def test_a_story_that_cannot_be_told_is_a_sentence_and_another_can_be_chosen(own, monkeypatch, text, sentence):
    write(own, "mine", text)
    at = opened(PRESENT, own, monkeypatch, story="mine")
    assert not at.exception
    assert sentence in text_of(at) + " ".join(one.value for one in at.error)
    assert at.selectbox(key="w_story").options


def test_a_story_put_together_at_the_desk_is_a_file_that_the_page_tells(own, monkeypatch):
    at = opened(DESK, own, monkeypatch)
    at.selectbox(key="w_story_from").set_value("new").run()
    at.button(key="w_story_take").click().run()
    assert "0 pages" in at.title[0].value
    at.selectbox(key="w_story_exhibit").set_value("events").run()
    at.text_area(key="w_story_said_en").set_value("We came eight times.").run()
    at.button(key="w_story_add").click().run()
    at.selectbox(key="w_story_exhibit").set_value("outcome").run()
    at.selectbox(key="w_story_indicator_outcome").set_value("injury_frequency").run()
    at.selectbox(key="w_story_part").set_value("changed").run()
    at.button(key="w_story_add").click().run()
    at.button(key="w_up_1").click().run()
    assert "2 pages" in at.title[0].value
    at.text_input(key="w_story_title_en").set_value("Ours").run()
    at.text_input(key="w_story_title_zh").set_value("我们的").run()
    at.text_input(key="w_story_id").set_value("ours").run()
    at.button(key="w_story_save").click().run()
    assert not at.exception and at.success
    story = slides.read(own, "ours")
    assert [(page.exhibit, page.indicator, page.part) for page in story.pages] == [
        ("outcome", "injury_frequency", "changed"),
        ("events", None, "did"),
    ]
    assert story.pages[1].sentence == {"en": "We came eight times."}
    assert html(opened(PRESENT, own, monkeypatch, story="ours")).count("slide=") == 3


def test_a_page_taken_out_is_gone_and_a_bad_name_is_refused_with_a_sentence(own, monkeypatch):
    at = opened(DESK, own, monkeypatch, story="nanxun-2015")
    before = at.title[0].value
    at.button(key="w_remove_0").click().run()
    assert at.title[0].value != before
    at.text_input(key="w_story_id").set_value("../escape").run()
    at.button(key="w_story_save").click().run()
    assert "cannot be a story" in at.error[0].value
    assert not list(own.rglob("escape*")) and not (own / "stories").exists()


def test_the_public_puts_no_story_together(published_store, monkeypatch):
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        opened(DESK, published_store, monkeypatch, who="public")
