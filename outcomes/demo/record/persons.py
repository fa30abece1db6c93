"""Who takes part, as pseudonyms: consultants, inspectors and trainers of a round, four people of each enterprise."""

from dataclasses import dataclass
from datetime import date

from outcomes.demo.draws import generator
from outcomes.demo.record.told import place, short, told
from outcomes.demo.story import Enterprise, Round

_ROLES = {"consultants": "consultant", "inspectors": "inspector", "trainers": "trainer"}
_WOMEN_AMONG_MANAGERS = 0.28


@dataclass(frozen=True)
class Team:
    """The consultant and the inspector who look after an enterprise together."""

    consultant: str
    inspector: str


def rows(round: Round, pilots: list[Enterprise], seed: int, on: date) -> list[dict]:
    """Sheet ``persons``. A trainer is a candidate until the day of the certificate."""
    known = [_expert(one, role, on) for group, role in _ROLES.items() for one in told("people")[round.code][group]]
    return known + [row for firm in pilots for row in _staff_rows(firm, seed)]


def group(round: Round, name: str) -> list[str]:
    """Codes of the round's consultants, inspectors or trainers."""
    return [one["person"] for one in told("people")[round.code][name]]


def team(round: Round, firm: Enterprise) -> Team:
    """Pairs shift from enterprise to enterprise, so that no two go together everywhere."""
    consultants, inspectors = group(round, "consultants"), group(round, "inspectors")
    at = place(firm.code)
    return Team(consultants[at % len(consultants)], inspectors[at % len(inspectors)])


def staff(firm: Enterprise) -> list[str]:
    """Two managers and two workers, as the classroom asks for."""
    return [f"P-{letter}-{short(firm.code)}-{number}" for letter in "MW" for number in (1, 2)]


def _expert(one: dict, role: str, on: date) -> dict:
    certified = one.get("on") is not None and one["on"] <= on
    return {
        "person": one["person"],
        "role": one.get("role", role),
        "sex": one["sex"],
        "organisation": one["organisation"],
        "enterprise": None,
        "trainer_status": one.get("status") if certified or "on" not in one else "candidate",
        "certified_on": one["on"] if certified else None,
        "certified_modules": one.get("modules") if certified else None,
    }


def _staff_rows(firm: Enterprise, seed: int) -> list[dict]:
    rng = generator(seed, firm.code, "staff")
    women = {"M": _WOMEN_AMONG_MANAGERS, "W": firm.women / firm.employees}
    return [
        {
            "person": code,
            "role": "manager" if code.startswith("P-M") else "worker",
            "sex": "female" if rng.random() < women[code[2]] else "male",
            "organisation": "enterprise",
            "enterprise": firm.code,
            "trainer_status": None,
            "certified_on": None,
            "certified_modules": None,
        }
        for code in staff(firm)
    ]
