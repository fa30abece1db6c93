"""An exhibit as it stands in a file: what its texts say of things that only the screen has is told otherwise or left out.

The screen draws beside some tables, opens cards and follows links; paper and a picture have the table alone. Which
sentences speak of that stands here, by the key of their words, and nowhere else.
"""

import re
from dataclasses import replace
from functools import cache

from outcomes import words
from outcomes.exhibits import Exhibit

# key of the sentence -> key of what stands for it; None where nothing is left to say
_OF_A_DRAWING = {
    "delivery.targets_about": "export_figure.still.targets_about",
    "delivery.costs_about": "export_figure.still.costs_about",
    "coverage.quality_about": None,
    "practice.about_good": "export_figure.still.about_good",
}
_OF_THE_SCREEN = {"practice.note": None, "benchmark.links": None}
OF_SCREEN = _OF_A_DRAWING | _OF_THE_SCREEN


def at_rest(exhibit: Exhibit, lang: str) -> Exhibit:
    """The same with texts that hold without the screen."""
    keys = _OF_THE_SCREEN if exhibit.figure is not None else OF_SCREEN
    notes = [_still(note, keys, lang) for note in exhibit.notes]
    return replace(exhibit, subtitle=_still(exhibit.subtitle, keys, lang), notes=[note for note in notes if note])


def quotes(exhibit: Exhibit, lang: str) -> list[str]:
    """What its rows quote with consent, each with the role of who said it and when; in the language it was said in."""
    found = []
    for row in exhibit.rows:
        if row.get("what") == "quote":
            who = [words.say(f"template.choice.role.{row['role']}", lang)] if row["role"] else []
            who.append(words.say(f"template.choice.test_wave.{row['wave']}", lang))
            said = row[f"text_{lang}"] or row["text_en"] or row["text_zh"]
            told = words.say("comma", lang).join(who)
            found.append(words.say("export_figure.still.quote", lang, words=said, who=told))
    return found


def sources(exhibit: Exhibit) -> list[tuple[str, str]]:
    """Name and address of what its rows were taken from: on paper there is no link to press in a cell."""
    found = [
        (row["source"], address) for row in exhibit.rows if row.get("address") for address in row["address"].split()
    ]
    return list(dict.fromkeys(found))


def _still(text: str, keys: dict[str, str | None], lang: str) -> str:
    for key, instead in keys.items():
        if said := _pattern(key, lang).fullmatch(text):
            return words.say(instead, lang, **said.groupdict()) if instead else ""
    return text


@cache
def _pattern(key: str, lang: str) -> re.Pattern:
    """What the sentence looks like, whatever stands in its places."""
    pieces = re.split(r"\{(\w+)\}", words.texts(lang)[key])
    return re.compile("".join(f"(?P<{one}>.+)" if at % 2 else re.escape(one) for at, one in enumerate(pieces)))
