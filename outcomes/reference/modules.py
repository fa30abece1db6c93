"""The training modules of SCORE; the list grows, and countries number it differently."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("modules.toml")


@dataclass(frozen=True)
class Module:
    code: str
    name: dict[str, str]


def modules() -> dict[str, Module]:
    """All modules by code, in the order of the file."""
    return dict(_modules())


@cache
def _modules() -> dict[str, Module]:
    return {code: Module(code, name) for code, name in tomllib.loads(_FILE.read_text(encoding="utf-8")).items()}
