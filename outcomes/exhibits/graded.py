"""Each enterprise-month of a choice with what can be said about it: whether it came, when, and which tests it passed.

Four tests, each passed, failed or not to be judged. Complete: every measure is there that this enterprise usually
keeps. Timely: it came by its due day. Consistent: no part above its whole, hours that one worker can work. Plausible:
no figure far above the enterprise's own median. They are counted and never weighed, and never put together for several
enterprises: how good a month is says nothing about who is better. A month that did not come has no grade.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from outcomes import due
from outcomes.engine import Answer
from outcomes.exhibits import cells
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.cells import Used

TESTS = ("complete", "timely", "consistent", "plausible")
_TEST_OF = {"missing": "complete", "above_whole": "consistent", "hours": "consistent", "far_above": "plausible"}


@dataclass(frozen=True)
class Wrong:
    """One thing to ask about: ``what`` is missing, above_whole, hours or far_above, as ``queries/quality.sql`` has it."""

    what: str
    measure: str
    value: float | None
    against: float | None

    @property
    def test(self) -> str:
        return _TEST_OF[self.what]


@dataclass(frozen=True)
class Graded:
    """``passed`` has a True, a False or, where the test cannot be judged, a None for each of ``TESTS``."""

    round: str
    arm: str
    enterprise: str
    month: date
    due: bool
    sent: bool
    due_on: date
    received_on: date | None
    passed: dict[str, bool | None]
    wrong: tuple[Wrong, ...]

    @property
    def state(self) -> str:
        """received, late, not_sent or not_due; without a day of receipt nobody is late."""
        if not self.sent:
            return "not_sent" if self.due else "not_due"
        return "late" if self.passed["timely"] is False else "received"

    @property
    def judged(self) -> int:
        return sum(told is not None for told in self.passed.values())

    @property
    def right(self) -> int:
        """How many of the tests that can be judged are passed."""
        return sum(told is True for told in self.passed.values())

    @property
    def failed(self) -> list[str]:
        return [test for test in TESTS if self.passed[test] is False]


def day_of(asked: Asked) -> date:
    """The day from which it is counted how long something has been owed: when the snapshot's last month was due."""
    return due.due_day(date.fromisoformat(str(asked.db.snapshot.manifest["facts"]["as_of"])))


def answer_of(asked: Asked) -> Answer:
    return asked.ask("quality")


def graded(asked: Asked) -> list[Graded]:
    """The months of the choice, by enterprise and month; of an enterprise in two rounds the round that asked first."""
    inside, (first, last) = {(row["round"], row["enterprise"]) for row in asked.kept}, asked.period
    own: dict[tuple, list[dict]] = {}
    for row in answer_of(asked).rows:
        if (row["round"], row["enterprise"]) in inside and first <= row["month"] <= last:
            own.setdefault((row["enterprise"], row["month"], row["round"]), []).append(row)
    best: dict[tuple, Graded] = {}
    for (enterprise, month, _), rows in own.items():
        one, place = _graded(rows), (enterprise, month)
        if place not in best or _first(one) < _first(best[place]):
            best[place] = one
    return [best[place] for place in sorted(best)]


def behind(asked: Asked, months: Iterable[Graded]) -> Used:
    """The rows of these months that are due, come or not; one that did not come has the row of its enrolment."""
    wanted = {(one.round, one.enterprise, one.month) for one in months if one.due}
    coverage = next((one.id for one in asked.db.indicators.values() if one.kind == "coverage"), None)
    if coverage is None:
        return cells.together(asked, [])
    return cells.of_months(
        asked, coverage, len(wanted), lambda row: (row["round"], row["enterprise"], row["month"]) in wanted
    )


def _first(one: Graded) -> tuple:
    return not one.due, one.due_on, one.round


def _graded(rows: list[dict]) -> Graded:
    told = rows[0]
    wrong = tuple(
        Wrong(row["what"], row["measure"], row["value"], row["against"]) for row in rows if row["what"] != "month"
    )
    found = {one.test for one in wrong}
    late = due.is_late(told["month"], told["received_on"], told["handed_over"])
    passed = {test: test not in found if told[f"can_be_{test}"] else None for test in TESTS if test != "timely"}
    passed["timely"] = None if late is None else not late
    return Graded(
        round=told["round"],
        arm=told["arm"],
        enterprise=told["enterprise"],
        month=told["month"],
        due=told["due"],
        sent=told["sent"],
        due_on=due.due_day(told["month"], told["handed_over"]),
        received_on=told["received_on"],
        passed={test: passed[test] for test in TESTS},
        wrong=wrong,
    )
