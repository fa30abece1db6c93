"""The page before the hall: which story, what is in it, what is wrong with it; then the slides."""

import streamlit as st

from outcomes import slides, words
from outcomes.errors import OutcomesError
from outcomes.export import naming, pack
from outcomes.ui import address, hall, message, parts, reader, theme
from outcomes.ui.escape import esc_html, esc_md
from outcomes.words import numbers

_HTML = "text/html"


def stories() -> dict[str, str | OutcomesError]:
    """Story id -> its title in the reader's language, or what is wrong with its file."""
    found: dict[str, str | OutcomesError] = {}
    for name in slides.known(reader.place().root):
        try:
            found[name] = slides.read(reader.place().root, name).title[address.lang()]
        except OutcomesError as fault:
            found[name] = fault
    return found


def chosen(known: dict) -> str | None:
    """The story that the address names, else the first that can be told."""
    wanted = address.get("story")
    if wanted in known:
        return wanted
    return next((name for name, told in known.items() if isinstance(told, str)), None)


def choice(lang: str, known: dict, now: str) -> None:
    st.session_state["w_story"] = now
    st.selectbox(
        words.say("present.choose", lang),
        list(known),
        key="w_story",
        format_func=lambda name: known[name] if isinstance(known[name], str) else name,
        on_change=lambda: address.put("story", st.session_state["w_story"]),
        width=620,
    )


def on_stage() -> bool:
    return address.get("slide") is not None


def open_stage(name: str, slide: int = 1, dark: bool = False) -> None:
    address.put("story", name)
    address.put("slide", str(slide))
    address.put("theme", "dark" if dark else "light")


def faults(story: slides.Story, told: list[slides.Slide], lang: str) -> None:
    """What was left out and what stands there with a sentence alone: before the hall, not in it."""
    lines = [fault.say(lang) for fault in story.faults]
    lines += [words.say("present.held", lang, n=one.number, why=one.problem[lang]) for one in told if one.problem]
    if lines:
        st.warning("  \n".join(esc_md(line) for line in lines), icon=":material/report:")


def contents(story: slides.Story, told: list[slides.Slide], lang: str) -> None:
    """The slides as a list of links: number, part, finding; each opens there."""
    look = theme.look()
    lines = "".join(
        f"""<li style="display:grid;grid-template-columns:2em 9.5em 1fr;gap:0 10px;padding:7px 0;border-bottom:1px solid {look.rule}">
<span style="color:{look.ink3}">{one.number}</span><span style="color:{look.ink3}">{esc_html(words.say(f"story.part.{one.part}", lang))}</span>
<a href="present?story={story.id}&slide={one.number}&lang={lang}&theme=light" target="_self" style="color:{look.ink}">{esc_html(one.title[lang])}</a></li>"""
        for one in told
    )
    st.html(f'<ol style="list-style:none;padding:0;margin:0;color:{look.ink};line-height:1.4">{lines}</ol>')


def actions(story: slides.Story, told: list[slides.Slide], lang: str) -> None:
    st.button(
        words.say("present.open", lang), icon=":material/slideshow:", type="primary", key="w_open", width="stretch",
        on_click=open_stage, args=(story.id,),
    )  # fmt: skip
    st.button(
        words.say("present.open_dark", lang), icon=":material/dark_mode:", key="w_open_dark", width="stretch",
        on_click=open_stage, args=(story.id, 1, True),
    )  # fmt: skip
    short = (story.snapshot or reader.pinned()[0])[-6:]
    st.download_button(
        words.say("present.pack", lang),
        lambda: pack.page(story, told).encode("utf-8"),
        naming.file_name("pack", story.id, story.round, "both", short, "html"),
        _HTML,
        icon=":material/offline_pin:",
        on_click="ignore",
        key="w_pack",
        width="stretch",
        help=words.say("present.pack_help", lang),
    )
    st.caption(esc_md(words.say("present.keys", lang)))


def page() -> None:
    """The whole page; on the stage nothing but the slides."""
    lang, known = address.lang(), stories()
    name = chosen(known)
    if name is None:
        parts.head(words.say("present.eyebrow", lang), words.say("present.none", lang))
        return
    try:
        story = slides.read(reader.place().root, name)
        told = hall.made(story)
    except OutcomesError as fault:
        parts.head(words.say("present.eyebrow", lang), words.say("present.broken", lang))
        choice(lang, known, name)
        message.say_so("error", fault.say(lang), words.say("present.broken_do", lang), lang)
        return
    if on_stage():
        hall.show(story, told)
        return
    _before(story, told, lang, known)


def _before(story: slides.Story, told: list[slides.Slide], lang: str, known: dict) -> None:
    from outcomes.ui import controls

    db = reader.public_database(story.snapshot)
    badges = [parts.demonstration(lang)] if db.snapshot.is_demonstration else []
    badges.append(parts.Badge(words.say("present.public_only", lang), icon="visibility_off"))
    day = numbers.day(db.snapshot.created.date(), lang)
    finding = words.say("present.finding", lang, n=len(told), title=story.title[lang])
    about = words.say("present.about", lang, day=day, short=db.snapshot.short)
    parts.head(f"{words.say('present.eyebrow', lang)} · {about}", finding, badges, tools=controls.language_switch)
    choice(lang, known, story.id)
    faults(story, told, lang)
    left, right = st.columns([2.4, 1], gap="large")
    with left:
        contents(story, told, lang)
    with right:
        actions(story, told, lang)
