"""A faulty catalogue: every fault of every file in one message, with the file and what to do."""

import os
import re
import shutil

import pytest

from outcomes import catalogue, errors, words

GOOD = """
theme = "safety"
tier = "optional"
code = "X_NEW"
kind = "ratio"
numerator = "near_misses"
denominator = "workers"
scale = 100
events = false
better = "neutral"
change = "ratio"
decimals = 1
standard = { en = "Programme definition", zh = "项目定义" }
version = 1
valid_from = 2015-01-01
checked_by = ""
order = 900
title = { en = "Near misses per 100 workers", zh = "百人未遂事件数" }
short = { en = "Near misses, workers", zh = "百人未遂事件数" }
unit = { en = "per 100 workers a month", zh = "起/百人·月" }
why = { en = "One. Two.", zh = "一。二。" }
definition = { en = "Near misses over workers.", zh = "未遂事件数除以人数。" }
caution = { en = "Reporting changes it.", zh = "随报告习惯变化。" }
"""


@pytest.fixture
def queries(tmp_path):
    folder = tmp_path / "queries"
    folder.mkdir()
    shutil.copy(catalogue.queries_folder() / "measures.toml", folder)
    shutil.copytree(catalogue.queries_folder() / "indicators", folder / "indicators")
    return folder


def write(queries, name, text):
    (queries / "indicators" / f"{name}.toml").write_text(text, encoding="utf-8")


def message(queries, lang="en"):
    with pytest.raises(errors.BadQuestion) as caught:
        catalogue.indicators(queries)
    return caught.value.say(lang)


def test_a_file_that_is_added_is_seen_without_a_restart_and_is_gone_when_it_is_taken_away(queries):
    before = catalogue.indicators(queries)
    write(queries, "near_misses_by_worker", GOOD)
    assert catalogue.indicators(queries).keys() - before.keys() == {"near_misses_by_worker"}
    (queries / "indicators" / "near_misses_by_worker.toml").unlink()
    assert catalogue.indicators(queries).keys() == before.keys()


def test_a_file_that_is_changed_is_read_again_even_when_its_size_stays_the_same(queries):
    write(queries, "near_misses_by_worker", GOOD)
    path = queries / "indicators" / "near_misses_by_worker.toml"
    os.utime(path, ns=(10**18, 10**18))
    assert catalogue.indicators(queries)["near_misses_by_worker"].decimals == 1
    write(queries, "near_misses_by_worker", GOOD.replace("decimals = 1", "decimals = 2"))
    assert catalogue.indicators(queries)["near_misses_by_worker"].decimals == 2


def test_another_folder_can_be_named_in_the_environment(queries, monkeypatch):
    write(queries, "near_misses_by_worker", GOOD)
    monkeypatch.setenv("OUTCOMES_QUERIES", str(queries))
    assert "near_misses_by_worker" in catalogue.indicators()


def test_what_a_caller_does_to_the_answer_stays_with_the_caller(queries):
    catalogue.indicators(queries).clear()
    assert catalogue.indicators(queries)


def test_three_broken_files_are_told_in_one_message_each_by_its_name(queries):
    write(queries, "torn", "theme = ")
    write(queries, "half_translated", GOOD.replace(', zh = "一。二。"', ""))
    write(
        queries,
        "strange_words",
        GOOD.replace('"X_NEW"', '"X_2"').replace('"near_misses"', '"near_mises"') + "colour = 1",
    )
    text = message(queries)
    assert "indicators/torn.toml cannot be read as TOML" in text
    assert "indicators/half_translated.toml: “why” has no text for the language “zh”." in text
    assert "indicators/strange_words.toml: “numerator” names “near_mises”" in text
    assert "indicators/strange_words.toml: “colour” is not a known key." in text
    assert "faults: 4" in text
    assert len(text.splitlines()) == 5


def test_the_message_is_whole_however_many_faults_there_are(queries):
    for number in range(30):
        write(queries, f"empty_{number}", "")
    text = message(queries)
    assert all(f"indicators/empty_{number}.toml" in text for number in range(30))


