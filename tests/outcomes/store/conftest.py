"""These tests publish hundreds of times: where the machine has a folder in memory, syncing costs nothing there.

A kill cannot show a missing sync anyway. ``test_publishing`` stays on the disk.
"""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

_MEMORY = Path("/dev/shm")


@pytest.fixture(scope="module")
def quick_root():
    folder = Path(tempfile.mkdtemp(dir=_MEMORY if os.access(_MEMORY, os.W_OK) else None))
    yield folder
    for inner, _, _ in os.walk(folder):
        os.chmod(inner, 0o700)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def quick_path(quick_root):
    return Path(tempfile.mkdtemp(dir=quick_root))
