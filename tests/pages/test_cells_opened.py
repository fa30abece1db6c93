"""“How do we know?” opened on a page: the rows behind the figure, each value with its cell, and all of them as a file."""

import re

import pytest

from outcomes import words
from tests.pages.test_pages import opened, text_of

SAFETY, OVERVIEW, HARM = "results/safety.py", "impact/overview.py", "how-run-injury_frequency"
CELL = re.compile(r"monthly!([A-Z]+)(\d+)")


def known(path: str, key: str, published_store, monkeypatch, **reader):
    at = opened(path, published_store, monkeypatch, **reader)
    at.session_state[key] = True
    at.run()
    assert not at.exception
    return at


def table_of(at) -> str:
    return "".join(found.proto.body for found in at.get("html") if "<table" in found.proto.body)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_rows_stand_in_the_popover_with_their_cells_and_their_file(lang, published_store, monkeypatch):
    at = opened(SAFETY, published_store, monkeypatch, lang)
    assert not CELL.search(table_of(at))  # nothing of it is sent before it is opened
    at = known(SAFETY, HARM, published_store, monkeypatch, lang=lang)
    table = table_of(at)
    lines = table.split("<tr>")[2:]
    assert len(lines) == 200
    assert all(len(CELL.findall(line)) == 2 and ".xlsx" in line for line in lines)
    said = re.escape(words.say("ui.lineage.rows", lang, used="USED", out="OUT"))
    used = re.search(said.replace("USED", r"(\d+)").replace("OUT", r"\d+"), text_of(at))[1]
    assert words.say("cells.head_first", lang, n=used, shown=200) in text_of(at)
    labels = [button.proto.label for button in at.get("download_button")]
    assert words.say("cells.download", lang) in labels


def test_an_officer_is_shown_rows_of_the_own_enterprises_and_no_name_of_a_file_that_holds_others(
    published_store, monkeypatch
):
    table = table_of(known(SAFETY, HARM, published_store, monkeypatch, who="officer:330503"))
    assert "NX-" in table and "HZ-" not in table
    assert ".xlsx" not in table and re.search(r">[0-9a-f]{12}<", table)


def test_the_public_is_told_that_there_are_no_rows_to_open(published_store, monkeypatch):
    at = known(SAFETY, HARM, published_store, monkeypatch, who="public")
    assert words.say("cells.not_public") in text_of(at)
    assert not CELL.search(table_of(at))


def test_of_several_measures_each_row_says_which_and_the_rows_come_before_the_definitions(published_store, monkeypatch):
    at = known(OVERVIEW, "how-forest", published_store, monkeypatch)
    assert words.say("cells.indicator") in table_of(at)
    told = [mark.value for mark in at.markdown]
    definition = next(place for place, text in enumerate(told) if text.startswith("**Injury frequency rate"))
    assert definition > next(place for place, text in enumerate(told) if "rows, each value with its cell" in text)
