"""A test that did not run is nothing to be proud of: where CI is set, it counts as one that failed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SKIPPED = "import pytest\n\ndef test_fine():\n    pass\n\ndef test_away():\n    pytest.skip('no browser')\n"


def run(folder: Path, ci: str) -> subprocess.CompletedProcess:
    """pytest in its own process over ``folder``, with our conftest.py."""
    (folder / "test_drawn.py").write_text(SKIPPED)
    (folder / "conftest.py").write_text("from tests.conftest import pytest_sessionfinish, pytest_terminal_summary\n")
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(folder), str(folder)],
        cwd=folder,
        env={**os.environ, "CI": ci, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize(("ci", "status"), [("true", 1), ("1", 1), ("", 0), ("false", 0)])
def test_a_skipped_test_fails_the_run_only_where_ci_is_set(tmp_path, ci, status):
    done = run(tmp_path, ci)
    assert done.returncode == status, done.stdout + done.stderr
    assert "1 passed, 1 skipped" in done.stdout
    assert ("counts as one that failed" in done.stdout) == bool(status)
