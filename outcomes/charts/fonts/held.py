"""The font files that come with the project: where they lie, what letters they hold, how wide each letter is."""

from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from outcomes.errors import OutcomesError

LATIN, HANZI = "IBM Plex Sans", "Noto Sans SC"
WEIGHTS = (400, 600)
NAMES = {
    (LATIN, 400): "IBMPlexSans-Regular.ttf",
    (LATIN, 600): "IBMPlexSans-SemiBold.ttf",
    (HANZI, 400): "NotoSansSC-Regular.ttf",
    (HANZI, 600): "NotoSansSC-SemiBold.ttf",
}
_INVISIBLE = {0x0A, 0x0D, 0x09, 0x200B, 0xFEFF}


def folder() -> Path:
    return Path(__file__).parent


def files() -> list[Path]:
    """The four files; a plain sentence that names the one that is not there."""
    found = [folder() / name for name in NAMES.values()]
    for path in found:
        if not path.is_file():
            raise OutcomesError("export_figure.font_missing", name=path.name)
    return found


def missing(text: str) -> str:
    """The letters of ``text`` that no font has, each once, in order."""
    known = _codes()
    return "".join(dict.fromkeys(c for c in text if ord(c) not in known and ord(c) not in _INVISIBLE))


def font_of(char: str, weight: int = 400) -> tuple[str, int]:
    """The file that draws this letter: Latin first, as on the screen; a rare hanzi is in the regular file only."""
    for family in (LATIN, HANZI):
        if ord(char) in letters(family, weight):
            return family, weight
    return (HANZI, 400)


@cache
def letters(family: str, weight: int) -> dict[int, str]:
    return opened(family, weight).getBestCmap()


@cache
def opened(family: str, weight: int) -> TTFont:
    path = folder() / NAMES[family, weight]
    if not path.is_file():
        raise OutcomesError("export_figure.font_missing", name=path.name)
    return TTFont(path, lazy=True)


@cache
def _codes() -> frozenset[int]:
    return frozenset(code for key in NAMES for code in letters(*key))


@cache
def _advance(char: str, weight: int) -> float:
    """Width of one letter in parts of the size; a letter that no font has counts as a hanzi."""
    family, weight = font_of(char, weight)
    font = opened(family, weight)
    name = letters(family, weight).get(ord(char))
    if name is None:
        return 0.0 if ord(char) in _INVISIBLE else 1.0
    return font["hmtx"][name][0] / font["head"].unitsPerEm


def measure(text: str, size: float, weight: int = 400) -> float:
    """Width of one line in px, by the letters' own widths."""
    bold = 600 if weight > 500 else 400
    return size * sum(_advance(char, bold) for char in text)
