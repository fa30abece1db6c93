"""What can go wrong in a way a reader should hear about: one plain sentence, in the reader's language."""

from outcomes import words


class OutcomesError(Exception):
    """A refusal with a sentence from ``words``; ``str()`` is English, ``say(lang)`` is the reader's language.

    ``key`` names the sentence (``store.locked``), ``values`` fill its places. Values come from files and
    addresses: they are shown, shortened, never executed.
    """

    def __init__(self, key: str, **values):
        self.key = key
        self.values = {name: _short(value) for name, value in values.items()}
        super().__init__(words.say(key, "en", **self.values))

    def say(self, lang: str) -> str:
        return words.say(self.key, lang, **self.values)


class Unreadable(OutcomesError):
    """A file that no parser should be given, or that could not be read."""


class NotAllowed(OutcomesError):
    """A reader asked for something outside their scope."""


class BadQuestion(OutcomesError):
    """A query file, a parameter or an indicator that cannot be used as it stands."""


class StoreError(OutcomesError):
    """The store of snapshots cannot do what was asked."""


class Conflict(StoreError):
    """Somebody else published in between, or is publishing now."""


class Corrupt(StoreError):
    """A file of the store is not what its manifest says."""


def _short(value, limit: int = 300):
    text = value if isinstance(value, int | float) else str(value)
    if isinstance(text, str) and len(text) > limit:
        return text[: limit - 1] + "…"
    return text
