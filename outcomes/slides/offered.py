"""What a story can be made of: the exhibits that the public view of a round answers at all."""

from outcomes import catalogue
from outcomes.engine import Database
from outcomes.errors import OutcomesError
from outcomes.exhibits import Asked, registry
from outcomes.filters import Filters
from outcomes.slides.choice import tellable

# in the order of a meeting; what is not among them is for the office
NAMES = (
    "events",
    "participants",
    "record",
    "outcomes",
    "outcome",
    "run-chart",
    "knowledge",
    "cannot-say",
    "good-practices",
    "practice-card",
    "not-worked",
    "reflections",
    "under-way",
    "targets",
    "chain",
)


def offered(db: Database, round_: str | None) -> dict[str, list[str]]:
    """Exhibit -> the indicators that it has something to show of, [] where it is of none; left out when it has nothing.

    Of a practice: how many there are to choose from, as the numbers that ``nth`` takes.
    """
    asked = Asked(db, Filters(round=round_))
    found: dict[str, list[str]] = {}
    for name in NAMES:
        if name not in registry.EXHIBITS:
            continue
        entry = registry.EXHIBITS[name]
        if entry.of_action:
            if n := len(tellable(asked)):
                found[name] = [str(nth) for nth in range(1, n + 1)]
        elif entry.of_indicator or entry.of_record:
            every = catalogue.records() if entry.of_record else db.indicators
            order = sorted(every, key=lambda code: (every[code].order, code))
            if shown := [one for one in order if _answers(asked, name, one)]:
                found[name] = shown
        elif _answers(asked, name, None):
            found[name] = []
    return found


def _answers(asked: Asked, name: str, indicator: str | None) -> bool:
    try:
        return registry.build(asked, name, indicator).state is None
    except OutcomesError:
        return False
