"""Four changes as tiles."""

import streamlit as st

from outcomes import words
from outcomes.exhibits import Asked, series, tell
from outcomes.ui.tile import Tile, tile


def row(asked: Asked, changes: list) -> None:
    """One tile a change, at most four a row."""
    asked.ahead("trend", [change.indicator.id for change in changes])
    columns = st.columns(max(1, len(changes)), gap="small")
    for column, change in zip(columns, changes, strict=False):
        with column:
            tile(_tile(asked, change), asked.lang, change.indicator.id)


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
