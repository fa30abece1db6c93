"""The offline pack: one file with both languages, opened in the one that was asked for."""

import json
import re

import pytest

from outcomes import cli, engine, scope, slides, store
from outcomes.export import pack
from outcomes.slides import Page, Story

TITLE = {"en": "A story", "zh": "故事"}


@pytest.fixture(scope="module")
def told(published_store):
    db = engine.open_database(store.Store(published_store).serve().snapshot, scope.parse("public"))
    story = Story("s", TITLE, {}, "NX-2015A", "zh", None, (Page("did", "events"),))
    return story, slides.made(story, db, slides.look())


def lead_of(page: str) -> tuple[str, str, str]:
    """The language that the script begins with, of the document, and the document's title."""
    data = json.loads(re.search(r'<script type="application/json" id="told">(.*?)</script>', page, re.S)[1])
    return data["lead"], re.search(r'<html lang="([\w-]+)"', page)[1], re.search(r"<title>(.*?)</title>", page)[1]


@pytest.mark.parametrize(
    ("lead", "opens"),
    [
        ("en", ("en", "en", "A story")),
        ("zh", ("zh", "zh-CN", "故事")),
        ("both", ("zh", "zh-CN", "故事")),
        (None, ("zh", "zh-CN", "故事")),
    ],
)
def test_the_language_that_is_asked_for_leads_and_with_none_the_storys(told, lead, opens):
    assert lead_of(pack.page(*told, lead=lead)) == opens


@pytest.mark.parametrize(("asked", "lead"), [(("--lang", "en"), "en"), (("--lang", "zh"), "zh"), ((), "zh")])
def test_the_command_line_decides_which_language_leads(published_store, tmp_path, asked, lead):
    out = tmp_path / "pack.html"
    arguments = ["pack", "--story", "sichuan-phase-1", *asked, "--out", str(out), "--data", str(published_store)]
    assert cli.main(arguments) == 0
    assert lead_of(out.read_text(encoding="utf-8"))[0] == lead
