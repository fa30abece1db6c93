"""One improvement in full: its photos side by side, the facts line by line, the lesson, the quotation."""

from collections.abc import Callable

import streamlit as st

from outcomes.charts import Look
from outcomes.exhibits import Asked, Exhibit
from outcomes.exhibits.practice import told
from outcomes.ui import theme
from outcomes.ui.escape import esc_html
from outcomes.ui.picture import html_picture

_WIDE = "display:flex;flex-wrap:wrap;gap:20px 32px;align-items:flex-start"


def whole(asked: Asked) -> Callable[[Exhibit], None]:
    """The body of the card."""

    def body(exhibit: Exhibit) -> None:
        st.html(html_of(asked, exhibit))

    return body


def html_of(asked: Asked, exhibit: Exhibit) -> str:
    look, row = theme.look(), exhibit.rows[0]
    shown = _photos(asked, row, look)
    left = f'<div style="flex:1 1 420px;min-width:0">{shown}{_quote(asked, row, look)}</div>'
    facts = "".join(_line(label, text, look) for label, text in exhibit.table[2:])
    right = f'<dl style="flex:1 1 380px;min-width:0;margin:0">{facts}</dl>'
    return f'<div style="{_WIDE};color:{look.ink};line-height:1.4">{left}{right}</div>'


def _line(label: str, text: str, look: Look) -> str:
    """One fact: what it is and what is told; the two stand one above the other where there is no room."""
    frame = f"display:flex;flex-wrap:wrap;gap:2px 14px;padding:7px 0;border-bottom:1px solid {look.rule}"
    return f"""<div style="{frame}"><dt style="flex:0 0 11.5em;color:{look.ink3};font-size:.9rem">{esc_html(label)}</dt><dd
 style="flex:1 1 15em;min-width:0;margin:0">{esc_html(text)}</dd></div>"""


def _photos(asked: Asked, row: dict, look: Look) -> str:
    """Before at the left, after at the right; inside, one without consent says that it may not be shown."""
    found = asked.db.photos(row["card"])
    if not found:
        return f'<p style="color:{look.ink3};margin:0 0 14px">{esc_html(asked.say("practice.no_photo"))}</p>'
    sides = [[one for one in found if one["media_kind"] == kind] for kind in ("before", "after")]
    columns = "".join(_side(asked, photos, look) for photos in sides if photos)
    return f'<div style="display:flex;gap:12px;margin-bottom:16px;flex-wrap:wrap">{columns}</div>'


def _side(asked: Asked, photos: list[dict], look: Look) -> str:
    inside = "".join(_photo(asked, one, look) for one in photos)
    return f'<div style="flex:1 1 200px;min-width:0;display:flex;flex-direction:column;gap:10px">{inside}</div>'


def _photo(asked: Asked, one: dict, look: Look) -> str:
    words = asked.say(f"practice.photo_{one['media_kind']}")
    held = "" if one["may_be_shown"] else asked.say("practice.no_consent")
    mark = held and f' · <span style="color:{look.concern};font-weight:600">{esc_html(held)}</span>'
    return f"""<figure style="margin:0">{html_picture(asked.db.picture(one["photo"]), words)}<figcaption
 style="font-size:.85rem;color:{look.ink3};margin-top:3px">{esc_html(words)}{mark}</figcaption></figure>"""


def _quote(asked: Asked, row: dict, look: Look) -> str:
    words = told.quote(asked, row)
    if not words:
        return ""
    who = told.choice(asked, "quote_role", row["quote_role"]) if row["quote_role"] else ""
    held = "" if told.may_quote(asked, row) else asked.say("practice.no_consent")
    mark = held and f'<span style="color:{look.concern};font-weight:600">{esc_html(held)}</span>'
    under = " · ".join(part for part in (esc_html(who), mark) if part)
    text = esc_html(asked.say("practice.quoted", words=words))
    return f"""<blockquote style="margin:0;padding:2px 0 2px 14px;border-left:3px solid {look.rule}"><div
 style="font-size:1.05rem">{text}</div><div style="font-size:.85rem;color:{look.ink3}">{under}</div></blockquote>"""
