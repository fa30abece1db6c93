"""A reader's choices as codes: in the session while they read, in the address so that they can be shared.

The only place that touches ``st.session_state`` for filters and language. Widgets forget their value when they are
not drawn or when their labels change language, so the choice is kept apart from the widgets and handed to them anew.
"""

import re
from datetime import date

import streamlit as st

from outcomes import filters, words
from outcomes.errors import OutcomesError
from outcomes.filters import Filters, Windows

ALL = "all"  # said explicitly in the address; absent means "the default of this programme"
_KEYS = (
    "lang",
    "region",
    "round",
    "sector",
    "size",
    "from",
    "to",
    "window",
    "indicator",
    "doubt",
    "enterprise",
    "by",
    "method",
    "base",
    "card",
    "part",
    "category",
    "cost",
    "payback",
    "more",
    "story",
    "slide",
    "theme",
)
_NO_FILTERS = ("indicator", "doubt", "enterprise", "base", "card", "part", "story")
_OF_A_HALL = {"slide": "present", "theme": "present"}  # keys that stand in the address of one page alone
_CODE = re.compile(r"^[\w.\-]{1,40}$")
_ENTERPRISE = re.compile(r"^\w[\w./() \-]{0,39}$")  # what a workbook may call an enterprise


def seed() -> None:
    """Once a session: what the address says, in codes; values that are not codes are dropped."""
    if "choice" not in st.session_state:
        st.session_state["choice"] = _with_language(_read())


def arrive(page: str) -> bool:
    """Follow Back and Forward: an address that differs from the one last written, and not by a widget, is a wish.

    Streamlit's menu leads to a page's bare address, and writing the choice into it makes a second entry in the
    browser's history. When a reader comes back to the bare one, it is left as it is, or Back would lead nowhere.
    True when the language is another one now and the frame has to be drawn again.
    """
    last_page, last = st.session_state.get("written", (None, None))
    here, moved = _read(), page != last_page
    before = lang()
    if st.session_state.pop("changed", False):
        return False
    if here and (moved or here != last):
        st.session_state["choice"] = _with_language(here)
    elif not here and not moved:
        st.session_state["leave_address"] = True
    return lang() != before


def publish(page: str) -> None:
    """End of a run: the choice into the address, in one step and only when it differs."""
    st.session_state.pop("changed", None)
    if st.session_state.pop("leave_address", False):
        return
    choice = st.session_state["choice"].items()
    wanted = {key: value for key, value in choice if value and _OF_A_HALL.get(key, page) == page}
    if _read() != wanted:
        st.query_params.from_dict(wanted)
    st.session_state["written"] = (page, wanted)


def _read() -> dict[str, str]:
    told = {key: st.query_params.get(key) for key in _KEYS}
    found = {key: value for key, value in told.items() if value and _pattern(key).match(value)}
    return {key: value for key, value in found.items() if key not in ("from", "to") or month(value)}


def _pattern(key: str) -> re.Pattern:
    return _ENTERPRISE if key in ("enterprise", "card") else _CODE


def _with_language(choice: dict[str, str]) -> dict[str, str]:
    if choice.get("lang") in words.LANGUAGES:
        return choice
    return {**choice, "lang": "zh" if (st.context.locale or "").startswith("zh") else "en"}


def seeded() -> bool:
    """Is the reader inside the frame, where there are other pages to lead to?"""
    return "choice" in st.session_state


def lang() -> str:
    return st.session_state["choice"]["lang"]


def get(key: str) -> str | None:
    return st.session_state["choice"].get(key)


def put(key: str, value: str | None) -> None:
    """One choice; what a wider choice makes impossible further right is settled by ``settle``."""
    st.session_state["changed"] = True
    if value is None:
        st.session_state["choice"].pop(key, None)
    else:
        st.session_state["choice"][key] = value


def reset() -> None:
    # the measure, the doubt, the enterprise, the snapshot and the card looked at are no filters
    kept = {"lang": lang(), **{key: get(key) for key in _NO_FILTERS}}
    st.session_state["choice"] = {key: value for key, value in kept.items() if value}
    st.session_state["changed"] = True


def leading(**more: str | None) -> dict[str, str]:
    """The choice as it would stand in a link to another page, with what the link adds."""
    return {key: value for key, value in {**st.session_state["choice"], **more}.items() if value}


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


def windows() -> Windows:
    """The windows that the address names; an unknown code is the default."""
    return filters.WINDOWS.get(get("window") or "", Windows())


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
