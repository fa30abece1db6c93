"""These tests publish hundreds of times: where the machine has a folder in memory, syncing costs nothing there.

A kill cannot show a missing sync anyway. ``test_publishing`` stays on the disk.
"""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from small_store import draft, with_snapshots

from outcomes.store import Store

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


@pytest.fixture(scope="module")
def sound(quick_root):
    """Three snapshots, and the CURRENT of when the second was shown."""
    root = quick_root / "sound" / "data"
    store, ids = with_snapshots(root, 1.0, 2.0)
    older = (root / "CURRENT").read_bytes()
    ids.append(store.publish(draft(3.0), ids[-1]))
    return root, ids, older


@pytest.fixture
def damaged(sound, quick_path):
    """A copy to damage: the store, its ids (oldest first) and the folder of the current snapshot."""
    root, ids, _ = sound
    shutil.copytree(root, quick_path / "data")
    store = Store(quick_path / "data")
    assert store.verify(deep=True) == []
    return store, ids, store.root / "snapshots" / ids[2]
