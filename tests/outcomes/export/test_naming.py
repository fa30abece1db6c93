"""Names of made files: they say what is inside, and no system refuses them."""

import re

import pytest

from outcomes import store
from outcomes.export.naming import file_name

SAFE = re.compile(r"[\w][\w.\-]*\.[a-z]+")
GIVEN = {"what": "nanxun-2015", "round": "NX-2015A", "lang": "zh", "snapshot": "2fcf79", "suffix": "pptx"}


def test_a_name_says_story_round_language_and_snapshot():
    assert file_name("deck", **GIVEN) == "deck-nanxun-2015-NX-2015A-zh-2fcf79.pptx"


def test_invented_figures_are_told_by_the_name_too(published_store):
    snapshot = store.Store(published_store).serve().snapshot
    told = file_name("deck", **{**GIVEN, "snapshot": snapshot})
    assert told == f"deck-nanxun-2015-NX-2015A-zh-{snapshot.short}-demonstration.pptx"


def test_all_rounds_are_named_and_nothing_is_said_twice():
    assert file_name("workbook", **{**GIVEN, "what": "workbook", "round": None}) == "workbook-all-rounds-zh-2fcf79.pptx"


@pytest.mark.parametrize(
    "odd",
    [
        "a b",
        "a/b\\c",
        'x:y*z?"<>|',
        "..",
        "CON",
        "new\nline",
        "–",
        "第一 轮",
        "x" * 300,
        "dot.",
        " lead",
        "-rf",
        "a\u202eb",
        "",
    ],
)
def test_whatever_a_round_or_a_story_is_called_the_name_is_safe(odd):
    told = file_name("deck", **{**GIVEN, "what": odd, "round": odd})
    assert SAFE.fullmatch(told), told
    assert len(told) < 150
    assert told.split(".")[0].upper() not in ("CON", "NUL", "AUX", "PRN")
