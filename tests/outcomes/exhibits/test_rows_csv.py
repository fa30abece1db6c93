"""A CSV that a spreadsheet opens without running anything in it, and that says where it comes from."""

import csv
import io
from dataclasses import dataclass

import pytest

from outcomes.exhibits.rows_csv import to_csv


@dataclass
class Marked:
    """All that a CSV needs to know of a snapshot."""

    id: str = "20151106-091400-0123456789abcdef"
    is_demonstration: bool = False


def written(value, snapshot=None) -> dict:
    text = to_csv(["name", "figure"], [{"name": value, "figure": -1.5}], snapshot or Marked())
    (row,) = csv.DictReader(io.StringIO(text))
    return row


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "\u3000＝1", "＋1", "－1", "＠x"],
)
def test_text_that_looks_like_a_formula_is_only_text(text):
    assert written(text)["name"].lstrip().startswith("'")


@pytest.mark.parametrize("text", ["NX-01", "a=b", "华新（一）", "'quoted"])
def test_other_text_stays_as_it_is(text):
    assert written(text)["name"] == text


def test_a_negative_number_stays_a_number():
    assert written("x")["figure"] == "-1.5"


def test_each_row_names_its_snapshot_and_invented_figures_say_so():
    assert written("x")["snapshot"] == Marked.id
    assert "data" not in written("x")
    assert "演示数据" in written("x", Marked(is_demonstration=True))["data"]
