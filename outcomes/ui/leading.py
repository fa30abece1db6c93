"""A card of small lines that share one period: one piece of HTML, since six figures would cost more than the page."""

import streamlit as st

from outcomes.charts.spark import address as spark_address
from outcomes.charts.spark import spark
from outcomes.exhibits import Asked, leading_signs, scene
from outcomes.exhibits.kept import kept
from outcomes.exhibits.leading import Sign, behind
from outcomes.ui import theme
from outcomes.ui.escape import esc_html
from outcomes.ui.parts import esc_md
from outcomes.ui.show import how

_HIGH = 44  # px of the picture of the months
_GRID = "display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,{least}px),1fr));gap:14px 36px"


def card(asked: Asked, indicator_ids: list[str], words: str = "safety.leading", across: bool = False) -> None:
    """Name and change, the line beside them, its last value; one row an indicator, or all of them side by side.

    ``words``: the key of the card's heading; its caption has the same key and ``_note``.
    """
    name = words.replace(".", "-")
    with st.container(border=True, key=f"ex-{name}", gap="small", height="stretch"):
        st.subheader(esc_md(asked.say(words)), anchor=False)
        st.caption(esc_md(asked.say(f"{words}_note")))
        signs = kept(leading_signs, asked, indicator_ids)
        st.html(html_of(asked, signs, across))
        with st.container(
            key=f"foot-{name}", horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
        ):
            st.caption(esc_md(scene.snapshot_note(asked)), width="stretch")
            if lineage := behind(asked, signs):
                how(name, lineage, asked.lang)


def html_of(asked: Asked, signs: list[Sign], across: bool) -> str:
    grid = _GRID.format(least=300 if across else 1000)
    inside = "".join(_row(asked, sign) for sign in signs)
    return f'<div style="{grid};color:{theme.look().ink};line-height:1.35">{inside}</div>'


def _row(asked: Asked, sign: Sign) -> str:
    look = theme.look()
    told = sign.change or asked.say(f"ui.direction.{sign.better}")
    source = spark_address(spark(sign.series, look, high=_HIGH, low_end=0))
    picture = source and f'<img alt="" src="{source}" style="display:block;width:100%;height:{_HIGH}px">'
    spoken = f"{sign.name}: {told}. {sign.last or sign.exhibit.title}"
    small = f"font-size:.85rem;color:{look.ink3}"
    return f"""
<div role="group" aria-label="{esc_html(spoken)}"
 style="display:grid;grid-template-columns:minmax(0,1.2fr) minmax(0,1fr) 3.4em;gap:12px;align-items:center">
 <div><div style="font-weight:600;font-size:.95rem">{esc_html(sign.name)}</div>
  <div style="{small}">{esc_html(told if sign.last else sign.exhibit.title)}</div></div>
 <div style="border-radius:3px;overflow:hidden">{picture}</div>
 <div style="font-weight:600;font-size:.95rem;white-space:nowrap">{esc_html(sign.last)}</div>
</div>"""
