"""What Streamlit itself writes on the screen, in the reader's language, and the language of the document.

Streamlit 1.67 has no other way: its own buttons say "Upload" and the document always says it is English. A text is
replaced only when it is, from its first letter to its last, one that Streamlit writes (``shell`` in ``outcomes/words``),
and only where Streamlit writes: data and sentences of the page are never touched.
"""

import streamlit as st

from outcomes import words

_CODE = {"en": "en", "zh": "zh-CN"}
_SCRIPT = """
const PLACES = `header, [data-testid="stFileUploader"], [data-testid="stSkipToContent"], [data-testid="InputInstructions"],
  [role="menu"], [role="listbox"], [role="alertdialog"], [data-testid="stDialog"], [data-testid="stTooltipContent"],
  [data-testid^="stDataFrameColumn"], [data-testid^="stDataFrameStatistics"], .gdg-search-bar, [data-testid="stTopNavPopover"],
  [data-live-announcer]`;
const NAMES = ['aria-label', 'placeholder', 'title', 'alt'];
const ICON = '[role="img"][translate="no"]';  // its name is English and says nothing that the words beside it do not
const KEPT = Symbol.for('score_shell');
const NAMED = NAMES.map((name) => `[${name}]`).join(', ') + ', ' + ICON;

function translator(pairs) {
  const whole = new Map(pairs.filter(([from]) => !from.includes('{x}')));
  const parts = pairs.filter(([from]) => from.includes('{x}')).map(([from, to]) => [from.split('{x}'), to]);
  return (text) => {
    const told = text.trim();
    if (whole.has(told)) return text.replace(told, () => whole.get(told));
    for (const [[head, tail], to] of parts)
      if (told.length > head.length + tail.length && told.startsWith(head) && told.endsWith(tail))
        return to.replace('{x}', () => told.slice(head.length, told.length - tail.length));
    return text;
  };
}

export default function ({ data }) {
  document.documentElement.lang = data.lang;
  const translate = translator(data.words);
  const name = (node) => {
    if (node.matches(ICON)) { node.setAttribute('aria-hidden', 'true'); node.removeAttribute('aria-label'); return; }
    for (const one of NAMES) {
      const now = node.getAttribute(one), next = now && translate(now);
      if (next !== now) node.setAttribute(one, next);
    }
  };
  const write = (node) => {
    const next = translate(node.data);
    if (next !== node.data) node.data = next;
  };
  const writeBelow = (root) => {
    const all = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (all.nextNode()) write(all.currentNode);
  };
  const visit = (node) => {
    if (node.nodeType === Node.TEXT_NODE) { if (node.parentElement?.closest(PLACES)) write(node); return; }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    if (node.matches(NAMED)) name(node);
    node.querySelectorAll(NAMED).forEach(name);
    if (node.closest(PLACES)) writeBelow(node); else node.querySelectorAll(PLACES).forEach(writeBelow);
  };
  const watcher = new MutationObserver((seen) => seen.forEach((one) => {
    if (one.type === 'attributes') name(one.target);
    else if (one.type === 'characterData') visit(one.target);
    else one.addedNodes.forEach(visit);
  }));
  document[KEPT]?.disconnect();  // a new choice of language comes while the watcher of the old one is at work
  document[KEPT] = watcher;
  watcher.observe(document.body, {
    childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: NAMES });
  visit(document.body);
  return () => watcher.disconnect();
}
"""
_component = st.components.v2.component("score_shell", html="<span hidden></span>", js=_SCRIPT)


def dictionary(lang: str) -> list[tuple[str, str]]:
    """Streamlit's texts with ours; to English from the Chinese that an earlier choice of language has left there."""
    keys = [key for key in words.texts("en") if key.startswith("shell.")]
    if lang == "en":
        return [(words.texts("zh")[key], words.texts("en")[key]) for key in keys]
    return [(words.texts("en")[key], words.texts(lang)[key]) for key in keys]


def dress(lang: str) -> None:
    """Once a page: the document's language and Streamlit's own words."""
    _component(key="shell", data={"lang": _CODE[lang], "words": dictionary(lang)}, height=0)
