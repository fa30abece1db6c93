"""Rules that need more than one row: keys, references, enrolment."""

from datetime import date

from outcomes import ingest

MARCH = date(2015, 3, 1)


def test_both_rows_of_a_key_that_comes_twice_are_refused(tables, check):
    tables["monthly"].append({**tables["monthly"][0], "workers": 99})
    checked = check(tables)
    assert [(finding.rule, finding.row) for finding in checked.errors] == [("duplicate-key", 3), ("duplicate-key", 15)]
    assert "15" in checked.errors[0].what("en")
    assert checked.rows_refused == 2


def test_rows_that_rest_on_a_refused_enterprise_are_refused_and_say_so(tables, check):
    tables["enterprises"][0]["employees"] = "many"
    checked = check(tables)
    rules = {finding.rule for finding in checked.errors}
    assert rules == {"not-a-number", "rests-on-refused"}
    assert checked.rows_refused == 1 + 1 + 6
    assert {one["enterprise"] for one in checked.tables["monthly"]} == {"NX-02"}


def test_an_enterprise_that_is_not_enrolled_has_no_months(tables, check):
    del tables["enrolments"][0]
    assert {finding.rule for finding in check(tables).errors} == {"not-enrolled"}


def test_a_month_before_the_baseline_is_refused(tables, found):
    tables["monthly"][0]["month"] = date(2014, 12, 1)
    assert ("error", "before-baseline", "monthly!B3") in found(tables)


def test_the_month_of_leaving_is_the_last_one(tables, check):
    tables["enrolments"][0] |= {"exited_on": date(2015, 4, 20), "exit_reason": "withdrew"}
    late = [(finding.rule, finding.row) for finding in check(tables).errors]
    assert late == [("after-exit", 7), ("after-exit", 8)]  # May and June; April was left in


def test_leaving_without_a_reason_is_a_warning(tables, found):
    tables["enrolments"][0]["exited_on"] = date(2015, 10, 20)
    assert ("warning", "exit-without-reason", "enrolments!F3") in found(tables)


def test_what_was_accepted_before_may_be_referred_to(tables, check):
    first = check(tables)
    known = ingest.Known(
        rounds={row["round"]: row for row in first.tables["rounds"]},
        enterprises={row["enterprise"]: row for row in first.tables["enterprises"]},
        enrolments=first.tables["enrolments"],
        medians={},
    )
    later = {"monthly": [{**tables["monthly"][0], "month": date(2015, 7, 1)}]}
    assert check(later, known=known).rows_accepted == 1
    assert check(later).rows_refused == 1


def test_a_correction_of_an_enrolment_holds_over_what_was_known(tables, check):
    first = check(tables)
    known = ingest.Known(
        {row["round"]: row for row in first.tables["rounds"]},
        {row["enterprise"]: row for row in first.tables["enterprises"]},
        first.tables["enrolments"],
        {},
    )
    left = {**tables["enrolments"][0], "exited_on": date(2015, 4, 20), "exit_reason": "closed"}
    later = {"enrolments": [left], "monthly": [{**tables["monthly"][0], "month": date(2015, 6, 1)}]}
    assert [finding.rule for finding in check(later, known=known).errors] == ["after-exit"]


def test_tomorrow_is_not_the_future_for_a_sender_whose_clock_is_ahead(tables, check):
    tables["monthly"] = [{**tables["monthly"][0], "month": date(2015, 12, 1), "received_on": None}]
    assert not check(tables, today=date(2015, 11, 30)).errors
    assert [finding.rule for finding in check(tables, today=date(2015, 11, 29)).errors] == ["future-month"]
