"""The few things the store does to a disk: each is durable when it returns, each failure becomes a sentence."""

import errno
import os
import shutil
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from outcomes.errors import StoreError

WINDOWS = os.name == "nt"
_FULL = (errno.ENOSPC, errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC, errno.EFBIG)
_READ_ONLY = (errno.EROFS, errno.EACCES, errno.EPERM)


def step(name: str) -> None:
    """A named point of the publication protocol, where a test may kill or fail it; without a listener, nothing.

    It is an event of Python's own auditing (``sys.addaudithook``), so the product holds no switch that could be set.
    """
    sys.audit("outcomes.store.step", name)


@contextmanager
def as_sentences(root: Path):
    """An operating-system error inside becomes a StoreError that says what to do."""
    try:
        yield
    except OSError as problem:
        if problem.errno in _FULL:
            raise StoreError("store.full", root=root) from problem
        if problem.errno in _READ_ONLY:
            raise StoreError("store.read_only", root=root) from problem
        raise StoreError(
            "store.cannot_write", root=root, problem=problem.strerror or type(problem).__name__
        ) from problem


def write(path: Path, data: bytes) -> None:
    """A new file, on the disk and not only in memory when this returns."""
    with open(path, "xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """Make the names in a folder durable. Windows cannot and need not: there the rename itself is journalled."""
    if WINDOWS:
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def replace(source: Path, target: Path) -> None:
    """Atomic. On Windows it is refused while somebody reads the target, which never takes long."""
    for attempt in range(10):
        try:
            return os.replace(source, target)
        except PermissionError:
            if not WINDOWS or attempt == 9:
                raise
            time.sleep(0.05)
    return None


def seal(folder: Path) -> None:
    """Files 0444 and inner folders 0555, all synced. The folder itself stays writable, or it could not be renamed."""
    for parent, _, files in os.walk(folder, topdown=False):
        for name in files:
            os.chmod(Path(parent, name), 0o444)
        if Path(parent) != folder:
            os.chmod(parent, 0o555)
        sync_folder(Path(parent))


def remove(folder: Path) -> None:
    """Delete a folder, a sealed one too; what cannot be deleted now is left to the next writer."""
    for parent, _, files in os.walk(folder):
        _unseal(Path(parent), 0o700)
        if WINDOWS:
            for name in files:
                _unseal(Path(parent, name), 0o600)
    shutil.rmtree(folder, ignore_errors=True)


def _unseal(path: Path, mode: int) -> None:
    try:
        os.chmod(path, mode)
    except OSError:
        pass


def has_room(root: Path, needed: int) -> bool:
    return shutil.disk_usage(root).free >= needed
