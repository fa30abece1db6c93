"""The page of targets and delivery, and what the overview takes from it: the money's tile and a link."""

import pytest

from outcomes.charts import LIGHT
from outcomes.words import say
from tests.pages.test_pages import FAILED, opened, text_of

PAGE = "programme/delivery.py"


def html(at) -> str:
    return "".join(element.proto.body for element in at.get("html"))


@pytest.fixture
def store(snapshot_of):
    months = "\n".join(
        ["enterprise month measure value"]
        + [
            f"E0{firm} 2015-{month:02d} {measure} {value}"
            for firm in range(1, 8)
            for month in range(1, 11)
            for measure, value in (("hazards_due", 10), ("hazards_closed_on_time", 5 if month < 5 else 7 + firm % 3))
        ]
    )
    actions = [
        "action round enterprise action_en action_zh action_category proposed_by opened_on done_on action_status cost "
        "saving_monthly saving_basis verified_by verified_on"
    ] + [
        f"A{n} R1 E0{n} Guard 防护罩 5s worker 2015-06-01 2015-06-20 done 1000 500 measured {who} {when}"
        for n, who, when in [(n, "P1", "2015-09-01") for n in range(1, 5)] + [(5, ".", ".")]
    ]
    targets = (
        "indicator target_scope target_of due_on target_value comparator target_status source\n"
        "hazards_closed_on_time round R1 2015-12-31 60 at_least official plan\n"
        "net_savings country . 2015-12-31 90000 at_least illustrative plan\n"
    )
    record = {"action": "\n".join(actions), "target": targets}
    return snapshot_of(months, record=record).store.root


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_target_says_what_kind_it_is_and_how_it_stands(store, monkeypatch, lang):
    at = opened(PAGE, store, monkeypatch, lang)
    assert not at.exception
    shown = html(at)
    for key in ("delivery.group_official", "delivery.group_illustrative", "delivery.verdict_reached"):
        assert say(key, lang) in shown, key
    assert say("delivery.finding", lang, k=1, n=2, open=0) in text_of(at)
    assert say("delivery.chain_note", lang).split("：")[0].split(":")[0] in text_of(at)


def test_nothing_is_a_traffic_light(store, monkeypatch):
    shown = html(opened(PAGE, store, monkeypatch))
    assert LIGHT.improvement not in shown and LIGHT.concern not in shown


@pytest.mark.parametrize("who", ["public", "officer:330503", "director"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_page_opens_for_every_reader(published_store, monkeypatch, lang, who):
    at = opened(PAGE, published_store, monkeypatch, lang, who=who)
    assert not at.exception
    assert not any(words in text_of(at) for words in FAILED)


def test_costs_are_not_told_outside(store, monkeypatch):
    assert say("delivery.costs_not_here", "en") in text_of(opened(PAGE, store, monkeypatch, who="public"))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_overview_has_the_verified_money_and_leads_to_the_targets(store, monkeypatch, lang):
    at = opened("impact/overview.py", store, monkeypatch, lang)
    shown = html(at)
    assert {"en": "CNY 20k", "zh": "2.0 万元"}[lang] in shown  # four of (12 x 500 - 1000)
    assert say("delivery.verified_of", lang, k=4, n=5) in shown
    links = {link.proto.label.replace("\\", ""): link.proto for link in at.get("page_link")}
    assert links[say("delivery.short", lang, k=1, n=2)].page == "delivery"


def test_without_a_verified_saving_output_keeps_its_tile(snapshot_of, monkeypatch):
    months = "enterprise month measure value\n" + "\n".join(
        f"E0{firm} 2015-{month:02d} {measure} {value}"
        for firm in range(1, 8)
        for month in range(1, 11)
        for measure, value in (("good_units", 100 + month), ("hours_worked", 100))
    )
    at = opened("impact/overview.py", snapshot_of(months).store.root, monkeypatch)
    assert "Labour productivity" in html(at) and "Verified net savings" not in html(at)
