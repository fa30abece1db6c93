"""A reader in a real browser: links that work cold, filters that move the chart and the address, two languages."""

import re
from urllib.parse import parse_qs, urlparse

from playwright.sync_api import expect

from tests.browser.watching import settled


def chosen(page) -> dict[str, str]:
    return {key: values[-1] for key, values in parse_qs(urlparse(page.url).query).items()}


def choose(page, label: str, option: str) -> None:
    page.get_by_role("combobox", name=label).click()
    page.get_by_role("option", name=option, exact=True).click()
    settled(page)


def drawn(page, name: str) -> str:
    """The letters and lines of one figure, to see whether it changed."""
    return page.locator(f".st-key-{name} .main-svg").first.inner_html()


def test_a_deep_link_works_on_a_server_that_nobody_has_visited(own_server, reader):
    page = reader(own_server, lang="zh")
    page.goto("/safety?lang=zh&round=SC-P1&region=510100")
    settled(page)
    expect(page.locator("h1")).to_contain_text("培训开始以来")
    expect(page.get_by_text("演示数据").first).to_be_visible()
    assert chosen(page) == {"lang": "zh", "round": "SC-P1", "region": "510100"}


def test_a_filter_changes_the_chart_and_the_address(page):
    page.goto("/safety?lang=en")
    settled(page)
    before, finding = drawn(page, "ex-run-injury_frequency"), page.locator("h1").inner_text()
    choose(page, "Round", "Sichuan, phase 1")
    expect(page.locator("h1")).not_to_have_text(finding)
    assert drawn(page, "ex-run-injury_frequency") != before
    assert chosen(page)["round"] == "SC-P1"


def test_filters_survive_language_page_reload_and_back(page):
    page.goto("/safety?lang=en&round=SC-P1&region=510100")
    settled(page)
    for _ in range(2):  # option widgets used to lose their value at the second change
        page.get_by_text("中文", exact=True).click()
        expect(page.get_by_role("combobox", name="轮次")).to_be_visible()
        settled(page)
        assert chosen(page) == {"lang": "zh", "round": "SC-P1", "region": "510100"}
        page.get_by_text("English", exact=True).click()
        expect(page.get_by_role("combobox", name="Round")).to_be_visible()
        settled(page)
    page.get_by_role("link", name="Productivity").first.click()
    page.wait_for_url("**/productivity**")
    settled(page)
    assert chosen(page) == {"lang": "en", "round": "SC-P1", "region": "510100"}
    page.reload()
    settled(page)
    assert chosen(page) == {"lang": "en", "round": "SC-P1", "region": "510100"}
    expect(page.get_by_text("Sichuan, phase 1").first).to_be_visible()
    for _ in range(3):  # a page's bare address may stand between two pages in the history, never for ever
        if "/safety" not in page.url:
            page.go_back()
            page.wait_for_timeout(800)
            settled(page)
    assert "/safety" in page.url
    assert chosen(page)["round"] == "SC-P1"


def test_the_overview_answers_at_the_bare_address_and_at_its_name(page):
    for address in ("/", "/overview"):
        page.goto(address)
        settled(page)
        expect(page.locator("h1")).to_contain_text("measures improved")
        expect(page.get_by_text("Page not found")).to_have_count(0)


def test_how_do_we_know_shows_definition_question_and_snapshot(page):
    page.goto("/safety?lang=en")
    settled(page)
    page.locator(".st-key-ex-run-injury_frequency").get_by_text("How do we know?").click()
    panel = page.get_by_test_id("stPopoverBody")
    expect(panel).to_contain_text("indicator_month")
    expect(panel).to_contain_text("new_injuries ÷ hours_worked")
    assert re.search(r"\d{8}-\d{6}-[0-9a-f]{16}", panel.inner_text())


def test_from_how_do_we_know_to_the_method_that_stands_open_below_the_menu(page):
    page.goto("/evidence?lang=en&indicator=injury_frequency")
    settled(page)
    page.locator(".st-key-ex-typical-injury_frequency").get_by_text("How do we know?").click()
    page.get_by_test_id("stPopoverBody").get_by_text("How this is reckoned").click()
    entry = page.locator(".st-key-method-rate_ratio_exact")
    expect(entry).to_contain_text("Two-sided p values")
    page.wait_for_timeout(2000)
    assert 50 < entry.bounding_box()["y"] < 120
    assert "method=rate_ratio" in page.url


def test_the_rows_behind_a_figure_come_as_csv_that_says_what_they_are(page):
    page.goto("/safety?lang=en")
    settled(page)
    with page.expect_download() as waiting:
        page.locator(".st-key-ex-run-injury_frequency").get_by_role("button", name="Rows (CSV)").click()
    text = waiting.value.path().read_bytes().decode("utf-8-sig")
    head, first = text.splitlines()[:2]
    assert head.startswith("indicator,arm,month,phase,numerator,denominator,value,reporting,due,enrolled")
    assert "演示数据" in first
    assert "demonstration" in waiting.value.suggested_filename


def test_on_a_phone_nothing_stands_beside_the_screen(reader, server):
    page = reader(server, width=390, height=844)
    for name in ("overview", "safety", "productivity", "regions", "receive", "snapshots", "indicators", "method"):
        page.goto(f"/{name}?lang=en")
        settled(page)
        assert page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollWidth") <= 390, name
