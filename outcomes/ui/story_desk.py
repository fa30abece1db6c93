"""The desk where an officer puts a story together: what is in it, what can be added, and the file it is saved to."""

import json
from dataclasses import replace

import streamlit as st

from outcomes import slides, words
from outcomes.errors import OutcomesError
from outcomes.slides.story import LONGEST, PARTS, from_dict, to_dict
from outcomes.ui import address, controls, hall, message, parts, reader, theme
from outcomes.ui.escape import esc_html, esc_md

_DRAFT = "story_draft"
_NEW = "new"


def page() -> None:
    lang = address.lang()
    if reader.reading_as().role == "public":
        message.say_so("not_allowed", words.say("desk.not_public", lang), "", lang)
        return
    try:
        reader.pinned()
    except OutcomesError as nothing:
        parts.head(words.say("desk.eyebrow", lang), nothing.say(lang), tools=controls.language_switch)
        return
    draft = _draft()
    badges = [parts.demonstration(lang)] if reader.shows_demonstration() else []
    badges.append(parts.Badge(words.say("present.public_only", lang), icon="visibility_off"))
    parts.head(
        words.say("desk.eyebrow", lang), words.say("desk.title", lang, n=len(draft.pages)), badges,
        tools=controls.language_switch,
    )  # fmt: skip
    _begin(lang)
    left, right = st.columns([1.7, 1], gap="large")
    with left:
        _contents(draft, lang)
    with right:
        _add(draft, lang)
        _save(draft, lang)


def _draft() -> slides.Story:
    """What is being put together; at first a copy of the story that the address names, else of the first there is."""
    if _DRAFT not in st.session_state:
        _take(address.get("story") or next(iter(slides.known(reader.place().root)), _NEW))
    return st.session_state[_DRAFT]


def _take(name: str) -> None:
    try:
        story = slides.read(reader.place().root, name)
    except OutcomesError:
        latest = address.latest({row["round"]: row for row in reader.public_database().ask("rounds").rows})
        story = slides.Story(_NEW, {}, {}, latest, "zh", None, ())
    st.session_state[_DRAFT] = replace(story, faults=())
    for key in ("id", "lead", "round", *(f"{key}_{one}" for key in ("title", "subtitle") for one in words.LANGUAGES)):
        st.session_state.pop(f"w_story_{key}", None)


def _change(**changes) -> None:
    st.session_state[_DRAFT] = replace(st.session_state[_DRAFT], **changes)


def _begin(lang: str) -> None:
    """From which story one begins; choosing another drops what was not saved, and says so beforehand."""
    known = [*slides.known(reader.place().root), _NEW]
    left, right = st.columns([1, 1.4], gap="large", vertical_alignment="bottom")
    left.selectbox(
        words.say("desk.begin", lang), known, key="w_story_from",
        format_func=lambda name: words.say("desk.new", lang) if name == _NEW else name,
    )  # fmt: skip
    right.button(
        words.say("desk.take", lang), key="w_story_take", icon=":material/file_open:",
        on_click=lambda: _take(st.session_state["w_story_from"]), help=words.say("desk.take_help", lang),
    )  # fmt: skip


def _contents(draft: slides.Story, lang: str) -> None:
    """The pages in order, each with its finding and with what moves or removes it."""
    titles, held = _findings(draft, lang)
    for number, one in enumerate(draft.pages):
        with st.container(border=True, key=f"page-{number}"):
            line, tools = st.columns([1, 0.34], vertical_alignment="center")
            line.html(_line(number, one, titles.get(number, ""), held.get(number, ""), lang))
            with tools, st.container(horizontal=True, horizontal_alignment="right", gap="xsmall"):
                for act, icon in (("up", "arrow_upward"), ("down", "arrow_downward"), ("remove", "delete")):
                    st.button(
                        words.say(f"desk.{act}", lang), key=f"w_{act}_{number}", icon=f":material/{icon}:", type="tertiary",
                        on_click=_move, args=(number, act), width="content",
                        disabled=(act == "up" and number == 0) or (act == "down" and number == len(draft.pages) - 1),
                    )  # fmt: skip
    if not draft.pages:
        st.info(words.say("desk.empty", lang), icon=":material/playlist_add:")


def _line(number: int, one: slides.Page, title: str, held: str, lang: str) -> str:
    look = theme.look()
    what = words.say(f"desk.exhibit.{one.exhibit}", lang) if words.has(f"desk.exhibit.{one.exhibit}") else one.exhibit
    said = one.sentence.get(lang, "")
    note = f'<div style="color:{look.concern}">{esc_html(held)}</div>' if held else ""
    own = f'<div style="color:{look.ink2}">{esc_html(said)}</div>' if said else ""
    return f"""<div style="color:{look.ink};line-height:1.35"><div style="color:{look.ink3};font-size:.85rem">{number + 2} ·
{esc_html(words.say(f"story.part.{one.part}", lang))} · {esc_html(what)}</div><div>{esc_html(title)}</div>{own}{note}</div>"""


def _findings(draft: slides.Story, lang: str) -> tuple[dict[int, str], dict[int, str]]:
    """What each page will say, from the slides themselves; a page that cannot be shown says why."""
    if not draft.pages:
        return {}, {}
    try:
        made = hall.made(draft)[1:]
    except OutcomesError as fault:
        return {}, {0: fault.say(lang)}
    return (
        {at: one.title[lang] for at, one in enumerate(made)},
        {at: one.problem[lang] for at, one in enumerate(made) if one.problem},
    )


