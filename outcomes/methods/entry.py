"""The method texts as they lie in the files of this folder: one file a group, one table a method."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

Pair = dict[str, str]  # a text in each language, with {places} for the numbers of the code

ORDER = ("readings", "rates", "paired", "comparison", "time", "units", "decomposition", "who", "together")


@dataclass(frozen=True)
class Reference:
    """where: a DOI or an address, as text; empty for a book that has neither. year: 0 for what is kept up to date."""

    author: str
    title: str
    year: int = 0
    where: str = ""


@dataclass(frozen=True)
class Method:
    """codes: what results call it. formula: LaTeX, its letters told in ``letters``. No references: our own rule."""

    id: str
    codes: tuple[str, ...]
    title: Pair
    answers: Pair
    when: Pair
    when_not: Pair
    formula: str = ""
    letters: Pair | None = None
    choice: Pair | None = None
    references: tuple[Reference, ...] = ()

    @property
    def own_rule(self) -> bool:
        return not self.references


@dataclass(frozen=True)
class Group:
    id: str
    title: Pair
    methods: tuple[Method, ...]


@cache
def groups(folder: Path = Path(__file__).parent) -> tuple[Group, ...]:
    """Every group in reading order; a file that is not in the order, or an unknown key, is a mistake of the program."""
    files = {path.stem: path for path in folder.glob("*.toml")}
    if files.keys() != set(ORDER):
        raise ValueError(f"files and order differ: {sorted(files.keys() ^ set(ORDER))}")
    return tuple(_group(name, tomllib.loads(files[name].read_text(encoding="utf-8"))) for name in ORDER)


def find(code: str | None) -> Method | None:
    """The entry of a code that a result names, or of the entry's own id; None for anything else."""
    return _by_code().get(code or "")


@cache
def _by_code() -> dict[str, Method]:
    every = [method for group in groups() for method in group.methods]
    return {method.id: method for method in every} | {code: method for method in every for code in method.codes}


def _group(name: str, table: dict) -> Group:
    title = table.pop("title")
    return Group(name, title, tuple(_method(key, entry) for key, entry in table.items()))


def _method(name: str, entry: dict) -> Method:
    own = entry.pop("own_rule", False)
    references = tuple(Reference(**one) for one in entry.pop("references", []))
    if own == bool(references):
        raise ValueError(f"{name}: either references or own_rule = true")
    return Method(id=name, codes=tuple(entry.pop("codes")), references=references, **entry)
