"""The measuring command, run for real: it counts, it ends, and nothing of it is left. No test says how fast."""

import math
import os
import subprocess
import sys
from pathlib import Path

import pytest

from outcomes.bench import table
from outcomes.bench.pages import Measured
from outcomes.errors import BadQuestion

ROOT = Path(__file__).parents[3]


def bench(store: Path, *arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "outcomes", "bench", "pages", "--data", str(store), *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )


def servers_over(store: Path) -> list[str]:
    """Processes that still have this store in their environment."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if f"OUTCOMES_DATA={store}".encode() in (process / "environ").read_bytes().split(b"\0"):
                found.append(process.name)
        except OSError:
            continue
    return found


def test_two_changes_of_one_page_are_measured_and_nothing_is_left_running(own_store, tmp_path):
    document = tmp_path / "speed.md"
    document.write_text("before\n<!-- measured -->\nold\n<!-- end of measured -->\nafter\n", encoding="utf-8")
    done = bench(own_store, "--page", "safety", "--changes", "2", "--write", str(document))
    assert done.returncode == 0, done.stderr
    line = next(line for line in done.stdout.splitlines() if line.startswith("safety"))
    figures, *measured = [float(cell) for cell in line.split()[1:]]
    assert figures >= 2
    assert len(measured) == 8
    assert all(math.isfinite(cell) and cell > 0 for cell in measured)
    written = document.read_text(encoding="utf-8")
    assert "| safety |" in written and "old" not in written
    assert written.startswith("before\n") and written.endswith("after\n")
    assert not servers_over(own_store)


def test_a_page_that_there_is_not_is_a_sentence_and_leaves_nothing_running(own_store):
    done = bench(own_store, "--page", "nowhere", "--changes", "2")
    assert done.returncode == 2
    assert "nowhere" in done.stderr and "safety" in done.stderr and "Traceback" not in done.stderr
    assert not servers_over(own_store)


def test_the_95th_percentile_is_a_value_that_was_measured():
    assert table.high(range(1, 31)) == 29
    assert table.high([7.0]) == 7.0


def test_what_was_not_measured_is_a_dash_and_not_a_zero():
    assert table.as_text([Measured("receive", again=[(5.0, 6.0)])]).split()[-8:] == [*"––––", "5", "5", "6", "6"]


def test_a_document_without_a_place_for_the_table_is_left_as_it_is(tmp_path):
    document = tmp_path / "other.md"
    document.write_text("mine", encoding="utf-8")
    with pytest.raises(BadQuestion, match="no place for the table"):
        table.write(document, [])
    assert document.read_text(encoding="utf-8") == "mine"
