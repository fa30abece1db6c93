"""For all tests: the demonstration data published once, and no skipped test where nobody would notice (CI)."""

import os
import shutil
import signal
import sys
from pathlib import Path

import pytest

from tests.browser.serving import publish_demonstration


@pytest.fixture(autouse=True)
def the_main_module_stays(monkeypatch):
    """A page under test puts itself in the place of the main module; processes started later would run it again."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


def pytest_configure():
    # asked to stop from outside, the fixtures still put their servers away
    signal.signal(signal.SIGTERM, signal.default_int_handler)


def pytest_sessionfinish(session, exitstatus):
    if _skipped_in_ci(session.config) and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter, config):
    skipped = _skipped_in_ci(config)
    if skipped:
        terminalreporter.write_line(
            f"{skipped} skipped: with CI set, a test that did not run counts as one that failed."
        )


def _skipped_in_ci(config) -> int:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or os.environ.get("CI", "").lower() in ("", "0", "false"):
        return 0
    return len(reporter.stats.get("skipped", []))


@pytest.fixture(scope="session")
def published_store(tmp_path_factory) -> Path:
    """A store with the demonstration data, published by the command line. Shared: look, do not publish into it."""
    return publish_demonstration(tmp_path_factory.mktemp("published") / "data")


@pytest.fixture
def own_store(published_store, tmp_path) -> Path:
    """A copy of that store for a test that changes it."""
    return Path(shutil.copytree(published_store, tmp_path / "own"))
