"""A zip file looked at before anything is unpacked: how much is in it, under which names, how tightly pressed."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from itertools import pairwise

from outcomes.errors import Unreadable

MOST_BYTES = 20 << 20  # of a workbook or a CSV file, and of each picture
MOST_PARCEL = 60 << 20  # of a zip with pictures
_MOST_PARTS, MOST_ENTRIES = 300, 1_000  # in a workbook; in a zip with pictures, where a Mac puts a shadow beside each
_MOST_UNPACKED, _MOST_PART = 200 << 20, 150 << 20
_MOST_RATIO, _RATIO_FROM = 200, 1 << 20
_STORED, _DEFLATED = 0, 8
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


def open_zip(data: bytes, most: int = _MOST_PARTS) -> zipfile.ZipFile:
    """The zip file, with nothing unpacked yet. Raises Unreadable, also when it has more than ``most`` entries."""
    try:
        parcel = zipfile.ZipFile(io.BytesIO(data))
        entries = parcel.infolist()
    except _BROKEN as problem:
        raise Unreadable("ingest.damaged") from problem
    names = [entry.filename for entry in entries]
    if len(entries) > most:
        raise Unreadable("ingest.too_many_parts", n=len(entries))
    if len({name.lower() for name in names}) != len(names) or any(_unsafe(name) for name in names):
        raise Unreadable("ingest.damaged")
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable("ingest.password")
    if any(entry.compress_type not in (_STORED, _DEFLATED) for entry in entries) or _overlap(entries):
        raise Unreadable("ingest.damaged")
    if sum(entry.file_size for entry in entries) > _MOST_UNPACKED or any(_bomb(entry) for entry in entries):
        raise Unreadable("ingest.unpacks_too_far")
    return parcel


def unpack(parcel: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The bytes of one part, piece by piece; what the zip file claims about their number is not believed."""
    count = 0
    try:
        with parcel.open(entry) as part:
            while piece := part.read(1 << 16):
                count += len(piece)
                if count > _MOST_PART:
                    raise Unreadable("ingest.unpacks_too_far")
                yield piece
    except _BROKEN as problem:
        raise Unreadable("ingest.damaged") from problem


def name_of(entry: zipfile.ZipInfo) -> str:
    """The path as its sender reads it. Without the flag for UTF-8 it is told as a Mac (UTF-8) or Windows in China
    (GB 18030) writes it; Python would take both for the letters of an American PC of 1981."""
    if entry.flag_bits & 0x800 or entry.filename.isascii():
        return entry.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return entry.filename.encode("cp437").decode(encoding)
        except UnicodeError:
            continue
    return entry.filename


def _unsafe(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or ".." in parts or ":" in name or "\0" in name


def _overlap(entries: list[zipfile.ZipInfo]) -> bool:
    spans = sorted((entry.header_offset, entry.header_offset + 30 + entry.compress_size) for entry in entries)
    return any(after[0] < before[1] for before, after in pairwise(spans))


def _bomb(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > _RATIO_FROM and entry.file_size > _MOST_RATIO * max(1, entry.compress_size)
