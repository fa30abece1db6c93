"""A reader chooses a district by touching it: the tile, or its row in the table; the address says so."""

from playwright.sync_api import expect

from tests.browser.test_reading import chosen
from tests.browser.watching import settled

TILES = '[class*="st-key-wide-tiles-"] .stPlotlyChart'
TABLE = ".st-key-body-regions-hazards_closed_on_time [data-testid='stDataFrame']"


def touch_tile(page, column: int, row: int, tiles: str = TILES) -> None:
    """The middle of the tile that stands there: the bars are the tiles."""
    bars = page.locator(f"{tiles} .bars .point path")
    boxes = [bars.nth(index).bounding_box() for index in range(bars.count())]
    lefts = sorted({round(box["x"]) for box in boxes})
    tops = sorted({round(box["y"]) for box in boxes})
    box = next(b for b in boxes if round(b["x"]) == lefts[column] and round(b["y"]) == tops[row])
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.8)


def test_a_touched_tile_is_the_region_of_the_address_and_touched_again_its_prefecture(page):
    page.goto("/regions?lang=en&round=NX-2015A")
    settled(page)
    touch_tile(page, 2, 0)
    page.wait_for_url("**region=330503**")
    settled(page)
    expect(page.get_by_role("combobox", name="Region")).to_have_value("Huzhou › Nanxun")
    expect(page.locator("h1")).to_contain_text("Nanxun")
    touch_tile(page, 2, 0)
    page.wait_for_url("**region=330500**")
    settled(page)
    assert chosen(page)["region"] == "330500"


def test_a_tile_of_nobody_chooses_nothing(page):
    page.goto("/regions?lang=en&round=NX-2015A")
    settled(page)
    touch_tile(page, 0, 0)
    page.wait_for_timeout(800)
    settled(page)
    assert "region" not in chosen(page)


def touch_table(page, x: int, line: int) -> None:
    """A place in the table: ``line`` 0 is the heads, 1 the first row."""
    table = page.locator(TABLE).first.bounding_box()
    page.mouse.click(table["x"] + x, table["y"] + 35 * line + 17)


def test_a_ticked_row_is_the_region_of_the_address(page):
    page.goto("/regions?lang=zh&round=SC-P1")
    settled(page)
    touch_table(page, 15, 1)
    page.wait_for_url("**region=510107**")
    settled(page)
    expect(page.locator("h1")).to_contain_text("武侯区")
    expect(page.locator("h1")).to_contain_text("不显示")


def test_a_click_on_a_head_sorts_and_chooses_nothing_and_the_row_ticked_then_is_the_one_seen(page):
    page.goto("/regions?lang=en&round=SC-P1")
    settled(page)
    for _ in range(2):
        touch_table(page, 90, 0)
        page.wait_for_timeout(700)
        settled(page)
        assert "region" not in chosen(page)
    touch_table(page, 15, 1)  # by name from the end: Xindu
    page.wait_for_url("**region=510114**")
    settled(page)
    expect(page.locator("h1")).to_contain_text("Xindu")


def test_on_a_phone_a_tile_can_be_touched_too(reader, server):
    page = reader(server, width=390, height=844)
    page.goto("/regions?lang=en&round=NX-2015A")
    settled(page)
    narrow = TILES.replace("wide", "narrow")
    page.locator(narrow).scroll_into_view_if_needed()
    touch_tile(page, 2, 0, narrow)
    page.wait_for_url("**region=330503**")
    settled(page)
    assert page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollWidth") <= 390
