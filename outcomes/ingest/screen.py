"""A workbook looked through before any parser gets it: standard library only, streaming, with an end to everything."""

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass
from xml.parsers import expat

from outcomes.errors import Unreadable
from outcomes.ingest import parcel
from outcomes.ingest.tally import MOST_LETTERS, Tally

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MOST_SHEETS, _MOST_STYLES = 30, 20_000
_WORKBOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_REFUSED_PARTS = (
    (re.compile(r"vbaproject|vbadata|macrosheets|dialogsheets", re.I), "ingest.macros"),
    (re.compile(r"externallinks/", re.I), "ingest.external"),
    (re.compile(r"connections\.xml|querytables/", re.I), "ingest.connections"),
    (re.compile(r"embeddings/|activex|oleobject|customui", re.I), "ingest.embedded"),
)


@dataclass(frozen=True)
class Screened:
    """``tallies``: sheet name -> what its XML holds, in the order of the tabs."""

    tallies: dict[str, Tally]


def is_workbook(data: bytes) -> bool:
    try:
        return "[Content_Types].xml" in zipfile.ZipFile(io.BytesIO(data)).namelist()
    except Exception:  # whatever is wrong with it is told when it is opened in earnest
        return False


def screen(data: bytes) -> Screened:
    """Raises Unreadable for a file that no parser should be given."""
    refuse_other_kinds(data)
    opened = parcel.open_zip(data)
    parts = {entry.filename: entry for entry in opened.infolist()}
    for name in parts:
        for pattern, key in _REFUSED_PARTS:
            if pattern.search(name):
                raise Unreadable(key)
    if not {"[Content_Types].xml", _WORKBOOK, _RELATIONS} <= set(parts):
        raise Unreadable("ingest.not_xlsx")
    names = _sheet_names(opened, parts)
    found: dict[str, Tally] = {}
    for name, entry in parts.items():
        if not name.lower().endswith((".xml", ".rels", ".vml")):
            for _ in parcel.unpack(opened, entry):
                pass  # unpacked once to see that it can be, and how large it is
            continue
        tally = _walk(opened, entry, names.get(name.lower(), name))
        if tally is not None:
            found[name.lower()] = tally
    if set(names) - set(found):
        raise Unreadable("ingest.damaged")
    return Screened({sheet: found[part] for part, sheet in names.items()})


def refuse_other_kinds(data: bytes) -> None:
    """The kinds of file that people send by mistake, each with its own sentence."""
    if len(data) > parcel.MOST_BYTES:
        raise Unreadable("ingest.too_large", most=parcel.MOST_BYTES >> 20)
    if not data:
        raise Unreadable("ingest.empty_file")
    if data[:8] == _OLE:
        raise Unreadable("ingest.password" if _ENCRYPTED in data else "ingest.old_xls")
    if data[:4] != b"PK\x03\x04":
        raise Unreadable("ingest.not_xlsx")


def _sheet_names(opened, parts: dict) -> dict[str, str]:
    """Part name in lower case -> the name on the tab."""
    tabs, targets = [], {}

    def tab(tag: str, attributes: dict) -> None:
        if tag == "sheet":
            relation = next((value for key, value in attributes.items() if key.rsplit(":", 1)[-1] == "id"), "")
            tabs.append((attributes.get("name", ""), relation))

    def relation(tag: str, attributes: dict) -> None:
        if tag == "Relationship" and attributes.get("Type", "").endswith("/worksheet"):
            target = attributes.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))
            targets[attributes.get("Id", "")] = path.lower()

    _parse(opened, parts[_WORKBOOK], tab)
    _parse(opened, parts[_RELATIONS], relation)
    if not tabs or len(tabs) > _MOST_SHEETS:
        raise Unreadable("ingest.too_many_sheets", n=len(tabs), most=_MOST_SHEETS)
    names = {targets[relation]: name for name, relation in tabs if relation in targets}
    if len(set(names.values())) != len(names) or len(names) != sum(relation in targets for _, relation in tabs):
        raise Unreadable("ingest.damaged")
    return names


def _walk(opened, entry: zipfile.ZipInfo, sheet: str) -> Tally | None:
    """Stream one XML part; a tally when its root is a worksheet, whatever the part is called."""
    tally: Tally | None = None
    tags = 0
    is_styles = entry.filename.lower().endswith("styles.xml")

    def start(tag: str, attributes: dict) -> Tally | None:
        nonlocal tally, tags
        tags += 1
        if tags == 1 and tag == "worksheet":
            tally = Tally(sheet)
            return tally
        if tag == "Relationship" and attributes.get("TargetMode") == "External":
            if not attributes.get("Type", "").endswith("/hyperlink"):
                raise Unreadable("ingest.external")
        elif is_styles and tags > _MOST_STYLES:
            raise Unreadable("ingest.too_many_styles")
        return None

    try:
        _parse(opened, entry, start)
    except Unreadable as refusal:
        raise tally.overflow(refusal) if tally is not None else refusal from refusal
    if tally is not None:
        tally.finish()
    return tally


def _parse(opened, entry: zipfile.ZipInfo, start) -> None:
    """Feed one part to ``start(tag, attributes)``; when it gives a tally, all that follows goes there directly."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    length = 0

    def refuse(*_) -> None:
        raise Unreadable("ingest.doctype")

    def began(tag: str, attributes: dict) -> None:
        nonlocal length
        length = 0
        tally = start(tag.rsplit(":", 1)[-1], attributes)
        if tally is not None:
            parser.StartElementHandler, parser.CharacterDataHandler = tally.start, tally.text

    def letters(piece: str) -> None:
        nonlocal length
        length += len(piece)
        if length > MOST_LETTERS:
            raise Unreadable("ingest.too_long_text")

    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = parser.ExternalEntityRefHandler = refuse
    parser.StartElementHandler, parser.CharacterDataHandler = began, letters
    try:
        for piece in parcel.unpack(opened, entry):
            parser.Parse(piece)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError) as problem:
        raise Unreadable("ingest.damaged") from problem
