"""The pictures beside a workbook brought together with the rows that name them; opened in a process of their own."""

import base64
import json
import time
from pathlib import PurePosixPath

from outcomes.errors import Unreadable
from outcomes.ingest import sandbox, submission
from outcomes.ingest.checked import Picture
from outcomes.ingest.columns import MEDIA, normal
from outcomes.ingest.finding import Finding
from outcomes.ingest.row import Row

_TOGETHER = 10  # measured: 0.4 s of the processor for a photo of 12 megapixels, 0.9 s in a process of its own
_MOST_SECONDS = 600


class Pictures:
    """``zipped`` is the whole submission, ``beside`` what lies in it beside the sheets: path -> bytes."""

    def __init__(self, zipped: bytes, beside: dict[str, int]):
        self._zipped, self._beside = zipped, list(beside)
        self._ready: dict[int, dict] = {}  # number of the row -> what came of its picture
        self.findings: list[Finding] = []  # about files that no row names

    def look(self, rows: list[Row], sent_before: dict[str, str]) -> None:
        """Look at all files, and note at the rows of ``media`` what is wrong with theirs.

        ``sent_before``: photo -> name of the file that came with it; such a row needs no picture again.
        """
        named: dict[str, list[Row]] = {}
        for row in rows:
            path = self._path(row, sent_before)
            if path:
                named.setdefault(path, []).append(row)
        others = [path for path in self._beside if path not in named]
        told = self._told(list(named), others)
        for path, naming in named.items():
            for row in naming:
                self._note(row, path, told[path])
        spoken_of = {_base(row.values.get("file") or "") for row in rows}
        for path in others:
            if path in told:
                self._find("error", told[path]["rule"], path)
            elif submission.is_picture(path) and _base(path) not in spoken_of:
                self._find("warning", "picture-unnamed", path)

    def accepted(self, rows: list[Row]) -> dict[str, Picture]:
        """Photo -> its picture, of the rows that came through everything."""
        return {
            row.values["photo"]: Picture(
                photo=row.values["photo"],
                action=row.values["action"],
                media_kind=row.values["media_kind"],
                jpeg=base64.b64decode(self._ready[row.number]["jpeg"]),
                width=self._ready[row.number]["width"],
                height=self._ready[row.number]["height"],
            )
            for row in rows
            if not row.refused and row.number in self._ready
        }

    def _path(self, row: Row, sent_before: dict[str, str]) -> str | None:
        """The one file that the row means, by its name alone: folders, case and width of letters make no difference."""
        name = row.values.get("file")
        if name is None:
            return None
        found = [path for path in self._beside if _base(path) == _base(name)]
        if len(found) == 1:
            return found[0]
        if found:
            row.find("picture-twice", "file", first=found[0], second=found[1])
        elif _base(sent_before.get(row.values.get("photo") or "") or "") != _base(name):
            row.find("picture-missing", "file")
        return None

    def _note(self, row: Row, path: str, told: dict) -> None:
        if "rule" in told:
            row.find(told["rule"], "file", file=path, **told["details"])
            return
        if told["frames"] > 1:
            row.find("picture-moves", "file", "warning")
        self._ready[row.number] = told

    def _find(self, severity: str, rule: str, path: str) -> None:
        self.findings.append(Finding(severity, rule, sheet=MEDIA, value=path, details={"file": path}))

    def _told(self, wanted: list[str], others: list[str]) -> dict[str, dict]:
        """Path -> what came of it. When a batch breaks off, its pictures are opened one by one to find the culprit."""
        until = time.monotonic() + _MOST_SECONDS
        told: dict[str, dict] = {}
        files = [*wanted, *others]
        waiting = [files[first : first + _TOGETHER] for first in range(0, len(files), _TOGETHER)]
        while waiting:
            batch = waiting.pop(0)
            if time.monotonic() > until:
                raise Unreadable("ingest.pictures_slow", n=len(self._beside))
            ask = {"wanted": [p for p in batch if p in wanted], "others": [p for p in batch if p not in wanted]}
            try:
                told |= json.loads(sandbox.run("pictures", ask, self._zipped, sandbox.LOOKING))
            except Unreadable:
                if len(batch) == 1:
                    told[batch[0]] = {"rule": "picture-unsafe", "details": {}}
                else:
                    waiting = [[path] for path in batch] + waiting
        return told


def _base(path: str) -> str:
    return normal(PurePosixPath(path.replace("\\", "/")).name)
