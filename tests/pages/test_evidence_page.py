"""The evidence page keeps its measure and the windows in the address; the overview judges its measures together."""

import pytest

from outcomes.exhibits.doubts import DOUBTS
from tests.pages.test_pages import opened, text_of

PAGE = "impact/evidence.py"


def test_measure_and_windows_of_the_address_are_those_of_the_page(published_store, monkeypatch):
    at = opened(PAGE, published_store, monkeypatch, indicator="overtime_share", window="year-start")
    assert at.selectbox(key="w_indicator").value == "overtime_share"
    assert at.selectbox(key="w_window").value == "year-start"
    assert "Overtime share" in at.title[0].value
    assert "the same months a year before" in text_of(at)


def test_choices_on_the_page_go_into_the_address(published_store, monkeypatch):
    at = opened(PAGE, published_store, monkeypatch)
    at.selectbox(key="w_indicator").select("defect_rate").run()
    at.selectbox(key="w_window").select("end").run()
    assert at.query_params["indicator"] in ("defect_rate", ["defect_rate"])
    assert at.query_params["window"] in ("end", ["end"])
    at.button(key="w_reset").click().run()
    assert at.selectbox(key="w_indicator").value == "defect_rate"
    assert at.selectbox(key="w_window").value == "start"


def test_the_doubt_of_the_address_is_answered_and_reset_leaves_it(published_store, monkeypatch):
    at = opened(PAGE, published_store, monkeypatch, doubt="who", sector="C38")
    cards = [heading.value for heading in at.subheader]
    at.button(key="w_reset").click().run()
    assert at.query_params["doubt"] in ("who", ["who"])
    assert len(at.subheader) == len(cards)
    assert cards != [heading.value for heading in opened(PAGE, published_store, monkeypatch).subheader]


@pytest.mark.parametrize("address", [{"indicator": "luck", "doubt": "all"}, {"indicator": "luck", "window": "summer"}])
def test_codes_that_mean_nothing_are_the_defaults(address, published_store, monkeypatch):
    at = opened(PAGE, published_store, monkeypatch, **address)
    assert not at.exception
    assert at.selectbox(key="w_indicator").value == "hazards_closed_on_time"
    assert at.selectbox(key="w_window").value == "start"


@pytest.mark.parametrize("doubt", DOUBTS)
def test_every_measure_has_an_answer_to_every_doubt(doubt, published_store, monkeypatch):
    at = opened(PAGE, published_store, monkeypatch, doubt=doubt)
    titles = set()
    for code in at.selectbox(key="w_indicator").options:
        at.selectbox(key="w_indicator").select(code).run()
        assert not at.exception
        assert "could not be drawn" not in text_of(at), code
        assert len(at.subheader) == len(DOUBTS[doubt])
        titles.add(at.title[0].value)
    assert len(titles) == len(at.selectbox(key="w_indicator").options) >= 20


def test_windows_after_the_end_that_have_no_month_yet_are_said_in_words(published_store, monkeypatch):
    at = opened(PAGE, published_store, monkeypatch, round="NX-2015A", window="end")
    assert not at.exception
    assert "no enterprise has figures both before and after" in text_of(at)


def test_the_overview_judges_its_measures_together_one_click_away(published_store, monkeypatch):
    at = opened("impact/overview.py", published_store, monkeypatch)
    assert "Judged together" in text_of(at)
