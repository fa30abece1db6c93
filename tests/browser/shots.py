"""Pictures of every page in both languages and three sizes, from a server over the demonstration data.

    python -m tests.browser.shots OUTDIR [--page NAME ...] [--data STORE]

One file a picture, named page-language-width.png. The one in the README is overview-en-1440.png.
"""

import argparse
import contextlib
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, TimeoutError, sync_playwright

from run import find_browser
from tests.browser.serving import ROOT, publish_demonstration, serve
from tests.browser.watching import OPTIONS, open_page, settled

FIRST = "overview"
SIZES = ((1440, 900), (1920, 1080), (390, 844))


def pages() -> list[str]:
    """The names in the address: each is the name of a page's file."""
    return sorted(path.stem for path in (ROOT / "pages").glob("*/*.py"))


def address_of(name: str) -> str:
    """The first page of the menu is the root; Streamlit gives it no other address."""
    return "/" if name == FIRST else f"/{name}"


def shoot(browser: Browser, url: str, name: str, lang: str, size: tuple[int, int], out: Path) -> list[str]:
    """One picture; what the browser complained about meanwhile, as lines for the person who looks."""
    page, watch = open_page(browser, url, lang, *size)
    try:
        page.goto(f"{address_of(name)}?lang={lang}")
        try:
            settled(page)
        except TimeoutError as late:
            watch.complaints.append(f"not finished: {late.message.splitlines()[0]}")
        page.wait_for_timeout(400)  # the last figure's own drawing
        page.screenshot(path=out / f"{name}-{lang}-{size[0]}.png")
        tall = page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollHeight")
        wide = page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollWidth")
    finally:
        page.context.close()
    notes = [f"asked {url}" for url in watch.strangers()] + watch.complaints
    if size[0] > 1000 and tall > size[1]:
        notes.append(f"{tall - size[1]} px below the screen")
    if wide > size[0]:
        notes.append(f"{wide - size[0]} px beside the screen")
    return notes


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, metavar="OUTDIR")
    parser.add_argument("--page", action="append", choices=pages(), help="only this page")
    parser.add_argument("--data", type=Path, help="a published store (default: the demonstration data, published anew)")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    with contextlib.ExitStack() as stack:
        work = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        store = options.data.absolute() if options.data else publish_demonstration(work / "data")
        server = stack.enter_context(serve(store, work / "server.log"))
        playwright = stack.enter_context(sync_playwright())
        found = find_browser() or playwright.chromium.executable_path
        browser = playwright.chromium.launch(executable_path=found, args=list(OPTIONS))
        for name in options.page or pages():
            for lang in ("en", "zh"):
                for size in SIZES:
                    notes = shoot(browser, server.url, name, lang, size, options.out)
                    print(f"{name}-{lang}-{size[0]}", "; ".join(notes), flush=True)
        browser.close()
        if "Traceback" in server.said():
            sys.exit(server.said())


if __name__ == "__main__":
    main()
