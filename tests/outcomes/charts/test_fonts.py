"""The fonts that come with the project: no letter is an empty box, none is wider than measured, all fit into a file."""

import base64
import io
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from outcomes.charts import fonts
from outcomes.charts.fonts import held
from outcomes.charts.fonts.make import gb2312
from outcomes.errors import OutcomesError
from outcomes.words import LANGUAGES, texts

HARDEST = "泸州 瑷 婺城 南浔 镕 龑 喆 “中文”‘单’ 万 亿 ¥ € − – — ≥ ≤ × ½ ¼ ¾ ⅛ … · ▲ ▼ ▶ ◀ ● ○ ◉ ◆ ◇ ■ □ ✖ ✕ → ← ↑ ↓ （）、，。；：？！《》【】％"


def glyph(char: str, weight: int) -> str:
    family, weight = held.font_of(char, weight)
    return held.opened(family, weight).getBestCmap().get(ord(char), ".notdef")


@pytest.mark.parametrize("weight", [400, 600])
def test_the_hardest_letters_have_a_glyph_of_their_own(weight):
    assert {char: glyph(char, weight) for char in HARDEST if glyph(char, weight) == ".notdef"} == {}


@pytest.mark.parametrize("weight", [400, 600])
def test_both_levels_of_the_standard_have_glyphs_and_each_draws_something(weight):
    for code in sorted(code for code in gb2312() if code > 0x4E00):
        family, own = held.font_of(chr(code), weight)
        font = held.opened(family, own)
        assert font["glyf"][font.getBestCmap()[code]].numberOfContours > 0, chr(code)


def test_every_letter_of_our_words_is_in_a_font():
    said = "".join(text for lang in LANGUAGES for text in texts(lang).values())
    assert fonts.missing(said) == ""


def test_a_letter_that_no_font_has_is_named_once():
    assert fonts.missing("a\U0001f600b\U0001f600中") == "\U0001f600"


@pytest.mark.parametrize("name", held.NAMES.values())
def test_a_font_file_is_plain_truetype_that_names_its_family_and_weight(name):
    path = fonts.folder() / name
    font = TTFont(path)
    family, weight = next(key for key, file in held.NAMES.items() if file == name)
    assert path.read_bytes()[:4] == b"\0\1\0\0"  # a packed file has another beginning, and Typst passes it over
    assert (font["name"].getDebugName(16), font["OS/2"].usWeightClass) == (family, weight)


def test_the_licences_lie_beside_and_all_stays_small():
    folder = fonts.folder()
    assert {path.name for path in folder.glob("LICENSE*")} == {"LICENSE-IBM-Plex-Sans.txt", "LICENSE-Noto-Sans-SC.txt"}
    assert sum(path.stat().st_size for path in fonts.files()) < 8_000_000


def test_width_is_that_of_the_glyphs():
    assert fonts.measure("中文", 10) == 20
    assert fonts.measure("iii", 13) < fonts.measure("mmm", 13)
    assert fonts.measure("Rate", 13, 600) > fonts.measure("Rate", 13)


def test_the_rules_carry_the_letters_asked_for_and_hardly_more():
    css = fonts.subset_css("泸州 7.4", "有改善")
    found = {}
    pattern = r"font-family:'([^']+)';font-weight:(\d+);src:url\(data:font/woff;base64,([^)]+)\)"
    for family, weight, data in re.findall(pattern, css):
        found[family, int(weight)] = set(map(chr, TTFont(io.BytesIO(base64.b64decode(data))).getBestCmap()))
    assert found["Noto Sans SC", 400] == set("泸州")
    assert found["Noto Sans SC", 600] == set("有改善")
    assert found["IBM Plex Sans", 400] >= set("7.4")
    assert len(css) < 20_000


def test_a_missing_file_is_a_sentence_with_its_name(monkeypatch):
    monkeypatch.setattr(held, "folder", lambda: Path("/nowhere"))
    with pytest.raises(OutcomesError, match=r"IBMPlexSans-Regular\.ttf is missing"):
        fonts.files()
