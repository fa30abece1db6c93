"""In the hall: a remote's keys, a deep link to a slide on a cold server, two languages, two themes, the offline file."""

import re
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import expect

from outcomes import slides
from outcomes.charts import DARK, LIGHT
from tests.browser.gathered import AXE, violations
from tests.browser.watching import settled

N = len(slides.read(slides.stories.ALONG.parent, "nanxun-2015").pages) + 1
NOW = "#stage .slide:not([hidden])"


def on_stage(page, **address) -> None:
    told = {"story": "nanxun-2015", "lang": "en", "slide": 1, "theme": "light"} | address
    page.goto("/present?" + "&".join(f"{key}={value}" for key, value in told.items()))
    expect(page.locator(NOW)).to_be_visible(timeout=60_000)


def number(page) -> int:
    return int(page.locator(NOW).get_attribute("data-number"))


def address(page) -> dict[str, str]:
    return {key: values[-1] for key, values in parse_qs(urlparse(page.url).query).items()}


def rgb(colour: str) -> str:
    return f"rgb({', '.join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))})"


def test_a_link_to_a_slide_opens_it_on_a_server_that_nobody_has_visited(own_server, reader):
    page = reader(own_server, lang="zh")
    on_stage(page, lang="zh", slide=4, theme="dark")
    assert number(page) == 4
    assert page.locator(f"{NOW} h2").get_attribute("lang") == "zh-CN"
    expect(page.locator("#stage")).to_have_css("background-color", rgb(DARK.page))
    page.reload()
    expect(page.locator(NOW)).to_be_visible(timeout=60_000)
    assert (number(page), address(page)["slide"], address(page)["theme"]) == (4, "4", "dark")


def test_the_keys_of_a_remote_turn_the_slides_and_the_address_follows(page):
    on_stage(page)
    for key, wanted in (
        ("PageDown", 2), ("ArrowRight", 3), (" ", 4), ("PageUp", 3), ("ArrowLeft", 2), ("End", N), ("PageDown", N),
        ("Home", 1), ("PageUp", 1), ("ArrowDown", 2), ("ArrowUp", 1),
    ):  # fmt: skip
        page.keyboard.press(key)
        assert number(page) == wanted, key
        assert address(page)["slide"] == str(wanted)


def test_b_makes_the_screen_black_and_the_next_key_brings_a_slide(page):
    on_stage(page)
    black = page.locator("#stage .black")
    for key in ("b", "."):
        page.keyboard.press(key)
        expect(black).to_be_visible()
        expect(black).to_have_css("background-color", "rgb(0, 0, 0)")
        page.keyboard.press("b")
        expect(black).to_be_hidden()
    page.keyboard.press("B")
    page.keyboard.press("PageDown")
    expect(black).to_be_hidden()
    assert number(page) == 2


def test_f_fills_the_screen_and_gives_it_back(page):
    on_stage(page)
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement?.id === 'stage'")
    page.keyboard.press("f")
    page.wait_for_function("!document.fullscreenElement")


def test_l_makes_the_other_language_large_on_the_same_slide(page):
    on_stage(page, slide=3)
    english = page.locator(f"{NOW} h2").inner_text()
    page.keyboard.press("l")
    assert number(page) == 3
    assert page.locator(f"{NOW} .second").inner_text() == english
    assert re.search("[一-鿿]", page.locator(f"{NOW} h2").inner_text())
    assert page.evaluate("document.documentElement.lang") == "zh-CN"
    assert address(page)["lang"] == "zh"


