"""The method page: every entry on it, the one of the address open, and the way to it from an exhibit."""

import pytest

from outcomes import methods, words
from outcomes.ui import show
from tests.pages.test_pages import opened

PAGE = "about/method.py"


def open_entries(at) -> list[str]:
    return [one.label.strip("*").replace("\\", "") for one in at.expander if one.proto.expanded]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_group_and_every_method_is_on_the_page(lang, published_store, monkeypatch):
    at = opened(PAGE, published_store, monkeypatch, lang)
    assert not at.exception
    assert [one.value for one in at.subheader][1:] == [group.title[lang] for group in methods.groups()]
    labels = [one.label.replace("\\", "") for one in at.expander]
    assert labels == [f"**{one.title[lang]}**" for group in methods.groups() for one in group.methods]
    assert open_entries(at) == []


@pytest.mark.parametrize(("code", "entry"), [("welch", "difference_in_changes"), ("p_chart", "attribute_charts")])
def test_the_method_of_the_address_stands_open(code, entry, published_store, monkeypatch):
    at = opened(PAGE, published_store, monkeypatch, method=code)
    assert open_entries(at) == [methods.find(entry).title["en"]]


@pytest.mark.parametrize("code", ["bayes", "<b>x</b>", "all", "none of these"])
def test_an_unknown_method_leaves_the_page_as_it_is(code, published_store, monkeypatch):
    at = opened(PAGE, published_store, monkeypatch, method=code)
    assert not at.exception
    assert open_entries(at) == []


@pytest.mark.parametrize(
    ("page", "card", "wanted"),
    [
        ("impact/evidence.py", "typical-injury_frequency", "rate_ratio"),
        ("results/safety.py", "run-injury_frequency", None),
    ],
)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_how_do_we_know_leads_to_the_method(page, card, wanted, lang, published_store, monkeypatch):
    at = opened(page, published_store, monkeypatch, lang, indicator="injury_frequency")
    at.session_state[f"how-{card}"] = True
    at.run()
    assert not at.exception
    links = [link.proto for link in at.get("page_link") if link.proto.label == words.say("ui.lineage.method", lang)]
    assert [link.page for link in links] == ["method"]
    asked = f"method={wanted}" if wanted else "method="
    assert (asked in links[0].query_string) == bool(wanted)


def test_an_exhibit_names_its_statistics_first_and_then_its_rows():
    class Both:
        results = ({"method": "welch"},)
        rows = ({"method": "rate_ratio"}, {"month": 1})

    assert show._methods(Both) == ["welch", "rate_ratio"]
