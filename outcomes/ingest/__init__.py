"""A workbook comes in: screened, read in another process, checked against the template; findings or tables come out.

The names are looked up when they are first used, so that the reading process starts without what only the others need.
"""

from importlib import import_module

_HOME = {
    "check": "checking",
    "Checked": "checked",
    "Picture": "checked",
    "Known": "known",
    "Finding": "finding",
    "VERSION": "columns",
    "mark": "marking",
    "pack_folder": "folder",
    "template_bytes": "template",
    "write_template": "template",
}
__all__ = sorted(_HOME)


def __getattr__(name: str):
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return __all__
