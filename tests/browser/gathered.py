"""What a page says and how it lies there: every text in it, what axe finds, what a phone makes of it."""

import contextlib
import re
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path

from playwright.sync_api import Page, TimeoutError

HANZI = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
_LATIN = re.compile(r"[A-Za-z][A-Za-z'’]+")
_ALLOWED = Path(__file__).with_name("allowed_latin.toml")

# Not only what is in sight: also what stands in a canvas for screen readers, in attributes, in the page's title and in
# what a figure says when it is pointed at. Icons are letters of a font whose text is the icon's name, formulas
# are signs; a question to the engine is shown as it ran. Nobody reads these as words.
_TEXTS = """() => {
  const found = new Set([document.title]);
  const skip = 'script, style, noscript, [data-testid="stCode"], [data-testid="stIconMaterial"], [role="img"][translate="no"], .katex';
  const visit = (node) => {
    if (node.nodeType === Node.TEXT_NODE) { if (node.data.trim()) found.add(node.data.trim()); return; }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'aria-description', 'aria-valuetext'])
      if (node.getAttribute(name)) found.add(node.getAttribute(name).trim());
    if (node.matches(skip)) return;
    if (node.tagName === 'INPUT' && node.value) found.add(node.value);
    node.childNodes.forEach(visit);
  };
  visit(document.body);
  const markup = /<[^>]*>|[%$][{][^}]*[}]/g;
  for (const figure of document.querySelectorAll('.js-plotly-plot'))
    for (const trace of figure.data || [])
      for (const told of [trace.hovertemplate, trace.hovertext, trace.text, trace.customdata].flat(3))
        if (typeof told === 'string') found.add(told.replace(markup, ' ').trim());
  return [...found];
}"""


def texts(page: Page) -> list[str]:
    """Every text of the page: written, drawn in a figure, told to a screen reader."""
    return page.evaluate(_TEXTS)


@cache
def allowed() -> list[tuple[re.Pattern, str]]:
    """What may stand in Latin letters on a Chinese page, and why."""
    told = tomllib.loads(_ALLOWED.read_text(encoding="utf-8"))["allowed"]
    return [(re.compile(entry["pattern"], re.ASCII | re.MULTILINE), entry["why"]) for entry in told]


def foreign(text: str) -> list[str]:
    """The Latin words of a Chinese text that nobody allowed."""
    for pattern, _ in allowed():
        text = pattern.sub(" ", text)
    return _LATIN.findall(text)


def options(page: Page, known: set[str]) -> list[str]:
    """What the menus of the page offer; menus whose name is already ``known`` are not opened again."""
    told = []
    for box in page.get_by_role("combobox").all():
        name = box.get_attribute("aria-label") or ""
        if name in known or not box.is_visible() or not box.is_enabled():
            continue
        known.add(name)
        box.click()
        with contextlib.suppress(TimeoutError):  # a menu in which everything is chosen has nothing to offer
            page.wait_for_selector('[role="option"]', timeout=3_000)
        told += page.get_by_role("option").all_inner_texts()
        page.keyboard.press("Escape")
    return told


AXE = files("axe_playwright_python").joinpath("axe.min.js")
_JUDGE = """(within) => axe.run(within || document, {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'], elementRef: false, preload: false,
}).then(told => told.violations.flatMap(one => one.nodes.map(node => ({
  rule: one.id, where: node.target.join(' '), html: node.html.slice(0, 300), why: node.failureSummary }))))"""


def violations(page: Page, within: str | None = None) -> list[dict]:
    """What axe finds against WCAG 2.2 A and AA, in the page or ``within`` what a selector names: rule, selector, the
    element itself and why. ``AXE`` is in the page."""
    return page.evaluate(_JUDGE, within)


# A figure: its alternative text and whether its card leads to the same rows. A target: what is pressed with a finger;
# links within a sentence are as high as their line, which WCAG 2.5.8 allows.
_LIES = """() => {
  const seen = (node) => node.checkVisibility({ visibilityProperty: true });
  const cards = [...document.querySelectorAll('[class*="st-key-ex-"]')].filter(
    (card) => card.querySelector('[data-testid="stPlotlyChart"]'));
  const targets = [...document.querySelectorAll('button, input, select, summary, [role="tab"], [role="radio"], a[href]')]
    .filter((node) => seen(node) && !node.closest('p, li, td, [data-testid="stSidebar"][aria-expanded="false"]')
      && node.dataset.testid !== 'stSkipToContent');
  const size = (node) => {
    const box = (node.tagName === 'INPUT' ? node.closest('label, [role="group"]') || node : node).getBoundingClientRect();
    return [box.width, box.height];
  };
  const wide = document.scrollingElement.scrollWidth, main = document.querySelector('[data-testid="stMain"]').scrollWidth;
  return {
    wide: Math.max(wide, main),
    small: targets.filter((node) => Math.min(...size(node)) < 23.9 && Math.min(...size(node)) > 0)
      .map((node) => `${node.getAttribute('aria-label') || node.innerText || node.dataset.testid} ${size(node).map(Math.round)}`),
    figures: [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].filter(seen).map((chart) =>
      (chart.closest('[aria-label]') || chart.querySelector('[role="figure"][aria-label], [role="img"][aria-label]'))
        ?.getAttribute('aria-label') || ''),
    tableless: cards.filter((card) => !card.querySelector('table, [data-testid="stDataFrame"], [class*="st-key-table-"] button'))
      .map((card) => [...card.classList].find((name) => name.startsWith('st-key-ex-'))),
  };
}"""


# What does not fit is kept in the document, without height and colour; in sight is what can be seen.
_MENU = """() => [...document.querySelectorAll('[data-testid="stTopNavLink"]')].filter((link) =>
  link.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && link.getBoundingClientRect().height > 0
  && link.getBoundingClientRect().right <= innerWidth && link.parentElement.offsetParent).map((link) => link.innerText)"""


def menu_in_sight(page: Page) -> list[str]:
    return page.evaluate(_MENU)


def lies(page: Page) -> dict:
    """How wide the page is, what is too small for a finger, what its figures say, which of them have no table."""
    return page.evaluate(_LIES)
