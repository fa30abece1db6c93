"""The grades of months as one piece of HTML: a row an enterprise, a cell a month; words beside every mark to a reader."""

from collections.abc import Callable

import streamlit as st

from outcomes.exhibits import Asked, Exhibit
from outcomes.exhibits.coverage_grid import to_draw
from outcomes.exhibits.graded import Graded, graded
from outcomes.exhibits.quality import grade
from outcomes.ui import theme
from outcomes.ui.escape import esc_html
from outcomes.words import numbers

_MARK = {"not_sent": "□", "not_due": "·"}
_CELL = "padding:0 1px;line-height:16px;text-align:center;min-width:24px"


def body(asked: Asked) -> Callable[[Exhibit], None]:
    """The grid, and below it what each test found."""

    def draw(exhibit: Exhibit) -> None:
        st.html(html_of(asked, to_draw(graded(asked)), exhibit))

    return draw


def html_of(asked: Asked, months: list[Graded], exhibit: Exhibit) -> str:
    look = theme.look()
    every = sorted({one.month for one in months})
    own: dict[str, dict] = {}
    for one in months:
        own.setdefault(one.enterprise, {})[one.month] = one
    small = f"font-size:{look.least}px;color:{look.ink2};border-collapse:collapse"
    heads = "".join(
        f'<th scope="col" style="{_CELL};font-weight:400;vertical-align:bottom">{_head(asked, every, place)}</th>'
        for place in range(len(every))
    )
    lines = "".join(_line(asked, code, own[code], every) for code in sorted(own))
    return f"""
<div style="overflow-x:auto;padding-bottom:6px" tabindex="0" role="region" aria-label="{esc_html(exhibit.alt)}">
<table style="{small};border-spacing:0"><thead><tr><th></th>{heads}</tr></thead><tbody>{lines}</tbody></table></div>
{_tests(exhibit)}"""


def _head(asked: Asked, every: list, place: int) -> str:
    month = every[place]
    name = esc_html(numbers.month_name(month, asked.lang))
    new = place == 0 or every[place - 1].year != month.year
    return f"{month.year}<br>{name}" if new else name


def _line(asked: Asked, code: str, own: dict, every: list) -> str:
    cells = "".join(_cell(asked, code, own.get(month), month) for month in every)
    name = f'<th scope="row" style="padding:0 10px 0 0;line-height:16px;font-weight:400;text-align:left;white-space:nowrap">{esc_html(code)}</th>'
    return f"<tr>{name}{cells}</tr>"


def _cell(asked: Asked, code: str, one: Graded | None, month) -> str:
    if one is None:
        return "<td></td>"
    look = theme.look()
    colour, weight, mark = look.ink3, 400, _MARK.get(one.state)
    if one.sent and one.failed:
        colour, weight, mark = look.concern, 600, f"{one.right}/{one.judged}"
    elif one.sent:
        colour, mark = look.ink2, "■" if one.judged else "?"
    told = f"{code} · {numbers.month(month, asked.lang)}: {grade(asked, one)}"
    style = f"{_CELL};color:{colour};font-weight:{weight}"
    return f'<td style="{style}" title="{esc_html(told)}" aria-label="{esc_html(told)}">{mark}</td>'


def _tests(exhibit: Exhibit) -> str:
    """What each test found, a line a test; only what failed has the colour of concern, and a word stands above it."""
    look = theme.look()
    heads, *lines = exhibit.table
    rule = f"border-bottom:1px solid {look.rule};padding:2px 8px 2px 0"
    top = "".join(
        f'<th scope="col" style="{rule};text-align:{"left" if place == 0 else "right"};font-weight:400;color:{look.ink3}">{esc_html(head)}</th>'
        for place, head in enumerate(heads)
    )
    rows = ""
    for name, passed, failed, unknown in lines:
        tone = f"color:{look.concern};font-weight:600" if failed != "0" else ""
        cells = "".join(
            f'<td style="{rule};text-align:right;{more}">{esc_html(text)}</td>'
            for text, more in ((passed, ""), (failed, tone), (unknown, ""))
        )
        rows += f'<tr><th scope="row" style="{rule};text-align:left;font-weight:400">{esc_html(name)}</th>{cells}</tr>'
    size = f"font-size:{look.size}px;color:{look.ink};border-collapse:collapse;width:100%;margin-top:8px"
    return f'<table style="{size}"><thead><tr>{top}</tr></thead><tbody>{rows}</tbody></table>'
