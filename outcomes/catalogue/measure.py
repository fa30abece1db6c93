"""A measure: something counted or summed in a month, and a column of the sheet ``monthly``."""

from dataclasses import dataclass

from outcomes.catalogue.faults import Fault
from outcomes.catalogue.shape import Key, check

FILE = "measures.toml"

_KEYS = {
    "kind": Key("text", choices=("count", "quantity")),
    "whole": Key("flag"),
    "not_above": Key("text", optional=True),
    "title": Key("pair"),
    "unit": Key("pair"),
    "definition": Key("pair"),
}


@dataclass(frozen=True)
class Measure:
    """``whole``: fractions are an error. ``not_above``: the measure that this one cannot exceed, or None."""

    id: str
    title: dict[str, str]
    unit: dict[str, str]
    definition: dict[str, str]
    kind: str
    whole: bool
    not_above: str | None


def faults_of(table: dict) -> list[Fault]:
    """Every fault of the whole file of measures."""
    faults = []
    for name, entry in table.items():
        if not isinstance(entry, dict):
            faults.append(Fault("not_a_measure", FILE, {"name": name}))
            continue
        faults += check(FILE, f"{name}.", entry, _KEYS)
        other = entry.get("not_above")
        if isinstance(other, str) and (other not in table or other == name):
            faults.append(Fault("unknown_measure", FILE, {"name": f"{name}.not_above", "seen": other}))
    return faults


def measure(name: str, entry: dict) -> Measure:
    return Measure(id=name, **{"not_above": None, **entry})
