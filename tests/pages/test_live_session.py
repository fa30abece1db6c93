"""A session that lives on while the store changes under it, and what a server keeps for its readers."""

import gc

from streamlit import config

from tests.pages.test_pages import FAILED, opened, text_of


def test_a_pointer_that_breaks_under_a_reader_leaves_the_page_as_it_is(own_store, monkeypatch):
    at = opened("results/safety.py", own_store, monkeypatch)
    finding = at.title[0].value
    (own_store / "CURRENT").write_bytes(b"{ not what a writer wrote")
    at.run()
    assert not at.exception
    assert at.title[0].value == finding
    assert not any(words in text_of(at) for words in FAILED)
    assert not at.error


def test_after_the_first_page_the_collector_no_longer_looks_at_what_stays(own_store, monkeypatch):
    gc.unfreeze()
    opened("results/safety.py", own_store, monkeypatch)
    assert gc.get_freeze_count() > 50_000


def test_no_collection_is_forced_after_each_run():
    assert config.get_option("runner.postScriptGC") is False
