"""One exhibit on the command line: whole, in both languages, for one reader and one choice of windows."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
HAZARDS = ("--indicator", "hazards_closed_on_time", "--round", "NX-2015A")


def exhibit(store: Path, *arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "outcomes", "exhibit", *arguments, "--data", str(store)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )


def whole(store: Path, *arguments: str) -> dict:
    done = exhibit(store, *arguments, "--format", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_everything_of_an_exhibit_is_printed(published_store):
    told = whole(published_store, "typical", *HAZARDS)
    assert {"rows", "results", "reading", "sentences", "notes", "lineage", "table"} <= told.keys()
    (result,) = told["results"]
    assert result["method"] == "hodges_lehmann"
    assert result["lo"] < result["estimate"] < result["hi"]
    assert told["reading"]["code"] == "improved"
    assert told["lineage"]["question"] == "pairs"
    assert told["lineage"]["snapshot_id"] == told["snapshot"]


def test_both_languages_print_the_same_rows_and_results(published_store):
    english, chinese = (whole(published_store, "typical", *HAZARDS, "--lang", lang) for lang in ("en", "zh"))
    assert english["rows"] == chinese["rows"]
    assert english["results"] == chinese["results"]
    assert english["title"] != chinese["title"]


def test_the_windows_are_in_the_parameters_and_change_the_answer(published_store):
    usual, paired = (whole(published_store, "typical", *HAZARDS, "--window", w) for w in ("start", "year-start"))
    assert (usual["lineage"]["parameters"]["months_apart"], paired["lineage"]["parameters"]["months_apart"]) == (
        "0",
        "12",
    )
    assert usual["rows"] != paired["rows"]
    assert "the same months a year before" in paired["subtitle"]


def test_one_enterprise_is_printed_with_all_its_indicators(published_store):
    told = whole(published_store, "profile", "--enterprise", "NX-10", "--lang", "zh")
    assert told["title"].startswith("NX-10")
    assert len(told["rows"]) == 22
    assert told["lineage"]["question"] == "enterprise_months"
    assert None in told["rows"][0]["trend"]  # the months after it left


def test_the_public_gets_a_sentence_and_no_row(published_store):
    told = whole(published_store, "leave-one-out", *HAZARDS, "--scope", "public")
    assert (told["state"], told["rows"], told["results"]) == ("not_allowed", [], [])


def test_what_there_is_none_of_is_one_sentence_on_stderr(published_store):
    for arguments, word in (
        (("pears",), "leave-one-out"),
        (("typical",), "--indicator"),
        (("typical", *HAZARDS, "--window", "summer"), "year-start"),
        (("profile",), "--enterprise"),
        (("profile", "--enterprise", "ZZ-99"), "ZZ-99"),
        (("profile", "--enterprise", "NX-07", "--scope", "officer:510100"), "NX-07"),
    ):
        done = exhibit(published_store, *arguments)
        assert done.returncode == 2
        assert word in done.stderr
        assert "Traceback" not in done.stderr
