"""Four tiles: changes, and the money that was saved where somebody has verified any."""

import streamlit as st

from outcomes import words
from outcomes.exhibits import Asked, series, tell
from outcomes.exhibits.delivery import Savings
from outcomes.ui.tile import Tile, tile
from outcomes.words import numbers


def row(asked: Asked, changes: list, money: Savings | None = None) -> None:
    """One tile a change, and one for the money; at most four a row."""
    asked.ahead("trend", [change.indicator.id for change in changes])
    shown = {change.indicator.id: _tile(asked, change) for change in changes}
    if money:
        shown[money.figure.indicator.id] = _money(asked, money)
    for column, (name, one) in zip(st.columns(max(1, len(shown)), gap="small"), shown.items(), strict=False):
        with column:
            tile(one, asked.lang, name)


def _money(asked: Asked, money: Savings) -> Tile:
    """A sum is no change: it is context, with how many of the savings told are verified."""
    figure = money.figure
    return Tile(
        label=words.pick(figure.indicator.short, asked.lang),
        better="neutral",
        value=numbers.money(figure.value, asked.lang) if not figure.state else "",
        was="",
        reading="neutral",
        change_text=asked.say("delivery.verified_of", k=money.verified, n=money.told),
        reporting=figure.of or 0,
        enrolled=len({one["enterprise"] for one in asked.pilots}),
        series=money.series,
        suppressed=asked.say("state.suppressed") if figure.state else "",
        behind="delivery.saved_in",
    )


def _tile(asked: Asked, change) -> Tile:
    indicator, lang = change.indicator, asked.lang
    shown = tell.shown(change)
    code = change.reading.code
    return Tile(
        label=words.pick(indicator.short, lang),
        better=indicator.better,
        value=tell.value(indicator, change.after, lang) if shown else "",
        was=tell.value(indicator, change.before, lang) if shown else "",
        reading="incomplete" if code == "no_data" else code,
        change_text=tell.amount(change, lang) if code not in ("values_only", "incomplete") else tell.why(change, lang),
        reporting=change.reporting,
        enrolled=change.enrolled,
        series=series(asked, indicator.id) if shown else [],
        suppressed="" if shown else tell.why(change, lang),
    )
