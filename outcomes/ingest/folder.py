"""A folder of CSV files as one file: the same bytes every time, so that it has a hash and can be kept as the original."""

import io
import zipfile
from pathlib import Path

from outcomes.errors import Unreadable
from outcomes.ingest import parcel

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def pack_folder(path: str | Path) -> bytes:
    """A zip of the folder's CSV files in the order of their names, stored as they are. Raises Unreadable."""
    files = sorted(one for one in Path(path).iterdir() if one.suffix.lower() == ".csv" and one.is_file())
    files = [one for one in files if not one.name.startswith(".")]
    if not files:
        raise Unreadable("ingest.no_csv")
    if sum(one.stat().st_size for one in files) > parcel.MOST_BYTES:
        raise Unreadable("ingest.too_large", most=parcel.MOST_BYTES >> 20)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as into:
        for one in files:
            entry = zipfile.ZipInfo(one.name, _FIRST_DAY)
            entry.create_system = 3  # else the bytes would tell on which system they were packed
            into.writestr(entry, one.read_bytes())
    return packed.getvalue()
