"""What others have found and published: never a target, never drawn beside our own results."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("benchmarks.toml")
COMPARABILITY = ("direct", "indirect", "context")
CHECKED = ("source", "copy")


@dataclass(frozen=True)
class Source:
    name: str
    address: str


@dataclass(frozen=True)
class Benchmark:
    """``figures`` as they were published. ``checked``: were they read in the source itself or in a copy of it?"""

    id: str
    text: dict[str, str]
    figures: tuple[str, ...]
    n: dict[str, str]
    design: str
    comparison_group: bool
    date: dict[str, str]
    place: dict[str, str]
    comparability: str
    checked: str
    caveat: dict[str, str]
    sources: tuple[Source, ...]


@cache
def benchmarks() -> tuple[Benchmark, ...]:
    """All of them, in the order of the file."""
    table = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(_benchmark(name, entry) for name, entry in table.items())


def _benchmark(name: str, entry: dict) -> Benchmark:
    sources = tuple(Source(**source) for source in entry["sources"])
    return Benchmark(id=name, **{**entry, "figures": tuple(entry["figures"]), "sources": sources})
