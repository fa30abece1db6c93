"""The server under the clock: a child process of its own on a free port, gone afterwards whatever happened."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from outcomes.errors import BadQuestion

ROOT = Path(__file__).parents[2]
_QUIET_S, _QUIET_CPU_S = 0.06, 0.0004  # no more than this much work in this long: nothing is going on


@dataclass(frozen=True)
class Server:
    port: int
    pid: int

    def cpu(self) -> float:
        """Seconds of processor time of all its threads, those that have ended too, to the nanosecond."""
        return time.clock_gettime((~self.pid << 3) | 2)  # the number that Linux gives another process's clock

    def quiet_cpu(self, seconds: float = 5) -> float:
        """The same, once nothing is going on: what is cleared up after the last message counts as well."""
        until = time.monotonic() + seconds
        before = self.cpu()
        while time.monotonic() < until:
            time.sleep(_QUIET_S)
            now = self.cpu()
            if now - before < _QUIET_CPU_S:
                return now
            before = now
        return self.cpu()


@contextlib.contextmanager
def serve(store: Path, root: Path = ROOT) -> Iterator[Server]:
    """``streamlit run app.py`` of the project in ``root`` over ``store``, for a director."""
    if not sys.platform.startswith("linux"):
        raise BadQuestion("bench.only_linux")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    settings = {**os.environ, "OUTCOMES_DATA": str(store.absolute()), "OUTCOMES_SCOPE": "director"}
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            command, cwd=root, env=settings, stdout=said, stderr=subprocess.STDOUT, start_new_session=True
        )
        try:
            _wait_until_healthy(process, port, said)
            yield Server(port, process.pid)
        finally:
            _stop(process)


def _wait_until_healthy(process: subprocess.Popen, port: int, said, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health") as answer:
            if answer.read() == b"ok":
                return
        time.sleep(0.1)
    said.seek(0)
    raise BadQuestion("bench.no_server", said=said.read().decode(errors="replace")[-250:])


def _stop(process: subprocess.Popen) -> None:
    for kind in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, kind)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(10)
            return
