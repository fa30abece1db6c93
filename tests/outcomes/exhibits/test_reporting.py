"""Who owes what, which tests a month that came passes, and what is to be asked: late, missing and odd stay apart."""

from datetime import date

import pytest

from outcomes import exhibits
from outcomes.charts import LIGHT
from outcomes.exhibits.graded import TESTS, day_of, graded

MEASURES = {"workers": 100.0, "hours_worked": 17000.0, "hazards_due": 10.0, "hazards_closed_on_time": 8.0}
MONTHS = [f"2015-{month:02d}" for month in range(1, 9)]


def rows_of(**cells) -> str:
    """Eight months of E1 and E2, four measures each; ``cells``: "E1_2015_03_workers" -> value, or None for no row."""
    lines = ["enterprise month measure value"]
    for enterprise in ("E1", "E2"):
        for month in MONTHS:
            for measure, value in MEASURES.items():
                name = f"{enterprise}_{month.replace('-', '_')}"
                told = cells.get(f"{name}_{measure}", cells.get(name, value))
                if told is not None:
                    lines.append(f"{enterprise} {month} {measure} {told}")
    return "\n".join(lines)


def month_of(asked, enterprise: str, month: int):
    (one,) = [one for one in graded(asked) if (one.enterprise, one.month) == (enterprise, date(2015, month, 1))]
    return one


def test_whole_months_pass_every_test_that_can_be_judged_and_nobody_is_late_without_a_day(snapshot_of):
    asked = snapshot_of(rows_of()).asked(look=LIGHT)
    for one in graded(asked):
        assert one.passed == {"complete": True, "timely": None, "consistent": True, "plausible": True}
        assert (one.state, one.right, one.judged, one.failed) == ("received", 3, 3, [])
    assert exhibits.coverage_head(asked) == "All 2 enterprises have sent every month that was due"
    assert exhibits.chase(asked).state == "empty"
    assert "All 16 months" in exhibits.quality(asked).title


def test_a_month_not_sent_is_owed_has_no_grade_and_is_chased(snapshot_of):
    asked = snapshot_of(rows_of(E2_2015_03=None, E2_2015_04=None)).asked(look=LIGHT)
    one = month_of(asked, "E2", 3)
    assert (one.state, one.judged) == ("not_sent", 0)
    assert exhibits.coverage_head(asked) == "1 of 2 owes a month: E2 owes Mar–Apr 2015"
    grid = exhibits.coverage_grid(asked)
    assert [row["state"] for row in grid.rows].count("not_sent") == 2
    assert (grid.lineage.rows_used, grid.lineage.rows_left_out) == (16, 0)  # a month owed is drawn as well
    assert len(exhibits.quality(asked).rows) == 14
    listed = exhibits.chase(asked).rows
    assert [(row["enterprise"], row["month"], row["what"]) for row in listed] == [
        ("E2", date(2015, 3, 1), "not_sent"),
        ("E2", date(2015, 4, 1), "not_sent"),
    ]
    assert day_of(asked) == date(2015, 9, 10)
    assert [row["days_overdue"] for row in listed] == [(date(2015, 9, 10) - row["due_on"]).days for row in listed]


@pytest.mark.parametrize(("kept", "asked_for"), [(1, False), (2, True), (3, True)])
def test_usually_kept_is_what_came_in_half_of_the_other_months_of_the_same_part(snapshot_of, kept, asked_for):
    """January to April are before the training: of the three other months a measure came in ``kept``."""
    cells = {f"E1_2015_{month:02d}_hazards_due": None for month in range(kept + 1, 5)}
    one = month_of(snapshot_of(rows_of(**cells)).asked(), "E1", 4)
    if kept == 3:
        assert one.passed["complete"] is False
    assert (one.passed["complete"] is False) == asked_for
    assert [wrong.measure for wrong in one.wrong] == (["hazards_due"] if asked_for else [])


def test_what_began_with_the_training_is_not_missing_before_it(snapshot_of):
    cells = {f"E1_2015_{month:02d}_hazards_due": None for month in range(1, 5)}
    asked = snapshot_of(rows_of(**cells)).asked()
    assert [one for one in graded(asked) if one.failed] == []


def test_three_months_are_too_few_to_say_what_is_usual(snapshot_of):
    cells = {f"E1_{month.replace('-', '_')}": None for month in MONTHS[3:4]} | {"E1_2015_01_workers": None}
    one = month_of(snapshot_of(rows_of(**cells)).asked(), "E1", 1)
    assert one.passed["complete"] is None


@pytest.mark.parametrize(
    ("cell", "value", "test", "what"),
    [
        ("hazards_closed_on_time", 11.0, "consistent", "above_whole"),
        ("hours_worked", 100 * 321.0, "consistent", "hours"),
        ("hours_worked", 100 * 59.0, "consistent", "hours"),
        ("hazards_due", 101.0, "plausible", "far_above"),
    ],
)
def test_each_thing_that_is_odd_fails_its_own_test_and_is_asked_about(snapshot_of, cell, value, test, what):
    asked = snapshot_of(rows_of(**{f"E1_2015_06_{cell}": value})).asked()
    one = month_of(asked, "E1", 6)
    assert one.failed == [test]
    (row,) = exhibits.chase(asked).rows
    assert (row["what"], row["measure"], row["month"]) == (what, cell, date(2015, 6, 1))


@pytest.mark.parametrize(
    ("cell", "value"), [("hours_worked", 100 * 320.0), ("hours_worked", 100 * 60.0), ("hazards_due", 100.0)]
)
def test_the_limits_themselves_pass(snapshot_of, cell, value):
    assert month_of(snapshot_of(rows_of(**{f"E1_2015_06_{cell}": value})).asked(), "E1", 6).failed == []


def test_after_leaving_nothing_is_owed(snapshot_of):
    gone = {f"E2_{month.replace('-', '_')}": None for month in MONTHS[5:]}
    asked = snapshot_of(rows_of(**gone), enterprises={"E2": {"exited_on": date(2015, 6, 20)}}).asked()
    assert month_of(asked, "E2", 7).state == "not_due"
    assert exhibits.chase(asked).state == "empty"


def test_the_public_sees_none_of_it(snapshot_of):
    asked = snapshot_of(rows_of()).asked("public")
    for exhibit in (exhibits.coverage_grid, exhibits.quality, exhibits.chase):
        assert exhibit(asked).state == "not_allowed"


def test_the_demonstration_has_late_months_that_are_not_missing_ones(published_store):
    from outcomes import engine, scope, store

    db = engine.open_database(store.Store(published_store).serve().snapshot, scope.parse("director"))
    asked = exhibits.Asked(db)
    months = graded(asked)
    late = [one for one in months if one.state == "late"]
    assert late and all(one.sent and one.received_on > one.due_on for one in late)
    chased = exhibits.chase(asked)
    assert {(row["enterprise"], row["month"]) for row in chased.rows if row["what"] == "not_sent"} == {
        (one.enterprise, one.month) for one in months if one.state == "not_sent"
    }
    codes = [row["enterprise"] for row in chased.rows]
    assert codes == sorted(codes)
    for before, after in zip(chased.rows, chased.rows[1:], strict=False):
        assert before["enterprise"] != after["enterprise"] or before["days_overdue"] >= after["days_overdue"]
    told = exhibits.quality(asked)
    for test, line in zip(TESTS, told.table[1:], strict=True):
        counts = [sum(row[test] == verdict for row in told.rows) for verdict in ("passed", "failed", "unknown")]
        assert line[1:] == [str(count) for count in counts] and sum(counts) == len(told.rows)
