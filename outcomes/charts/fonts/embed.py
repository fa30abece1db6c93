"""Just the letters a picture needs, as @font-face rules with the font inside: for a file that travels by itself."""

import base64
import io
from functools import lru_cache

from fontTools.ttLib import TTFont

from outcomes.charts.fonts.held import HANZI, NAMES, folder, font_of


def subset_css(text: str, bold: str | None = None) -> str:
    """The rules for the letters of ``text`` in the regular weight and for those of ``bold`` (all of them when not
    given) in the heavier one."""
    regular = _needed(text, 400)
    heavy = _needed(text if bold is None else bold, 600)
    together: dict[tuple[str, int], set[str]] = {}
    for needed in (regular, heavy):
        for key, chars in needed.items():
            together.setdefault(key, set()).update(chars)
    return "".join(_rule(*key, "".join(sorted(chars))) for key, chars in sorted(together.items()))


def _needed(text: str, weight: int) -> dict[tuple[str, int], set[str]]:
    found: dict[tuple[str, int], set[str]] = {}
    for char in set(text) - {"\n"}:
        found.setdefault(font_of(char, weight), set()).add(char)
    return found


@lru_cache(maxsize=256)
def _rule(family: str, weight: int, chars: str) -> str:
    data = base64.b64encode(_cut(family, weight, chars)).decode()
    return (
        f"@font-face{{font-family:'{family}';font-weight:{weight};"
        f"src:url(data:font/woff;base64,{data}) format('woff')}}"
    )


def _cut(family: str, weight: int, chars: str) -> bytes:
    from fontTools.subset import Options, Subsetter  # half a second to load, and only a file to be sent needs it

    options = Options()
    options.layout_features = ["kern"] if family != HANZI else []
    options.hinting, options.notdef_outline, options.flavor = False, True, "woff"
    font = TTFont(folder() / NAMES[family, weight], lazy=True)
    cutter = Subsetter(options)
    cutter.populate(text=chars)
    cutter.subset(font)
    out = io.BytesIO()
    font.flavor = "woff"
    font.save(out)
    return out.getvalue()
