"""A submission as grids of cells. The file itself is only ever opened in another process."""

import json

from outcomes.errors import Unreadable
from outcomes.ingest import parcel, sandbox
from outcomes.ingest.grid import Grid


def read(data: bytes, name: str) -> tuple[list[Grid], list[str], dict[str, int]]:
    """The grids of the template's sheets, in tab order, the names of sheets that are none of ours, and the files beside
    them in the zip: path -> bytes.

    Raises Unreadable when the file is refused as a whole.
    """
    if len(data) > parcel.MOST_PARCEL:
        raise Unreadable("ingest.parcel_too_large", most=parcel.MOST_PARCEL >> 20)
    told = json.loads(sandbox.run("read", {"name": name}, data, sandbox.READING))
    return [Grid.from_json(grid) for grid in told["grids"]], told["others"], told["beside"]
