"""What a browser did behind the page: every address it asked for, every complaint in its console."""

import re
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page

# After a deep link such as /safety, Streamlit's client first looks for its server below the page's own address
# (/safety/_stcore/health, /safety/_stcore/host-config), is told 404 and then finds it at the root. Harmless; these
# two messages and nothing else are let pass.
_PROBE = re.compile(r"/[\w-]+/_stcore/(health|host-config)$")
_NOT_FOUND = "Failed to load resource: the server responded with a status of 404"

OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass
class Watch:
    """Requests and complaints of one browser context, from its first page on."""

    origin: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> "Watch":
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("console", self._heard)
        context.on("weberror", lambda error: self.complaints.append(f"uncaught: {error.error}"))
        context.on("page", lambda page: page.on("websocket", lambda socket: self.requests.append(socket.url)))
        return self

    def _heard(self, message) -> None:
        where = message.location.get("url", "")
        if message.type != "error":
            return
        probe = where.startswith(self.origin) and _PROBE.fullmatch(where.removeprefix(self.origin))
        if not (probe and message.text.startswith(_NOT_FOUND)):
            self.complaints.append(f"{message.text} ({where})")

    def strangers(self) -> list[str]:
        """Addresses asked for outside the server's own origin."""
        own = (self.origin + "/", self.origin.replace("http", "ws", 1) + "/", "data:", "blob:", "about:")
        return [url for url in self.requests if not url.startswith(own)]


def open_page(
    browser: Browser, origin: str, lang: str = "en", width: int = 1440, height: int = 900, scheme: str = "light"
) -> tuple[Page, Watch]:
    """A reader with a clean browser whose every request is written down."""
    locale = "zh-CN" if lang == "zh" else "en-GB"
    context = browser.new_context(
        viewport={"width": width, "height": height}, locale=locale, base_url=origin, color_scheme=scheme
    )
    watch = Watch(origin).over(context)
    page = context.new_page()
    page.set_default_timeout(60_000)  # a page is not wrong because the machine is busy
    return page, watch


def settled(page: Page) -> None:
    """Until the server has finished the page, and its figures and fonts are drawn."""
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    page.wait_for_selector('[data-testid="stMainBlockContainer"] h1')
    page.wait_for_function(
        """() => document.fonts.status === 'loaded'
            && !document.querySelector('[data-testid="stSkeleton"], [data-stale="true"]')
            && [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].every(
                chart => !chart.checkVisibility() || chart.querySelector('.main-svg'))"""
    )
