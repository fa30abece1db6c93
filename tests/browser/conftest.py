"""A real browser on a real server: each page ends with the proof that nothing left the machine and nothing complained."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from run import find_browser
from tests.browser.serving import serve
from tests.browser.watching import OPTIONS, open_page

expect.set_options(timeout=30_000)  # a sentence is not missing because the machine is busy


def pytest_collection_modifyitems(items):
    """Browser tests carry their mark and come last: they are slow, and Playwright keeps an event loop running."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: item.path.is_relative_to(here))


@pytest.fixture(scope="session")
def browser():
    """Chromium, Chrome or Edge of this machine, else Playwright's own; without one the tests fail, they do not hide."""
    with sync_playwright() as playwright:
        found = find_browser() or playwright.chromium.executable_path
        if not Path(found).exists():
            pytest.fail("No browser was found. Install Chromium, Chrome or Edge, or run: python3 run.py test")
        launched = playwright.chromium.launch(executable_path=found, args=list(OPTIONS))
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def server(published_store, tmp_path_factory):
    """One server for all tests that only look."""
    place = tmp_path_factory.mktemp("served")
    with serve(Path(shutil.copytree(published_store, place / "data")), place / "server.log") as served:
        yield served
    assert "Traceback" not in served.said(), served.said()


@pytest.fixture
def own_server(browser, own_store, tmp_path):
    """A freshly started server over a store of its own, for a test that publishes or needs a cold start."""
    with serve(own_store, tmp_path / "server.log") as served:
        yield served
        _close_all(browser)  # before the server goes: a page left open would call for it and complain
    assert "Traceback" not in served.said(), served.said()


@pytest.fixture
def reader(browser):
    """``reader(server, lang="en", width=1440, height=900) -> Page``; what it did is judged when the test is over."""
    opened = []

    def open_for(served, **looks):
        page, watch = open_page(browser, served.url, **looks)
        opened.append(watch)
        return page

    yield open_for
    _close_all(browser)
    for watch in opened:
        assert watch.strangers() == [], "these requests left the server's origin"
        assert watch.complaints == [], "the browser's console complains"


def _close_all(browser):
    for context in browser.contexts:
        context.close()


@pytest.fixture
def page(reader, server):
    """The usual reader: English, 1440 by 900, on the shared server."""
    return reader(server)
