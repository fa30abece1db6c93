"""Each page is visited once in each language, at a desk and on a phone; several tests judge what was seen there."""

import contextlib
from dataclasses import dataclass

from playwright.sync_api import TimeoutError

from outcomes import words
from tests.browser.gathered import AXE, lies, menu_in_sight, options, texts, violations
from tests.browser.shots import address_of, pages
from tests.browser.watching import open_page, settled

SCHEME = {"en": "light", "zh": "dark"}  # both languages and both themes in two rounds
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


@dataclass(frozen=True)
class Visit:
    """What one page showed in one language; ``phone`` and ``phone_violations`` after the window was made narrow."""

    headings: int
    badge: bool
    failures: int
    language: str
    texts: list[str]
    menu: list[str]
    desk: dict
    violations: list[dict]
    phone: dict
    phone_violations: list[dict]


def visit_all(browser, server, lang: str) -> tuple[dict[str, Visit], list[str], list[str]]:
    """Every page in one language: the visits, what left the server's origin, what the console complained about."""
    page, watch = open_page(browser, server.url, lang, **DESK, scheme=SCHEME[lang])
    page.context.add_init_script(AXE.read_text(encoding="utf-8"))
    opened: set[str] = set()
    try:
        found = {name: _visit(page, name, lang, opened) for name in pages()}
    finally:
        page.context.close()
    return found, watch.strangers(), watch.complaints


def _visit(page, name: str, lang: str, opened: set[str]) -> Visit:
    page.set_viewport_size(DESK)
    page.goto(f"{address_of(name)}?lang={lang}")
    with contextlib.suppress(TimeoutError):  # told by the test of this page, not by those of all others
        settled(page)
    page.wait_for_function("document.documentElement.lang && document.querySelector('[data-testid=stTopNavLink]')")
    failed = [page.get_by_text(words.say(key, lang)).count() for key in ("ui.page_failed", "ui.exhibit_failed")]
    seen = {
        "headings": page.locator("h1").count(),
        "badge": page.get_by_text(words.say("demo.badge", lang)).first.is_visible(),
        "failures": sum(failed) + page.locator('[data-testid="stException"]').count(),
        "language": page.evaluate("document.documentElement.lang"),
        "menu": menu_in_sight(page),
        "desk": lies(page),
        "violations": violations(page),
        "texts": [*options(page, opened), *texts(page)],
    }
    page.set_viewport_size(PHONE)
    with contextlib.suppress(TimeoutError):  # the figures draw themselves anew; what stays too wide is told
        page.wait_for_function("document.querySelector('[data-testid=stMain]').scrollWidth <= 391", timeout=5_000)
    seen["phone"] = lies(page)
    return Visit(**seen, phone_violations=violations(page) if lang == "en" else [])
