"""A small store with the programme's record, for the pages of training and visits: drawn rows, published for real."""

import json
from datetime import date
from pathlib import Path

from outcomes import forms, store
from outcomes.publish import Plan, commit
from outcomes.publish.state import State

ROUND = {
    "round": "R1", "name_en": "Drawn round", "name_zh": "示例轮次", "data_kind": "demonstration", "region": "330503",
    "modules": "M1,M5", "baseline_start": date(2015, 1, 1), "training_start": date(2015, 4, 1),
    "training_end": date(2015, 6, 30), "sharing_date": None,
}  # fmt: skip
PLACES = ("330503",) * 6 + ("510104",) * 3


class _Drawn(Plan):
    nothing_new = False  # a drawn state has no file behind it


def publish(folder: Path) -> Path:
    """Nine enterprises E1 to E9, three of them in Chengdu; the figures end with June 2015."""
    state = State()
    state.rows["round"][("R1",)] = ROUND
    for number, region in enumerate(PLACES, start=1):
        name = f"E{number}"
        state.rows["enterprise"][(name,)] = {
            "enterprise": name, "legal_name": f"LEGAL {name}", "region": region, "sector": "C38", "employees": 100,
            "women": 40, "revenue_wan": 900.0, "consent": "internal",
        }  # fmt: skip
        state.rows["enrolment"]["R1", name] = {
            "round": "R1", "enterprise": name, "arm": "pilot", "enrolled_on": date(2015, 1, 1), "exited_on": None,
            "exit_reason": None,
        }  # fmt: skip
        for month in range(1, 7):
            day = date(2015, month, 1)
            state.observations[name, day, "hours_worked"] = {
                "enterprise": name, "month": day, "measure": "hours_worked", "value": 100.0, "quality": "measured",
                "submission": "0" * 64, "sheet": "monthly", "row": 1, "column": "A",
            }  # fmt: skip
    for name, rows in _record().items():
        form = forms.tables()[name]
        cells = json.dumps({column: chr(ord("A") + place) for place, column in enumerate(form.columns)})
        for number, row in enumerate(rows, start=6):
            read = {"submission": "0" * 64, "sheet": form.id, "row": number, "cells": cells}
            state.rows[name][tuple(row.get(part) for part in form.key)] = {**read, **row}
    place = store.Store(folder)
    commit(place, _Drawn(None, [], {}, [], state), by="test")
    return folder


def _record() -> dict[str, list[dict]]:
    people = [
        {"person": f"INS-{n}", "role": "inspector" if n % 2 else "consultant", "sex": "female" if n % 3 else "male",
         "organisation": "osh_authority"} for n in range(1, 11)
    ]  # fmt: skip
    events = [
        {"event": "EV1", "round": "R1", "event_type": "tot", "modules": "M1,M5", "name_en": "Training <b>of</b> trainers",
         "name_zh": "培训师培训", "region": "330503", "starts_on": date(2015, 4, 7), "ends_on": date(2015, 4, 9),
         "data_kind": "demonstration", "source": None},
        {"event": "EV2", "round": "R1", "event_type": "sharing_meeting", "modules": None, "name_en": "Sharing meeting",
         "name_zh": "经验交流会", "region": "330503", "starts_on": date(2015, 6, 27), "ends_on": date(2015, 6, 27),
         "data_kind": "real", "source": "News of the meeting"},
    ]  # fmt: skip
    attendance = [{"event": "EV1", "person": row["person"]} for row in people]
    attendance.append({"event": "EV2", "role": "mixed", "sex": "undisclosed", "organisation": "mixed", "persons": 150,
                       "is_estimate": "yes"})  # fmt: skip
    tests = [
        {"event": "EV1", "person": f"INS-{n}", "test_wave": wave, "item_bank": "B1", "score": 8.0 + n % 3 + gain,
         "score_max": 20.0} for n in range(1, 11) for wave, gain in (("before", 0), ("after", 4 + n % 2))
    ]  # fmt: skip
    reflections = [
        {"round": "R1", "person": f"INS-{n}", "test_wave": wave, "theme": theme, "said_en": f"Said {wave} by one.",
         "said_zh": "说过的话。", "rating_enforcement": 4, "rating_prevention": 2 + later, "rating_service": 2 + later,
         "quote_consent": "yes" if n == 1 else "no"}
        for n in range(1, 11) for wave, theme, later in (("before", "responsibility", 0), ("after", "prevention", 2))
    ]  # fmt: skip
    visits, members = [], []
    for n in range(1, 10):
        for month in (4, 5, 6):
            done = date(2015, month, n + 2) if (n, month) not in ((1, 6), (2, 6)) else None
            code = f"V{n}-{month}"
            visits.append({"visit": code, "round": "R1", "enterprise": f"E{n}", "modules": "M1", "purpose": "coaching",
                           "planned_on": date(2015, month, n + 1), "done_on": done, "visit_hours": 3.0})  # fmt: skip
            roles = ("consultant", "inspector") if month < 6 else ("consultant",)
            members += [
                {"visit": code, "person": f"INS-{place}", "visit_role": role} for place, role in enumerate(roles, 1)
            ]
    visits.append({"visit": "V-X", "round": "R1", "enterprise": "E3", "modules": None, "purpose": "enforcement",
                   "planned_on": None, "done_on": date(2015, 5, 20), "visit_hours": 2.0})  # fmt: skip
    return {"person": people, "event": events, "attendance": attendance, "test": tests, "reflection": reflections,
            "visit": visits, "visit_member": members}  # fmt: skip
