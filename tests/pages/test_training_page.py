"""The page of training through the door a reader uses: what stands there, for whom, and in which language."""

import re

import pytest
from programme_store import publish

from tests.pages.test_pages import FAILED, opened, text_of

PAGE = "programme/training.py"


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return publish(tmp_path_factory.mktemp("training") / "data")


def html(at) -> str:
    return "".join(element.proto.body for element in at.get("html"))


def test_the_head_says_who_came_and_what_they_learnt(data, monkeypatch):
    at = opened(PAGE, data, monkeypatch)
    assert not at.exception
    assert (
        at.title[0].value.replace("\\", "")
        == "10 people took part by name; what they know rose, +22 points (+20 to +25)"
    )
    assert opened(PAGE, data, monkeypatch, lang="zh").title[0].value.startswith("记名参与10人")


def test_four_cards_stand_on_the_page_and_none_failed(data, monkeypatch):
    for lang in ("en", "zh"):
        at = opened(PAGE, data, monkeypatch, lang=lang)
        assert len(at.subheader) == 4
        assert not any(words in text_of(at) for words in FAILED)
        assert len(at.get("plotly_chart")) == 2  # the pairs of tests, and the ones for a phone


def test_the_calendar_tells_a_fact_from_demonstration_data_and_says_about(data, monkeypatch):
    page = html(opened(PAGE, data, monkeypatch))
    assert "about 150 participants" in page
    assert "Source: News of the meeting" in page
    assert page.index("Sharing meeting") < page.index("Training &lt;b&gt;of&lt;/b&gt; trainers")  # the latest first
    assert "<b>of</b>" not in page


def test_only_what_may_be_quoted_stands_there_and_nobodys_code(data, monkeypatch):
    page = html(opened(PAGE, data, monkeypatch))
    assert page.count("Said after by one.") == 1
    assert not re.search(r"INS-\d", page)


def test_the_public_has_the_page_without_a_person_or_an_enterprise(data, monkeypatch):
    at = opened(PAGE, data, monkeypatch, who="public")
    assert not at.exception
    assert not any(words in text_of(at) for words in FAILED)
    whole = html(at) + text_of(at) + "".join(chart.proto.spec for chart in at.get("plotly_chart"))
    assert not re.search(r"INS-\d|\bE\d\b", whole)
    assert "About 160 attendances at 2 events" in whole


def test_a_period_without_an_event_is_said_in_words(data, monkeypatch):
    at = opened(PAGE, data, monkeypatch, **{"from": "2015-01", "to": "2015-02"})
    assert "No event is recorded for this choice" in text_of(at)


def test_a_store_without_the_record_says_so(published_store, monkeypatch):
    at = opened(PAGE, published_store, monkeypatch, sector="C99")
    assert not at.exception
    assert not any(words in text_of(at) for words in FAILED)
