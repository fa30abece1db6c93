"""The rows of an exhibit as CSV, with what they are in the lines above them."""

from outcomes import words
from outcomes.exhibits import Exhibit, rows_csv


def csv(exhibit: Exhibit, lang: str, snapshot) -> bytes:
    """UTF-8 with BOM. Lines that begin with # say finding, unit and n, definition, notes and snapshot; then the heads."""
    told = [("title", exhibit.title), ("subtitle", exhibit.subtitle)]
    if exhibit.lineage:
        told += [
            ("definition", f"{one['title']}: {one['definition']}")
            for one in exhibit.lineage.indicators
            if one.get("definition")
        ]
        told += [("filters", _choice(exhibit.lineage.parameters))]
    told += [("note", note) for note in exhibit.notes]
    head = "".join(f"# {words.say(f'export_figure.{name}', lang)}: {_one_line(text)}\n" for name, text in told if text)
    rest = rows_csv.to_csv(exhibit.columns, exhibit.rows, snapshot)
    return (head + rest).encode("utf-8-sig")


def _choice(parameters: dict) -> str:
    """What was bound to the question, as codes: the filters that decide which rows these are."""
    shown = {key: value for key, value in parameters.items() if value not in (None, "", [])}
    return "; ".join(
        f"{key} = {', '.join(map(str, value)) if isinstance(value, list | tuple) else value}"
        for key, value in shown.items()
    )


def _one_line(text: str) -> str:
    return " ".join(str(text).split())
