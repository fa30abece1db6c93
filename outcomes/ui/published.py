"""What others have published, a block a finding: what was found, how it is known, what it is worth, and its source."""

from collections.abc import Callable

import streamlit as st

from outcomes import reference
from outcomes.exhibits import Asked, Exhibit
from outcomes.ui import theme
from outcomes.ui.escape import esc_html

_GRID = "display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,290px),1fr));gap:4px 32px"


def body(asked: Asked) -> Callable[[Exhibit], None]:
    def draw(exhibit: Exhibit) -> None:
        st.html(html_of(asked, exhibit))

    return draw


def html_of(asked: Asked, exhibit: Exhibit) -> str:
    look = theme.look()
    sources = {one.id: one.sources for one in reference.benchmarks()}
    blocks = "".join(_block(asked, row, sources[row["benchmark"]]) for row in exhibit.rows)
    return (
        f'<div role="list" aria-label="{esc_html(exhibit.alt)}" style="color:{look.ink};line-height:1.4">{blocks}</div>'
    )


def _block(asked: Asked, row: dict, sources: tuple) -> str:
    look = theme.look()
    quiet = f"font-size:.85rem;color:{look.ink2}"
    links = " · ".join(
        f'<a href="{esc_html(one.address)}" target="_blank" rel="noopener noreferrer" style="color:{look.action}">{esc_html(one.name)}</a>'
        for one in sources
    )
    facts = "".join(
        f'<div><span style="color:{look.ink3}">{esc_html(asked.say(f"benchmark.{name}"))}</span> {esc_html(row[name])}</div>'
        for name in ("design", "n", "date", "place")
    )
    return f"""
<div role="listitem" style="{_GRID};padding:10px 0;border-top:1px solid {look.rule}">
 <div style="font-size:.95rem">{esc_html(row["found"])}</div>
 <div style="{quiet}">{facts}</div>
 <div style="{quiet}"><div>{esc_html(row["caveat"])}</div>
  <div>{esc_html(row["comparability"])}</div>
  <div>{links} <span style="color:{look.ink3}">({esc_html(row["checked"])})</span></div></div>
</div>"""
