"""Streamlit's own words: ours are those of the installed version, and what stays in English is listed."""

import re
from pathlib import Path

import pytest
import streamlit

from outcomes import words
from outcomes.ui import shell

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def bundle() -> str:
    """All that the installed Streamlit can write in a browser."""
    static = Path(streamlit.__file__).parent / "static"
    files = [static / "index.html", *sorted(static.rglob("*.js"))]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


# Put together by Streamlit from pieces, or from a library's table of languages.
_IN_PIECES = {"shell.offered", "shell.offered_one", "shell.enter", "shell.page_missing_text"}


def test_every_text_that_is_replaced_is_one_that_streamlit_writes(bundle):
    english = {key: text for key, text in words.texts("en").items() if key.startswith("shell.")}
    lost = {}
    for key, text in english.items():
        pieces = [piece.strip(": ") for piece in text.split("{x}")]
        if key not in _IN_PIECES and not all(piece in bundle for piece in pieces):
            lost[key] = text
    assert lost == {}


def test_what_stays_in_english_is_what_streamlit_writes_today(bundle):
    told = (ROOT / "docs" / "languages.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `(.+?)` \|", told, re.MULTILINE)
    assert len(listed) >= 4
    assert [text for text in listed if text not in bundle] == []


def test_the_way_back_is_the_way_there_turned_round():
    there, back = shell.dictionary("zh"), shell.dictionary("en")
    assert [(chinese, english) for english, chinese in there] == back
    assert len({english for english, _ in there}) == len(there)
