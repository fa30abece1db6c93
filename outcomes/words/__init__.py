"""Every sentence a reader sees, in English and Chinese; the only place where such words are written.

The texts lie beside this file in ``en/`` and ``zh/``, as tables of named sentences; one file a topic, the same files
in both. Indicators bring their own texts (``queries/indicators``); data (enterprise codes, notes) are never translated.
"""

import tomllib
from functools import cache
from pathlib import Path

LANGUAGES = ("en", "zh")
_HERE = Path(__file__).parent


def _flatten(table: dict, prefix: str = "") -> dict[str, str]:
    flat = {}
    for name, entry in table.items():
        if isinstance(entry, dict):
            flat.update(_flatten(entry, f"{prefix}{name}."))
        else:
            flat[prefix + name] = entry
    return flat


@cache
def texts(lang: str) -> dict[str, str]:
    """All sentences of one language: dotted key -> text with ``{name}`` places."""
    found: dict[str, str] = {}
    for path in sorted((_HERE / lang).glob("*.toml")):
        told = _flatten(tomllib.loads(path.read_text(encoding="utf-8")))
        if twice := found.keys() & told.keys():
            raise ValueError(f"{path.name} says again what another file says: {sorted(twice)[0]}")
        found |= told
    return found


def say(key: str, lang: str = "en", **values) -> str:
    """The sentence ``key`` in ``lang`` with its places filled. A key that does not exist is a programming error."""
    return texts(lang)[key].format(**values)


def has(key: str) -> bool:
    return key in texts("en")


def pick(pair: dict[str, str], lang: str) -> str:
    """One text of a bilingual pair such as ``{"en": ..., "zh": ...}``."""
    return pair[lang]