def _move(number: int, act: str) -> None:
    pages = list(st.session_state[_DRAFT].pages)
    one = pages.pop(number)
    if act != "remove":
        pages.insert(number + (1 if act == "down" else -1), one)
    _change(pages=tuple(pages))


def _add(draft: slides.Story, lang: str) -> None:
    """What the public view of the round can show, and where in the story it stands."""
    with st.container(border=True, key="story-add"):
        st.subheader(words.say("desk.add", lang), anchor=False)
        found = _offered(str(reader.place().root), reader.pinned()[0], draft.round or "")
        if not found:
            st.info(words.say("desk.nothing", lang))
            return
        name = st.selectbox(
            words.say("desk.exhibit_label", lang), list(found), key="w_story_exhibit",
            format_func=lambda one: words.say(f"desk.exhibit.{one}", lang),
        )  # fmt: skip
        of = _of(name, found[name], lang)
        part = st.selectbox(
            words.say("desk.part", lang), list(PARTS), key="w_story_part",
            format_func=lambda one: words.say(f"story.part.{one}", lang),
        )  # fmt: skip
        said = {
            one: st.text_area(
                words.say(f"desk.sentence_{one}", lang),
                key=f"w_story_said_{one}",
                height=68,
                max_chars=LONGEST["sentence"],
            )
            for one in words.LANGUAGES
        }
        st.button(
            words.say("desk.add_button", lang), key="w_story_add", icon=":material/add:", on_click=_append,
            args=(slides.Page(part, name, sentence={k: v.strip() for k, v in said.items() if v.strip()}, **of),),
        )  # fmt: skip


def _of(name: str, codes: list[str], lang: str) -> dict:
    """The indicator, or the number of the practice, where the exhibit is of one."""
    if not codes:
        return {}
    if name == "practice-card":
        return {"nth": int(st.selectbox(words.say("desk.nth", lang), codes, key="w_story_nth"))}
    every = reader.public_database().indicators | reader.public_database().records
    chosen = st.selectbox(
        words.say("evidence.choose", lang), codes, key=f"w_story_indicator_{name}",
        format_func=lambda code: words.pick(every[code].title, lang),
    )  # fmt: skip
    return {"indicator": chosen}


def _append(one: slides.Page) -> None:
    _change(pages=(*st.session_state[_DRAFT].pages, one))
    for code in words.LANGUAGES:
        st.session_state[f"w_story_said_{code}"] = ""


@st.cache_data(max_entries=8, show_spinner=False)
def _offered(root: str, snapshot: str, round_: str) -> dict[str, list[str]]:
    return slides.offered(reader.public_database(snapshot), round_ or None)


def _save(draft: slides.Story, lang: str) -> None:
    """Titles, round, lead and the name of the file; saved only when it can be read again."""
    with st.container(border=True, key="story-save"):
        st.subheader(words.say("desk.about", lang), anchor=False)
        rounds = {row["round"]: row for row in reader.public_database().ask("rounds").rows}
        texts = {
            key: {
                one: st.text_input(words.say(f"desk.{key}_{one}", lang), getattr(draft, key).get(one, ""), key=f"w_story_{key}_{one}", max_chars=LONGEST[key])
                for one in words.LANGUAGES
            }
            for key in ("title", "subtitle")
        }  # fmt: skip
        st.session_state.setdefault("w_story_round", draft.round)
        st.selectbox(
            words.say("ui.round", lang), list(rounds), key="w_story_round",
            format_func=lambda code: rounds[code][f"name_{lang}"],
            on_change=lambda: _change(round=st.session_state["w_story_round"]),
        )  # fmt: skip
        st.session_state.setdefault("w_story_lead", draft.lead)
        lead = st.selectbox(
            words.say("desk.lead", lang),
            list(words.LANGUAGES),
            key="w_story_lead",
            format_func=lambda one: words.say("ui.language", one),
        )
        name = st.text_input(
            words.say("desk.id", lang), draft.id, key="w_story_id", max_chars=48, help=words.say("desk.id_help", lang)
        )
        if st.button(words.say("desk.save", lang), key="w_story_save", type="primary", icon=":material/save:"):
            whole = replace(
                draft,
                id=name.strip(),
                lead=lead,
                round=st.session_state["w_story_round"],
                **{key: {k: v.strip() for k, v in told.items() if v.strip()} for key, told in texts.items()},
            )
            _saved(whole, lang)


def _saved(story: slides.Story, lang: str) -> None:
    try:
        from_dict(json.loads(json.dumps(to_dict(story), default=str)), f"{story.id}.toml")
        path = slides.save(reader.place().root, story)
    except OutcomesError as fault:
        st.error(esc_md(fault.say(lang)), icon=":material/report:")
        return
    _change(**{key: getattr(story, key) for key in ("id", "title", "subtitle", "lead", "round")})
    st.success(esc_md(words.say("desk.saved", lang, file=path.name)), icon=":material/check:")
    st.page_link(
        "../../pages/meeting/present.py",
        label=words.say("desk.present", lang),
        icon=":material/slideshow:",
        query_params=address.leading(story=story.id),
    )
