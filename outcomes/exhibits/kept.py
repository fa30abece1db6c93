"""Exhibits that were built are kept: a snapshot never changes, so neither does what follows from it.

They are kept with the database, which is one snapshot cut to one scope, under everything else that they follow from.
"""

import sys
from collections.abc import Callable, Hashable

from outcomes.exhibits.asked import Asked


def kept(build: Callable, asked: Asked, *args, **named):
    """``build(asked, *args, **named)``, built once for each choice, language, look and argument."""
    if not _lasts(build):
        return build(asked, *args, **named)
    key = (
        build,
        asked.filters,
        asked.windows,
        asked.lang,
        asked.look,
        asked.base and asked.base.snapshot.id,
        asked.since,
        *map(_named, args),
        *((name, _named(value)) for name, value in sorted(named.items())),
    )
    return asked.db.keep(key, lambda: build(asked, *args, **named))


def _lasts(build: Callable) -> bool:
    """Is it found again under its own name? A function made for one run would be kept and never asked for again."""
    home = sys.modules.get(getattr(build, "__module__", None) or "")
    return getattr(home, getattr(build, "__qualname__", ""), None) is build


class _Same:
    """A value that stands for itself alone: two of them are equal when they are one and the same object.

    It holds on to the object, so that no other one can come to lie in its place.
    """

    def __init__(self, value):
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other) -> bool:
        return isinstance(other, _Same) and other.value is self.value


def _named(value) -> Hashable:
    """A value as part of a key: plain ones as they are, lists by what they hold, all else by being the same object."""
    if isinstance(value, list | tuple):
        return (type(value).__name__, *map(_named, value))
    if value is None or isinstance(value, str | int | float | bool):
        return (type(value).__name__, value)
    return _Same(value)
