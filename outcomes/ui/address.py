"""A reader's choices as codes: in the session while they read, in the address so that they can be shared.

The only place that touches ``st.session_state`` for filters and language. Widgets forget their value when they are
not drawn or when their labels change language, so the choice is kept apart from the widgets and handed to them anew.
"""

import re
from datetime import date

import streamlit as st

from outcomes import filters, words
from outcomes.errors import OutcomesError
from outcomes.filters import Filters

ALL = "all"  # said explicitly in the address; absent means "the default of this programme"
_KEYS = ("lang", "region", "round", "sector", "size", "from", "to")
_CODE = re.compile(r"^[\w.\-]{1,40}$")


def seed() -> None:
    """Once a session: what the address says, in codes; values that are not codes are dropped."""
    if "choice" in st.session_state:
        return
    told = {key: st.query_params.get(key) for key in _KEYS}
    choice = {key: value for key, value in told.items() if value and _CODE.match(value)}
    if choice.get("lang") not in words.LANGUAGES:
        choice["lang"] = "zh" if (st.context.locale or "").startswith("zh") else "en"
    for key in ("from", "to"):
        if key in choice and month(choice[key]) is None:
            del choice[key]
    st.session_state["choice"] = choice


def publish() -> None:
    """End of a run: the choice into the address, only what differs."""
    for key in _KEYS:
        value = st.session_state["choice"].get(key)
        if st.query_params.get(key) != value:
            if value:
                st.query_params[key] = value
            elif key in st.query_params:
                del st.query_params[key]


def lang() -> str:
    return st.session_state["choice"]["lang"]


def get(key: str) -> str | None:
    return st.session_state["choice"].get(key)


def put(key: str, value: str | None) -> None:
    """One choice; what a wider choice makes impossible further right is settled by ``settle``."""
    if value is None:
        st.session_state["choice"].pop(key, None)
    else:
        st.session_state["choice"][key] = value


def reset() -> None:
    st.session_state["choice"] = {"lang": lang()}


def month(text: str | None) -> date | None:
    try:
        return filters.parse_month(text) if text else None
    except OutcomesError:
        return None


def chosen(rounds: dict[str, dict]) -> Filters:
    """The choice as a Filters value. Without a word about the round it is the latest one, not all of them."""
    told = {key: get(key) for key in ("region", "sector", "size")}
    wanted = get("round")
    if wanted is None or (wanted != ALL and wanted not in rounds):
        wanted = latest(rounds)
    first, last = month(get("from")), month(get("to"))
    if first and last and first > last:
        first, last = last, first
    return Filters(
        **{key: None if value == ALL else value for key, value in told.items()},
        round=None if wanted == ALL else wanted,
        first_month=first,
        last_month=last,
    )


def latest(rounds: dict[str, dict]) -> str | None:
    return max(rounds, key=lambda code: rounds[code]["training_start"], default=None)


def settle(options: dict[str, list[str]], rounds: dict[str, dict]) -> bool:
    """Drop choices that the data do not have or that a choice further left has made impossible; True if any went."""
    gone = False
    for key in ("region", "round", "sector", "size"):
        value = get(key)
        valid = set(rounds) if key == "round" else set(options[key])
        if value not in (None, ALL) and value not in valid | set(options[key]):
            put(key, None)
            gone = True
    return gone
