"""The wall of practices: which place of it is open, the page's own three choices, and the cards, each of which opens.

All cards of a wall are one piece of HTML, and over them lies one row of buttons in the same grid (small.css, rule 10):
so each card is one button by mouse and keyboard, at the cost of two elements.
"""

from collections.abc import Callable

import streamlit as st

from outcomes.charts import Look
from outcomes.exhibits import Asked, Exhibit, practice
from outcomes.exhibits.practice import told
from outcomes.exhibits.practice.cards import CATEGORIES, COSTS, PAYBACKS
from outcomes.ui import address, theme
from outcomes.ui.escape import esc_html, esc_md
from outcomes.ui.picture import html_picture

STEP = 24  # cards at once
HIGH, LEAST, GAP = 218, 270, 12  # px of a card: small.css, rule 10, has the same three
ROOM = 1_500_000  # letters of all photos of a wall together; cards beyond them say how many they have
_ONE_LINE = "white-space:nowrap;overflow:hidden;text-overflow:ellipsis"
_LINES = "display:-webkit-box;-webkit-line-clamp:{n};-webkit-box-orient:vertical;overflow:hidden"
_ALL = "all"


def opened() -> str | None:
    """The card that the address names."""
    return address.get("card")


def back(asked: Asked) -> None:
    st.button(
        esc_md(asked.say("practice.back")),
        icon=":material/arrow_back:",
        key="w_back",
        on_click=lambda: address.put("card", None),
    )


def places(asked: Asked) -> list[str]:
    """Outside there is no checklist, and what is only under way is not told."""
    return ["good", "not-worked"] if asked.is_public else ["good", "under-way", "not-worked", "checklist"]


def place_now(asked: Asked) -> str:
    wanted = address.get("part")
    return wanted if wanted in places(asked) else "good"


def controls(asked: Asked, now: str) -> None:
    """Which place of the page is open, and beside it the page's own three filters; a checklist has none of these."""
    columns = st.columns([2.5, 1, 1, 1], gap="small", vertical_alignment="bottom")
    with columns[0]:
        _place_choice(asked, now)
    if now != "checklist":
        _choices(asked, columns[1:])


def _place_choice(asked: Asked, now: str) -> None:
    """What worked and what did not stand side by side, each with its number."""
    counts = practice.counts(asked)
    st.session_state["w_part"] = now
    st.segmented_control(
        asked.say("practice.part"),
        places(asked),
        key="w_part",
        required=True,
        format_func=lambda code: asked.say(f"practice.part_{code.replace('-', '_')}", n=counts.get(code, "")),
        on_change=lambda: _turn("part", st.session_state["w_part"]),
    )


def chosen() -> dict[str, str]:
    """Category, cost and payback as the address has them; a code that there is none of chooses nothing."""
    known = {"category": CATEGORIES, "cost": COSTS, "payback": PAYBACKS}
    return {name: code if (code := address.get(name)) in codes else "" for name, codes in known.items()}


def _choices(asked: Asked, columns: list) -> None:
    """Of the categories those that there are cards of."""
    now = chosen()
    codes = {"category": practice.categories(asked), "cost": list(COSTS), "payback": list(PAYBACKS)}
    for name, column in zip(codes, columns, strict=True):
        widget = f"w_{name}"
        options = [_ALL, *codes[name]]
        if now[name] and now[name] not in options:
            options.append(now[name])
        st.session_state[widget] = now[name] or _ALL
        column.selectbox(
            asked.say(f"practice.choose_{name}"),
            options,
            key=widget,
            format_func=lambda code, name=name: _word(asked, name, code),
            on_change=lambda name=name, widget=widget: _turn(
                name, None if st.session_state[widget] == _ALL else st.session_state[widget]
            ),
        )


def _word(asked: Asked, name: str, code: str) -> str:
    if code == _ALL:
        return asked.say(f"practice.every_{name}")
    if name == "category":
        return told.choice(asked, "action_category", code)
    return asked.say(f"practice.{name}_{code}")


def _turn(key: str, value: str | None) -> None:
    """Another choice begins at the first card again."""
    address.put("more", None)
    address.put(key, value)


def wall(asked: Asked) -> Callable[[Exhibit], None]:
    """The body of a card of the page: the cards, their buttons, and one for the rest."""

    def body(exhibit: Exhibit) -> None:
        rows = exhibit.rows[: _most()]
        codes = {row["card"]: told.title(asked, row) for row in rows}
        with st.container(key="wall"):
            st.html(html_of(asked, rows))
            st.session_state["w_card"] = None
            st.pills(
                asked.say("practice.open"),
                list(codes),
                key="w_card",
                format_func=lambda code: esc_md(codes.get(code, code)),
                label_visibility="collapsed",
                on_change=lambda: address.put("card", st.session_state["w_card"]),
            )
        rest = len(exhibit.rows) - len(rows)
        if rest:
            st.button(
                esc_md(asked.say("practice.more", n=min(STEP, rest), rest=rest)),
                icon=":material/expand_more:",
                key="w_more",
                on_click=lambda: address.put("more", str(len(rows) + STEP)),
            )

    return body


