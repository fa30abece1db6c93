"""The overview says in one screen what to say, what to wait for, what to ask and whom to chase, each with its way on."""

import pytest

from outcomes.words import say
from tests.pages.test_pages import opened, text_of

PAGE = "impact/overview.py"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_to_do_next_leads_to_the_exhibit_it_rests_on(lang, published_store, monkeypatch):
    at = opened(PAGE, published_store, monkeypatch, lang, round="NX-2015A")
    shown = text_of(at)
    assert all(say(f"next.kind_{kind}", lang) in shown for kind in ("say", "wait", "ask", "chase"))
    links = {link.proto.label: link.proto for link in at.get("page_link")}
    asking = links[say("next.see_ask", lang)]
    assert asking.page == "evidence"
    told = dict(part.split("=") for part in asking.query_string.lstrip("?").split("&"))
    assert told["indicator"] == "overtime_share" and told["doubt"] == "real" and told["lang"] == lang


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_public_overview_shows_what_changed_and_what_cannot_be_said_of_a_round(lang, published_store, monkeypatch):
    at = opened(PAGE, published_store, monkeypatch, lang, who="public", round="NX-2015A")
    shown = text_of(at)
    assert say("changed.cannot_title", lang, n=9, k=5) in shown
    assert say("changed.head_better", lang) in shown
    assert say("overview.harm_unclear", lang) in shown
    assert say("next.kind_say", lang) not in shown
    assert say("state.public_no_pairs", lang) not in shown
