"""The methods on the screen: the words first, then each group; the entry that the address names stands open."""

import streamlit as st

from outcomes import methods, words
from outcomes.ui import address
from outcomes.ui.escape import esc_md

_LINE = 880  # pixels; a longer line is hard to read
_SCROLL = """
export default function ({ data }) {
  let tries = 0;
  const look = () => {
    const entry = document.querySelector(`.st-key-method-${data.id}`);
    if (entry) {
      entry.style.scrollMarginTop = "4.5rem"; // below the menu, which stays
      entry.scrollIntoView({ block: "start" });
    }
    if (tries++ < 10) timer = setTimeout(look, 150);
  };
  let timer = setTimeout(look, 0);
  return () => clearTimeout(timer);
}
"""
_component = st.components.v2.component("score_scroll", html="<span hidden></span>", js=_SCROLL)


def introduction(lang: str) -> None:
    """What an interval is, what each word means, and the way to the groups."""
    st.markdown(words.say("methods.intro", lang, **methods.facts()), width=_LINE)
    st.subheader(words.say("methods.words", lang), anchor="words")
    st.caption(words.say("methods.words_note", lang))
    with st.container(key="words-read"):
        st.markdown(methods.reading_table(lang))
    links = " · ".join(f"[{words.pick(group.title, lang)}](#{group.id})" for group in methods.groups())
    st.markdown(f"**{words.say('methods.contents', lang)}** &ensp;{links}")


def every_group(lang: str) -> None:
    """All methods, a heading with an anchor a group."""
    asked = methods.find(address.get("method"))
    for group in methods.groups():
        with st.container(gap="medium"):  # a heading takes one of the two lines away again
            st.subheader(words.pick(group.title, lang), anchor=group.id)
            with st.container(gap="xsmall"):
                for one in group.methods:
                    _entry(one, lang, open_=one is asked)
    if asked:
        _scroll_to(asked.id)


def link(codes: list[str], lang: str) -> None:
    """From an exhibit to the entry of the first method that it names, or to the top of the page."""
    entry = next((code for code in codes if code != "none" and methods.find(code)), None)
    st.page_link(
        "../../pages/about/method.py",
        label=words.say("ui.lineage.method", lang),
        icon=":material/function:",
        query_params=address.leading(method=entry),
    )


def _entry(one: methods.Method, lang: str, open_: bool) -> None:
    label = f"**{esc_md(words.pick(one.title, lang))}**"
    with st.expander(label, expanded=open_, key=f"method-{one.id}"):
        st.markdown(methods.body(one, lang), width=_LINE)


def _scroll_to(entry: str) -> None:
    """Once for each entry asked for; whoever reads on is not pulled back."""
    _component(key="scroll", data={"id": entry}, height=0)
