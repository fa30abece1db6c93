"""The programme's record of a drawn snapshot: every sheet, often with blanks, sometimes with nothing at all."""

from datetime import date, timedelta

import numpy as np

from outcomes import catalogue, forms
from outcomes.publish.state import State

_PEOPLE = ("inspector", "consultant", "trainer", "manager", "worker")
_THINGS = ("guard", "aisle", "cabinet", "rack", "lamp", "belt", "drum", "valve")


def add(state: State, seed: int) -> None:
    """A third of the snapshots has no record; a stream of its own leaves the monthly figures as they were."""
    rng = np.random.default_rng(50_000 + seed)
    if rng.random() < 1 / 3:
        return
    draw = _Draw(state, rng)
    draw.people()
    for name in state.rows["round"]:
        draw.round(*name)
    draw.targets()


class _Draw:
    def __init__(self, state: State, rng):
        self.state, self.rng, self.numbers = state, rng, dict.fromkeys(forms.tables(), 1)
        self.persons: list[str] = []

    def put(self, table: str, **row) -> None:
        self.numbers[table] += 1
        form = forms.tables()[table]
        read = {"submission": "0" * 64, "sheet": form.id, "row": self.numbers[table], "cells": '{"x":"A"}'}
        self.state.rows[table][tuple(row.get(part) for part in form.key)] = {**read, **row}

    def one(self, choices):
        return str(self.rng.choice(list(choices)))

    def choice(self, column: str) -> str:
        return self.one(forms.choices()[column])

    def often(self, value, share: float = 0.7):
        return value if self.rng.random() < share else None

    def money(self, most: float = 30_000) -> float:
        return float(np.round(self.rng.choice([0.0, self.rng.uniform(0, most)]), 2))

    def people(self) -> None:
        for number in range(int(self.rng.integers(0, 16))):
            name = f"P{chr(65 + number)}"
            self.persons.append(name)
            status = self.often(self.choice("trainer_status"), 0.5)
            self.put(
                "person",
                person=name,
                role=self.one(_PEOPLE),
                sex=self.choice("sex"),
                organisation=self.choice("organisation"),
                trainer_status=status,
            )

    def round(self, name: str) -> None:
        told = self.state.rows["round"][(name,)]
        start, end = told["training_start"], told["training_end"]
        self.events(name, start)
        pilots = [e for (r, e), row in self.state.rows["enrolment"].items() if r == name and row["arm"] == "pilot"]
        for practice in ("KA", "KB", "KC"):
            self.put(
                "practice",
                practice=practice,
                modules="M5",
                practice_en=f"Item {practice}",
                practice_zh=f"项目 {practice}",
            )
        for enterprise in pilots:
            self.visits(name, enterprise, start)
            self.assessments(name, enterprise, start, end)
            self.actions(name, enterprise, start)
        for month in (start.replace(day=1), end.replace(day=1)):
            for funder in ("ilo", "government"):
                if self.rng.random() < 0.6:
                    cost = {"cost_category": self.choice("cost_category"), "funder": funder, "amount": self.money(1e6)}
                    self.put("cost", round=name, month=month, **cost)
        self.reflections(name)

    def events(self, name: str, start: date) -> None:
        for number in range(int(self.rng.integers(0, 4))):
            event = f"EV-{name}-{chr(65 + number)}"
            begun = start + timedelta(days=int(self.rng.integers(-90, 120)))
            self.put(
                "event",
                event=event,
                round=self.often(name, 0.9),
                event_type=self.choice("event_type"),
                modules=self.often("M5"),
                name_en=f"Meeting {chr(65 + number)}",
                name_zh=f"会议 {chr(65 + number)}",
                region="330503",
                starts_on=begun,
                ends_on=begun + timedelta(days=int(self.rng.integers(0, 3))),
                data_kind="real",
                source="A source",
            )
            for person in self.persons:
                if self.rng.random() < 0.6:
                    self.put("attendance", event=event, person=person)
                for wave, share in (("before", 0.7), ("after", 0.7), ("follow_up", 0.2)):
                    if self.rng.random() < share:
                        bank = self.one(["BA", "BA", "BA", "BB"])
                        score = float(self.rng.integers(0, 21))
                        self.put(
                            "test",
                            event=event,
                            person=person,
                            test_wave=wave,
                            item_bank=bank,
                            score=score,
                            score_max=20.0,
                        )
            if self.rng.random() < 0.5:
                count = {
                    "role": self.choice("role"),
                    "sex": self.often(self.choice("sex")),
                    "is_estimate": self.one(["yes", "no"]),
                }
                self.put("attendance", event=event, persons=int(self.rng.integers(1, 200)), **count)

    def visits(self, name: str, enterprise: str, start: date) -> None:
        for number in range(int(self.rng.integers(0, 4))):
            visit = f"V-{name}-{enterprise}-{chr(65 + number)}"
            planned = start + timedelta(days=int(self.rng.integers(-30, 200)))
            done = self.often(planned + timedelta(days=int(self.rng.integers(-3, 30))))
            planned = planned if done is None else self.often(planned, 0.8)
            row = {
                "purpose": self.choice("purpose"),
                "planned_on": planned,
                "done_on": done,
                "visit_hours": self.often(3.0),
            }
            self.put("visit", visit=visit, round=name, enterprise=enterprise, modules=self.often("M5"), **row)
            for person in self.persons[:6]:
                if self.rng.random() < 0.4:
                    self.put("visit_member", visit=visit, person=person, visit_role=self.choice("visit_role"))

    def assessments(self, name: str, enterprise: str, start: date, end: date) -> None:
        for wave, day in (("baseline", start), ("progress", start + timedelta(days=40)), ("endline", end)):
            for practice in ("KA", "KB", "KC"):
                if self.rng.random() < 0.7:
                    row = {"wave": wave, "practice": practice, "answer": self.choice("answer"), "assessed_on": day}
                    self.put("assessment", round=name, enterprise=enterprise, **row)

    def actions(self, name: str, enterprise: str, start: date) -> None:
        for number in range(int(self.rng.integers(0, 4))):
            thing = self.one(_THINGS)
            opened = start + timedelta(days=int(self.rng.integers(0, 60)))
            done = self.often(opened + timedelta(days=int(self.rng.integers(1, 90))))
            verified = self.often(opened + timedelta(days=int(self.rng.integers(30, 200))), 0.5)
            worse = {"metric_before": self.often(self.money(50)), "metric_after": self.often(self.money(50))}
            said = self.rng.random() < 0.4
            self.put(
                "action",
                action=f"A-{name}-{enterprise}-{chr(65 + number)}",
                round=name,
                enterprise=enterprise,
                modules=self.often("M5"),
                action_en=f"A {thing} for the line",
                action_zh=f"改进 {thing}",
                action_category=self.choice("action_category"),
                control=self.often(self.choice("control")),
                proposed_by=self.choice("proposed_by"),
                opened_on=opened,
                due_on=self.often(opened + timedelta(days=45)),
                done_on=done,
                checked_on=self.often(done and done + timedelta(days=int(self.rng.integers(10, 200)))),
                action_status=self.choice("action_status"),
                cost=self.often(self.money()),
                saving_once=self.often(self.money(), 0.3),
                saving_monthly=self.often(self.money(3000), 0.5),
                saving_basis=self.often(self.choice("saving_basis")),
                verified_by=verified and "PA",
                verified_on=verified,
                metric_en="Walks a shift",
                metric_zh="每班步数",
                metric_unit="steps",
                **worse,
                lesson_en=self.often("Ask the night shift first.", 0.3),
                lesson_zh=self.often("先问夜班。", 0.3),
                quote_en="It is easier now." if said else None,
                quote_zh="现在轻松了。" if said else None,
                quote_role="worker" if said else None,
                quote_consent=self.often(self.one(["yes", "no"])) if said else None,
            )

    def reflections(self, name: str) -> None:
        for person in self.persons:
            for wave in ("before", "after"):
                if self.rng.random() < 0.6:
                    marks = {
                        f"rating_{part}": self.often(int(self.rng.integers(1, 6)))
                        for part in ("enforcement", "prevention", "service")
                    }
                    said = {"said_en": self.often("I listen more."), "said_zh": self.often("我更多倾听。")}
                    consent = self.one(["yes", "no"])
                    theme = self.choice("theme")
                    self.put(
                        "reflection",
                        round=name,
                        person=person,
                        test_wave=wave,
                        theme=theme,
                        quote_consent=consent,
                        **marks,
                        **said,
                    )

    def targets(self) -> None:
        rounds = [name for (name,) in self.state.rows["round"]]
        for indicator in [*list(catalogue.records())[:6], "injury_frequency", "suggestion_rate"]:
            if self.rng.random() < 0.5:
                scope = self.one(["country", "round"])
                self.put(
                    "target",
                    indicator=indicator,
                    target_scope=scope,
                    target_of=self.one(rounds) if scope == "round" else None,
                    due_on=date(2015, 12, 31),
                    target_value=float(self.rng.integers(1, 100)),
                    comparator=self.choice("comparator"),
                    target_status=self.choice("target_status"),
                    source="A plan",
                )
            if self.rng.random() < 0.3:
                told = {"remark_en": "The form changed.", "remark_zh": "表格有变。", "remark_by": "Office"}
                month = self.often(date(2015, 3, 1))
                self.put(
                    "remark",
                    indicator=indicator,
                    round=self.often(self.one(rounds)),
                    month=month,
                    remarked_on=date(2015, 4, 1),
                    **told,
                )
