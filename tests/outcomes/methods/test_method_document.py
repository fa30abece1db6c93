"""docs/method.md is made from the files and may not lag behind them, nor behind the thresholds of the code."""

import pytest

from outcomes import methods
from outcomes.methods import document


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_document_is_what_files_and_code_say_today(lang):
    written = (document.DOCS / document.FILES[lang]).read_text(encoding="utf-8")
    assert written == document.as_markdown(lang), "stale: run python -m outcomes.methods.document"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_document_names_each_method_with_all_it_says(lang):
    text = document.as_markdown(lang)
    for group in methods.groups():
        assert f"## {group.title[lang]}\n" in text
        for one in group.methods:
            assert f"### {one.title[lang]}\n\n{methods.body(one, lang)}\n" in text


def test_writing_makes_both_languages(tmp_path):
    assert [path.name for path in document.write(tmp_path / "docs")] == ["method.md", "method.zh.md"]
    assert (tmp_path / "docs" / "method.zh.md").read_text(encoding="utf-8").startswith("# 34种方法")
