"""The head of a page over several indicators: by rule, what got worse is said before what improved."""

from outcomes.exhibits import tell
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.change import changes

_ORDER = {"worse": 0, "improved": 1, "unclear": 2}  # whatever cannot be judged comes after these


def worst_first(asked: Asked, indicators: list[str], most: int = 2) -> str:
    """Sentences of the ``most`` most telling indicators: worse, improved, unclear, the rest; ties keep the page's order."""
    if asked.is_public:
        return asked.say("overview.public")
    if not asked.pilots:
        return asked.say("overview.nobody")
    told = sorted(changes(asked, indicators).values(), key=lambda change: _ORDER.get(change.reading.code, 3))
    return asked.say("overview.join").join(tell.sentence(change, asked.lang) for change in told[:most])
