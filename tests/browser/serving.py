"""The product as a reader meets it: a published store, and a server of its own on a free port."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import run

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "data" / "example"


def publish_demonstration(store: Path) -> Path:
    """``data/example`` into an empty store by ``python -m outcomes publish``, in the two snapshots that run.py makes."""
    for files in run.demonstration_files():
        assert files, f"{EXAMPLE} is not whole: python -m outcomes demo --out data/example"
        done = subprocess.run(
            [sys.executable, "-m", "outcomes", "publish", *files, "--note", "Demonstration data", "--data", str(store)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stdout + done.stderr
    return store


@dataclass
class Server:
    """Where it is (without a slash at the end), which store it serves, what it has said."""

    url: str
    store: Path
    log: Path

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")


@contextlib.contextmanager
def serve(store: Path, log: Path, **environment: str) -> Iterator[Server]:
    """A freshly started server over ``store``; gone with all its children afterwards, whatever happened."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    with log.open("wb") as out:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, "OUTCOMES_DATA": str(store), **environment},
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    server = Server(f"http://127.0.0.1:{port}", store, log)
    try:
        _wait_until_healthy(process, server)
        yield server
    finally:
        _stop(process)


def _wait_until_healthy(process: subprocess.Popen, server: Server, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{server.url}/_stcore/health", timeout=2) as answer:
                if answer.read() == b"ok":
                    return
        except OSError:
            pass
        time.sleep(0.1)
    raise AssertionError(f"the server did not start:\n{server.said()}")


def _stop(process: subprocess.Popen) -> None:
    if os.name == "nt":
        process.terminate()
        process.wait(15)
        return
    for kind in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, kind)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(10)
            return
