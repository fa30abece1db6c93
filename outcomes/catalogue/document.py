"""The catalogue as a reader's guide on paper: docs/indicators.md and its Chinese twin, made from the files.

``python -m outcomes.catalogue.document`` writes both; a test fails while they differ from the files.
"""

from collections.abc import Callable
from pathlib import Path

from outcomes import words
from outcomes.catalogue.files import indicators, measures, records
from outcomes.catalogue.indicator import THEMES, Indicator
from outcomes.catalogue.measure import Measure

DOCS = Path(__file__).parents[2] / "docs"
FILES = {"en": "indicators.md", "zh": "indicators.zh.md"}


def as_markdown(lang: str) -> str:
    """The whole document in one language."""
    every = [*indicators().values(), *records().values()]
    parts = [f"# {_say('title', lang)}", f"<!-- {_say('made', lang)} -->", _say("intro", lang)]
    for theme in THEMES:
        chosen = [one for one in every if one.theme == theme]
        if chosen:
            parts.append(f"## {words.say(f'theme.{theme}', lang)}")
            parts += [_indicator(one, lang) for one in chosen]
    parts += [f"## {_say('measures', lang)}", _say("measures_intro", lang), _measures(measures(), lang)]
    return "\n\n".join(parts) + "\n"


def write(folder: Path = DOCS) -> list[Path]:
    """Write the document in every language; the paths written."""
    return write_each(folder, FILES, as_markdown)


def write_each(folder: Path, files: dict[str, str], text: Callable[[str], str]) -> list[Path]:
    """Write a generated document, one file a language; ``text`` takes the language."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for lang, name in files.items():
        path = folder / name
        path.write_text(text(lang), encoding="utf-8", newline="\n")
        paths.append(path)
    return paths


def _indicator(one: Indicator, lang: str) -> str:
    review = _say("reviewed", lang, who=one.checked_by) if one.checked_by else _say("unreviewed", lang)
    version = _say("version", lang, version=one.version, day=one.valid_from.isoformat())
    comma = words.say("comma", lang)
    facts = [
        ("code", f"{one.code}{comma}`{one.id}`{comma}{words.say(f'catalogue.tier.{one.tier}', lang)}"),
        ("formula", one.formula(lang)),
        ("unit", one.unit[lang]),
        ("direction", words.say(f"catalogue.better.{one.better}", lang)),
        ("change", words.say(f"catalogue.change.{one.change}", lang)),
        ("decimals", str(one.decimals)),
        ("definition", one.definition[lang]),
        ("why", one.why[lang]),
        ("caution", one.caution[lang]),
        ("standard", comma.join([one.standard[lang], version, review])),
    ]
    colon = words.say("catalogue.document.colon", lang)
    return f"### {one.title[lang]}\n\n" + "\n".join(f"- **{_say(key, lang)}**{colon}{text}" for key, text in facts)


def _measures(every: dict[str, Measure], lang: str) -> str:
    rows = [[_say(key, lang) for key in ("measure", "column", "unit", "meaning")], ["---"] * 4]
    for one in every.values():
        meaning = one.definition[lang]
        if one.not_above:
            limit = _say("limit", lang, other=every[one.not_above].title[lang])
            meaning = words.say("catalogue.document.bracket", lang, text=meaning, limit=limit)
        rows.append([one.title[lang], f"`{one.id}`", one.unit[lang], meaning])
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _say(key: str, lang: str, **values) -> str:
    return words.say(f"catalogue.document.{key}", lang, **values)


if __name__ == "__main__":
    for written in write():
        print(written.name)
