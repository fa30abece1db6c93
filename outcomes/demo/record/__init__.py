"""The programme's record of an invented round: who was trained, who visited whom, what was tried, what it cost.

``sheets`` tells it as it was known on a day, so that an earlier workbook holds what the office could know then, and a
later one only what is new or was put right (``news``). All texts lie in the TOML files beside this one, in both languages.
"""

from datetime import date

from outcomes.demo.record import actions, events, money, persons, practices, training, visits
from outcomes.demo.record.actions import media
from outcomes.demo.story import Enterprise, Round

__all__ = ["media", "news", "sheets"]


def sheets(round: Round, firms: list[Enterprise], seed: int, on: date) -> dict[str, list[dict]]:
    """Sheet -> rows by column id, as known on the evening of ``on``. ``firms``: all of the round, comparison too."""
    pilots = [firm for firm in firms if firm.arm == "pilot"]
    return {
        "persons": persons.rows(round, pilots, seed, on),
        "events": events.rows(round, pilots, on),
        "attendance": events.attendance(round, pilots, seed, on),
        "visits": visits.rows(round, pilots, seed, on),
        "visit_members": visits.members(round, pilots, seed, on),
        "practices": practices.rows(round),
        "assessments": practices.assessments(round, firms, seed, on),
        "tests": training.tests(round, seed, on),
        "reflections": training.reflections(round, on),
        "actions": actions.rows(round, pilots, on),
        "targets": money.targets(round, pilots),
        "costs": money.costs(round, len(pilots), seed, on),
        "remarks": money.remarks(round, firms, on),
    }


def news(before: dict[str, list[dict]], after: dict[str, list[dict]]) -> dict[str, list[dict]]:
    """What a later workbook has to send: rows that were not there before, or that read otherwise."""
    new = {}
    for name, rows in after.items():
        sent = {tuple(row.items()) for row in before[name]}  # as tuples: thousands of rows are compared at once
        new[name] = [row for row in rows if tuple(row.items()) not in sent]
    return {name: rows for name, rows in new.items() if rows}
