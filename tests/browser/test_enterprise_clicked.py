"""The box of a row opens that enterprise, by its code and not by its place; Back leads back."""

from playwright.sync_api import expect

from tests.browser.test_reading import choose, chosen
from tests.browser.watching import settled

ROW = 34  # px, the head of the table included
CARD = ".st-key-ex-enterprises-hazards_closed_on_time"


def click(page, row: int, x: int = 15) -> None:
    """Into the table at a row (0: its head); the table is one canvas, so it is clicked by place."""
    table = page.locator(f"{CARD} canvas").first
    expect(table).to_be_visible()
    box = table.bounding_box()
    page.mouse.click(box["x"] + x, box["y"] + ROW * row + ROW / 2)


def opened(page, code: str) -> None:
    expect(page.locator("h1")).to_contain_text(f"{code}:")
    settled(page)
    assert chosen(page)["enterprise"] == code


def test_the_box_of_a_row_opens_the_enterprise_and_the_address_says_which(page):
    page.goto("/enterprises?lang=en&round=NX-2015A")
    settled(page)
    click(page, 3)
    opened(page, "NX-03")
    expect(page.get_by_text("Labour turnover")).to_be_visible()
    page.get_by_role("button", name="Back to all enterprises").click()
    expect(page.locator(f"{CARD} canvas").first).to_be_visible()
    settled(page)
    assert "enterprise" not in chosen(page)


def test_sorting_opens_nobody_and_the_row_that_stands_there_then_is_the_one_that_opens(page):
    page.goto("/enterprises?lang=en&round=NX-2015A")
    settled(page)
    click(page, 0, 320)  # by the values after, lowest first
    page.wait_for_timeout(500)
    assert "enterprise" not in chosen(page)
    click(page, 1)
    opened(page, "NX-08")


def test_after_a_filter_a_row_is_another_enterprise(page):
    page.goto("/enterprises?lang=en&round=NX-2015A")
    settled(page)
    choose(page, "Round", "Sichuan, phase 1")
    click(page, 1)
    opened(page, "SC-01")


def test_the_back_of_the_browser_closes_a_profile_and_a_link_opens_one(page):
    page.goto("/enterprises?lang=en&round=NX-2015A")
    settled(page)
    click(page, 5)
    opened(page, "NX-05")
    page.go_back()
    expect(page.locator(f"{CARD} canvas").first).to_be_visible()
    page.goto("/enterprises?lang=en&enterprise=SC-03")
    opened(page, "SC-03")
