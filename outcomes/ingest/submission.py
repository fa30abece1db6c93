"""What was sent, taken apart: one workbook or CSV files, alone or in a zip, and what lies beside them there."""

import zipfile
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from outcomes.errors import Unreadable
from outcomes.ingest import parcel, screen

PICTURES = (".jpg", ".jpeg", ".png", ".webp")
MOST_PICTURES = 200
_BOOKS = (".xlsx", ".xlsm", ".xls", ".et")
_PACKED = (".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz")
_NOBODYS = ("thumbs.db", "desktop.ini")  # laid there by a system


@dataclass(frozen=True)
class Submission:
    """Exactly one of ``workbook`` and ``csv`` (name without ending -> content) is there; ``beside``: path -> bytes."""

    workbook: bytes | None = None
    csv: dict[str, bytes] = field(default_factory=dict)
    beside: dict[str, int] = field(default_factory=dict)


def taken_apart(data: bytes, name: str) -> Submission:
    """The parts of a file called ``name``. Nothing in them was screened yet. Raises Unreadable."""
    ending = PurePosixPath(name.lower()).suffix
    if data[:2] == b"PK" and ending not in _BOOKS and not screen.is_workbook(data):
        return _out_of_zip(data)
    if ending != ".csv":
        return Submission(workbook=data)
    if len(data) > parcel.MOST_BYTES:
        raise Unreadable("ingest.too_large", most=parcel.MOST_BYTES >> 20)
    if not data:
        raise Unreadable("ingest.empty_file")
    return Submission(csv={PurePosixPath(name).stem: data})


def files_in(opened: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Path -> entry of all files that a person put into the zip."""
    files: dict[str, zipfile.ZipInfo] = {}
    for entry in opened.infolist():
        path = PurePosixPath(parcel.name_of(entry))
        unseen = path.name.startswith((".", "~$")) or path.name.lower() in _NOBODYS or "__MACOSX" in path.parts
        if not (entry.is_dir() or unseen):
            files[str(path)] = entry
    return files


def is_picture(path: str) -> bool:
    """By its name; what it is in truth is seen when it is opened."""
    return path.lower().endswith(PICTURES)


def _out_of_zip(data: bytes) -> Submission:
    opened = parcel.open_zip(data, parcel.MOST_ENTRIES)
    files = files_in(opened)
    books = [path for path in files if path.lower().endswith(_BOOKS)]
    tables = [path for path in files if path.lower().endswith(".csv")]
    beside = {path: entry.file_size for path, entry in files.items() if path not in (*books, *tables)}
    _refuse(books, tables, beside)
    if books:
        return Submission(workbook=b"".join(parcel.unpack(opened, files[books[0]])), beside=beside)
    csv: dict[str, bytes] = {}
    for path in tables:
        stem = PurePosixPath(path).stem
        if stem in csv:
            raise Unreadable("ingest.sheet_twice", sheet=stem)
        csv[stem] = b"".join(parcel.unpack(opened, files[path]))
    return Submission(csv=csv, beside=beside)


def _refuse(books: list[str], tables: list[str], beside: dict[str, int]) -> None:
    packed = next((path for path in beside if path.lower().endswith(_PACKED)), None)
    if packed:
        raise Unreadable("ingest.zip_in_zip", name=packed)
    if len(books) > 1:
        raise Unreadable("ingest.two_workbooks", first=books[0], second=books[1])
    if books and tables:
        raise Unreadable("ingest.workbook_and_csv", first=books[0], second=tables[0])
    if not books and not tables:
        raise Unreadable("ingest.no_csv")
    pictures = sum(map(is_picture, beside))
    if pictures > MOST_PICTURES:
        raise Unreadable("ingest.too_many_pictures", n=pictures, most=MOST_PICTURES)
