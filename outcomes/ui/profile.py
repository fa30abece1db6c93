"""One enterprise in small: a cell an indicator with its months, its two values, and where the others stand."""

from collections.abc import Callable

import streamlit as st

from outcomes import words
from outcomes.charts.spark import address as spark_address
from outcomes.charts.spark import spark
from outcomes.exhibits import Asked, Exhibit, tell
from outcomes.filters import parse_month
from outcomes.ui import theme
from outcomes.ui.escape import esc_html
from outcomes.words import numbers

_GRID = "display:grid;grid-template-columns:repeat(auto-fill,minmax(230px,1fr));gap:14px 22px"
_HIGH = 36  # px of the picture


def cells(asked: Asked) -> Callable[[Exhibit], None]:
    """The body of the card: all indicators in the catalogue's order, as many beside each other as fit."""

    def body(exhibit: Exhibit) -> None:
        st.html(html_of(asked, exhibit.rows))

    return body


def html_of(asked: Asked, rows: list[dict]) -> str:
    any_others = any(row["others"] for row in rows)
    inside = "".join(_cell(asked, row, any_others) for row in rows)
    return f'<div style="{_GRID};color:{theme.look().ink};line-height:1.35">{inside}</div>'


def _cell(asked: Asked, row: dict, any_others: bool) -> str:
    look, indicator = theme.look(), asked.db.indicators[row["indicator"]]
    name, unit = (words.pick(text, asked.lang) for text in (indicator.short, indicator.unit))
    lines = [_latest(asked, indicator, row), _was(asked, indicator, row), _others(asked, indicator, row, any_others)]
    spoken = ". ".join([f"{name}, {unit}", *(line for line in lines if line)])
    small = f"font-size:.8rem;color:{look.ink3}"
    return f"""
<div role="group" aria-label="{esc_html(spoken)}" style="border-top:1px solid {look.rule};padding-top:6px;min-width:0">
 <div style="display:flex;justify-content:space-between;gap:8px;align-items:baseline">
  <span style="font-weight:600;font-size:.9rem;white-space:nowrap">{esc_html(name)}</span><span title="{esc_html(unit)}"
   style="{small};white-space:nowrap;overflow:hidden;text-overflow:ellipsis">{esc_html(unit)}</span></div>
 <div style="height:{_HIGH}px;margin:4px 0;border-radius:3px;overflow:hidden">{_picture(indicator, row)}</div>
 <div style="display:flex;justify-content:space-between;gap:8px;align-items:baseline">
  <span style="font-size:.9rem">{esc_html(lines[1])}</span><span
   style="{small};text-align:right;white-space:nowrap">{esc_html(lines[0])}</span></div>
 <div style="{small}">{esc_html(lines[2])}</div>
</div>"""


def _picture(indicator, row: dict) -> str:
    """Zero is the foot of every line but an index, which has none."""
    series = list(zip(row["trend"], row["phases"], strict=True))
    foot = 0 if indicator.kind != "own_baseline_index" else None
    source = spark_address(spark(series, theme.look(), high=_HIGH, low_end=foot))
    return source and f'<img alt="" src="{source}" style="display:block;width:100%;height:{_HIGH}px">'


def _latest(asked: Asked, indicator, row: dict) -> str:
    """The last value and its month."""
    if row["last"] is None:
        return asked.say("profile.never")
    month = numbers.month(parse_month(row["last_month"]), asked.lang)
    return asked.say("profile.latest", value=tell.value(indicator, row["last"], asked.lang), month=month)


def _was(asked: Asked, indicator, row: dict) -> str:
    if row["last"] is None:
        return ""
    before, after = (
        # a period may have every sheet and still no value: days lost per case without a case
        tell.value(indicator, row[side], asked.lang) if row[side] is not None else asked.say("profile.no_value")
        for side in ("before", "after")
    )
    return asked.say("profile.was", before=before, after=after)


def _others(asked: Asked, indicator, row: dict, any_others: bool) -> str:
    """Median and range; nothing for each cell when there are no others at all, since the foot says so once."""
    if row["others_median"] is None:
        return asked.say("profile.others_hidden") if any_others else ""
    told = {side: tell.value(indicator, row[f"others_{side}"], asked.lang) for side in ("median", "low", "high")}
    return asked.say("profile.others", n=row["others"], **told)
