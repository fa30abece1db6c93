"""Published findings: the figures stand in both languages as they were published, and every one names its source."""

import re
from dataclasses import fields

import pytest

from outcomes import reference, words
from outcomes.reference.benchmarks import CHECKED, COMPARABILITY

ALL = reference.benchmarks()
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?|\.\d+")
# one number, written out as the language has it
_SIZES = {
    "50 million": "50000000",
    "840 million": "840000000",
    "840 m/": "840000000",
    "5000万": "50000000",
    "8.4亿": "840000000",
}


def numbers(text: str) -> set[str]:
    for written, plain in _SIZES.items():
        text = text.replace(written, plain)
    return {found.replace(",", "").rstrip(".") for found in _NUMBER.findall(text)}


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_every_published_figure_stands_in_the_text_of_both_languages(one):
    for lang in words.LANGUAGES:
        assert numbers(" ".join(one.figures)) <= numbers(f"{one.text[lang]} {one.n[lang]}"), lang


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_every_finding_says_how_it_is_known_and_where_it_is_told(one):
    assert one.comparability in COMPARABILITY and one.checked in CHECKED
    assert words.has(f"benchmark.design_of.{one.design}")
    for field in fields(one):
        value = getattr(one, field.name)
        if isinstance(value, dict):
            assert set(value) == set(words.LANGUAGES) and all(value.values()), field.name
    assert one.sources
    for source in one.sources:
        assert re.fullmatch(r"https?://[\w.-]+/\S+", source.address) and source.name


def test_a_figure_that_is_missing_in_one_language_would_be_seen():
    assert not numbers("−46%") <= numbers("每1,000人年由138.3例降至74.5例")


def test_a_finding_with_a_comparison_group_is_the_exception():
    assert [one.id for one in ALL if one.comparison_group] == ["shenzhen"]
