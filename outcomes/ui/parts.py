"""The parts every page is made of: the head, the badges, the tile, the exhibit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from outcomes.ui.escape import esc_html, esc_md
from outcomes.ui.show import Action, show
from outcomes.ui.tile import Tile, tile
from outcomes.words import say

__all__ = ["Action", "Badge", "Tile", "demonstration", "esc_html", "esc_md", "head", "show", "tile"]

_COLOUR = {"plain": "gray", "caution": "yellow", "concern": "orange", "improvement": "blue"}


@dataclass(frozen=True)
class Badge:
    """One fact about the evidence: a few words, a tone and an icon (Material name without colons)."""

    text: str
    tone: str = "plain"  # plain, caution, concern, improvement
    icon: str = ""


def demonstration(lang: str) -> Badge:
    return Badge(say("demo.badge", lang), "caution", "science")


def head(eyebrow: str, finding: str, badges: Sequence[Badge] = (), tools: Callable[[], None] | None = None) -> None:
    """Where am I, what is the answer, how good is the evidence. ``tools`` draws what stands at the right."""
    left = st.container()
    if tools:
        left, right = st.columns([1, 0.32], vertical_alignment="top", gap="medium")
        with (
            right,
            st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center", gap="small"),
        ):
            tools()
    with left, st.container(gap="xsmall"):
        st.caption(esc_md(eyebrow))
        st.title(esc_md(finding), anchor=False)
    if badges:
        with left, st.container(horizontal=True, gap="xsmall"):
            for one in badges:
                badge(one)


def badge(one: Badge) -> None:
    icon = f":material/{one.icon}:" if one.icon else None
    words = esc_md(one.text).replace("\\[", "[").replace("\\]", "]")  # st.badge escapes these two itself
    st.badge(words, color=_COLOUR[one.tone], icon=icon)
