"""A card of small lines that share one period."""

import streamlit as st

from outcomes.charts import CONFIG
from outcomes.exhibits import Asked, leading_signs, scene
from outcomes.exhibits.kept import kept
from outcomes.ui.parts import esc_md


def card(asked: Asked, indicator_ids: list[str], words: str = "safety.leading") -> None:
    """Name, direction and change at the left, the line at the right; one row an indicator.

    ``words``: the key of the card's heading; its caption has the same key and ``_note``.
    """
    with st.container(border=True, key="ex-leading", gap="small", height="stretch"):
        st.subheader(esc_md(asked.say(words)), anchor=False)
        st.caption(esc_md(asked.say(f"{words}_note")))
        for sign in kept(leading_signs, asked, indicator_ids):
            told_of, line = st.columns([1.25, 1], vertical_alignment="center", gap="small")
            told = sign.change or asked.say(f"ui.direction.{sign.better}")
            told_of.markdown(f"**{esc_md(sign.name)}**  \n:small[:gray[{esc_md(told)}]]")
            with line:
                if sign.exhibit.figure is None:
                    st.caption(esc_md(sign.exhibit.title))
                else:
                    st.plotly_chart(
                        sign.exhibit.figure, theme=None, config=CONFIG, alt=sign.exhibit.alt, key=sign.exhibit.id
                    )
        st.caption(esc_md(scene.snapshot_note(asked)))
