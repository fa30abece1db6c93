"""Makes the four font files of this folder from the slices the screen uses: ``python -m outcomes.charts.fonts.make``.

Run on purpose, when a slice or a word changes what letters are needed; the files it makes are kept with the project.
The screen's slices are variable and cut into a hundred pieces; a PDF and a picture need whole files of one weight.
A few hanzi of GB 2312 are in no slice: they come from Noto Sans CJK SC of the system (the same design and licence).
"""

import argparse
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).parent
SLICES = HERE.parents[1] / "ui" / "static" / "fonts"
SYSTEM = Path("/usr/share/fonts/opentype/noto")
WEIGHTS = {"Regular": (400, "NotoSansCJK-Regular.ttc"), "SemiBold": (600, "NotoSansCJK-Bold.ttc")}
_EIGHTH = 0x215B


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--system", type=Path, default=SYSTEM, help="folder of NotoSansCJK-Regular.ttc and -Bold.ttc")
    system = parser.parse_args().system
    for style, (weight, collection) in WEIGHTS.items():
        latin(style, weight)
        hanzi(style, weight, system / collection)


def latin(style: str, weight: int) -> None:
    """IBM Plex Sans with its kerning; the letters of the second slice, and one eighth, which is in neither."""
    font = _instance(SLICES / "ibm-plex-sans-latin-wght-normal.woff2", weight)
    more = _instance(SLICES / "ibm-plex-sans-latin-ext-wght-normal.woff2", weight)
    own, theirs = font.getBestCmap(), more.getBestCmap()
    for code in sorted(set(theirs) - set(own)):
        _add(font, code, _drawn(more, theirs[code]), more["hmtx"][theirs[code]])
    _add_eighth(font)
    for table in ("fpgm", "prep", "cvt ", "gasp", "STAT"):
        if table in font:
            del font[table]
    for glyph in font["glyf"].glyphs.values():
        glyph.removeHinting()
    _save(font, "IBM Plex Sans", f"IBMPlexSans-{style}", style, weight)


def hanzi(style: str, weight: int, collection: Path) -> None:
    """Noto Sans SC in one file. The bold one leaves out what only traditional texts need: the regular one has it."""
    glyphs, metrics, cmap = {".notdef": _box()}, {".notdef": (1000, 100)}, {}

    def take(font: TTFont, codes: set[int]) -> None:
        theirs = font.getBestCmap()
        for code in sorted(codes & set(theirs) - set(cmap)):
            name = f"u{code:04X}"
            glyphs[name], cmap[code] = _drawn(font, theirs[code]), name
            metrics[name] = font["hmtx"][theirs[code]]

    every = set(range(0x20, 0x30000))
    for path in sorted(SLICES.glob("noto-sans-sc-*.woff2")):
        font = _instance(path, weight)
        codes = set(font.getBestCmap()) & every
        take(font, codes if weight == 400 else {code for code in codes if not _only_traditional(code)})
    faces = [
        face for face in TTCollection(collection).fonts if face["name"].getDebugName(4).startswith("Noto Sans CJK SC")
    ]
    take(faces[0], gb2312())
    for code, arm in ((0x2715, 60), (0x2716, 130)):  # crosses, which no slice has
        name = f"u{code:04X}"
        glyphs[name], metrics[name], cmap[code] = _cross(arm), (800, 100), name
    build = FontBuilder(1000, isTTF=True)
    build.setupGlyphOrder(list(glyphs))
    build.setupCharacterMap(cmap)
    build.setupGlyf(glyphs)
    build.setupHorizontalMetrics(metrics)
    build.setupHorizontalHeader(ascent=1160, descent=-288)
    build.setupOS2(
        sTypoAscender=880,
        sTypoDescender=-120,
        sTypoLineGap=0,
        usWinAscent=1160,
        usWinDescent=288,
        sxHeight=543,
        sCapHeight=733,
        usWeightClass=weight,
        fsType=0,
    )
    build.setupPost(keepGlyphNames=False)
    build.setupNameTable({})
    _save(build.font, "Noto Sans SC", f"NotoSansSC-{style}", style, weight)


