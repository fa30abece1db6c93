"""What Streamlit itself writes on the screen, in the reader's language, and the language of the document.

Streamlit 1.67 has no other way: its own buttons say "Upload" and the document always says it is English.
"""

import streamlit as st

from outcomes import words

_CODE = {"en": "en", "zh": "zh-CN"}
_SCRIPT = """
export default function ({ data }) {
  document.documentElement.lang = data.lang;
  const told = Object.entries(data.words);
  const translate = (text) => told.reduce((now, [from, to]) => now.split(from).join(to), text);
  const visit = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const next = node.parentElement?.closest('[data-testid="stFileUploader"]') ? translate(node.data) : node.data;
      if (next !== node.data) node.data = next;
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      node.childNodes.forEach(visit);
    }
  };
  if (!told.length) return () => {};
  const watcher = new MutationObserver((seen) => seen.forEach((one) => one.addedNodes.forEach(visit)));
  watcher.observe(document.body, { childList: true, subtree: true });
  visit(document.body);
  return () => watcher.disconnect();
}
"""
_component = st.components.v2.component("score_shell", html="<span hidden></span>", js=_SCRIPT)


def dress(lang: str) -> None:
    """Once a page: the document's language and the words of the upload box."""
    told = {}
    if lang != "en":
        told = {words.say(f"shell.{name}", "en"): words.say(f"shell.{name}", lang) for name in ("upload", "per_file")}
    _component(key="shell", data={"lang": _CODE[lang], "words": told}, height=0)
