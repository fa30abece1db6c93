"""How many drawn cases a sweep takes: a share at each change, all of them on purpose (``OUTCOMES_TESTS=all``).

The drawn snapshots had come to take most of the time that testing takes. Each test that draws says both numbers, and
its own check that the draw holds every kind of case grows with them.
"""

import os

ALL = os.environ.get("OUTCOMES_TESTS") == "all"


def share(usually: int, all_of_them: int) -> int:
    return all_of_them if ALL else usually
