"""The sheets of the programme's record: what is read, what is refused, and where that is told."""

from copy import deepcopy
from datetime import date

import pytest

from outcomes import ingest, words
from outcomes.ingest.columns import sheets
from tests.outcomes.ingest.photographs import file, zipped
from tests.outcomes.ingest.record_rows import RECORD


@pytest.fixture
def record(tables):
    """The good figures and the good record, without the months: sheet -> rows, to be changed by the test."""
    return {**{sheet: tables[sheet] for sheet in ("rounds", "enterprises", "enrolments")}, **deepcopy(RECORD)}


@pytest.fixture
def check(check):
    """The workbook goes in a zip with the photo that it names."""

    def checked(given, **options):
        book = ingest.template_bytes("en", given)
        return check(zipped({"record.xlsx": book, "a1-before.jpg": file()}), name="record.zip", **options)

    return checked


@pytest.fixture
def wrong(found):
    """Errors and warnings as (severity, rule, where)."""
    return lambda given, **options: [told for told in found(given, **options) if told[0] != "info"]


def more(record, sheet, **changes):
    """One more row like the first of the sheet; changes of its key keep it apart."""
    record[sheet].append({**record[sheet][0], **changes})


def test_a_good_record_is_read_value_for_value_with_its_place(record, check):
    checked = check(record)
    assert [finding.as_dict("en") for finding in checked.findings] == []
    for sheet, rows in RECORD.items():
        ids = [column.id for column in sheets()[sheet].columns]
        read = [{name: row[name] for name in ids} for row in checked.tables[sheet]]
        sent = [{name: row.get(name) for name in ids} for row in rows]
        for row in sent:
            for name, text in row.items():
                row[name] = text.strip() if isinstance(text, str) else text
        assert read == sent, sheet
        assert [row["row"] for row in checked.tables[sheet]] == list(range(3, 3 + len(rows)))
    assert checked.tables["visit_members"][0]["cells"] == '{"person":"B","visit":"A","visit_role":"C"}'


def test_codes_that_nobody_introduced_are_told_where_they_stand(record, wrong):
    record["attendance"][0] |= {"event": "EVT-9", "person": "CON-9"}
    record["visits"][0] |= {"round": "NX-9"}
    record["visit_members"][0]["visit"] = "V-9"
    record["assessments"][0]["practice"] = "M5-9"
    record["media"][0]["action"] = "A-9"
    record["costs"][0]["round"] = "NX-9"
    record["remarks"][0] |= {"indicator": "luck", "enterprise": "NX-9"}
    record["actions"][0]["verified_by"] = "CON-9"
    record["targets"][0]["target_of"] = "NX-9"
    assert wrong(record) == [
        ("error", "unknown-event", "attendance!A3"),
        ("error", "unknown-person", "attendance!B3"),
        ("error", "unknown-round", "visits!B3"),
        ("error", "unknown-visit", "visit_members!A3"),
        ("error", "rests-on-refused", "visit_members!A4"),
        ("error", "unknown-practice", "assessments!D3"),
        ("error", "unknown-person", "actions!S3"),
        ("error", "unknown-action", "media!B3"),
        ("error", "unknown-round", "targets!C3"),
        ("error", "unknown-round", "costs!A3"),
        ("error", "unknown-enterprise", "remarks!D3"),
        ("error", "unknown-indicator", "remarks!A3"),
    ]


def test_a_row_that_rests_on_a_refused_row_says_on_which(record, check):
    record["events"][0]["ends_on"] = date(2015, 4, 1)
    refused = [(f.rule, f.where, f.details.get("home")) for f in check(record).errors]
    assert refused == [
        ("event-order", "events!I3", None),
        *[("rests-on-refused", f"attendance!A{row}", "events") for row in (3, 4)],
        *[("rests-on-refused", f"tests!A{row}", "events") for row in (3, 4)],
    ]


