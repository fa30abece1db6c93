"""Questions are files in ``queries/``: one SELECT with a header that says its row, what it asks and what it gives.

This module reads the files and their headers; it knows no database. A test holds every file to its header.
"""

import contextlib
import hashlib
import os
import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from outcomes.errors import BadQuestion

_NAME = re.compile(r"^[a-z][a-z0-9_]*$")
_FIELD = re.compile(r"^--\s*(row|asks|gives):\s*(.*)$")


@dataclass(frozen=True)
class Question:
    """name: file name; title: the question in words; asks: parameters; gives: columns in order; sql: as it stands."""

    name: str
    title: str
    row: str
    asks: tuple[str, ...]
    gives: tuple[str, ...]
    sql: str

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.sql.encode()).hexdigest()


def folder() -> Path:
    """Where the questions lie: beside the package, or where OUTCOMES_QUERIES points."""
    return Path(os.environ.get("OUTCOMES_QUERIES") or Path(__file__).parents[1] / "queries")


def stamp() -> tuple[tuple[str, int, int], ...]:
    """Name, time and size of all questions and of the catalogue beside them: what follows from them is kept so long."""
    found = []
    for inner in ("", "public", "publish", "indicators"):
        with contextlib.suppress(FileNotFoundError), os.scandir(os.path.join(folder(), inner)) as files:
            for file in files:
                if file.name.endswith((".sql", ".toml")):
                    stat = file.stat()
                    found.append((f"{inner}/{file.name}", stat.st_mtime_ns, stat.st_size))
    return tuple(sorted(found))


def names(kind: str = "") -> list[str]:
    """All questions of one kind: ``""`` for readers inside, ``public`` for outside, ``publish`` for publication."""
    return sorted(path.stem for path in (folder() / kind).glob("*.sql"))


def read(name: str, kind: str = "") -> Question:
    """One question. An unknown or badly headed file is refused with the sentence that says what to do."""
    path = os.path.join(folder(), kind, f"{name}.sql")  # asked several times a page: strings are quicker than Paths
    try:
        stat = os.stat(path) if _NAME.match(name) else None
    except (FileNotFoundError, NotADirectoryError):
        stat = None
    if stat is None:
        raise BadQuestion("question.unknown", name=name, known=", ".join(names(kind)) or "-")
    return _read(name, path, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=128)
def _read(name: str, path: str, _time: int, _size: int) -> Question:
    """The file as it was at that time and size: read again as soon as one of them changes."""
    return _parse(name, Path(path).read_text(encoding="utf-8"))


def _parse(name: str, sql: str) -> Question:
    lines = sql.splitlines()
    if not lines or not lines[0].startswith("-- "):
        raise BadQuestion("question.no_title", name=name)
    fields, current = {}, None
    for line in lines:
        if not line.startswith("--"):
            break
        found = _FIELD.match(line)
        if found:
            current = found[1]
            fields[current] = found[2].strip()
        elif current and line.startswith("--         "):
            fields[current] += " " + line[2:].strip()
        else:
            current = None
    for wanted in ("row", "asks", "gives"):
        if wanted not in fields:
            raise BadQuestion("question.header", name=name, field=wanted)
    return Question(
        name=name,
        title=lines[0][3:].strip(),
        row=fields["row"],
        asks=_listed(fields["asks"]),
        gives=_listed(fields["gives"]),
        sql=sql,
    )


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip() and part.strip() != "nothing")