def test_the_message_comes_in_chinese_too(queries):
    write(queries, "torn", "theme = ")
    assert "指标目录无法使用" in message(queries, "zh")
    assert "indicators/torn.toml 不符合 TOML 格式" in message(queries, "zh")


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ('theme = "safety"', 'theme = "happiness"', "“theme” is “happiness”. Use one of: safety, productivity"),
        ('tier = "optional"', "", "“tier” is missing or empty"),
        ("scale = 100", "scale = 0", "“scale” is 0. Use a number above zero."),
        ("scale = 100", "scale = nan", "“scale” is nan. Use a number above zero."),
        ("scale = 100", "scale = inf", "“scale” is inf. Use a number above zero."),
        ("scale = 100", 'scale = "100"', "“scale” cannot be “100”. Write it as 1_000_000."),
        ("events = false", 'events = "no"', "“events” cannot be “no”. Write it as true."),
        ("events = false", "events = true", "events = true goes with change"),
        ("decimals = 1", "decimals = 12", "“decimals” is 12. Use a number from 0 to 4."),
        ("version = 1", "version = true", "“version” cannot be “True”"),
        ("valid_from = 2015-01-01", 'valid_from = "2015"', "“valid_from” cannot be “2015”. Write it as 2015-01-01."),
        ('en = "per 100 workers a month"', 'en = "%"', 'Write change = "points"'),
        ('denominator = "workers"', "", "“denominator” is missing. Name a measure"),
        ('denominator = "workers"', 'denominator = "near_misses"', "are both “near_misses”"),
        ('kind = "ratio"', 'kind = "coverage"', "so it has no “numerator”. Take it out."),
        ("X_NEW", "OSH_FR", "the code “OSH_FR” belongs to injury_frequency already"),
        ("Near misses, workers", "Near misses per hundred workers", "“short.en” is 31 wide and may be 26"),
        (
            'title = { en = "Near misses per 100 workers"',
            'title = { de = "x", en = " "',
            "“title” has no text for the language “en”",
        ),
        ("why = { en", "why = { fr = 'x', en", "“why.fr” is not a known key"),
        (
            'caution = { en = "Reporting changes it.", zh = "随报告习惯变化。" }',
            'caution = "x"',
            "“caution” cannot be “x”",
        ),
    ],
)
def test_each_fault_says_what_to_do(queries, was, becomes, told):
    assert was in GOOD
    write(queries, "new_one", GOOD.replace(was, becomes))
    lines = message(queries).splitlines()[1:]
    assert all("indicators/new_one.toml" in line or "belongs to new_one" in line for line in lines)
    assert any(told in line for line in lines), lines


@pytest.mark.parametrize("name", ["New", "9_lives", "with-dash", "with space", "x;drop", "指标"])
def test_a_file_name_that_is_not_a_plain_identifier_is_refused(queries, name):
    write(queries, name, GOOD)
    assert "the name of the file is the identifier" in message(queries)


def test_faults_of_the_measures_are_told_with_those_of_the_indicators(queries):
    path = queries / "measures.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace('not_above = "workers"', 'not_above = "robots"', 1), encoding="utf-8"
    )
    write(queries, "torn", "theme = ")
    text = message(queries)
    assert "measures.toml: “women_workers.not_above” names “robots”" in text
    assert "indicators/torn.toml" in text


def test_missing_measures_are_told_once_and_not_again_for_each_indicator(queries):
    (queries / "measures.toml").unlink()
    lines = message(queries).splitlines()
    assert len(lines) == 2
    assert "measures.toml cannot be read" in lines[1]


def test_a_catalogue_without_indicators_is_refused(queries):
    shutil.rmtree(queries / "indicators")
    assert "holds no indicator" in message(queries)


def test_text_in_another_encoding_is_refused_with_the_file_name(queries):
    (queries / "indicators" / "gb.toml").write_bytes(GOOD.encode("gb18030"))
    assert "indicators/gb.toml is not UTF-8 text" in message(queries)


def test_the_sentences_of_the_catalogue_have_the_same_places_in_both_languages():
    for key, text in words.texts("en").items():
        if key.startswith("catalogue."):
            assert sorted(re.findall(r"{\w+}", text)) == sorted(re.findall(r"{\w+}", words.texts("zh")[key])), key


def test_a_line_outside_any_measure_is_told_apart_from_a_measure(queries):
    path = queries / "measures.toml"
    path.write_text('stray = "x"\n' + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert "measures.toml: “stray” stands outside a measure." in message(queries)