def test_codes_are_one_code_however_they_are_spelled(record, check):
    record["visit_members"][0] |= {"visit": "v-1", "person": "con-01"}
    record["actions"][0]["verified_by"] = "Con-01"
    record["targets"][0] |= {"target_of": "nx-2015a", "indicator": "Visits_Full_Team"}
    checked = check(record)
    assert not checked.errors
    member, action, target = (checked.tables[sheet][0] for sheet in ("visit_members", "actions", "targets"))
    assert (member["visit"], member["person"], action["verified_by"]) == ("V-1", "CON-01", "CON-01")
    assert (target["target_of"], target["indicator"]) == ("NX-2015A", "visits_full_team")


def test_who_came_is_one_person_or_a_number_of_persons_of_a_role(record, wrong):
    record["attendance"] = [
        {"event": "EVT-1", "person": "-", "role": "worker"},
        {"event": "EVT-1", "person": "INS-01", "persons": 3},
        {"event": "EVT-1", "persons": 7},
        {"event": "EVT-1", "person": "TRA-01", "persons": 1, "is_estimate": "yes"},
    ]
    assert wrong(record) == [
        ("error", "nobody-came", "attendance!F3"),
        ("error", "person-and-count", "attendance!F4"),
        ("error", "count-without-role", "attendance!C5"),
        ("warning", "person-estimated", "attendance!G6"),
    ]


def test_a_person_twice_in_one_event_is_refused_both_times(record, check):
    more(record, "attendance", role="trainer")
    told = [(f.rule, f.where, f.details["rows"]) for f in check(record).errors]
    assert told == [("attended-twice", "attendance!B3", "5"), ("attended-twice", "attendance!B5", "3")]


def test_a_visit_has_a_day_after_joining_and_before_leaving_that_is_not_ahead(record, wrong):
    record["enrolments"][0] |= {"exited_on": date(2015, 9, 30), "exit_reason": "completed"}
    done = {"planned_on": None, "done_on": None}
    more(record, "visits", visit="V-2", done_on="-", planned_on=None)
    more(record, "visits", visit="V-3", done_on=date(2015, 4, 7))
    more(record, "visits", visit="V-4", **done | {"planned_on": date(2015, 4, 7)})
    more(record, "visits", visit="V-5", done_on=date(2015, 10, 1))
    more(record, "visits", visit="V-6", done_on=date(2015, 10, 1), purpose="follow_up")  # after a round completed
    more(record, "visits", visit="V-7", enterprise="NX-02", done_on=date(2015, 11, 20))
    more(record, "visits", visit="V-8", visit_hours=60)
    record["enterprises"].append({**record["enterprises"][0], "enterprise": "NX-03"})
    more(record, "visits", visit="V-9", enterprise="NX-03")
    assert wrong(record) == [
        ("error", "visit-without-day", "visits!F4"),
        ("error", "before-enrolment", "visits!G5"),
        ("error", "before-enrolment", "visits!F6"),
        ("error", "after-leaving", "visits!G7"),
        ("error", "done-ahead", "visits!G9"),
        ("warning", "visit-too-long", "visits!H10"),
        ("error", "not-in-round", "visits!C11"),
    ]


def test_a_person_has_one_role_in_a_visit(record, wrong):
    more(record, "visit_members", visit_role="observer")
    assert wrong(record) == [("error", "duplicate-key", f"visit_members!B{row}") for row in (3, 5)]


def test_an_enterprise_is_assessed_after_it_joined(record, wrong):
    more(record, "assessments", wave="endline", enterprise="NX-02", assessed_on=date(2015, 4, 7))
    more(record, "assessments", wave="progress", answer="perhaps")
    assert wrong(record) == [
        ("error", "before-enrolment", "assessments!F4"),
        ("error", "not-a-choice", "assessments!E5"),
    ]


def test_the_days_of_an_action_are_in_order(record, wrong):
    early = date(2015, 5, 1)
    more(record, "actions", action="A-2", due_on=early)
    more(record, "actions", action="A-3", done_on=early)
    more(record, "actions", action="A-4", verified_on=early)
    more(record, "actions", action="A-5", done_on=date(2015, 12, 1))
    assert wrong(record) == [
        ("error", "due-before-opened", "actions!K4"),
        ("error", "done-before-opened", "actions!L5"),
        ("error", "verified-before-opened", "actions!T6"),
        ("error", "done-ahead", "actions!L7"),
    ]


