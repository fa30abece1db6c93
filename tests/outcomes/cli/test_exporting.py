"""Files to take away, by the command line: made whole, told with name, size and snapshot, refused with a sentence."""

import io
import re
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from outcomes import cli, store
from outcomes.cli.progress import Progress

ROOT = Path(__file__).parents[3]


def run(place, *arguments) -> int:
    return cli.main([*map(str, arguments), "--data", str(place)])


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_out_the_file_is_here_under_its_own_name(published_store, here, capsys):
    assert run(published_store, "export", "workbook", "--round", "NX-2015A", "--lang", "zh") == 0
    snapshot = store.Store(published_store).serve().snapshot
    (made,) = here.iterdir()
    assert made.name == f"workbook-director-NX-2015A-zh-{snapshot.short}-demonstration.xlsx"
    told = capsys.readouterr()
    assert made.name in told.out and snapshot.id in told.out and re.search(r"[\d,.]+ [kM]B", told.out)
    assert told.err.splitlines()[-1].startswith("100%")


def test_both_languages_are_two_workbooks(published_store, here):
    assert run(published_store, "export", "workbook", "--scope", "public", "--lang", "both", "--out", "a.xlsx") == 0
    assert sorted(path.name for path in here.iterdir()) == ["a-en.xlsx", "a-zh.xlsx"]
    first = [openpyxl.load_workbook(path).sheetnames[0] for path in sorted(here.iterdir())]
    assert first == ["Contents", "目录"]


def test_a_measure_by_name_brings_all_that_is_told_of_it(published_store, here, capsys):
    assert run(published_store, "export", "workbook", "--indicator", "injury_frequency", "--out", "a.xlsx") == 0
    names = " ".join(openpyxl.load_workbook(here / "a.xlsx").sheetnames)
    assert "Injury frequency funnel" in names and "Injury frequency control" in names


def test_what_the_public_does_not_get_is_listed(published_store, here, capsys):
    assert run(published_store, "export", "workbook", "--scope", "public", "--out", here) == 0
    assert "Left out. " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("export", "workbook", "--out", "a.pdf"), "ends in .xlsx"),
        (("export", "workbook", "--indicator", "nothing"), "nothing"),
        (("export", "report", "--round", "R9"), "no round “R9”. Known: SC-P1, NX-2015A"),
        (("export", "workbook", "--round", "NO", "--scope", "nobody"), "nobody"),
        (("export", "deck", "--story", "no-such-story"), "no-such-story"),
        (("export", "figure", "no-such-exhibit"), "no-such-exhibit"),
        (("pack", "--story", "no-such-story", "--lang", "both"), "no-such-story"),
    ],
)
def test_what_cannot_be_made_is_one_sentence_and_no_file(arguments, sentence, published_store, here, capsys):
    assert run(published_store, *arguments) == 2
    told = capsys.readouterr()
    assert sentence in told.err and "Traceback" not in told.err and not told.out
    assert not list(here.iterdir())


def test_a_file_that_cannot_take_its_place_leaves_nothing_behind(published_store, here, capsys):
    (here / "a.xlsx").mkdir()
    (here / "a.xlsx" / "kept").write_text("mine")
    assert (
        run(published_store, "export", "workbook", "--scope", "public", "--out", here / "a.xlsx" / "kept" / "b.xlsx")
        == 2
    )
    assert "could not be written" in capsys.readouterr().err
    assert (here / "a.xlsx" / "kept").read_text() == "mine"


@pytest.mark.parametrize("kind", ["deck", "brief", "report", "workbook", "figure"])
def test_each_kind_tells_its_options(kind):
    told = subprocess.run(
        [sys.executable, "-m", "outcomes", "export", kind, "--help"], cwd=ROOT, capture_output=True, text=True
    )
    assert told.returncode == 0 and {"--out", "--lang", "--data"} <= set(re.findall(r"--\w+", told.stdout))


class Watched(io.StringIO):
    def isatty(self):
        return True


def test_somebody_who_watches_sees_a_bar_and_a_file_gets_lines():
    bar, lines = Progress(Watched()), Progress(io.StringIO())
    for each in (bar, lines):
        each(0.0, "one")
        each(0.5, "two")
        each(0.52, "two and a bit")
        each(1.0, "three")
        each.end()
    assert bar.stream.getvalue().count("\r") == 5 and "\n" not in bar.stream.getvalue() and "█" in bar.stream.getvalue()
    assert lines.stream.getvalue() == "  0% one\n 50% two\n100% three\n"
