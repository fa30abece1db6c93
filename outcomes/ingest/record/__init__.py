"""The rules of the programme's record: what each of its sheets may say, once its rows have been read one by one.

Sheet by sheet in the order in which they need each other: a row that is refused is known to be so before rows that
rest on it are looked at.
"""

from datetime import date

from outcomes.ingest.between_rows import HOME, References
from outcomes.ingest.columns import (
    ACTION,
    ASSESSMENT,
    ATTENDANCE,
    COST,
    EVENT,
    MEDIA,
    PERSON,
    PRACTICE,
    REFLECTION,
    REMARK,
    TARGET,
    TEST,
    VISIT,
    VISIT_MEMBER,
)
from outcomes.ingest.known import Known
from outcomes.ingest.record import actions, references, targets, training, visits
from outcomes.ingest.row import Row

_RULES = {
    PERSON: training.person,
    EVENT: training.event,
    ATTENDANCE: training.attendance,
    VISIT: visits.visit,
    VISIT_MEMBER: None,
    PRACTICE: None,
    ASSESSMENT: visits.assessment,
    TEST: training.test,
    REFLECTION: training.reflection,
    ACTION: actions.action,
    MEDIA: None,
    TARGET: targets.target,
    COST: None,
    REMARK: targets.remark,
}
_KINDS = {sheet: kind for kind, sheet in HOME.items()}


def check(rows: dict[str, list[Row]], known: Known, codes: References, today: date) -> None:
    """``codes`` has taken in rounds, enterprises and enrolments; it takes in the codes of the record here."""
    for sheet, rule in _RULES.items():
        for row in rows.get(sheet, ()):
            references.check(row, codes)
            if rule:
                rule(row, codes, today)
        if sheet == ATTENDANCE:
            training.attended_once(rows.get(sheet, []), known)
        if sheet == TEST:
            training.same_questions(rows.get(sheet, []), known)
        if sheet in _KINDS:
            for row in rows.get(sheet, ()):
                codes.take(_KINDS[sheet], row)
