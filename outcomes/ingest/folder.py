"""A folder as one file: the same bytes every time, so that it has a hash and can be kept as the original."""

import io
import zipfile
from pathlib import Path

from outcomes.errors import Unreadable
from outcomes.ingest import parcel, submission

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def pack_folder(path: str | Path) -> bytes:
    """A zip of the folder's CSV files, or of its workbook, and of the pictures in it and in its folders.

    In the order of their names, stored as they are. Raises Unreadable.
    """
    folder = Path(path)
    tables = _files(folder.iterdir(), ".csv") or _files(folder.iterdir(), ".xlsx")
    if not tables:
        raise Unreadable("ingest.no_csv")
    files = tables + _files(folder.rglob("*"), *submission.PICTURES)
    if sum(one.stat().st_size for one in files) > parcel.MOST_PARCEL:
        raise Unreadable("ingest.parcel_too_large", most=parcel.MOST_PARCEL >> 20)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as into:
        for one in files:
            entry = zipfile.ZipInfo(one.relative_to(folder).as_posix(), _FIRST_DAY)
            entry.create_system = 3  # else the bytes would tell on which system they were packed
            into.writestr(entry, one.read_bytes())
    return packed.getvalue()


def _files(paths, *endings: str) -> list[Path]:
    seen = (one for one in paths if not one.name.startswith((".", "~$")))
    return sorted(one for one in seen if one.suffix.lower() in endings and one.is_file())
