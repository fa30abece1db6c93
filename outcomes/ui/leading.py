"""A card of small lines that share one period."""

import streamlit as st

from outcomes.charts import CONFIG
from outcomes.exhibits import Asked, leading_signs, scene
from outcomes.exhibits.kept import kept
from outcomes.exhibits.leading import Sign
from outcomes.ui.parts import esc_md


def card(asked: Asked, indicator_ids: list[str], words: str = "safety.leading", across: bool = False) -> None:
    """Name and change, and the line beside them; one row an indicator, or all of them side by side.

    ``words``: the key of the card's heading; its caption has the same key and ``_note``.
    """
    with st.container(border=True, key=f"ex-{words.replace('.', '-')}", gap="small", height="stretch"):
        st.subheader(esc_md(asked.say(words)), anchor=False)
        st.caption(esc_md(asked.say(f"{words}_note")))
        signs = kept(leading_signs, asked, indicator_ids)
        places = st.columns(len(signs), gap="large") if across else [st.container() for _ in signs]
        for sign, place in zip(signs, places, strict=True):
            with place:
                _sign(asked, sign)
        st.caption(esc_md(scene.snapshot_note(asked)))


def _sign(asked: Asked, sign: Sign) -> None:
    told_of, line = st.columns([1.25, 1], vertical_alignment="center", gap="small")
    told = sign.change or asked.say(f"ui.direction.{sign.better}")
    told_of.markdown(f"**{esc_md(sign.name)}**  \n:small[:gray[{esc_md(told)}]]")
    with line:
        if sign.exhibit.figure is None:
            st.caption(esc_md(sign.exhibit.title))
        else:
            st.plotly_chart(sign.exhibit.figure, theme=None, config=CONFIG, alt=sign.exhibit.alt, key=sign.exhibit.id)
