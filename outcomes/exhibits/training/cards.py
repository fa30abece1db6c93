"""Each card as its reader may see it: with persons inside the programme, with open sums outside."""

from outcomes.exhibits.asked import Asked
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.training import in_public
from outcomes.exhibits.training.knowledge import knowledge as pairs_of_tests
from outcomes.exhibits.training.participants import participants as by_name
from outcomes.exhibits.training.reflections import reflections as own_words


def participants(asked: Asked) -> Exhibit:
    return in_public.participants(asked) if asked.is_public else by_name(asked)


def knowledge(asked: Asked) -> Exhibit:
    return in_public.knowledge(asked) if asked.is_public else pairs_of_tests(asked)


def reflections(asked: Asked) -> Exhibit:
    return in_public.reflections(asked) if asked.is_public else own_words(asked)
