"""Every page by its own link, in each language; and addresses that make no sense."""

import re

import pytest
from playwright.sync_api import expect

from outcomes import words
from tests.browser.shots import address_of, pages
from tests.browser.watching import settled


@pytest.mark.parametrize("lang", words.LANGUAGES)
@pytest.mark.parametrize("name", pages())
def test_it_opens_has_one_heading_and_says_that_its_data_are_invented(reader, server, name, lang):
    page = reader(server, lang=lang)
    page.goto(f"{address_of(name)}?lang={lang}")
    settled(page)
    assert page.locator("h1").count() == 1
    assert page.get_by_text(words.say("demo.badge", lang)).first.is_visible()
    assert page.locator('[data-testid="stException"]').count() == 0
    for failed in ("ui.page_failed", "ui.exhibit_failed"):
        assert page.get_by_text(words.say(failed, lang)).count() == 0
    if lang == "en":  # the language switch names the other language in its own letters
        shown = page.locator('[data-testid="stMainBlockContainer"]').inner_text()
        assert set(re.findall(r"[\u4e00-\u9fff]+", shown)) <= {"中文"}


def test_an_address_that_makes_no_sense_shows_the_usual_page(page):
    page.goto("/safety?lang=xx&region=<script>&round=R99&from=yesterday&size=giant")
    settled(page)
    assert page.get_by_role("combobox", name=words.say("ui.region"), exact=True).input_value() == "all regions"
    assert page.get_by_role("combobox", name=words.say("ui.size"), exact=True).input_value() == "all sizes"
    expect(page).not_to_have_url(re.compile("script|R99|yesterday|giant|xx"))
