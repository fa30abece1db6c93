"""The press: what is to be said goes in as JSON, a template sets it, a tagged PDF comes out. Texts are never code.

Everything lies in a folder of its own while it is printed; nothing is fetched from anywhere. A letter that no font has,
or a font that is not there, is refused with a sentence: an empty box on paper cannot be mended later.
"""

import json
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import typst

from outcomes.charts import fonts
from outcomes.charts.look import LIGHT, MARK, Look
from outcomes.errors import OutcomesError
from outcomes.export import fit
from outcomes.export.paper.pictures import Pictures

_HERE = Path(__file__).parent
FACES = {
    (family, weight): f"{family.replace(' ', '')}-{style}.ttf"
    for family in ("IBM Plex Sans", "Noto Sans SC")
    for weight, style in ((400, "Regular"), (600, "SemiBold"))
}
_NUMBER_OF = re.compile(" \u00b7 (?=[0-9a-f]{6}\\b)")
STANDARD = "ua-1"  # tagged, with title, language and a description of every picture


class CannotPrint(OutcomesError):
    """The document cannot be set: a font is missing, a letter has none, or the template does not take what it got."""


class Press:
    """One document: its template, what it says, and its pictures; set anew as often as it takes to fit."""

    def __init__(self, template: str, told: dict, pictures: Pictures):
        self.template = template
        self.data = bound({"look": _colours(LIGHT), "mark": MARK, **told}) | {"unbroken": fit.bound().pattern}
        self.pictures = pictures

    def write(self, path: Path, pages: int | None = None) -> int:
        """Write the PDF and say how many pages the longest part has. With ``pages``, one that is longer is not written."""
        self._letters()
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            main = self._lay_out(root)
            try:
                compiler = typst.Compiler(main, root=root, font_paths=[str(faces())], ignore_system_fonts=True)
                longest = max(json.loads(compiler.query("<pages>", field="value")))
                if pages is None or longest <= pages:
                    Path(path).write_bytes(compiler.compile(format="pdf", pdf_standards=[STANDARD]))
            except typst.TypstError as fault:
                raise CannotPrint("paper.not_set", why=fault.message) from fault
        return longest

    def pictures_of_pages(self, ppi: float = 100) -> list[bytes]:
        """Every page as PNG: to look at."""
        with tempfile.TemporaryDirectory() as folder:
            main = self._lay_out(Path(folder))
            compiler = typst.Compiler(main, root=folder, font_paths=[str(faces())], ignore_system_fonts=True)
            found = compiler.compile(format="png", ppi=ppi)
        return found if isinstance(found, list) else [found]

    def _lay_out(self, root: Path) -> str:
        for one in _HERE.glob("*.typ"):
            shutil.copyfile(one, root / one.name)
        self.pictures.write(root)
        (root / "data.json").write_text(json.dumps(self.data, ensure_ascii=False, default=str), encoding="utf-8")
        return str(root / self.template)

    def _letters(self) -> None:
        if lost := fonts.missing("".join(texts(self.data))):
            raise CannotPrint("paper.no_letter", letters=" ".join(lost[:20]))


def faces(folder: Path | None = None) -> Path:
    """The folder of the fonts; refused when one of the four is not in it, or is no font."""
    folder = folder or fonts.folder()
    known = {(one.family, one.weight) for one in typst.Fonts(False, False, [str(folder)]).fonts()}
    for face, name in FACES.items():
        if face not in known:
            raise CannotPrint("paper.no_font", name=name)
    return folder


def texts(told) -> Iterator[str]:
    """Every text in it, at any depth: what stands on paper in the end."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict):
        for each in told.values():
            yield from texts(each)
    elif isinstance(told, list | tuple):
        for each in told:
            yield from texts(each)


def bound(told):
    """The same with every dot between two texts bound to the first, and the number of a snapshot to its dot."""
    if isinstance(told, str):
        return _NUMBER_OF.sub("\u00a0\u00b7\u00a0", told).replace(" \u00b7 ", "\u00a0\u00b7 ")
    if isinstance(told, dict):
        return {key: bound(each) for key, each in told.items()}
    return [bound(each) for each in told] if isinstance(told, list | tuple) else told


def _colours(look: Look) -> dict[str, str]:
    return {name: value for name, value in asdict(look).items() if isinstance(value, str) and value.startswith("#")}
