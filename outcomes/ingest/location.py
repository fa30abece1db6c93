"""Does a file tell where it was taken? Looked for in all its bytes, so that it is found in any kind of picture or film.

EXIF is searched wherever a block of it begins, XMP by the names of its properties, and what a PNG holds compressed is
unpacked first. A second picture behind the first (as telephones write it) is searched like the first.
"""

import re
import zlib
from collections.abc import Iterator

from PIL import ExifTags, Image

# properties of XMP (also those of drones, which spell them differently) and the place of a film, as Apple writes it
_NAMES = re.compile(
    rb"gps_?(?:dest|img)?_?(?:lat|lon|pos|coord|alt|area)|\xa9xyz.{2,4}[+-]\d\d|location\.iso6709", re.S
)
_EXIF = re.compile(rb"(?:Exif\0\0|eXIf|EXIF.{4}|\A)(?=II\*\0|MM\0\*)", re.S)
_PNG = b"\x89PNG\r\n\x1a\n"
_LONGEST_EXIF, _LONGEST_TEXT = 1 << 20, 4 << 20
_IN_HEX = re.compile(rb"\A\s*\w+\s+\d+\s([0-9a-fA-F\s]+)\Z")  # how ImageMagick keeps EXIF in a PNG


def told(data: bytes) -> bool:
    """True when any metadata in ``data`` names a place."""
    return _told(data) or any(_told(text) for text in _texts(data))


def in_exif(exif: Image.Exif) -> bool:
    """True when the block for GPS holds more than the number of its version."""
    return any(tag != ExifTags.GPS.GPSVersionID for tag in exif.get_ifd(ExifTags.IFD.GPSInfo))


def _told(data: bytes) -> bool:
    # without the zeros, UTF-16 reads like UTF-8
    if _NAMES.search(data.lower().replace(b"\0", b"")):
        return True
    return any(_in_block(data[found.end() : found.end() + _LONGEST_EXIF]) for found in _EXIF.finditer(data))


def _in_block(block: bytes) -> bool:
    exif = Image.Exif()
    try:
        exif.load(block)
        return in_exif(exif)
    except Exception:  # bytes that only looked like EXIF, or EXIF that no program can read
        return False


def _texts(data: bytes) -> Iterator[bytes]:
    """The compressed and the hexadecimal texts of a PNG, as the bytes that they stand for."""
    if not data.startswith(_PNG):
        return
    at = len(_PNG)
    while at + 8 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        content = data[at + 8 : at + 8 + length]
        at += 12 + length
        if kind not in (b"tEXt", b"zTXt", b"iTXt"):
            continue
        _, _, text = content.partition(b"\0")
        if kind == b"zTXt":
            text = _inflated(text[1:])
        elif kind == b"iTXt":
            is_packed, parts = text[:1] == b"\1", text[2:].split(b"\0", 2)
            text = _inflated(parts[-1]) if is_packed else parts[-1]
        yield text
        if found := _IN_HEX.match(text):
            yield bytes.fromhex("".join(found[1].decode().split()))


def _inflated(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, _LONGEST_TEXT)
    except zlib.error:
        return b""
