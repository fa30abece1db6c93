"""Faults of the catalogue: collected over all files, told in one message, each with its file and what to do."""

from dataclasses import dataclass, field

from outcomes import words
from outcomes.errors import BadQuestion

_LONGEST_VALUE = 200


@dataclass(frozen=True)
class Fault:
    """One thing wrong in one file: ``key`` names the sentence in [catalogue.fault]."""

    key: str
    file: str
    values: dict = field(default_factory=dict)

    def say(self, lang: str) -> str:
        values = {name: _short(value, lang) for name, value in self.values.items()}
        return words.say(f"catalogue.fault.{self.key}", lang, file=self.file, **values)


class BadCatalogue(BadQuestion):
    """All faults of all files. Nothing of a faulty catalogue is used: half a catalogue would answer half-truths."""

    def __init__(self, faults: list[Fault]):
        self.faults = tuple(faults)
        super().__init__("catalogue.faults", count=len(self.faults))
        self.args = (self.say("en"),)

    def say(self, lang: str) -> str:
        return "\n".join([super().say(lang), *(f"- {fault.say(lang)}" for fault in self.faults)])


def _short(value, lang: str) -> str:
    """A value from a file on one line; a list of words joined as the language does it."""
    if isinstance(value, list | tuple):
        return words.say("comma", lang).join(value)
    text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 1] + "…"