def test_d_changes_the_theme_of_letters_and_drawing_together(page):
    on_stage(page, slide=4)
    drawn = page.locator(f"{NOW} .chart svg text").first
    before = drawn.evaluate("one => getComputedStyle(one).fill")
    expect(page.locator("#stage")).to_have_css("background-color", rgb(LIGHT.page))
    page.keyboard.press("d")
    expect(page.locator("#stage")).to_have_css("background-color", rgb(DARK.page))
    expect(page.locator(f"{NOW} h2")).to_have_css("color", rgb(DARK.ink))
    assert drawn.evaluate("one => getComputedStyle(one).fill") != before


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1920, 1080), (1024, 768)])
@pytest.mark.parametrize("story", ["nanxun-2015", "sichuan-phase-1"])
def test_nothing_on_any_slide_is_cut_or_runs_over(reader, server, story, width, height):
    page = reader(server, width=width, height=height)
    on_stage(page, story=story)
    page.evaluate("document.fonts.ready")
    for lang in ("en", "zh"):
        page.keyboard.press("Home")
        for _ in range(page.locator("#stage .deck").first.locator(".slide").count()):
            told = page.locator(NOW).evaluate(
                """one => ({key: one.dataset.key, over: one.dataset.overflow, h: one.scrollHeight - one.clientHeight,
                    small: Math.min(...[...one.querySelectorAll('.body *')].filter(x => x.children.length === 0 && x.textContent.trim()
                        && !x.closest('svg')).map(x => parseFloat(getComputedStyle(x).fontSize))) / one.clientWidth})"""
            )
            assert (told["over"], told["h"] <= 1) == ("no", True), (lang, told)
            assert (told["small"] or 1) >= 0.0104, (lang, told)  # what the last row of a hall can still read
            page.keyboard.press("PageDown")
        page.keyboard.press("l")


@pytest.mark.parametrize(("story", "theme"), [("nanxun-2015", "light"), ("sichuan-phase-1", "dark")])
def test_axe_finds_nothing_of_level_a_or_aa_on_any_slide(page, story, theme):
    on_stage(page, story=story, theme=theme)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    page.evaluate("document.fonts.ready")
    found = []
    for lang in ("en", "zh"):
        page.keyboard.press("Home")
        for _ in range(page.locator("#stage .deck").first.locator(".slide").count()):
            key = page.locator(NOW).get_attribute("data-key")
            found += [f"{lang}, {key}: {one['rule']} at {one['where']}: {one['why']}" for one in violations(page, NOW)]
            page.keyboard.press("PageDown")
        page.keyboard.press("l")
    assert not found, "\n\n".join(found)


def test_no_streamlit_is_seen_and_leaving_leads_back_to_the_page_before(page):
    on_stage(page, slide=2)
    covered = page.evaluate("document.elementFromPoint(innerWidth / 2, 10).closest('#stage') !== null")
    assert covered
    page.get_by_role("button", name="Leave the slides").click()
    page.wait_for_url(lambda url: "slide=" not in url)
    settled(page)
    expect(page.locator("h1")).to_contain_text(f"{N} slides")


def test_the_page_before_lists_the_slides_and_opens_each(page):
    page.goto("/present?lang=zh&story=sichuan-phase-1")
    settled(page)
    page.get_by_role("link").filter(has_text="查看").or_(page.locator("ol a")).nth(2).click()
    expect(page.locator(NOW)).to_be_visible(timeout=60_000)
    assert number(page) == 3


def test_the_offline_file_shows_the_same_slides_with_no_server(page, browser, tmp_path):
    page.goto("/present?lang=en&story=nanxun-2015")
    settled(page)
    with page.expect_download(timeout=60_000) as waiting:
        page.get_by_role("button", name="Offline file for a venue without internet").click()
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    assert re.fullmatch(r"[\w.-]+\.html", file.name) and "nanxun-2015" in file.name
    asked, complaints = [], []
    context = browser.new_context(offline=True, viewport={"width": 1440, "height": 900})
    context.on("request", lambda one: asked.append(one.url))
    context.on("console", lambda one: complaints.append(one.text) if one.type in ("error", "warning") else None)
    alone = context.new_page()
    alone.goto(file.as_uri())
    expect(alone.locator(NOW)).to_be_visible()
    assert alone.locator("#stage .deck").first.locator(".slide").count() == N
    alone.keyboard.press("PageDown")
    assert number(alone) == 2
    alone.keyboard.press("l")
    fonts = alone.evaluate("[...document.fonts].filter(one => one.status === 'loaded').map(one => one.family)")
    assert {family.strip("\"'") for family in fonts} >= {"IBM Plex Sans", "Noto Sans SC"}
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    assert complaints == []
    context.close()
