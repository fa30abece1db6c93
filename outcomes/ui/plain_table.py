"""An exhibit's table as one piece of HTML: as high as its lines, or as high as allowed and then to be scrolled."""

from collections.abc import Callable

import streamlit as st

from outcomes.exhibits import Exhibit
from outcomes.ui import theme
from outcomes.ui.escape import esc_html


def of(most: int, left: int = 1, foot: bool = False) -> Callable[[Exhibit], None]:
    """``most``: px; ``left``: columns of text at the left, the others stand right; ``foot``: the last line is a sum."""

    def body(exhibit: Exhibit) -> None:
        st.html(html_of(exhibit.table, exhibit.alt, most, left, foot))

    return body


def html_of(table: list[list[str]], alt: str, most: int, left: int = 1, foot: bool = False) -> str:
    look = theme.look()
    heads, *lines = table
    cell = f"padding:4px 10px 4px 0;border-bottom:1px solid {look.grid};"
    sides = [
        "text-align:left" if place < left else "text-align:right;white-space:nowrap" for place in range(len(heads))
    ]
    head = "".join(
        f'<th scope="col" style="{cell}{side};font-weight:400;color:{look.ink3};position:sticky;top:0;background:{look.page}">'
        f"{esc_html(text)}</th>"
        for text, side in zip(heads, sides, strict=True)
    )
    body = ""
    for number, line in enumerate(lines, start=1):
        weight = "font-weight:600" if foot and number == len(lines) else ""
        cells = "".join(
            f'<td style="{cell}{side};{weight}">{esc_html(text)}</td>' for text, side in zip(line, sides, strict=True)
        )
        body += f"<tr>{cells}</tr>"
    return (
        f'<div tabindex="0" role="region" aria-label="{esc_html(alt)}" style="max-height:{most}px;overflow:auto">'
        f'<table style="border-collapse:collapse;width:100%;font-size:.87rem;color:{look.ink};line-height:1.3">'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )
