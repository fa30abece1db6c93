"""Events and who came: the two real ones as their sources tell them, the invented ones person by person."""

from datetime import date, timedelta

from outcomes.demo.draws import generator
from outcomes.demo.record import persons
from outcomes.demo.record.told import left_on, told
from outcomes.demo.story import Enterprise, Round

_TOGETHER = 5  # enterprises in one classroom
_AWAY = 0.05  # of those expected, who did not come
_WEEKS = 4  # in which the classrooms of one module are held, however many there are


def rows(round: Round, pilots: list[Enterprise], on: date) -> list[dict]:
    """Sheet ``events``, in the order of their days."""
    held = [_told_row(round, one) for one in told("events")[round.code]]
    held += [row for row, _ in _classrooms(round, pilots)]
    return sorted((row for row in held if row["starts_on"] <= on), key=lambda row: (row["starts_on"], row["event"]))


def attendance(round: Round, pilots: list[Enterprise], seed: int, on: date) -> list[dict]:
    """Sheet ``attendance``: a person where the office kept the list, counts where it did not."""
    came = []
    for one in told("events")[round.code]:
        if one["days"][0] <= on:
            came += [_counted(one["event"], count) for count in one.get("known", ())]
            came += [_person(one["event"], code) for name in one.get("who", ()) for code in persons.group(round, name)]
    for row, firms in _classrooms(round, pilots):
        if row["starts_on"] <= on:
            rng = generator(seed, row["event"], "attendance")
            expected = [code for firm in firms for code in persons.staff(firm)]
            came += [_person(row["event"], code) for code in expected if rng.random() >= _AWAY]
    return came


def of_kind(round: Round, kind: str) -> dict:
    """The invented event of a type (``tot``, ``refresher``) in which the round's inspectors took part."""
    return next(one for one in told("events")[round.code] if one["type"] == kind and "data_kind" not in one)


def _told_row(round: Round, one: dict) -> dict:
    return {
        "event": one["event"],
        "round": None if one.get("outside") else round.code,
        "event_type": one["type"],
        "modules": one.get("modules"),
        "name_en": one["en"],
        "name_zh": one["zh"],
        "region": one.get("region", round.region),
        "starts_on": one["days"][0],
        "ends_on": one["days"][1],
        "data_kind": one.get("data_kind", "demonstration"),
        "source": one.get("source"),
    }


def _classrooms(round: Round, pilots: list[Enterprise]) -> list[tuple[dict, list[Enterprise]]]:
    """Two days for each module, four or five enterprises together; who has left by then is not there any more."""
    held = []
    for module, days in told("events")["classrooms"][round.code].items():
        for at in range(0, len(pilots), _TOGETHER):
            number = at // _TOGETHER
            starts = days[number % 2] + timedelta(weeks=number // 2 % _WEEKS)
            firms = [firm for firm in pilots[at : at + _TOGETHER] if left_on(firm.code) > starts]
            if firms:
                held.append((_classroom(round, module, number + 1, starts), firms))
    return held


def _classroom(round: Round, module: str, number: int, starts: date) -> dict:
    names = {lang: text.format(module=module, group=number) for lang, text in told("events")["classroom"].items()}
    letters = round.code.split("-")[0]
    event = {
        "event": f"EVT-{letters}-{module}-{number}",
        "type": "classroom",
        "modules": module,
        "days": [starts, starts + timedelta(days=1)],
    }
    return _told_row(round, {**event, **names})


def _person(event: str, code: str) -> dict:
    return {"event": event, "person": code} | dict.fromkeys(("role", "sex", "organisation", "persons", "is_estimate"))


def _counted(event: str, count: dict) -> dict:
    return {"event": event, "person": None, **count, "is_estimate": count.get("is_estimate")}
