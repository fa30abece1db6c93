"""A reader on the pages: links that arrive, filters that move the figure and the address, languages that lose nothing."""

import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from outcomes import words
from tests.browser.serving import ROOT
from tests.browser.shots import address_of, pages
from tests.browser.watching import settled

expect.set_options(timeout=60_000)  # a page is not wrong because the machine is busy
COUNTY = {"en": "Huzhou › Nanxun", "zh": "湖州市 › 南浔区"}  # 330503


def choose(page: Page, filter_name: str, option: str) -> None:
    """Take one option of a filter as a reader does, and wait for the address that follows."""
    before = page.url
    page.get_by_role("combobox", name=filter_name, exact=True).click()
    page.get_by_role("option", name=re.compile(rf"^{re.escape(option)}")).first.click()
    expect(page).not_to_have_url(before)
    settled(page)


def language(page: Page, name: str) -> None:
    before = page.url
    page.get_by_role("radio", name=name, exact=True).click()
    expect(page).not_to_have_url(before)
    settled(page)


def codes(page: Page) -> dict[str, str]:
    """What the address says."""
    return {key: value for key, (value,) in parse_qs(urlsplit(page.url).query).items()}


def drawn(page: Page) -> str:
    """The figures' own data, as Plotly has them."""
    return page.evaluate(
        """() => JSON.stringify([...document.querySelectorAll('.js-plotly-plot')].map(
            plot => plot.data.map(trace => [trace.x, trace.y])))"""
    )


def value(page: Page, filter_name: str) -> str:
    return page.get_by_role("combobox", name=filter_name, exact=True).input_value()


def test_a_deep_link_is_right_for_the_first_reader_of_a_freshly_started_server(reader, own_server):
    page = reader(own_server)
    page.goto("/safety?lang=zh&region=330503")
    settled(page)
    assert value(page, "地区") == COUNTY["zh"]
    menu = page.get_by_role("link", name=words.say("menu.safety", "zh"))
    assert menu.count() == 1, "the menu is ours, in the language of the link"
    assert codes(page)["region"] == "330503"
    assert page.get_by_text("演示数据").first.is_visible()


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", pages())
def test_each_page_opens_by_its_own_link_in_each_language_and_says_that_its_data_are_invented(
    reader, server, name, lang
):
    page = reader(server, lang=lang)
    page.goto(f"{address_of(name)}?lang={lang}")
    settled(page)
    assert page.locator("h1").count() == 1
    assert page.get_by_text({"en": "Demonstration data", "zh": "演示数据"}[lang]).first.is_visible()
    assert page.get_by_text("Traceback").count() == 0
    assert page.locator('[data-testid="stException"]').count() == 0
    for failed in ("ui.page_failed", "ui.exhibit_failed"):
        assert page.get_by_text(words.say(failed, lang)).count() == 0


def test_a_filter_changes_the_figure_and_the_address(page):
    page.goto("/safety?lang=en")
    settled(page)
    before = drawn(page)
    choose(page, "Round", "Sichuan")
    assert drawn(page) != before
    first_round = codes(page)["round"]
    choose(page, "Round", "Nanxun")
    assert codes(page)["round"] != first_round
    assert drawn(page) == before, "the same choice gives the same figure"
    choose(page, "Region", COUNTY["en"])
    assert codes(page)["region"] == "330503"


def test_the_language_changes_every_word_and_no_choice(page):
    page.goto("/safety?lang=en&region=330503&from=2014-08")
    settled(page)
    figure, title = drawn(page), page.locator("h1").inner_text()
    for _ in range(2):  # twice: widgets of old forgot their value at the second change
        language(page, "中文")
        assert codes(page).items() >= {"lang": "zh", "region": "330503", "from": "2014-08"}.items()
        assert value(page, "地区") == COUNTY["zh"]
        assert page.locator("h1").inner_text() != title
        language(page, "English")
        assert value(page, "Region") == COUNTY["en"]
    assert page.locator("h1").inner_text() == title
    assert drawn(page) == figure


def test_a_choice_survives_another_page_a_reload_and_the_way_back(page):
    page.goto("/safety?lang=en")
    settled(page)
    choose(page, "Region", COUNTY["en"])
    page.get_by_role("link", name="Productivity").click()
    expect(page).to_have_url(re.compile(r"/productivity\?.*region=330503"))
    settled(page)
    assert value(page, "Region") == COUNTY["en"]
    assert codes(page)["region"] == "330503"
    page.reload()
    settled(page)
    assert value(page, "Region") == COUNTY["en"]
    for _ in range(3):  # Streamlit enters a page into the history once bare and once with its choice
        if "/safety" not in page.url:
            page.go_back()
            page.wait_for_timeout(1000)
            settled(page)
    expect(page).to_have_url(re.compile(r"/safety\?.*region=330503"))
    settled(page)
    assert value(page, "Region") == COUNTY["en"]


def test_an_address_that_makes_no_sense_shows_the_usual_page(page):
    page.goto("/safety?lang=xx&region=<script>&round=R99&from=yesterday&size=giant")
    settled(page)
    assert value(page, "Region") == "all regions"
    assert value(page, "Size") == "all sizes"
    assert page.locator('[data-testid="stException"]').count() == 0
    expect(page).not_to_have_url(re.compile("script|R99|yesterday|giant|xx"))


def test_the_rows_behind_a_figure_come_as_a_file_that_says_whose_they_are(page):
    page.goto("/safety?lang=en")
    settled(page)
    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile("CSV")).first.click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert "Demonstration data / 演示数据" in text
    assert len(text.splitlines()) > 18, "a row a month and arm"


def test_how_do_we_know_shows_the_statement_as_it_ran_and_the_snapshot(page, server):
    page.goto("/safety?lang=en")
    settled(page)
    page.get_by_role("button", name=re.compile("How do we know")).first.click()
    told = page.locator('[data-testid="stPopoverBody"]')
    expect(told).to_contain_text("select")
    current = json.loads((server.store / "CURRENT").read_text(encoding="utf-8"))
    expect(told).to_contain_text(current["id"])
    expect(told).to_contain_text(current["manifest_sha256"][:16])
    statement = told.locator("code").first.inner_text()
    (asked,) = [path for path in (ROOT / "queries").glob("*.sql") if f"queries/{path.name}" in told.inner_text()]
    assert statement.split() == asked.read_text(encoding="utf-8").split(), "what is shown is the file, word for word"


def test_on_a_phone_nothing_is_wider_than_the_screen(reader, server):
    page = reader(server, width=390, height=844)
    page.goto("/?lang=en")
    settled(page)
    assert page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollWidth") <= 390
