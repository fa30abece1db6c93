"""docs/indicators.md is made from the files and may not lag behind them."""

import pytest

from outcomes import catalogue
from outcomes.catalogue import document


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_document_is_what_the_files_say_today(lang):
    written = (document.DOCS / document.FILES[lang]).read_text(encoding="utf-8")
    assert written == document.as_markdown(lang), "stale: run python -m outcomes.catalogue.document"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_document_names_each_indicator_and_each_measure(lang):
    text = document.as_markdown(lang)
    for one in catalogue.indicators().values():
        assert f"### {one.title[lang]}\n" in text
        assert one.caution[lang] in text
    for one in catalogue.measures().values():
        assert f"| {one.title[lang]} | `{one.id}` |" in text


def test_writing_makes_both_languages(tmp_path):
    assert [path.name for path in document.write(tmp_path / "docs")] == ["indicators.md", "indicators.zh.md"]
    assert (tmp_path / "docs" / "indicators.zh.md").read_text(encoding="utf-8").startswith("# 指标说明")
