"""The page of visits through the door a reader uses: an officer's finding, the grid, who is due, enforcement apart."""

import re

import pytest
from programme_store import publish

from tests.pages.test_pages import FAILED, opened, text_of
from tests.pages.test_training_page import html

PAGE = "programme/visits.py"


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return publish(tmp_path_factory.mktemp("visits") / "data")


@pytest.mark.parametrize(
    ("lang", "finding"),
    [
        ("en", "2 visits are overdue, both in Nanxun; 18 of 25 visits were made by a full team"),
        ("zh", "2次入厂逾期，均在南浔区；25次入厂中有18次由完整团队完成"),
    ],
)
def test_the_head_is_the_officers_finding(data, monkeypatch, lang, finding):
    at = opened(PAGE, data, monkeypatch, lang=lang)
    assert not at.exception
    assert at.title[0].value.replace("\\", "") == finding
    assert len(at.subheader) == 4
    assert not any(words in text_of(at) for words in FAILED)
    assert len(at.get("plotly_chart")) == 2  # the grid, and the one for a phone


def test_who_is_due_and_enforcement_stand_beside_the_grid(data, monkeypatch):
    page = html(opened(PAGE, data, monkeypatch))
    assert page.index("<b>E1</b>") < page.index("<b>E2</b>")
    assert "28 days late" in page
    assert "20 May 2015" in page  # the enforcement visit
    assert "<b>E3</b>" not in page


def test_an_officer_sees_the_own_enterprises_alone(data, monkeypatch):
    at = opened(PAGE, data, monkeypatch, who="officer:510100")
    assert at.title[0].value.replace("\\", "").startswith("No visit is overdue; 6 of 9 visits")
    figures = "".join(chart.proto.spec for chart in at.get("plotly_chart"))
    assert "E7" in figures
    assert not re.search(r"\bE[1-6]\b", figures + html(at))


def test_the_public_has_no_such_page(data, monkeypatch):
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        opened(PAGE, data, monkeypatch, who="public")


def test_a_choice_without_a_visit_is_said_in_words(data, monkeypatch):
    at = opened(PAGE, data, monkeypatch, **{"from": "2015-01", "to": "2015-02"})
    assert "No visit is recorded for this choice" in text_of(at)
    assert not any(words in text_of(at) for words in FAILED)
