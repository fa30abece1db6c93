"""The pictures before and after: drawn, and saying so in both languages; packed with their workbook as a zip.

They are drawn at twice the size and made smaller, so that edges are smooth. The same Pillow gives the same pixels.
"""

import io
import re
import zipfile
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from outcomes import words
from outcomes.charts.look import LIGHT
from outcomes.demo.record import scenes
from outcomes.demo.record.pen import Pen

WIDTH, HEIGHT = 1200, 900
_TWICE = 2
_FLOOR, _FOOT = 640, 820  # where the floor begins, and the line that says what this is
_QUALITY = 82
_FONTS = Path(__file__).parents[2] / "ui" / "static" / "fonts"
_WEIGHT = 500
_LATIN = "ibm-plex-sans-latin-wght-normal.woff2"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def draw(scene: str, kind: str) -> Image.Image:
    """One picture, 1200 by 900. scene: a function of ``scenes``; kind: before or after."""
    picture = Image.new("RGB", (WIDTH * _TWICE, HEIGHT * _TWICE), LIGHT.panel)
    pen = Pen(ImageDraw.Draw(picture), _TWICE)
    pen.box(0, _FLOOR, WIDTH, _FOOT, LIGHT.rule)
    getattr(scenes, scene)(pen, kind == "after")
    pen.box(0, _FOOT, WIDTH, HEIGHT, LIGHT.ink)
    _write(pen, 40, _FOOT + 22, _both("drawn"), 33, LIGHT.page)
    _write(pen, 40, 32, _both(kind), 44, LIGHT.improvement if kind == "after" else LIGHT.ink2)
    return picture.reduce(_TWICE)


def packed(workbook: bytes, media: list[dict]) -> bytes:
    """The zip that is sent: the workbook and the pictures its sheet ``media`` names, the same bytes every time."""
    parts = {"photos.xlsx": workbook}
    for row in media:
        parts[row["file"]] = _jpeg(*row["file"].removesuffix(".jpg").rsplit("-", 1))
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_STORED) as parcel:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.create_system = 3  # else the bytes would tell on which system they were packed
            parcel.writestr(entry, data)
    return into.getvalue()


@cache  # no seed changes them
def _jpeg(scene: str, kind: str) -> bytes:
    written = io.BytesIO()
    draw(scene, kind).save(written, "JPEG", quality=_QUALITY, optimize=True)
    return written.getvalue()


def _both(key: str) -> str:
    return " / ".join(words.say(f"demo.picture.{key}", lang) for lang in words.LANGUAGES)


def _write(pen: Pen, x: int, y: int, text: str, size: int, colour: str) -> None:
    """Letter by letter, each from the slice of the font that holds it; the foot of all letters is one line."""
    along = x * pen.scale
    for letter in text:
        font = _font(ord(letter), size * pen.scale)
        pen.draw.text((along, (y + size) * pen.scale), letter, fill=colour, font=font, anchor="ls")
        along += font.getlength(letter)


@cache
def _font(letter: int, size: int) -> ImageFont.FreeTypeFont:
    name = next((name for name, spans in _slices() if any(a <= letter <= b for a, b in spans)), _LATIN)
    font = ImageFont.truetype(_FONTS / name, size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([_WEIGHT])
    return font


@cache
def _slices() -> tuple[tuple[str, list[tuple[int, int]]], ...]:
    """File -> spans of letters, as the project's style sheet tells the browser."""
    css = (_FONTS / "fonts.css").read_text(encoding="utf-8")
    faces = re.findall(r"Noto Sans SC.*?url\((.*?)\).*?unicode-range:(.*?)\}", css)
    hanzi = 0x2E80  # below it the Latin font has the letters
    found = []
    for name, told in faces:
        spans = [[int(end, 16) for end in part.strip()[2:].split("-")] for part in told.split(",")]
        found.append((name, [(span[0], span[-1]) for span in spans if span[0] >= hanzi]))
    return tuple(found)
