"""The back of a report: how each figure is reckoned, and what each indicator means; from the files that say it anyway.

Formulas are written for the screen, which can draw them; on paper the words stand, and say where the formulas are.
"""

import re

from outcomes import methods, readings, words
from outcomes.catalogue.indicator import THEMES, Indicator
from outcomes.exhibits import Asked
from outcomes.methods.text import filled

_MARKS = re.compile(r"(\*\*.+?\*\*|`[^`]+`|\$[^$]+\$)")


def method_notes(asked: Asked) -> dict:
    """Groups of methods, and the words a figure can get with what has to hold for each."""
    lang, known = asked.lang, methods.facts()
    return {
        "intro": asked.say("methods.intro", **known),
        "formulas": asked.say("paper.formulas"),
        "words_head": asked.say("methods.words"),
        "words_heads": [asked.say("methods.word"), asked.say("methods.means")],
        "words": [
            [asked.say(f"reading.{code}"), asked.say(f"methods.reading.{code}", **known)] for code in readings.CODES
        ],
        "groups": [
            {"title": filled(group.title, lang), "methods": [_method(asked, one) for one in group.methods]}
            for group in methods.groups()
        ],
    }


def _method(asked: Asked, one) -> dict:
    lang = asked.lang
    lines = [("", filled(one.answers, lang))]
    for name in ("when", "when_not", "choice"):
        if pair := getattr(one, name):
            lines.append((asked.say(f"methods.{name}"), filled(pair, lang)))
    return {
        "title": filled(one.title, lang),
        "lines": [{"label": label, "pieces": pieces(text)} for label, text in lines],
        "source": [asked.say("methods.source"), _sources(asked, one)],
    }


def _sources(asked: Asked, one) -> str:
    if not one.references:
        return asked.say("methods.own_rule")
    told = [
        " ".join(
            part
            for part in (f"{ref.author} ({ref.year})." if ref.year else f"{ref.author}.", f"{ref.title}.", ref.where)
            if part
        )
        for ref in one.references
    ]
    return asked.say("methods.semicolon").join(text.rstrip(".") for text in told)  # one stop between two, not two


def pieces(text: str) -> list[dict]:
    """The text cut where its kind changes: plain, strong, or to be set as code. Marks are read here and nowhere else."""
    found = []
    for part in _MARKS.split(text):
        if part.startswith("**"):
            found.append({"text": part[2:-2], "kind": "strong"})
        elif part.startswith(("`", "$")):
            found.append({"text": part[1:-1], "kind": "code"})
        elif part:
            found.append({"text": part, "kind": "plain"})
    return found


def definitions(asked: Asked) -> list[dict]:
    """The indicators by theme, as the snapshot's own catalogue defines them."""
    every = [*asked.db.indicators.values(), *asked.db.records.values()]
    groups = []
    for theme in THEMES:
        mine = [one for one in every if one.theme == theme]
        if mine:
            groups.append(
                {"title": asked.say(f"theme.{theme}"), "indicators": [_indicator(asked, one) for one in mine]}
            )
    return groups


def _indicator(asked: Asked, one: Indicator) -> dict:
    lang = asked.lang
    version = asked.say("catalogue.document.version", version=one.version, day=one.valid_from.isoformat())
    facts = {
        "formula": one.formula(lang),
        "unit": words.pick(one.unit, lang),
        "direction": asked.say(f"catalogue.better.{one.better}"),
        "definition": words.pick(one.definition, lang),
        "why": words.pick(one.why, lang),
        "caution": words.pick(one.caution, lang),
        "standard": asked.say("comma").join([words.pick(one.standard, lang), version]),
    }
    return {
        "title": words.pick(one.title, lang),
        "code": one.code,
        "facts": [[asked.say(f"catalogue.document.{key}"), text] for key, text in facts.items() if text],
    }
