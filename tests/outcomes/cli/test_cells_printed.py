"""``exhibit NAME --cells`` prints the rows an exhibit was made of: file, sheet and cell of each."""

import csv
import io
import json

import pytest

from outcomes import words
from outcomes.cli import main
from outcomes.exhibits.cells import COLUMNS

PAIRS = ("pairs", "--indicator", "defect_rate", "--round", "NX-2015A")


@pytest.fixture
def printed(published_store, capsys):
    def run(*arguments: str) -> str:
        assert main(["exhibit", *arguments, "--cells", "--data", str(published_store)]) == 0
        return capsys.readouterr().out

    return run


def test_as_many_lines_as_rows_are_said_to_be_used(printed, published_store, capsys):
    rows = list(csv.DictReader(io.StringIO(printed(*PAIRS))))
    assert tuple(rows[0])[: len(COLUMNS)] == COLUMNS
    main(["exhibit", *PAIRS, "--format", "json", "--data", str(published_store)])
    told = json.loads(capsys.readouterr().out)
    assert len(rows) == told["lineage"]["rows_used"] > 100
    assert "cells" not in told["lineage"]


def test_as_json_they_carry_the_snapshot(printed):
    told = json.loads(printed(*PAIRS, "--format", "json"))
    assert told["snapshot"] and told["why"] is None
    assert {"numerator_file", "numerator_sheet", "numerator_cell"} <= told["rows"][0].keys()


def test_the_public_is_told_why_there_are_none(printed):
    harm = ("run-chart", "--indicator", "injury_frequency", "--scope", "public")
    assert printed(*harm).strip() == words.say("cells.not_public")
    assert json.loads(printed(*harm, "--format", "json"))["rows"] == []


def test_a_card_that_says_why_there_is_no_figure_rests_on_no_row(printed):
    assert printed("dispersion", "--indicator", "defect_rate").strip() == words.say("cells.none")
