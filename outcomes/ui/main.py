"""The frame around every page: language, snapshot, menu, warnings; and the last net under a page that fails."""

import logging
import traceback
import uuid
from pathlib import Path

import streamlit as st

from outcomes import words
from outcomes.errors import OutcomesError
from outcomes.ui import address, menu, message, reader, theme

_PAGES = Path(__file__).parents[2] / "pages"
_log = logging.getLogger("outcomes")


def run() -> None:
    address.seed()
    lang = address.lang()
    st.set_page_config(page_title=words.say("ui.product", lang), page_icon=str(theme.ICON), layout="wide")
    st.logo(str(theme.logo()), size="medium")
    try:
        shown = menu.entries(reader.reading_as())
        page = st.navigation(
            [
                st.Page(
                    str(_PAGES / entry.path),
                    title=words.say(f"menu.{entry.name}", lang),
                    url_path=entry.name,
                    default=entry is shown[0],
                )
                for entry in shown
            ],
            position="top",
        )
        theme.style()
        page.run()
    except OutcomesError as refusal:
        message.say_so("error", refusal.say(lang), "", lang)
    except Exception as problem:  # the last net: a reader gets a sentence and a reference, the log no data
        where = traceback.extract_tb(problem.__traceback__)[-1]
        reference = uuid.uuid4().hex[:8]
        _log.error(
            "page failed %s %s at %s:%s", reference, type(problem).__name__, Path(where.filename).name, where.lineno
        )
        message.say_so("error", words.say("ui.page_failed", lang), words.say("ui.reference", lang, id=reference), lang)
    address.publish()


run()
