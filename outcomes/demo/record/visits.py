"""Visits to the pilots: planned, done, late or missed; who went; enforcement apart."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from outcomes.demo.draws import generator
from outcomes.demo.record import persons
from outcomes.demo.record.told import left_on, place, short, told, workday
from outcomes.demo.story import Enterprise, Round

_MADE_LATE = {("NX-07", date(2015, 9, 14)): date(2015, 10, 8)}  # told as missing at first, and put right later
_BUSY = ("NX-08", "SC-07")  # orders came first: every third visit was called off
_NEVER = date.max


@dataclass(frozen=True)
class Visit:
    """One visit as it really went: ``done`` is the end of days when it never took place."""

    code: str
    firm: Enterprise
    modules: str | None
    purpose: str
    planned: date | None
    done: date
    hours: float
    went: tuple[tuple[str, str], ...]


def rows(round: Round, pilots: list[Enterprise], seed: int, on: date) -> list[dict]:
    """Sheet ``visits``: all that is planned, and of the rest what had been done by the day."""
    return [
        {
            "visit": visit.code,
            "round": round.code,
            "enterprise": visit.firm.code,
            "modules": visit.modules,
            "purpose": visit.purpose,
            "planned_on": visit.planned,
            "done_on": visit.done if visit.done <= on else None,
            "visit_hours": visit.hours if visit.done <= on else None,
        }
        for visit in _all(round, pilots, seed)
        if visit.planned or visit.done <= on
    ]


def members(round: Round, pilots: list[Enterprise], seed: int, on: date) -> list[dict]:
    """Sheet ``visit_members``: who went on the visits that had been done by the day."""
    return [
        {"visit": visit.code, "person": person, "visit_role": role}
        for visit in _all(round, pilots, seed)
        for person, role in visit.went
        if visit.done <= on
    ]


def _all(round: Round, pilots: list[Enterprise], seed: int) -> list[Visit]:
    return [visit for firm in pilots for visit in _of(round, firm, seed)]


def _of(round: Round, firm: Enterprise, seed: int) -> list[Visit]:
    """The visits of one enterprise in the order of their days, numbered so."""
    rng = generator(seed, firm.code, "visits")
    plan, gone = told("visits")[round.code], []
    for number, step in enumerate(plan["steps"]):
        planned = workday(step["day"] + timedelta(days=place(firm.code) % 5))
        if planned >= left_on(firm.code):
            break
        draws = rng.random(5)
        known = _MADE_LATE.get((firm.code, step["day"]))
        done = known or _done(planned, step, number, draws, firm.code in _BUSY)
        went = _went(round, firm, step["purpose"], draws, plan["full_team"])
        hours = (6.0 if step["purpose"] == "baseline" else 3.0) + _half(2 * draws[4])
        gone.append(Visit("", firm, step["modules"], step["purpose"], planned, done, hours, went))
    for one in plan["enforcement"]:
        if one["enterprise"] == firm.code:
            inspector = one.get("inspector", persons.team(round, firm).inspector)
            went = ((inspector, "inspector"),)
            gone.append(Visit("", firm, None, "enforcement", None, one["day"], 2.0, went))
    gone.sort(key=lambda visit: visit.planned or visit.done)
    return [replace(one, code=f"V-{short(firm.code)}-{number:02d}") for number, one in enumerate(gone, start=1)]


def _half(value: float) -> float:
    """Hours as people write them down."""
    return int(value * 2 + 0.5) / 2


def _done(planned: date, step: dict, number: int, draws, busy: bool) -> date:
    """On the day, some days later, or never; the first visit is never missed, and what lies ahead is not done yet."""
    if step.get("ahead"):
        return _NEVER
    if number == 0:
        return planned
    if draws[0] < (0.36 if busy else 0.06):
        return _NEVER
    return workday(planned + timedelta(days=int(2 + 9 * draws[1]))) if draws[1] > 0.7 else planned


def _went(round: Round, firm: Enterprise, purpose: str, draws, full: float) -> tuple[tuple[str, str], ...]:
    team = persons.team(round, firm)
    pair = ((team.consultant, "consultant"), (team.inspector, "inspector"))
    if draws[2] >= full:  # one of the two could not come
        pair = pair[:1] if draws[3] < 0.65 else pair[1:]
    if purpose == "baseline" and place(firm.code) % 3 == 0:
        return (*pair, (persons.group(round, "trainers")[1], "trainer"))
    if draws[3] > 0.9:
        others = [code for code in persons.group(round, "inspectors") if code != team.inspector]
        return (*pair, (others[place(firm.code) % len(others)], "observer"))
    return pair
