"""What a page is written with: open it, say its finding, draw the filters, show exhibits."""

import logging
import traceback
import uuid
from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st

from outcomes import words
from outcomes.errors import NotAllowed, OutcomesError
from outcomes.exhibits import Asked, Exhibit, rows_csv, scene
from outcomes.exhibits.kept import kept
from outcomes.store import NoSnapshot
from outcomes.ui import address, controls, message, parts, reader, share, theme
from outcomes.ui.parts import Badge

_log = logging.getLogger("outcomes")


def open_page() -> Asked:
    """The reader's question: pinned snapshot, scope, filters, language. Without any data the page ends with a sentence."""
    lang = address.lang()
    try:
        _, warning = reader.pinned()
        db = reader.database()
    except NoSnapshot as nothing:
        parts.head(words.say("ui.product", lang), nothing.say(lang), tools=controls.language_switch)
        if reader.reading_as().may_publish:
            st.page_link(
                "../../pages/data/receive.py", label=words.say("ui.go_receive", lang), icon=":material/upload_file:"
            )
        st.stop()
    if warning:
        st.error(parts.esc_md(warning.say(lang)), icon=":material/report:")
    elif reader.newer():
        with st.container(horizontal=True, vertical_alignment="center"):
            st.info(words.say("ui.newer", lang), icon=":material/update:")
            st.button(words.say("ui.reload", lang), on_click=reader.repin, key="w_repin")
    rounds = {row["round"]: row for row in db.ask("rounds").rows}
    asked = Asked(db, address.chosen(rounds), lang, theme.look(), address.windows())
    if not asked.is_public and address.settle(asked.options(), rounds):
        asked = asked.but(filters=address.chosen(rounds))
    return asked


def head(asked: Asked, eyebrow: str, finding: str, badges: list[Badge] | None = None) -> None:
    """Eyebrow, finding, badges; a demonstration snapshot says so on every page, by the manifest's word."""
    shown = list(badges or [])
    if asked.db.snapshot.is_demonstration:
        shown.insert(0, parts.demonstration(asked.lang))
    parts.head(eyebrow, finding, shown, tools=partial(_tools, asked))


def _tools(asked: Asked) -> None:
    share.menu(asked)
    controls.language_switch()


def filter_bar(asked: Asked) -> None:
    controls.filter_bar(asked)


def show(
    build,
    asked: Asked,
    *args,
    height: str | int = "stretch",
    body: Callable[[Exhibit], None] | None = None,
    more: Callable[[], None] | None = None,
    **named,
) -> None:
    """Build one exhibit and show it. When it fails, the card says so and the other exhibits stand.

    ``body`` draws inside the card in place of a figure: a table to click in, a row of small lines. ``more`` stands in
    the footer: what is one click away.
    """
    try:
        exhibit: Exhibit = kept(build, asked, *args, **named)
        csv, name = None, ""
        if exhibit.rows:
            csv, name = partial(rows_csv.body, exhibit, asked.db.snapshot), rows_csv.name(exhibit, asked)
        take = partial(share.figures, exhibit, asked, lambda light: kept(build, light, *args, **named))
        body = body and partial(body, exhibit)
        parts.show(exhibit, asked.lang, csv, name, body=body, more=more, height=height, take=take)
    except NotAllowed as refusal:
        message.say_so("not_allowed", refusal.say(asked.lang), "", asked.lang, _name(build, args))
    except OutcomesError as refusal:
        message.say_so("error", refusal.say(asked.lang), "", asked.lang, _name(build, args))
    except Exception as problem:
        where = traceback.extract_tb(problem.__traceback__)[-1]
        reference = uuid.uuid4().hex[:8]
        _log.error(
            "exhibit failed %s %s at %s:%s", reference, type(problem).__name__, Path(where.filename).name, where.lineno
        )
        text = words.say("ui.reference", asked.lang, id=reference)
        message.say_so("error", words.say("ui.exhibit_failed", asked.lang), text, asked.lang, _name(build, args))


def design_badges(asked: Asked) -> list[Badge]:
    """What kind of evidence this is, and who is missing from it."""
    told = [Badge(asked.say("overview.design"), icon="compare_arrows")]
    if any(row["arm"] == "comparison" for row in asked.kept):
        told = [Badge(asked.say("overview.design_comparison"), icon="compare_arrows")]
    left = sum(row["exited"] is not None for row in asked.pilots)
    if left:
        told.append(Badge(asked.say("ui.left", n=left), "concern", "person_off"))
    return told


def eyebrow(asked: Asked, topic: str, told=None) -> str:
    """``told``: a Change whose reporting stands for the page."""
    return scene.eyebrow(asked, asked.say(topic), told and told.reporting, told and told.enrolled)


def _name(build, args: tuple) -> str:
    return "-".join([getattr(build, "__name__", "exhibit"), *(str(arg) for arg in args if isinstance(arg, str))])
