"""A good record beside the good figures of conftest: one row or two on each of its sheets, with nothing to be found."""

from datetime import date

RECORD = {
    "persons": [
        {"person": "CON-01", "role": "consultant", "sex": "female", "organisation": "training_provider"},
        {"person": "INS-01", "role": "inspector", "sex": "male", "organisation": "osh_authority"},
        {
            "person": "TRA-01",
            "role": "trainer",
            "sex": "female",
            "organisation": "training_provider",
            "trainer_status": "certified",
            "certified_on": date(2015, 3, 1),
            "certified_modules": "M1,M5",
        },
    ],
    "events": [
        {
            "event": "EVT-1",
            "round": "NX-2015A",
            "event_type": "tot",
            "modules": "M1,M5",
            "name_en": "Training of trainers",
            "name_zh": "培训师培训",
            "region": "330503",
            "starts_on": date(2015, 4, 27),
            "ends_on": date(2015, 4, 29),
            "data_kind": "real",
            "source": "Report of the round, June 2015",
        }
    ],
    "attendance": [
        {"event": "EVT-1", "person": "CON-01", "role": "consultant"},
        {"event": "EVT-1", "role": "mixed", "sex": "undisclosed", "persons": 50, "is_estimate": "yes"},
    ],
    "visits": [
        {
            "visit": "V-1",
            "round": "NX-2015A",
            "enterprise": "NX-01",
            "purpose": "coaching",
            "planned_on": date(2015, 5, 12),
            "done_on": date(2015, 5, 14),
            "visit_hours": 6.5,
        }
    ],
    "visit_members": [
        {"visit": "V-1", "person": "CON-01", "visit_role": "consultant"},
        {"visit": "V-1", "person": "INS-01", "visit_role": "inspector"},
    ],
    "practices": [
        {"practice": "M5-01", "modules": "M5", "practice_en": "Machines are guarded", "practice_zh": "机器有防护"},
    ],
    "assessments": [
        {
            "round": "NX-2015A",
            "enterprise": "NX-01",
            "wave": "baseline",
            "practice": "M5-01",
            "answer": "na",
            "assessed_on": date(2015, 4, 20),
        }
    ],
    "tests": [
        {"event": "EVT-1", "person": "INS-01", "test_wave": wave, "item_bank": "B1", "score": score, "score_max": 20}
        for wave, score in (("before", 9.5), ("after", 16))
    ],
    "reflections": [
        {
            "round": "NX-2015A",
            "person": "INS-01",
            "test_wave": "after",
            "theme": "service",
            "said_on": date(2015, 10, 20),
            "said_en": "I used to come with a form. Now I come with a question. " * 6,
            "rating_enforcement": 3,
            "rating_prevention": 5,
            "rating_service": 4,
            "quote_consent": "yes",
        }
    ],
    "actions": [
        {
            "action": "A-1",
            "round": "NX-2015A",
            "enterprise": "NX-01",
            "action_en": "A guard at the saw",
            "action_zh": "锯床防护罩",
            "action_category": "5s",
            "control": "engineering",
            "proposed_by": "eit",
            "opened_on": date(2015, 5, 20),
            "due_on": date(2015, 6, 20),
            "done_on": date(2015, 6, 10),
            "action_status": "done",
            "cost": 300,
            "saving_monthly": 120,
            "saving_basis": "measured",
            "verified_by": "CON-01",
            "verified_on": date(2015, 8, 1),
            "quote_zh": "现在用起来放心。",
            "quote_consent": "no",
        }
    ],
    "media": [
        {"photo": "P-1", "action": "A-1", "media_kind": "before", "file": "a1-before.jpg", "photo_consent": "no"},
    ],
    "targets": [
        {
            "indicator": indicator,
            "target_scope": scope,
            "target_of": whom,
            "due_on": date(2015, 12, 31),
            "target_value": 60,
            "comparator": "at_least",
            "target_status": "planning",
            "source": "Work plan",
        }
        for indicator, scope, whom in (("visits_full_team", "round", "NX-2015A"), ("suggestion_rate", "country", None))
    ],
    "costs": [
        {
            "round": "NX-2015A",
            "month": date(2015, 5, 1),
            "cost_category": "training",
            "funder": "ilo",
            "amount": 12_000.5,
        },
    ],
    "remarks": [
        {
            "indicator": "injury_frequency",
            "round": "NX-2015A",
            "month": date(2015, 6, 1),
            "remark_en": "One workshop was closed.",
            "remark_zh": "一个车间停产。",
            "remark_by": "Office",
            "remarked_on": date(2015, 7, 1),
        }
    ],
}
