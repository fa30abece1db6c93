"""The page in a sentence: what is overdue, and whether the teams went together."""

from outcomes.exhibits.asked import Asked
from outcomes.exhibits.coaching.due import sentence
from outcomes.exhibits.coaching.grid import counted
from outcomes.exhibits.coaching.made import held, made
from outcomes.exhibits.coaching.team import FULL


def head(asked: Asked) -> str:
    """For the officer who plans the week."""
    if nothing := held(asked, "visits"):
        return nothing.title
    told = made(asked)
    if not told.coaching:
        return asked.say("visits.none")
    overdue = sentence(asked, told)
    if not told.done:
        return overdue
    k, n = counted(asked, FULL)
    return asked.say("visits.head", due=overdue, k=k, n=n)