def test_an_action_that_misses_something_is_accepted_and_told(record, check):
    more(record, "actions", action="A-2", verified_by="n/a", verified_on=None)
    more(record, "actions", action="A-3", verified_by=None, saving_monthly=0)
    more(record, "actions", action="A-4", verified_on=None)
    more(record, "actions", action="A-5", done_on=None, action_status="sustained")
    more(record, "actions", action="A-6", quote_consent=None)
    checked = check(record)
    assert [(f.severity, f.rule, f.where) for f in checked.findings if f.severity != "info"] == [
        ("warning", "saving-unverified", "actions!S4"),
        ("warning", "verified-by-nobody", "actions!S5"),
        ("warning", "verified-without-day", "actions!T6"),
        ("warning", "finished-without-day", "actions!L7"),
        ("warning", "quote-without-consent", "actions!AE8"),
    ]
    assert len(checked.tables["actions"]) == 6


def test_a_score_is_not_above_the_full_score_and_only_the_same_questions_are_compared(record, wrong):
    record["tests"][0]["score"] = 21
    record["tests"][1]["item_bank"] = "B2"
    more(record, "tests", person="CON-01", score=0, score_max=0)
    assert wrong(record) == [
        ("error", "not-above", "tests!E3"),
        ("warning", "other-questions", "tests!D4"),
        ("error", "full-score-zero", "tests!F5"),
    ]


def test_ratings_run_from_one_to_five(record, wrong):
    record["reflections"][0] |= {"rating_enforcement": 0, "rating_service": 6}
    assert wrong(record) == [("error", "rating-outside", f"reflections!{column}3") for column in ("H", "J")]


def test_what_is_told_as_a_fact_names_its_source_and_a_certificate_its_kind(record, wrong):
    record["events"][0]["source"] = "无"
    record["attendance"], record["tests"] = [], []
    record["persons"][2]["trainer_status"] = None
    assert wrong(record) == [
        ("warning", "certified-as-nothing", "persons!F5"),
        ("error", "real-without-source", "events!K3"),
    ]


def test_a_target_has_a_due_date_and_is_for_whom_it_says(record, wrong):
    record["targets"][0]["due_on"] = None
    record["targets"][1]["target_of"] = "NX-2015A"
    more(record, "targets", due_on=date(2015, 11, 30), target_of="-")
    more(record, "targets", due_on=date(2015, 11, 30), target_scope="enterprise", target_of="NX-02")
    assert wrong(record) == [
        ("error", "missing-key", "targets!D3"),
        ("error", "country-of-something", "targets!C4"),
        ("error", "target-of-nobody", "targets!C5"),
    ]


def test_a_long_quote_is_read_and_one_without_end_is_not(record, wrong):
    record["actions"][0]["quote_en"] = "x" * 1000
    record["actions"][0]["action_en"] = "x" * 201
    record["reflections"][0]["said_zh"] = "好" * 1001
    assert wrong(record) == [
        ("error", "too-long", "reflections!G3"),
        ("error", "too-long", "actions!E3"),
        ("error", "rests-on-refused", "media!B3"),
    ]


def test_choices_of_the_record_are_read_in_both_languages(record, check):
    record["assessments"][0]["answer"] = "不适用"
    record["actions"][0] |= {"control": "Engineering control", "proposed_by": "改进小组（EIT）"}
    checked = check(record)
    assert not checked.errors
    assert checked.tables["assessments"][0]["answer"] == "na"
    action = checked.tables["actions"][0]
    assert (action["control"], action["proposed_by"]) == ("engineering", "eit")


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_what_is_found_is_said_with_nothing_left_to_fill_in(record, check, lang):
    record["visits"][0]["done_on"] = date(2015, 4, 1)
    record["attendance"].append({**record["attendance"][0], "role": "trainer"})
    record["reflections"][0]["rating_service"] = 9
    said = [finding.what(lang) + finding.fix(lang) for finding in check(record).findings]
    assert len(said) >= 4 and not [text for text in said if "{" in text or "None" in text]
    assert any("2015-04-08" in text for text in said)
