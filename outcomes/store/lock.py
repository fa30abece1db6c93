"""One writer at a time. The lock is the kernel's: it ends with its process, also when that is killed."""

from contextlib import contextmanager

from filelock import FileLock, Timeout

from outcomes.errors import Conflict, StoreError
from outcomes.store.layout import Layout

_WAIT = 10.0


@contextmanager
def hold(layout: Layout, wait: float = _WAIT):
    """Raises Conflict when another writer is still at work after ``wait`` seconds."""
    # A lock that is only a file would outlive a killed process; a disk without real locks (some network shares) is
    # refused instead.
    lock = FileLock(layout.lock, timeout=wait, poll_interval=0.02, fallback_to_soft=False)
    try:
        lock.acquire()
    except Timeout as busy:
        raise Conflict("store.locked") from busy
    except NotImplementedError as missing:
        raise StoreError("store.no_locks", root=layout.root) from missing
    try:
        yield
    finally:
        lock.release()
