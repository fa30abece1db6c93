"""The regions page: measure, region and grouping come from the address and go into it."""

import pytest

from tests.pages.test_pages import opened, text_of

PAGE = "places/regions.py"


@pytest.mark.parametrize(("lang", "name"), [("en", "Nanxun"), ("zh", "南浔区")])
def test_the_page_names_the_district_and_bears_the_legal_note(lang, name, published_store, monkeypatch):
    at = opened(PAGE, published_store, monkeypatch, lang, round="NX-2015A")
    assert not at.exception
    assert name in at.title[0].value
    assert {"en": "legal status", "zh": "法律地位"}[lang] in text_of(at)


def test_measure_and_region_of_the_address_are_those_of_the_page(published_store, monkeypatch):
    at = opened(PAGE, published_store, monkeypatch, indicator="injury_frequency", round="SC-P1", region="510112")
    assert at.selectbox(key="w_indicator").value == "injury_frequency"
    assert "Longquanyi: Not shown: fewer than 3 enterprises" in at.title[0].value


def test_of_a_hidden_district_no_figure_leaves_the_page(published_store, monkeypatch):
    at = opened(PAGE, published_store, monkeypatch, round="SC-P1", indicator="overtime_share")
    table = at.dataframe[0].value
    assert list(table["Before"][:-1]) == ["–"] * 9
    assert table["Before"].iloc[-1] != "–"


@pytest.mark.parametrize(
    ("by", "says"), [("enterprise", "enterprises"), ("district", "No funnel by district"), ("x", "enterprises")]
)
def test_the_funnel_is_of_what_the_address_says(by, says, published_store, monkeypatch):
    at = opened(PAGE, published_store, monkeypatch, indicator="injury_frequency", by=by)
    assert any(says in title.value for title in at.subheader)


def test_every_measure_has_its_regions_and_its_funnel_or_the_reason_why_not(published_store, monkeypatch):
    at = opened(PAGE, published_store, monkeypatch, round="all")
    for code in at.selectbox(key="w_indicator").options:
        at.selectbox(key="w_indicator").select(code).run()
        assert not at.exception
        assert "could not be drawn" not in text_of(at), code
        assert len(at.subheader) == 2, code
