"""The Share menu through the door a reader uses: drawn when opened, made when asked, told in plain words."""

import io
import re
import tempfile

import openpyxl
import pytest

from outcomes.ui import menu
from outcomes.words import say
from tests.pages.test_pages import HANZI, opened, text_of

PAGE = "results/safety.py"


def share(path, store, monkeypatch, lang="en", who="director", **address):
    """The page with its Share menu open."""
    at = opened(path, store, monkeypatch, lang, who, **address)
    at.session_state["share"] = True
    return at.run()


def labels(at) -> list[str]:
    return [button.label.replace("\\", "") for button in at.button]


def saved(at):
    """What the button that saves would give: name and bytes."""
    (button,) = [
        one
        for one in at.get("download_button")
        if one.proto.label in (say("share.save", "en"), say("share.save", "zh"))
    ]
    return button


@pytest.mark.parametrize(
    "path", [entry.path for entry in menu.ENTRIES if not entry.path.startswith(("data/receive", "meeting"))]
)
def test_closed_it_is_one_button_and_nothing_is_made(path, published_store, monkeypatch):
    at = opened(path, published_store, monkeypatch)
    assert not any(label.startswith(("Brief", "Deck", "Workbook")) for label in labels(at))
    assert "share_made" not in at.session_state


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_open_it_offers_each_kind_in_the_readers_language(lang, published_store, monkeypatch):
    at = share(PAGE, published_store, monkeypatch, lang, round="NX-2015A")
    told = labels(at)
    for kind in ("brief", "report", "workbook"):
        assert say(f"share.{kind}", lang) in told
    assert any("PPTX" in label for label in told) and any("HTML" in label for label in told)
    assert not at.exception
    if lang == "zh":
        assert all(HANZI.search(label) for label in told if "（" in label)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_workbook_is_made_on_click_and_told_with_name_size_and_snapshot(lang, published_store, monkeypatch):
    at = share(PAGE, published_store, monkeypatch, lang, round="NX-2015A")
    at.button(key="w_share_workbook").click().run()
    assert not at.exception
    shown = text_of(at)
    assert re.search(rf"workbook-director-NX-2015A-{lang}-\w{{6}}-demonstration\.xlsx · [\d,.]+ [kM]B", shown)
    name, made, data = at.session_state["share_made"]
    assert (name, len(data)) == ("workbook", made.size)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames[0] == say("export.book.contents", lang)
    assert saved(at)


def test_the_public_takes_away_only_what_is_public(published_store, monkeypatch):
    at = share("impact/overview.py", published_store, monkeypatch, who="public")
    at.button(key="w_share_workbook").click().run()
    _, made, data = at.session_state["share_made"]
    assert "-public-" in made.path.name
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = " ".join(str(c) for s in book for line in s.iter_rows(values_only=True) for c in line if c is not None)
    assert not re.search(r"\b(NX|SC|HZ)-\d\d\b", cells)
    assert say("share.public", "en") in text_of(at)


def test_what_cannot_be_made_is_a_sentence_and_the_page_stands(published_store, tmp_path, monkeypatch):
    at = share(PAGE, published_store, monkeypatch)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "a disk that is gone"))
    at.button(key="w_share_workbook").click().run()
    assert not at.exception
    assert any("could not be written" in error.value.replace("\\", "") for error in at.error)
    assert at.get("plotly_chart")
    assert not [one for one in at.get("download_button") if one.proto.label == say("share.save", "en")]
