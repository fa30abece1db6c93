"""The checks that any file of the catalogue goes through: known keys, right types, texts in every language."""

from dataclasses import dataclass
from datetime import date

from outcomes import words
from outcomes.catalogue.faults import Fault


@dataclass(frozen=True)
class Key:
    """What one key may hold. ``kind``: text, whole, number, flag, day or pair (a text in each language)."""

    kind: str
    choices: tuple[str, ...] = ()
    optional: bool = False
    may_be_empty: bool = False


def check(file: str, place: str, table: dict, keys: dict[str, Key]) -> list[Fault]:
    """Every fault of one table; ``place`` is put before the keys where a file has several tables."""
    faults = [
        Fault("unknown_key", file, {"name": place + name, "known": list(keys)}) for name in table if name not in keys
    ]
    for name, key in keys.items():
        if name in table:
            faults += _value(file, place + name, table[name], key)
        elif not key.optional:
            faults.append(Fault("missing_key", file, {"name": place + name, "example": _EXAMPLES[key.kind]}))
    return faults


def _value(file: str, name: str, value, key: Key) -> list[Fault]:
    if key.kind == "pair":
        return _pair(file, name, value)
    if not _FITS[key.kind](value):
        return [Fault("wrong_kind", file, {"name": name, "seen": value, "example": _EXAMPLES[key.kind]})]
    if key.choices and value not in key.choices:
        return [Fault("choice", file, {"name": name, "seen": value, "known": list(key.choices)})]
    if key.kind == "text" and not value.strip() and not key.may_be_empty:
        return [Fault("missing_key", file, {"name": name, "example": _EXAMPLES["text"]})]
    return []


def _pair(file: str, name: str, value) -> list[Fault]:
    if not isinstance(value, dict):
        return [Fault("wrong_kind", file, {"name": name, "seen": value, "example": _EXAMPLES["pair"]})]
    faults = [
        Fault("unknown_key", file, {"name": f"{name}.{lang}", "known": list(words.LANGUAGES)})
        for lang in value
        if lang not in words.LANGUAGES
    ]
    for lang in words.LANGUAGES:
        text = value.get(lang)
        if not isinstance(text, str) or not text.strip():
            faults.append(Fault("missing_text", file, {"name": name, "language": lang}))
    return faults


# bool is an int in Python, and a datetime is a date: neither is meant
_FITS = {
    "text": lambda value: isinstance(value, str),
    "whole": lambda value: type(value) is int,
    "number": lambda value: type(value) in (int, float),
    "flag": lambda value: isinstance(value, bool),
    "day": lambda value: type(value) is date,
}
_EXAMPLES = {
    "text": '"…"',
    "whole": "1",
    "number": "1_000_000",
    "flag": "true",
    "day": "2015-01-01",
    "pair": '{ en = "…", zh = "…" }',
}
