"""Every page in each language, in light and in dark, at a desk and on a phone; and addresses that make no sense."""

import re

import pytest
from playwright.sync_api import expect

from outcomes import slides, words
from outcomes.scope import Scope
from outcomes.slides.stories import ALONG
from outcomes.ui import menu
from tests.browser.gathered import HANZI, foreign
from tests.browser.shots import pages
from tests.browser.visits import visit_all
from tests.browser.watching import settled

EVERY = pytest.mark.parametrize("lang", words.LANGUAGES), pytest.mark.parametrize("name", pages())

# Streamlit's own, which neither an option nor a style sheet can mend: (rule, what stands in the selector, why).
STREAMLITS_OWN: tuple[tuple[str, str, str], ...] = ()


@pytest.fixture(scope="session")
def rounds():
    return {}


@pytest.fixture
def visits(browser, server, rounds, lang):
    """The pages of one language; the first test that asks goes round them all."""
    if lang not in rounds:
        rounds[lang] = visit_all(browser, server, lang)
    return rounds[lang]


@pytest.fixture
def visit(visits, name):
    return visits[0][name]


def every_page(test):
    for mark in EVERY:
        test = mark(test)
    return test


def unexcused(found: list[dict]) -> list[str]:
    return [
        f"{one['rule']} at {one['where']}: {one['html']}\n{one['why']}"
        for one in found
        if not any(one["rule"] == rule and part in one["where"] for rule, part, _ in STREAMLITS_OWN)
    ]


@every_page
def test_it_opens_has_one_heading_and_says_that_its_data_are_invented(visit, lang):
    assert (visit.headings, visit.badge, visit.failures) == (1, True, 0)
    assert visit.language == {"en": "en", "zh": "zh-CN"}[lang]


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_no_page_asks_another_server_and_none_complains(visits):
    _, strangers, complaints = visits
    assert strangers == [], "these requests left the server's origin"
    assert complaints == [], "the browser's console complains"


@pytest.mark.parametrize("lang", ["zh"])
@pytest.mark.parametrize("name", pages())
def test_a_chinese_page_has_no_english_word_but_the_allowed_ones(visit, lang):
    left = {text: foreign(text) for text in visit.texts if foreign(text)}
    assert not left, "\n".join(f"{found} in: {text}" for text, found in left.items())


@pytest.mark.parametrize("lang", ["en"])
@pytest.mark.parametrize("name", pages())
def test_an_english_page_has_no_hanzi_but_the_language_switch(visit, lang, name):
    story = slides.read(ALONG.parent, "nanxun-2015")  # the desk has a field for each language of a story's title
    fields = {story.title["zh"], story.subtitle["zh"]} if name == "story" else set()
    assert {text for text in visit.texts if HANZI.search(text)} <= {"中文", words.say("ui.language_label"), *fields}


@every_page
def test_axe_finds_nothing_of_level_a_or_aa(visit, lang):
    found = unexcused(visit.violations) + unexcused(visit.phone_violations)
    assert not found, "\n\n".join(found)


@every_page
def test_every_figure_has_an_alternative_text_and_its_rows_beside_it(visit, lang):
    assert [text for text in visit.desk["figures"] if len(text) < 12] == []
    assert visit.desk["tableless"] == []


@every_page
def test_it_fits_a_phone_and_a_finger(visit, lang):
    assert visit.phone["wide"] <= 391
    assert visit.phone["small"] == []


@every_page
def test_the_whole_menu_is_in_sight(visit, lang):
    told = [words.say(f"menu.{entry.name}", lang) for entry in menu.entries(Scope("director"))]
    assert visit.menu == told


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("安全 Fullscreen: 图", ["Fullscreen"]),
        ("NX-2015A 的 XmR 控制图，见 02-nanxun.xlsx", []),
        ("injury_frequency · OSH_FR · queries/indicators/injury_frequency.toml", []),
        ("没有数据 No data", ["No", "data"]),
        ("：Wilson, E. B. (1927). Probable inference. Journal 22: 209–212.", []),
        ("SCORE综合模式 Overtime", ["Overtime"]),
    ],
)
def test_a_word_that_nobody_allowed_is_seen_beside_words_that_are(text, left):
    assert foreign(text) == left


def test_an_address_that_makes_no_sense_shows_the_usual_page(page):
    page.goto("/safety?lang=xx&region=<script>&round=R99&from=yesterday&size=giant")
    settled(page)
    assert page.get_by_role("combobox", name=words.say("ui.region"), exact=True).input_value() == "all regions"
    assert page.get_by_role("combobox", name=words.say("ui.size"), exact=True).input_value() == "all sizes"
    expect(page).not_to_have_url(re.compile("script|R99|yesterday|giant|xx"))
