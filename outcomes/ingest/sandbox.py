"""Runs one task on bytes that nobody has looked at in a process of its own, with limits on memory, processor and time.

Whatever happens to that process (a refusal, a crash of a library, an endless loop), the caller gets bytes or one
``Unreadable`` sentence. Going in: a line of JSON, then the file. Coming out: a line of JSON, then the result.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from outcomes.errors import Unreadable

_ROOT = Path(__file__).resolve().parents[2]
_PASSED_ON = ("PATH", "SYSTEMROOT", "WINDIR", "HOME", "LANG", "LC_ALL", "OUTCOMES_QUERIES")
_CPU_SIGNAL = getattr(signal, "SIGXCPU", None)


@dataclass(frozen=True)
class Limits:
    """memory in bytes of address space, cpu and wall in seconds, file in bytes of a scratch file."""

    memory: int
    cpu: int
    wall: float
    file: int


READING = Limits(memory=1 << 30, cpu=10, wall=15, file=0)
# a WebP of 99 megapixels takes 1.5 GB while it is unpacked; a photo of a telephone 0.1 GB and half a second
LOOKING = Limits(memory=2 << 30, cpu=60, wall=90, file=0)
MARKING = Limits(memory=2 << 30, cpu=60, wall=90, file=256 << 20)  # openpyxl writes each sheet to a scratch file


def run(task: str, header: dict, payload: bytes, limits: Limits) -> bytes:
    """The result of ``task`` (see child.py) on ``payload``. Raises Unreadable."""
    told = {**header, "limits": {"memory": limits.memory, "cpu": limits.cpu, "file": limits.file}}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        out, status = _finished(task, json.dumps(told).encode() + b"\n" + payload, limits.wall, scratch)
    if _CPU_SIGNAL and status in (-_CPU_SIGNAL, -signal.SIGKILL):
        raise Unreadable("ingest.too_slow")
    first, newline, result = out.partition(b"\n")
    if status != 0 or not newline:
        raise Unreadable("ingest.broke_off")
    answer = json.loads(first)
    if "refused" in answer:
        raise Unreadable(answer["refused"], **answer["values"])
    return result


def _finished(task: str, given: bytes, seconds: float, scratch: str) -> tuple[bytes, int]:
    """What the process wrote and its exit status; it is gone when this returns, also after an exception."""
    env = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    env |= {"OPENBLAS_NUM_THREADS": "1", "TMPDIR": scratch, "TEMP": scratch, "TMP": scratch}
    child = subprocess.Popen(
        [sys.executable, "-s", "-E", "-X", "utf8", "-m", "outcomes.ingest.child", task],
        cwd=_ROOT,
        env=env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        out, _ = child.communicate(given, timeout=seconds)
    except subprocess.TimeoutExpired:
        raise Unreadable("ingest.too_slow") from None
    finally:
        if child.poll() is None:
            child.kill()
            child.communicate()
    return out, child.returncode
