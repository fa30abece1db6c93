"""The catalogue as a reader's guide: what is counted over what, why it matters, how it misleads."""

import streamlit as st

from outcomes import catalogue, words
from outcomes.ui.parts import esc_md

_THEMES = ("safety", "productivity", "quality", "people", "practice", "programme")


def themes(lang: str) -> int:
    """All indicators, grouped by theme, in the catalogue's order; the number of them."""
    told = sorted((catalogue.indicators() | catalogue.records()).values(), key=lambda i: (i.order, i.id))
    for theme in _THEMES:
        mine = [indicator for indicator in told if indicator.theme == theme]
        if not mine:
            continue
        st.subheader(words.say(f"theme.{theme}", lang), anchor=False)
        for indicator in mine:
            _entry(indicator, lang)
    return len(told)


def _entry(indicator, lang: str) -> None:
    title = words.pick(indicator.title, lang)
    with st.expander(f"**{esc_md(title)}** — {esc_md(words.pick(indicator.unit, lang))}", key=f"about-{indicator.id}"):
        st.markdown(esc_md(words.pick(indicator.why, lang)))
        lines = {
            "formula": indicator.formula(lang),
            "definition": words.pick(indicator.definition, lang),
            "direction": words.say(f"ui.direction.{indicator.better}", lang),
            "caution": words.pick(indicator.caution, lang),
            "standard": words.pick(indicator.standard, lang),
            "version": words.say("about.since", lang, version=indicator.version, since=indicator.valid_from),
            "checked": indicator.checked_by or words.say("ui.lineage.unchecked", lang),
        }
        for name, text in lines.items():
            st.markdown(f"**{words.say(f'about.{name}', lang)}** &ensp;{esc_md(text)}")
        st.caption(esc_md(f"{indicator.id} · {indicator.code} · queries/indicators/{indicator.id}.toml"))
