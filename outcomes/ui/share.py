"""The Share menu: what can be taken away from here. Nothing is made before it is asked for, nothing drawn before it is opened."""

import logging
import tempfile
import traceback
import uuid
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from outcomes import slides, words
from outcomes.charts.look import LIGHT
from outcomes.errors import OutcomesError
from outcomes.exhibits import Asked, Exhibit
from outcomes.exhibits.between import which
from outcomes.export import order
from outcomes.ui import reader
from outcomes.ui.escape import esc_md

LANGUAGES = (*words.LANGUAGES, "both")
_MIME = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "html": "text/html",
    "png": "image/png",
    "svg": "image/svg+xml",
    "csv": "text/csv",
}
_ICON = {
    "brief": "description",
    "report": "menu_book",
    "workbook": "table_view",
    "deck": "slideshow",
    "pack": "offline_pin",
    "png": "image",
    "svg": "polyline",
    "csv": "csv",
}
_log = logging.getLogger("outcomes")
_KEPT = "share_made"  # the last file of this session, until another one is made
Make = Callable[[Path, order.Told], order.Made]


def menu(asked: Asked) -> None:
    """The button in the page head; its content is sent when it is opened."""
    label = asked.say("share.open")
    with st.popover(label, icon=":material/ios_share:", key="share", on_change="rerun", type="tertiary") as opened:
        if opened.open:
            _menu(asked)


@st.fragment
def _menu(asked: Asked) -> None:
    """On its own: while a file is made, the page stays as it is."""
    lang = asked.lang
    st.session_state.setdefault("w_share_lang", lang)
    wanted = st.segmented_control(
        asked.say("share.language"),
        list(LANGUAGES),
        key="w_share_lang",
        required=True,
        format_func=lambda code: asked.say(f"share.language_{code}"),
    )
    story = _story(asked)
    with st.container(gap="xsmall"):
        pressed = {kind: _button(kind, asked) for kind in ("brief", "report", "workbook")}
        told = asked.say("share.story", title=story.title[lang]) if story else asked.say("share.no_story")
        st.caption(esc_md(told))
        if story:
            pressed |= {kind: _button(kind, asked) for kind in order.OF_STORY}
    for kind in (kind for kind, now in pressed.items() if now):
        if kind in order.OF_STORY:
            make(f"{kind}-{story.id}", lambda out, told, kind=kind: _of_story(kind, story, wanted, out, told), lang)
        else:
            make(kind, lambda out, told, kind=kind: _of_choice(kind, asked, wanted, out, told), lang)
    result(_names(story), lang)
    if asked.is_public:
        st.caption(asked.say("share.public"))


def _names(story) -> tuple[str, ...]:
    return ("brief", "report", "workbook", *(f"{kind}-{story.id}" for kind in order.OF_STORY if story))


@st.fragment
def figures(exhibit: Exhibit, asked: Asked, lit: Callable[[Asked], Exhibit]) -> None:
    """One figure as a picture or as its rows; ``lit`` builds it in the light look, as paper wants it."""
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.caption(asked.say("share.figure"), width="content")
        pressed = {form: _button(form, asked, exhibit.id) for form in order.FORMS if form == "csv" or exhibit.figure}
    light = asked.but(look=LIGHT)
    for form in (form for form, now in pressed.items() if now):
        make(
            f"{form}-{exhibit.id}",
            lambda out, told, form=form: order.of_exhibit(form, lit(light), light, out),
            asked.lang,
        )
    result(tuple(f"{form}-{exhibit.id}" for form in order.FORMS), asked.lang)


def make(name: str, do: Make, lang: str) -> None:
    """Make it now, with progress; what comes of it, a file or a sentence, is kept for ``result``."""
    st.session_state.pop(_KEPT, None)
    with st.status(words.say("share.making", lang), expanded=True) as status:
        bar = st.progress(0.0)
        try:
            with tempfile.TemporaryDirectory() as room:
                made = do(Path(room), lambda share, what: bar.progress(min(max(share, 0.0), 1.0), esc_md(what)))
                st.session_state[_KEPT] = (name, made, made.path.read_bytes())
            status.update(label=words.say("share.made", lang), state="complete", expanded=False)
        except Exception as problem:
            st.session_state[_KEPT] = (name, _refusal(name, problem), b"")
            status.update(label=words.say("share.failed", lang), state="error", expanded=False)


def _refusal(name: str, problem: Exception) -> OutcomesError:
    """A sentence for whatever went wrong; the log gets the kind of it and the place, no data."""
    if isinstance(problem, OutcomesError):
        return problem
    if isinstance(problem, OSError):
        return order.CannotMake("export.not_written", file=name, problem=problem.strerror or type(problem).__name__)
    where, reference = traceback.extract_tb(problem.__traceback__)[-1], uuid.uuid4().hex[:8]
    kind = type(problem).__name__
    _log.error("export failed %s %s at %s:%s", reference, kind, Path(where.filename).name, where.lineno)
    return order.CannotMake("export.broken", id=reference)


def result(names: tuple[str, ...], lang: str) -> None:
    """The file that was made last, if it is one of these: its name, size, snapshot, and the button that saves it."""
    name, made, data = st.session_state.get(_KEPT, ("", None, b""))
    if name not in names:
        return
    if isinstance(made, OutcomesError):
        st.error(esc_md(made.say(lang)), icon=":material/report:")
        return
    told = words.say("share.file", lang, file=made.path.name, size=order.size(made.size), snapshot=made.snapshot)
    st.markdown(esc_md(told))
    st.download_button(
        words.say("share.save", lang),
        data,
        made.path.name,
        _MIME[made.path.suffix[1:]],
        type="primary",
        icon=":material/download:",
        on_click="ignore",
        key=f"save-{name}",
    )
    if made.left_out:
        st.caption(esc_md(words.say("share.left_out", lang, n=len(made.left_out))))
        st.caption("  \n".join(esc_md(line) for line in made.left_out[:5]))


def _button(kind: str, asked: Asked, of: str = "") -> bool:
    key = f"w_share_{kind}-{of}" if of else f"w_share_{kind}"
    return st.button(asked.say(f"share.{kind}"), icon=f":material/{_ICON[kind]}:", type="tertiary", key=key)


def _story(asked: Asked):
    """The first story of the chosen round that can be read; without a round, the first of all."""
    root = reader.place().root
    for name in slides.known(root):
        try:
            story = slides.read(root, name)
        except OutcomesError:
            continue
        if asked.filters.round in (None, story.round):
            return story
    return None


def _of_choice(kind: str, asked: Asked, wanted: str, out: Path, told: order.Told) -> order.Made:
    """A workbook has one language: for both it is the reader's. It also holds the last meeting's snapshot against this one."""
    if kind == "workbook":
        wanted = asked.lang if wanted == "both" else wanted
        if not asked.is_public:
            asked = which.opened(asked, reader.place(), which.chosen(asked, reader.place().history()))
    return order.of_choice(kind, asked.but(look=LIGHT), wanted, out, told)


def _of_story(kind: str, story, wanted: str, out: Path, told: order.Told) -> order.Made:
    """From the public tree alone, whoever asks."""
    db = reader.public_database(story.snapshot)
    told(0.0, story.title[story.lead])
    look = LIGHT if kind == "deck" else slides.look()
    return order.of_story(kind, story, slides.made(story, db, look), db.snapshot, wanted, out, told)
