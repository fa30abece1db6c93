"""The page in a sentence: who was reached, and whether they know more than before."""

from outcomes.exhibits.asked import Asked
from outcomes.exhibits.training.cards import knowledge, participants


def head(asked: Asked) -> str:
    """The findings of the two cards, joined; one alone when the other has nothing to say."""
    found = [exhibit.title for exhibit in (participants(asked), knowledge(asked.but(look=None))) if not exhibit.state]
    if not found:
        return asked.say("training.nothing")
    stop = asked.say("ui.full_stop")
    return asked.say("join").join(f"{sentence.rstrip(stop)}{stop}" for sentence in found)
