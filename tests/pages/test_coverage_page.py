"""The coverage page says who owes a month, grades the months that came, and hands out the list as a workbook."""

import re

from tests.pages.test_pages import opened, text_of

PAGE = "data/coverage.py"


def html_of(at) -> str:
    return "".join(element.proto.body for element in at.get("html"))


def test_the_head_names_who_owes_which_months(published_store, monkeypatch):
    at = opened(PAGE, published_store, monkeypatch, round="NX-2015A")
    assert re.fullmatch(r"\d+ of \d+ owes? a month: .*NX-05 owes Aug–Sep 2014.*", at.title[0].value.replace("\\", ""))


def test_each_cell_of_the_grades_says_its_words(published_store, monkeypatch):
    at = opened(PAGE, published_store, monkeypatch, round="NX-2015A")
    cells = re.findall(r'<td style="[^"]*" title="([^"]*)" aria-label="([^"]*)">', html_of(at))
    assert len(cells) == 18 * 18
    assert all(title == label for title, label in cells)
    assert any("of 4 tests passed" in title for title, _ in cells)
    assert any(title.endswith("not sent") for title, _ in cells)


def test_the_list_can_be_taken_as_a_workbook(published_store, monkeypatch):
    at = opened(PAGE, published_store, monkeypatch)
    (button,) = [one for one in at.get("download_button") if "workbook" in one.proto.label]
    assert button
    assert "Questions for" in text_of(at)


def test_a_filter_narrows_it(published_store, monkeypatch):
    at = opened(PAGE, published_store, monkeypatch, round="NX-2015A", region="330503")
    assert "HZ-" not in html_of(at) and "NX-05" in html_of(at)
