"""The texts of the methods: both languages whole and of one number, and every number from the code."""

import re
import string

import pytest

from outcomes import methods, readings, words
from outcomes.methods import thresholds
from outcomes.methods.entry import ORDER
from outcomes.methods.text import filled

EVERY = [method for group in methods.groups() for method in group.methods]
PAIRS = [
    pytest.param(getattr(method, part), id=f"{method.id}-{part}")
    for method in EVERY
    for part in ("title", "answers", "letters", "when", "when_not", "choice")
    if getattr(method, part)
]
_MATH = re.compile(r"\$[^$]*\$")
_HANZI = re.compile(r"[\u4e00-\u9fff]")


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def numbers(text: str) -> list[str]:
    return sorted(re.findall(r"\d[\d,.]*\d|\d", _MATH.sub("", text)))


@pytest.mark.parametrize("pair", PAIRS)
def test_a_text_is_there_in_both_languages_with_the_same_numbers(pair):
    assert pair.keys() == set(words.LANGUAGES)
    assert places(pair["en"]) == places(pair["zh"])
    assert numbers(filled(pair, "en")) == numbers(filled(pair, "zh"))
    assert _HANZI.search(pair["zh"]) and not _HANZI.search(pair["en"])


@pytest.mark.parametrize("pair", PAIRS)
def test_no_number_is_typed_where_the_code_has_one(pair):
    for text in pair.values():
        assert numbers(text) == []


@pytest.mark.parametrize("pair", PAIRS)
def test_a_text_is_safe_to_show(pair):
    for lang in words.LANGUAGES:
        text = filled(pair, lang)
        assert text.count("$") % 2 == 0
        assert not re.search(r"[<>*`]|:\w", _MATH.sub("", text))


def test_every_number_is_used_and_every_place_is_a_number():
    used = set().union(*(places(text) for pair in PAIRS for text in pair.values[0].values()))
    used |= set().union(*(places(words.texts("en")[f"methods.reading.{code}"]) for code in readings.CODES))
    used |= places(words.texts("en")["methods.intro"])
    assert used == methods.facts().keys()


@pytest.mark.parametrize(
    ("place", "name", "value", "fact", "told"),
    [
        (readings, "FEWEST_TO_SHOW", 4, "fewest_shown", "4"),
        (readings, "FEWEST_FOR_A_WORD", 8, "most_values_only", "7"),
        (readings, "COVERAGE_NEEDED", 0.825, "coverage_needed", "82.5%"),
        (thresholds, "LIMIT", 3.14, "xmr_limit", "3.14"),
        (thresholds, "ALARM", 0.999, "funnel_outer", "99.9%"),
        (thresholds, "FEWEST_PAIRS", 8, "smallest_p_too_few", "0.0156"),
    ],
)
def test_a_number_follows_the_code(place, name, value, fact, told, monkeypatch):
    monkeypatch.setattr(place, name, value)
    assert thresholds.facts.__wrapped__()[fact] == told


def test_the_numbers_are_those_of_the_rules():
    known = methods.facts()
    assert known["confidence"] == "95%" and known["smallest_p_too_few"] == "0.0625"
    assert known["xmr_limit"] == "2.66" and known["xmr_screen"] == "3.267"
    assert (known["fewest_shown"], known["public_fewest"], known["coverage_needed"]) == ("3", "5", "70%")


@pytest.mark.parametrize("method", EVERY, ids=lambda method: method.id)
def test_an_entry_has_a_source_or_is_said_to_be_our_own_rule(method):
    for lang in words.LANGUAGES:
        text = methods.body(method, lang)
        assert (words.say("methods.own_rule", lang) in text) == method.own_rule
    for one in method.references:
        assert one.author and one.title
        assert not one.where or one.where.startswith(("doi:10.", "http://www.fcsm.gov/", "https://"))
        assert one.year == 0 or 1900 < one.year < 2030


def test_impact_is_tied_to_a_comparison_and_caused_is_only_told_as_never_said():
    for method in EVERY:
        text = methods.body(method, "en")
        assert not re.search(r"\bcaus", text) or method.id == "impact"
        assert not re.search(r"\b[Ii]mpact", text) or method.id == "impact"
    assert "comparison enterprises stand beside it" in methods.body(methods.find("impact"), "en")


def test_an_entry_is_found_by_code_and_by_its_own_name_and_nothing_else_is():
    assert methods.find("rate_ratio").id == methods.find("rate_ratio_exact").id == "rate_ratio_exact"
    assert methods.find("u_chart") is methods.find("p_chart")
    assert methods.find("bayes") is None and methods.find(None) is None and methods.find("") is None


def test_names_are_those_of_one_entry_only():
    names = [method.id for method in EVERY]
    assert len(names) == len(set(names))
    assert [group.id for group in methods.groups()] == list(ORDER)
    # a code may be its own entry's name, never another's
    assert all(methods.find(name).id == name for name in names)


def test_a_file_out_of_order_and_an_entry_without_source_are_refused(tmp_path):
    from outcomes.methods.entry import groups

    with pytest.raises(ValueError, match="files and order differ"):
        groups(tmp_path)
    for name in ORDER:
        (tmp_path / f"{name}.toml").write_text(
            f'title.en = "a"\ntitle.zh = "a"\n[x{name}]\ncodes = []\ntitle = {{}}\nanswers = {{}}\nwhen = {{}}\nwhen_not = {{}}\n'
        )
    with pytest.raises(ValueError, match="either references or own_rule"):
        groups(tmp_path)


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_the_table_of_words_has_each_word_with_its_threshold(lang):
    table = methods.reading_table(lang)
    for code in readings.CODES:
        assert f"| **{words.say(f'reading.{code}', lang)}** |" in table
    assert "70%" in table and "95%" in table


@pytest.mark.parametrize("method", EVERY, ids=lambda method: method.id)
def test_a_formula_is_the_same_in_every_language_and_its_letters_are_told(method):
    assert "\\text" not in method.formula
    assert not _HANZI.search(method.formula)
    assert bool(method.formula) == bool(method.letters)
