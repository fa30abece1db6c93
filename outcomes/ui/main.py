"""The frame around every page: language, snapshot, menu, warnings; and the last net under a page that fails."""

import logging
import traceback
import uuid
from pathlib import Path

import streamlit as st

from outcomes import words
from outcomes.errors import OutcomesError
from outcomes.ui import address, menu, message, reader, shell, theme

_PAGES = Path(__file__).resolve().parents[2] / "pages"
_log = logging.getLogger("outcomes")


def run() -> None:
    address.seed()
    lang, here = address.lang(), ""
    st.set_page_config(page_title=words.say("ui.product", lang), page_icon=str(theme.ICON), layout="wide")
    st.logo(str(theme.logo()), size="medium")
    try:
        page = st.navigation(_pages(lang), position="top")
        here = page.url_path
        if address.arrive(here):
            st.rerun()
        theme.style()
        page.run()
        shell.dress(lang)
        reader.settle()
    except OutcomesError as refusal:
        message.say_so("error", refusal.say(lang), "", lang)
    except Exception as problem:  # the last net: a reader gets a sentence and a reference, the log no data
        place = traceback.extract_tb(problem.__traceback__)[-1]
        told = uuid.uuid4().hex[:8]
        _log.error("page failed %s %s at %s:%s", told, type(problem).__name__, Path(place.filename).name, place.lineno)
        message.say_so("error", words.say("ui.page_failed", lang), words.say("ui.reference", lang, id=told), lang)
    address.publish(here)


def _pages(lang: str) -> list:
    """The menu. The first page answers at the bare address, and at its own name too, so that a link to it works."""
    first, *rest = menu.entries(reader.reading_as())
    home = _page(first, lang, "home", default=True)
    return [
        home,
        *(_page(entry, lang, entry.name) for entry in rest),
        _page(first, lang, first.name, visibility="hidden"),
    ]


def _page(entry: menu.Entry, lang: str, address_name: str, **more):
    title = words.say(f"menu.{entry.name}", lang)
    return st.Page(str(_PAGES / entry.path), title=title, url_path=address_name, **more)


run()
