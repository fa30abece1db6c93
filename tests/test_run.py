"""The launcher: what goes wrong on somebody's machine is a sentence that says what to do."""

import os
import shutil
import socket
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import run as launcher

ROOT = Path(__file__).parents[1]


def start(*arguments: str, **environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, str(ROOT / "run.py"), *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_a_port_in_use_is_named_and_another_one_offered():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = start("--port", str(port))
    assert done.returncode == 1
    assert f"Port {port} of this machine is in use" in done.stderr
    assert f"python3 run.py --port {port + 1}" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("port", ["0", "70000"])
def test_a_number_that_is_no_port_is_refused(port):
    done = start("--port", port)
    assert done.stderr.strip() == f"{port} is not a port. Choose a number from 1024 to 65535."


def test_help_shows_the_two_commands():
    done = start("--help")
    assert done.returncode == 0
    assert "python3 run.py test" in done.stdout


def test_a_browser_that_is_named_must_be_there(monkeypatch):
    monkeypatch.setenv("OUTCOMES_BROWSER", "/nowhere/chromium")
    with pytest.raises(SystemExit, match="OUTCOMES_BROWSER names /nowhere/chromium, which is not a program here"):
        launcher.find_browser()


if not launcher.WINDOWS:  # there a browser cannot be asked for its version

    def test_a_program_that_only_says_how_to_get_a_browser_is_passed_over(monkeypatch, tmp_path):
        for name, body in {"chromium": "exit 1", "google-chrome": "echo Google Chrome 156"}.items():
            (tmp_path / name).write_text(f"#!/bin/sh\n{body}\n")
            (tmp_path / name).chmod(0o755)
        monkeypatch.delenv("OUTCOMES_BROWSER", raising=False)
        monkeypatch.setenv("PATH", str(tmp_path))
        assert launcher.find_browser() == str(tmp_path / "google-chrome")


def test_a_store_with_a_snapshot_is_left_alone(monkeypatch, tmp_path):
    (tmp_path / "CURRENT").write_text("{}")
    monkeypatch.setenv("OUTCOMES_DATA", str(tmp_path))
    launcher.publish_demonstration()
    assert [path.name for path in tmp_path.iterdir()] == ["CURRENT"]


def test_the_demonstration_is_published_as_two_snapshots_told_apart_by_the_numbers_of_its_files():
    first, second = ([path.name for path in part] for part in launcher.demonstration_files())
    assert [name[:2] for name in first] == ["01", "02"]
    assert [name[:2] + name[-4:] for name in second] == ["03xlsx", "04.zip"]


def test_a_demonstration_that_was_stopped_halfway_is_finished_at_the_next_start(monkeypatch, tmp_path):
    begun = []

    def stopped(_complaint, *command):
        begun.append([Path(part).name[:2] for part in command if str(part).endswith((".xlsx", ".zip"))])
        (tmp_path / "CURRENT").write_text("{}")  # the first snapshot is there
        if len(begun) == 2:
            raise KeyboardInterrupt

    monkeypatch.setenv("OUTCOMES_DATA", str(tmp_path))
    monkeypatch.setattr(launcher, "quietly", stopped)
    with pytest.raises(KeyboardInterrupt):
        launcher.publish_demonstration()
    launcher.publish_demonstration()
    launcher.publish_demonstration()  # whole now: nothing more is done
    assert begun == [["01", "02"], ["03", "04"], ["01", "02"], ["03", "04"]]


@pytest.fixture
def machine(tmp_path):
    """A project of one package that lies in wheelhouse/; ``machine()`` installs it and tells what was printed."""
    shutil.copy(ROOT / "run.py", tmp_path)
    (tmp_path / "requirements.txt").write_text("drawn==1.0\n")
    (tmp_path / "wheelhouse").mkdir()
    about = "drawn-1.0.dist-info"
    with zipfile.ZipFile(tmp_path / "wheelhouse" / "drawn-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("drawn.py", "")
        wheel.writestr(f"{about}/METADATA", "Metadata-Version: 2.1\nName: drawn\nVersion: 1.0\n")
        wheel.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{about}/RECORD", f"drawn.py,,\n{about}/METADATA,,\n{about}/WHEEL,,\n{about}/RECORD,,\n")

    def install() -> subprocess.CompletedProcess:
        script = "import run; run.install(run.ROOT / 'requirements.txt')"
        return subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True)

    return tmp_path, install


@pytest.mark.slow
def test_packages_are_installed_once_and_again_where_the_last_time_broke_off(machine):
    place, install = machine
    python = place / ".venv" / launcher.PYTHON.relative_to(launcher.VENV)
    assert install().stdout.startswith("Installing the packages of requirements.txt")
    assert subprocess.run([python, "-c", "import drawn"]).returncode == 0

    again = install()
    assert (again.returncode, again.stdout) == (0, ""), "the second start finds everything there"

    (place / ".venv" / ".unfinished").touch()
    (place / ".venv" / "left-over").touch()
    assert install().returncode == 0
    assert not (place / ".venv" / "left-over").exists(), "an environment that was half made is made anew"
    assert subprocess.run([python, "-c", "import drawn"]).returncode == 0

    (place / "requirements.txt").write_text("drawn==2.0\n")
    refused = install()
    assert refused.returncode == 1
    assert "The packages could not be installed." in refused.stderr
    assert "drawn==2.0" in refused.stderr, "what the installer said is shown when it fails"
