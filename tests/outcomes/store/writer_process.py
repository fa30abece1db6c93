"""Writers in processes of their own, so that they can be killed, starved or made to fail at a named step."""

import errno
import multiprocessing
import os
import signal
import sys
from functools import cache
from multiprocessing import forkserver

from small_store import draft

from outcomes.errors import OutcomesError
from outcomes.store import Store, lock
from outcomes.store.layout import Layout

STEPS_BEFORE = (
    "recovered",
    "staging_made",
    "file_written",
    "manifest_written",
    "staging_sealed",
    "intent_logged",
    "renamed",
    "verified",
    "pointer_written",
)
STEPS_AFTER = ("pointer_moved", "pointer_synced", "commit_logged")


@cache
def starter():
    """How processes are started: from one that has imported everything already, so that a kill hits work, not imports."""
    if os.name == "nt":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["outcomes.store", "small_store", "pandas"])  # pyarrow looks for pandas
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
    forkserver.ensure_running()
    if before is None:
        del os.environ["PYTHONPATH"]
    else:
        os.environ["PYTHONPATH"] = before
    return context


class Writer:
    """One process; ``told`` is what it said last, None when it was killed before it could say anything."""

    def __init__(self, target, *arguments):
        self._ear, mouth = starter().Pipe(duplex=False)
        self.process = starter().Process(target=target, args=(mouth, *arguments), daemon=True)
        self.process.start()
        mouth.close()

    def hear(self, wait: float = 30):
        try:
            return self._ear.recv() if self._ear.poll(wait) else None
        except EOFError:
            return None

    def kill(self) -> None:
        self.process.kill()
        self.process.join()

    def end(self):
        said = self.hear()
        self.process.join(30)
        return said


def publish(mouth, root, value, parent, prepare=None, *arguments):
    """Publish once and say how it went: ("published", id) or ("refused", the sentence's key)."""
    if prepare:
        prepare(*arguments)
    _say(mouth, lambda: Store(root).publish(draft(value), parent))


def roll_back(mouth, root, snapshot_id, prepare=None, *arguments):
    if prepare:
        prepare(*arguments)
    _say(mouth, lambda: Store(root).rollback(snapshot_id, "figures of April were wrong", "Li Wei"))


def publish_on_and_on(mouth, root):
    """Publish until killed; say each id once it is promised."""
    store, value = Store(root), float(os.getpid())
    while True:
        mouth.send(store.publish(draft(value), store.current()))
        value += 0.25


def read_and_publish_as_nobody(mouth, root):
    """What is served, and how a publication ends, for somebody who may read but not write."""
    if os.geteuid() == 0:
        os.setuid(65534)
    store = Store(root)
    served = store.serve()
    mouth.send((served.snapshot.id, served.warning))
    _say(mouth, lambda: store.publish(draft(9.0), served.snapshot.id))


def hold_the_lock(mouth, root):
    with lock.hold(Layout(root)):
        mouth.send("held")
        signal.pause()


def name_the_steps(mouth, root):
    seen = []
    sys.addaudithook(lambda event, args: seen.append(args[0]) if event == "outcomes.store.step" else None)
    Store(root).publish(draft(1.0), None)
    mouth.send(seen)


def kill_at(step):
    _at(step, lambda: os.kill(os.getpid(), signal.SIGKILL))


def fail_at(step):
    def fail():
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    _at(step, fail)


def limit_file_size(most):
    """From here on the kernel refuses to let any file of this process grow beyond ``most`` bytes."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


def _at(step, act):
    sys.addaudithook(lambda event, args: act() if event == "outcomes.store.step" and args[0] == step else None)


def _say(mouth, work):
    try:
        mouth.send(("published", work()))
    except OutcomesError as refusal:
        mouth.send(("refused", refusal.key))
