"""A good submission on the real template; a test changes what it is about and checks the real file."""

from copy import deepcopy
from datetime import date

import pytest

from outcomes import ingest

TODAY = date(2015, 11, 9)
GOOD = {
    "rounds": [
        {
            "round": "NX-2015A",
            "name_en": "Nanxun 2015",
            "name_zh": "南浔2015年",
            "data_kind": "real",
            "region": "330503",
            "modules": "M1,M5",
            "baseline_start": date(2015, 1, 1),
            "training_start": date(2015, 5, 1),
            "training_end": date(2015, 10, 31),
            "sharing_date": None,
        }
    ],
    "enterprises": [
        {
            "enterprise": code,
            "legal_name": f"演示企业（{code}）",
            "region": "330503",
            "sector": "C38",
            "employees": 120,
            "women": 50,
            "revenue_wan": 2400.5,
            "consent": "aggregate",
        }
        for code in ("NX-01", "NX-02")
    ],
    "enrolments": [
        {
            "round": "NX-2015A",
            "enterprise": code,
            "arm": "pilot",
            "enrolled_on": date(2015, 4, 8),
            "exited_on": None,
            "exit_reason": None,
        }
        for code in ("NX-01", "NX-02")
    ],
    "monthly": [
        {
            "enterprise": code,
            "month": date(2015, month, 1),
            "quality": None,
            "received_on": date(2015, month + 1, 8),
            "workers": 118,
            "women_workers": 50,
            "hours_worked": 21_000 + 100 * month,
            "new_injuries": 0,
            "scheduled_days": 2_600,
            "absent_days": 90.5,
            "hazards_due": 12,
            "hazards_closed_on_time": 8,
        }
        for code in ("NX-01", "NX-02")
        for month in range(1, 7)
    ],
}


@pytest.fixture
def tables():
    """The good submission, to be changed by the test: sheet -> rows. ``monthly`` begins in row 3."""
    return deepcopy(GOOD)


@pytest.fixture
def check():
    """Check tables (written on the template), bytes or a path; ``found`` of the result is (severity, rule, where)."""

    def checked(given, name="submission.xlsx", known=None, today=TODAY):
        data = ingest.template_bytes("en", given) if isinstance(given, dict) else given
        return ingest.check(data, name, known or ingest.Known.nothing(), today)

    return checked


@pytest.fixture
def found(check):
    """(severity, rule, where) of every finding except the columns that the good submission leaves out."""

    def findings(given, **options):
        answer = check(given, **options)
        assert answer.rows_in == answer.rows_accepted + answer.rows_refused
        return [(f.severity, f.rule, f.where) for f in answer.findings]

    return findings
