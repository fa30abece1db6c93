"""The demonstration data with a token in place of each name, person and code: wherever one turns up, somebody is named.

Cell by cell through the workbooks as they are sent, so that rounds, figures, photos and consent stay what they are.
"""

import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl

import run
from tests.browser.serving import ROOT

MARK = "QXZQJK"  # in no word, no number, no hash; too long to come up by chance in a picture
# sheet -> how many of its first columns name somebody or lead to somebody
_CODES = {"enterprises": 2, "persons": 1, "visits": 1, "actions": 1, "media": 1}
_FIRST_ROW = 3  # below the titles and the row that says what belongs into a column
PUBLISHER = f"{MARK}PUBLISHER"


def store(place: Path) -> Path:
    """Published like run.py publishes, under file names and by a person that are tokens too."""
    work = place.parent / "sent"
    work.mkdir(parents=True)
    tokens: dict[str, str] = {}
    for number, files in enumerate(run.demonstration_files()):
        sent = [_marked(path, work / f"{number}-{at}-{MARK}FILE{path.suffix}", tokens) for at, path in enumerate(files)]
        command = [sys.executable, "-m", "outcomes", "publish", *map(str, sent), "--data", str(place)]
        command += ["--by", PUBLISHER, "--note", f"{MARK}NOTE"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
        assert done.returncode == 0, done.stdout + done.stderr
    assert len(tokens) > 100, "the codes were not found"
    return place


def found_in(data: bytes) -> list[bytes]:
    """Every token in some bytes, whatever the letters around it; also as UTF-16, as some files keep their texts."""
    found = re.findall(MARK.encode() + rb"\w*", data)
    return found + ([b"utf-16"] if MARK.encode("utf-16-le") in data else [])


def opened(data: bytes) -> bytes:
    """A zip (deck, workbook) with all its parts unpacked, one behind the other; other bytes as they are."""
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return b"\n".join(name.encode() + b"\n" + opened(parts.read(name)) for name in parts.namelist())


def _marked(path: Path, out: Path, tokens: dict[str, str]) -> Path:
    """A zip's pictures get token names too, the ones that its workbook then calls them by."""
    if path.suffix != ".zip":
        out.write_bytes(_workbook(path.read_bytes(), tokens))
        return out
    with zipfile.ZipFile(path) as sent, zipfile.ZipFile(out, "w") as made:
        names = {one: one for one in sent.namelist() if one.endswith(".xlsx")}
        for one in sent.namelist():
            folder, _, file = one.rpartition("/")
            if one not in names and file:
                tokens[file] = f"{MARK}P{len(tokens):04}{Path(file).suffix}"
                names[one] = f"{folder}/{tokens[file]}".lstrip("/")
        for one, name in names.items():
            data = sent.read(one)
            made.writestr(name, _workbook(data, tokens) if one == name else data)
    return out


def _workbook(data: bytes, tokens: dict[str, str]) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(data))
    for sheet in book:
        for line in sheet.iter_rows(min_row=_FIRST_ROW, max_col=_CODES.get(sheet.title, 0) or 1):
            for at, cell in enumerate(line):
                if sheet.title in _CODES and isinstance(cell.value, str) and cell.value.strip():
                    tokens.setdefault(cell.value, f"{MARK}{sheet.title[:1].upper()}{at}{len(tokens):04}")
    for sheet in book:
        for line in sheet.iter_rows(min_row=_FIRST_ROW):
            for cell in line:
                if isinstance(cell.value, str) and cell.value in tokens:
                    cell.value = tokens[cell.value]
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()
