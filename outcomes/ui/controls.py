"""The filter bar and the language switch: one widget a dimension, options are codes, drawn in this one place."""

from datetime import date

import streamlit as st

from outcomes import filters, reference, words
from outcomes.engine import by_name
from outcomes.exhibits import Asked, doubts
from outcomes.exhibits.scene import sector_name
from outcomes.ui import address
from outcomes.words import numbers


def language_switch() -> None:
    """English and Chinese; every filter keeps its value, since only codes are kept."""
    st.session_state["w_lang"] = address.lang()
    st.segmented_control(
        words.say("ui.language_label"),
        list(words.LANGUAGES),
        key="w_lang",
        required=True,
        format_func=lambda code: words.say("ui.language", code),
        label_visibility="collapsed",
        on_change=lambda: address.put("lang", st.session_state["w_lang"]),
    )


def filter_bar(asked: Asked) -> None:
    """Region > round > sector > size > period > windows > reset. For the public view: round and period only."""
    options = asked.options()
    with st.container(key="filters"):
        columns = st.columns([1.2, 1.35, 0.95, 0.8, 0.85, 0.85, 1.4, 0.65], gap="small", vertical_alignment="bottom")
        if not asked.is_public:
            with columns[0]:
                _choice(asked, "region", _by_place(asked, options["region"]), lambda code: _region(asked, code))
        with columns[1]:
            _choice(asked, "round", options["round"], lambda code: asked.rounds[code][f"name_{asked.lang}"])
        if not asked.is_public:
            with columns[2]:
                _choice(asked, "sector", _by_sector(asked, options["sector"]), lambda code: _sector(asked, code))
            with columns[3]:
                _choice(asked, "size", options["size"], lambda code: asked.say(f"scene.size_{code}"))
        _period(asked, columns[4], columns[5])
        if not asked.is_public:
            with columns[6]:
                _windows(asked)
        with columns[7]:
            st.button(
                asked.say("ui.reset"), icon=":material/restart_alt:", type="tertiary", key="w_reset",
                on_click=address.reset,
            )  # fmt: skip


def _windows(asked: Asked) -> None:
    """What is compared with what: one select, since only these four go together."""
    st.session_state["w_window"] = asked.windows.code
    st.selectbox(
        asked.say("windows.label"),
        list(filters.WINDOWS),
        key="w_window",
        format_func=lambda code: asked.say(f"windows.{code}"),
        help=asked.say("windows.help"),
        on_change=lambda: address.put("window", st.session_state["w_window"]),
    )


def indicator_now(asked: Asked, default: str) -> str:
    """The indicator that the address names; a code that there is none of is the page's own."""
    wanted = address.get("indicator")
    if wanted in asked.db.indicators:
        return wanted
    return default if default in asked.db.indicators else min(asked.db.indicators)


def indicator_choice(asked: Asked, now: str) -> None:
    """Which measure a page is about, kept in the address, in the catalogue's order."""
    st.session_state["w_indicator"] = now
    st.selectbox(
        asked.say("evidence.choose"),
        sorted(asked.db.indicators, key=lambda code: (asked.db.indicators[code].order, code)),
        key="w_indicator",
        format_func=lambda code: words.pick(asked.db.indicators[code].title, asked.lang),
        on_change=lambda: address.put("indicator", st.session_state["w_indicator"]),
        width=420,
    )


def measure_and_doubt(asked: Asked, indicator: str) -> str:
    """The measure, and beside it what is doubted about it; gives the doubt, of which the address keeps the code."""
    wanted = address.get("doubt")
    st.session_state["w_doubt"] = now = wanted if wanted in doubts.DOUBTS else doubts.FIRST
    left, right = st.columns([1, 2.2], gap="medium", vertical_alignment="bottom")
    with left:
        indicator_choice(asked, indicator)
    with right:
        st.segmented_control(
            asked.say("evidence.doubt"),
            list(doubts.DOUBTS),
            key="w_doubt",
            required=True,
            format_func=lambda code: asked.say(f"evidence.doubt_{code}"),
            on_change=lambda: address.put("doubt", st.session_state["w_doubt"]),
        )
    return now


def _choice(asked: Asked, key: str, codes: list[str], label) -> None:
    offered = [address.ALL, *codes]
    now = getattr(asked.filters, key) or address.ALL
    if now not in offered:
        offered.append(now)
    widget = f"w_{key}"
    st.session_state[widget] = now
    st.selectbox(
        asked.say(f"ui.{key}"),
        offered,
        key=widget,
        format_func=lambda code: asked.say(f"scene.all_{key}s") if code == address.ALL else label(code),
        on_change=lambda: address.put(key, _told(key, st.session_state[widget])),
    )


def _told(key: str, value: str) -> str | None:
    """``all`` is the default of every filter but the round, whose default is the latest one."""
    return None if value == address.ALL and key != "round" else value


def _period(asked: Asked, left, right) -> None:
    first, last = asked.span
    months = _months(first, last)
    chosen_first, chosen_last = asked.period
    for side, column, now in (("from", left, chosen_first), ("to", right, chosen_last)):
        widget = f"w_{side}"
        st.session_state[widget] = min(max(now, first), last)
        column.selectbox(
            asked.say(f"ui.{side}"),
            months,
            key=widget,
            format_func=lambda month: numbers.month(month, asked.lang),
            on_change=_put_month,
            args=(side, widget, first if side == "from" else last),
        )


def _put_month(side: str, widget: str, edge: date) -> None:
    """The edge of what there is needs no word in the address. A month that is no longer offered (the choice came while
    another filter took it away) arrives as its text: the page then stays as it is."""
    month = st.session_state[widget]
    if isinstance(month, date):
        address.put(side, None if month == edge else f"{month:%Y-%m}")


def _months(first: date, last: date) -> list[date]:
    months, month = [], first
    while month <= last:
        months.append(month)
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return months


def _by_place(asked: Asked, codes: list[str]) -> list[str]:
    """Provinces, each followed by its prefectures, each by its counties; beside each other by their names."""
    steps = {code: [step for step in reference.path(code) if step] for code in codes}
    names = tuple(asked.region_name(step) for path in steps.values() for step in path)
    place = {name: at for at, name in enumerate(by_name(names, asked.lang))}
    return sorted(codes, key=lambda code: [(place[asked.region_name(step)], step) for step in steps[code]])


def _by_sector(asked: Asked, codes: list[str]) -> list[str]:
    order = by_name(tuple(_sector(asked, code) for code in codes), asked.lang)
    return sorted(codes, key=lambda code: order.index(_sector(asked, code)))


def _sector(asked: Asked, code: str) -> str:
    """The name and its code, in the brackets of the language."""
    return words.say("ui.sector_code", asked.lang, name=sector_name(asked, code), code=code)


def _region(asked: Asked, code: str) -> str:
    steps = [step for step in reference.path(code) if step]
    return " › ".join(asked.region_name(step) for step in steps[-2:])
