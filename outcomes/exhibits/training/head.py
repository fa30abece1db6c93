"""The page in a sentence: who was reached, and whether they know more than before."""

from outcomes.exhibits.asked import Asked
from outcomes.exhibits.record import recorded
from outcomes.exhibits.training.cards import knowledge, participants
from outcomes.exhibits.training.events import over_everybody
from outcomes.exhibits.training.knowledge import GAIN, gain_of
from outcomes.words import numbers


def head(asked: Asked) -> str:
    """Shorter than the titles of the two cards, and of the same figures; for the public those titles themselves."""
    if asked.is_public:
        return _joined(asked)
    found = recorded(over_everybody(asked), ["participants", GAIN])
    people, gain = found["participants"], found[GAIN]
    if not people.named or not gain.judged or gain.lo is None:
        return _joined(asked)
    way = "rose" if gain.lo > 0 else "fell" if gain.hi < 0 else "unclear"
    named = numbers.number(people.named, 0, asked.lang)
    return asked.say(f"training.head_{way}", named=named, gain=gain_of(gain, asked.lang))


def _joined(asked: Asked) -> str:
    found = [exhibit.title for exhibit in (participants(asked), knowledge(asked.but(look=None))) if not exhibit.state]
    if not found:
        return asked.say("training.nothing")
    stop = asked.say("ui.full_stop")
    return asked.say("join").join(f"{sentence.rstrip(stop)}{stop}" for sentence in found)
