"""What stays for good is taken out of the collector's sight, once it is all there.

Streamlit collects garbage after every run, and a full collection looks at everything that was ever loaded: the
libraries, the catalogue, the words. That costs more than drawing a page. After the first page over a new database
all of it has been loaded; then it is collected once more and frozen, and a collection looks only at what came later.
"""

import atexit
import gc
import weakref

from outcomes.engine import Database

_settled: weakref.WeakSet[Database] = weakref.WeakSet()
atexit.register(gc.unfreeze)  # so that nothing is left lying about, and said to be, when the server ends


def settle(db: Database) -> None:
    """At the end of a run: freeze, when this is the first one over ``db``. What an older database left is let go."""
    if db not in _settled:
        _settled.add(db)
        gc.unfreeze()
        gc.collect()
        gc.freeze()