def gb2312() -> set[int]:
    """Every character of the standard: both levels of hanzi, and its signs."""
    found = set()
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes((high, low)).decode("gb2312")))
            except UnicodeDecodeError:
                continue
    return found


def _only_traditional(code: int) -> bool:
    char = chr(code)
    if code < 0x3400 or code in _STANDARD:
        return False
    try:
        char.encode("big5")
    except UnicodeEncodeError:
        return False
    return True


_STANDARD = gb2312()


def _instance(path: Path, weight: int) -> TTFont:
    return instantiateVariableFont(TTFont(path), {"wght": weight}, inplace=True)


def _drawn(font: TTFont, name: str):
    """The glyph by itself: no parts of other glyphs, no hints, curves as TrueType has them."""
    record = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[name].draw(record)
    pen = TTGlyphPen(None)
    record.replay(pen if "glyf" in font else Cu2QuPen(pen, max_err=1, reverse_direction=True))
    return pen.glyph()


def _add(font: TTFont, code: int, glyph, metric: tuple[int, int]) -> None:
    name = f"u{code:04X}"
    font["glyf"][name] = glyph  # also takes its place in the order of glyphs
    font["hmtx"][name] = metric
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name


def _add_eighth(font: TTFont) -> None:
    """One quarter with an eight below."""
    quarter = font["glyf"]["onequarter"]
    made = TTGlyphPen(dict.fromkeys(font.getGlyphOrder()))
    for part in quarter.components:
        made.addComponent("uni2088" if part.glyphName == "uni2084" else part.glyphName, (1, 0, 0, 1, part.x, part.y))
    _add(font, _EIGHTH, made.glyph(), font["hmtx"]["onequarter"])


def _box():
    pen = TTGlyphPen(None)
    for corners in (((100, 0), (100, 800), (900, 800), (900, 0)), ((150, 50), (850, 50), (850, 750), (150, 750))):
        _polygon(pen, corners)
    return pen.glyph()


def _cross(arm: int):
    """A diagonal cross around (400, 380), ``arm`` half as thick as its strokes."""
    half, out = arm * 0.7071, 300
    middle = ((0, 2 * half), (out - half, out + half), (out + half, out - half), (2 * half, 0))
    turned = [
        (sx * x, sy * y)
        for sx, sy, flip in ((1, 1, 0), (1, -1, 1), (-1, -1, 0), (-1, 1, 1))
        for x, y in (middle if not flip else middle[::-1])
    ]
    pen = TTGlyphPen(None)
    _polygon(pen, [(round(400 + x), round(380 + y)) for x, y in turned])
    return pen.glyph()


def _polygon(pen: TTGlyphPen, corners) -> None:
    pen.moveTo(corners[0])
    for corner in corners[1:]:
        pen.lineTo(corner)
    pen.closePath()


def _save(font: TTFont, family: str, file: str, style: str, weight: int) -> None:
    names = font["name"]
    kept = {i: names.getDebugName(i) for i in (0, 13, 14)}
    names.names = []
    legacy = family if style == "Regular" else f"{family} {style}"
    for i, words in {
        **{i: words for i, words in kept.items() if words},
        1: legacy,
        2: "Regular",
        3: file,
        4: f"{family} {style}",
        5: "Version 1.000",
        6: file,
        16: family,
        17: style,
    }.items():
        names.setName(words, i, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    font["OS/2"].recalcUnicodeRanges(font)
    font["post"].formatType = 3.0
    font.flavor = None  # plain TrueType, not the packed form it was read from
    font.save(HERE / f"{file}.ttf")
    print(f"{file}.ttf", (HERE / f"{file}.ttf").stat().st_size, len(font.getBestCmap()))


if __name__ == "__main__":
    main()
