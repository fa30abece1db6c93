"""Reading the catalogue's files: all of them or none, and again as soon as one of them changes."""

import os
import tomllib
from functools import lru_cache
from pathlib import Path

from outcomes.catalogue import indicator as indicator_file
from outcomes.catalogue import measure as measure_file
from outcomes.catalogue.faults import BadCatalogue, Fault
from outcomes.catalogue.indicator import Indicator
from outcomes.catalogue.measure import Measure

_Stamp = tuple[tuple[str, int, int], ...]


def queries_folder() -> Path:
    """Where the questions and the catalogue lie: beside the package, or where OUTCOMES_QUERIES points."""
    return Path(os.environ.get("OUTCOMES_QUERIES") or Path(__file__).parents[2] / "queries")


def measures(folder: Path | None = None) -> dict[str, Measure]:
    """All measures by id, in the order of the file."""
    return dict(_read(folder)[0])


def indicators(folder: Path | None = None) -> dict[str, Indicator]:
    """The indicators over the monthly figures by id, in the order they are shown. Any fault raises ``BadCatalogue``."""
    return {name: one for name, one in _read(folder)[1].items() if not one.of_record}


def records(folder: Path | None = None) -> dict[str, Indicator]:
    """The indicators over the programme's record by id, in the order they are shown."""
    return {name: one for name, one in _read(folder)[1].items() if one.of_record}


def _read(folder: Path | None) -> tuple[dict[str, Measure], dict[str, Indicator]]:
    folder = Path(folder or queries_folder())
    return _load(folder, _stamp(folder))


def _stamp(folder: Path) -> _Stamp:
    """Name, time and size of each file: what was read is used again only while this stays the same."""
    found = []
    for path in _paths(folder):
        try:
            stat = path.stat()
        except FileNotFoundError:  # taken away between listing and looking
            continue
        found.append((path.name, stat.st_mtime_ns, stat.st_size))
    return tuple(found)


def _paths(folder: Path) -> list[Path]:
    return [folder / measure_file.FILE, *sorted((folder / "indicators").glob("*.toml"))]


@lru_cache(maxsize=8)
def _load(folder: Path, _stamp: _Stamp) -> tuple[dict[str, Measure], dict[str, Indicator]]:
    faults: list[Fault] = []
    base, *paths = _paths(folder)
    counted = _toml(base, measure_file.FILE, faults)
    faults += measure_file.faults_of(counted or {})
    if not paths:
        faults.append(Fault("no_indicators", "indicators"))

    tables = {path.stem: _toml(path, f"indicators/{path.name}", faults) for path in paths}
    codes: dict[str, str] = {}
    for name, table in tables.items():
        if table is None:
            continue
        known = set(counted) if counted is not None else _mentioned(table)
        faults += indicator_file.faults_of(name, table, known)
        code = table.get("code")
        if isinstance(code, str) and codes.setdefault(code, name) != name:
            faults.append(Fault("same_code", f"indicators/{name}.toml", {"seen": code, "other": codes[code]}))
    if faults:
        raise BadCatalogue(faults)

    read = {name: measure_file.measure(name, entry) for name, entry in counted.items()}
    built = [indicator_file.indicator(name, table, read) for name, table in tables.items()]
    return read, {one.id: one for one in sorted(built, key=lambda one: (one.order, one.id))}


def _mentioned(table: dict) -> set[str]:
    """Without a readable file of measures, its absence is told once and not again for each indicator."""
    return {table[key] for key in ("numerator", "denominator") if isinstance(table.get(key), str)}


def _toml(path: Path, name: str, faults: list[Fault]) -> dict | None:
    """The file as a table, or None with the fault noted."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        faults.append(Fault("not_utf8", name))
    except OSError as error:
        faults.append(Fault("no_file", name, {"problem": error.strerror or type(error).__name__}))
    except tomllib.TOMLDecodeError as error:
        faults.append(Fault("not_toml", name, {"problem": error}))
    return None