def _most() -> int:
    wanted = address.get("more") or ""
    return max(STEP, int(wanted)) if wanted.isascii() and wanted.isdigit() else STEP


def html_of(asked: Asked, rows: list[dict]) -> str:
    grid = f"display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,{LEAST}px),1fr))"
    inside = "".join(
        _card(asked, row, shown, theme.look()) for row, shown in zip(rows, _photos(asked, rows), strict=True)
    )
    return f'<div style="{grid};grid-auto-rows:{HIGH}px;gap:{GAP}px;line-height:1.35">{inside}</div>'


def _photos(asked: Asked, rows: list[dict]) -> list[str]:
    """Of each card the photo from after it, else the one from before; as many as a page can carry."""
    shown, room = [], ROOM
    for row in rows:
        photos = [one["photo"] for one in asked.db.photos(row["card"])]
        jpeg = asked.db.picture(photos[-1]) if photos and room > 0 else None
        room -= len(jpeg or "")
        if jpeg and room > 0:
            shown.append(html_picture(jpeg, asked.say("practice.photo_of", title=told.title(asked, row))))
        else:
            shown.append(esc_html(asked.say("practice.photos", n=len(photos))) if photos else "")
    return shown


def _card(asked: Asked, row: dict, photo: str, look: Look) -> str:
    small = f"font-size:.8rem;color:{look.ink3}"
    lesson = told.lesson(asked, row) if row["place"] == "not-worked" else ""
    inside = _lesson(asked, lesson, look) if lesson else _money(asked, row, look)
    proposed = asked.say("practice.by", who=told.choice(asked, "proposed_by", row["proposed_by"]))
    side = photo and f'<div style="flex:0 0 84px;height:80px;overflow:hidden;border-radius:4px;{small}">{photo}</div>'
    return f"""
<div role="group" aria-label="{esc_html(told.title(asked, row))}"
 style="border:1px solid {look.rule};border-radius:6px;padding:11px 13px;color:{look.ink};overflow:hidden;min-width:0">
 <div style="display:flex;gap:10px;height:86px">
  <div style="flex:1;min-width:0">
   <div style="{small};{_ONE_LINE}">{esc_html(told.choice(asked, "action_category", row["action_category"]))}</div>
   <div style="font-weight:600;font-size:.93rem;line-height:1.25;{_LINES.format(n=3 if photo else 2)}">{esc_html(told.title(asked, row))}</div>
   <div style="{small};{_ONE_LINE}">{esc_html(proposed)}</div></div>{side}</div>
 {inside}
 <div style="{small};{_ONE_LINE};margin-top:5px">{esc_html(told.status(asked, row))}</div>
</div>"""


def _lesson(asked: Asked, lesson: str, look: Look) -> str:
    head = esc_html(asked.say("practice.head_lesson"))
    return f"""<div style="font-size:.87rem;height:86px;{_LINES.format(n=4)}"><span
 style="font-weight:600">{head}</span> <span style="color:{look.ink2}">{esc_html(lesson)}</span></div>"""


def _money(asked: Asked, row: dict, look: Look) -> str:
    """Cost and payback in one line, the saving and how it is known in the next, the measure below."""
    known, measure = told.known(asked, row), told.measure(asked, row)
    mark = "◆" if row["verified"] else "◇"
    cost = asked.say("practice.costs", cost=told.cost(asked, row))
    if row["payback"]:
        cost = asked.say("practice.costs_back", cost=told.cost(asked, row), payback=told.payback(asked, row))
    saves = asked.say("practice.saves", saving=told.saving(asked, row)) if known else asked.say("practice.no_saving")
    pill = f'<span style="font-size:.72em">{mark}</span> {esc_html(known)}' if known else ""
    weight = f"font-weight:600;color:{look.ink}" if row["verified"] else f"color:{look.ink3}"
    line = f"font-size:.87rem;{_ONE_LINE}"
    return f"""<div style="height:86px">
 <div style="{line}">{esc_html(cost)}</div>
 <div style="{line}">{esc_html(saves)}</div>
 <div style="{line};{weight}">{pill}</div>
 <div style="{line};color:{look.ink2}">{esc_html(measure)}</div></div>"""
