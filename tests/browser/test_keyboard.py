"""Without a mouse: everything is reached by Tab, what is reached is seen, and a figure's table is one key away."""

import pytest
from playwright.sync_api import expect

from outcomes import words
from tests.browser.gathered import foreign, texts
from tests.browser.watching import settled

# What has the focus: its name, the card or control it belongs to, and whether a ring or an edge shows it.
_FOCUS = """() => {
  const node = document.activeElement, style = getComputedStyle(node);
  const keyed = node.closest('[class*="st-key-"]');
  const around = node.closest('[role="group"]') || node;
  const ring = (one) => getComputedStyle(one).boxShadow !== 'none' || getComputedStyle(one).outlineStyle !== 'none'
    || getComputedStyle(one).borderTopColor !== getComputedStyle(one).color && one !== node;
  return { key: keyed ? [...keyed.classList].find((name) => name.startsWith('st-key-')).slice(7) : '',
    test: node.dataset.testid || '', name: node.getAttribute('aria-label') || node.innerText || '',
    ring: ring(node) || ring(around), end: node === document.body };
}"""


def walk(page, most: int = 140) -> list[dict]:
    """Tab from the top of the page until the focus leaves it."""
    page.evaluate("document.activeElement.blur()")
    stops = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(_FOCUS)
        if stop["end"]:
            break
        stops.append(stop)
    return stops


@pytest.mark.parametrize(("address", "card"), [("/?lang=en", "forest"), ("/safety?lang=en", "run-injury_frequency")])
def test_tab_reaches_the_menu_the_filters_and_each_button_of_a_card_and_shows_where_it_is(page, address, card):
    page.goto(address)
    settled(page)
    stops = walk(page)
    reached = {stop["key"] for stop in stops}
    assert {"w_region", "w_round", "w_sector", "w_size", "w_from", "w_to", "w_window", "w_reset", "w_lang"} <= reached
    assert {f"table-{card}", f"how-{card}", f"csv-{card}"} <= reached
    assert sum(stop["test"] == "stTopNavLink" for stop in stops) == page.get_by_test_id("stTopNavLink").count()
    # the page itself stops too, so that the arrow keys can move it
    assert [stop for stop in stops if not stop["ring"] and stop["test"] != "stMain"] == []


def test_a_chinese_reader_opens_the_table_of_a_figure_by_one_key_and_reads_it_in_chinese(reader, server):
    page = reader(server, lang="zh")
    page.goto("/safety?lang=zh")
    settled(page)
    page.locator(".st-key-table-run-injury_frequency button").focus()
    page.keyboard.press("Enter")
    table = page.get_by_test_id("stPopoverBody").locator("table")
    expect(table.locator("th").first).to_have_text(words.say("row.column.indicator", "zh"))
    assert table.locator("tbody tr").count() > 20
    assert [text for text in texts(page) if foreign(text)] == []


def test_streamlits_own_words_follow_the_language_there_and_back(reader, server):
    page = reader(server, lang="zh")
    page.goto("/receive?lang=zh")
    settled(page)
    uploader = page.get_by_test_id("stFileUploader")
    expect(uploader).to_contain_text(words.say("shell.upload", "zh"))
    page.get_by_text("English", exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(uploader).to_contain_text(words.say("shell.upload", "en"))
    expect(uploader).not_to_contain_text(words.say("shell.upload", "zh"))
    expect(page.get_by_test_id("stSkipToContent")).to_have_text(words.say("shell.skip", "en"))


def test_the_menus_of_places_and_trades_stand_by_pinyin(reader, server):
    page = reader(server, lang="zh")
    page.goto("/safety?lang=zh&round=all")
    settled(page)
    page.get_by_role("combobox", name="地区").click()
    counties = [text.split(" › ")[1] for text in page.get_by_role("option").all_inner_texts() if text.count(" › ")]
    at = {name: counties.index(name) for name in ("安吉县", "长兴县", "德清县", "南浔区", "吴兴区")}
    assert sorted(at, key=at.get) == ["安吉县", "长兴县", "德清县", "南浔区", "吴兴区"]
