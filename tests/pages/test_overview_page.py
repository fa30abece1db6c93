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


def test_the_public_overview_says_why_it_has_no_advice(published_store, monkeypatch):
    at = opened(PAGE, published_store, monkeypatch, who="public")
    assert say("state.public_no_pairs", "en") in text_of(at)
