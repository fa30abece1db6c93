"""Persons, events, who came to them, what was known before and after, and what was said."""

from datetime import date

from outcomes.ingest.between_rows import References
from outcomes.ingest.known import Known
from outcomes.ingest.row import Row

_RATINGS = ("rating_enforcement", "rating_prevention", "rating_service")
_LEAST, _MOST = 1, 5


def person(row: Row, codes: References, today: date) -> None:
    """A day of certification says what the person was certified as."""
    if row.values.get("certified_on") and row.is_blank("trainer_status"):
        row.find("certified-as-nothing", "trainer_status", "warning")


def event(row: Row, codes: References, today: date) -> None:
    """What is told as a fact can be looked up."""
    if row.values.get("data_kind") == "real" and row.is_blank("source"):
        row.find("real-without-source", "source")


def attendance(row: Row, codes: References, today: date) -> None:
    """One person, or a number of persons of one role."""
    who, count = row.values.get("person"), row.values.get("persons")
    if who and count is not None and count != 1:
        row.find("person-and-count", "persons")
    if who and row.values.get("is_estimate") == "yes":
        row.find("person-estimated", "is_estimate", "warning")
    if row.is_blank("person"):
        if row.is_blank("persons"):
            row.find("nobody-came", "persons")
        elif row.is_blank("role"):
            row.find("count-without-role", "role")


def attended_once(rows: list[Row], known: Known) -> None:
    """A person is at an event once, whatever the roles: else the person would be counted twice."""
    before = {key[:2]: key for key in known.attendance if key[1]}
    by_person: dict[tuple, list[Row]] = {}
    for row in rows:
        if row.key and row.values.get("person"):
            by_person.setdefault(row.key[:2], []).append(row)
    for who, same in by_person.items():
        for row in same:
            if len({one.key for one in same}) > 1:  # the same key twice is told as such
                row.find("attended-twice", "person", rows=", ".join(str(o.number) for o in same[:6] if o is not row))
            elif before.get(who, row.key) != row.key:
                row.find("attended-before", "person")


def test(row: Row, codes: References, today: date) -> None:
    """A score is read as a share of the full score."""
    if row.values.get("score_max") == 0:
        row.find("full-score-zero", "score_max")


def same_questions(rows: list[Row], known: Known) -> None:
    """Only scores on the same questions are compared; others are told where the later one stands."""
    banks = {key: told.get("item_bank") for key, told in known.tests.items()}
    banks |= {row.key: row.values.get("item_bank") for row in rows if row.key}
    for row in rows:
        if row.key is None or row.key[2] == "before":
            continue
        before = banks.get((*row.key[:2], "before"))
        if before and row.values.get("item_bank") and before != row.values["item_bank"]:
            row.find("other-questions", "item_bank", "warning", before=before)


def reflection(row: Row, codes: References, today: date) -> None:
    """Ratings run from 1 to 5."""
    for column in _RATINGS:
        rating = row.values.get(column)
        if rating is not None and not _LEAST <= rating <= _MOST:
            row.find("rating-outside", column, least=_LEAST, most=_MOST)
