"""A reader's database physically holds the own rows and nothing else, and nothing can be got out of it or into it."""

import duckdb
import pytest

from outcomes.engine.connection import FILLING_LIMIT_MS, TIME_LIMIT_MS
from outcomes.errors import BadQuestion, NotAllowed

CASE = "month  enterprise  measure  value\n" + "\n".join(
    f"2015-{month:02d}  E{n}  {measure}  {value}"
    for month in (1, 5)
    for n in range(1, 7)
    for measure, value in (("new_injuries", 1), ("hours_worked", 1000 * n))
)


def held(db, sql: str) -> list:
    with db._con.cursor() as cursor:
        return cursor.execute(sql).fetchall()


def test_an_officers_database_holds_only_rows_of_the_own_regions(snapshot_of):
    drawn = snapshot_of(CASE, enterprises={"E1": {"region": "330502"}, "E2": {"region": "330502"}})
    db = drawn.db("officer:330502")
    assert held(db, "select distinct enterprise from observation order by 1") == [("E1",), ("E2",)]
    assert held(db, "select distinct enterprise from panel order by 1") == [("E1",), ("E2",)]
    assert held(db, "select distinct enterprise from enterprise_identity order by 1") == [("E1",), ("E2",)]
    assert held(db, "select distinct enterprise from enrolment order by 1") == [("E1",), ("E2",)]
    assert held(db, "select count(*) from submission") == [(0,)]


def test_an_officer_of_a_prefecture_sees_all_its_counties(snapshot_of):
    drawn = snapshot_of(CASE, enterprises={"E1": {"region": "330502"}, "E2": {"region": "510104"}})
    assert len(held(drawn.db("officer:330500"), "select distinct enterprise from panel")) == 5


def test_the_public_database_has_no_column_that_names_an_enterprise(snapshot_of):
    db = snapshot_of(CASE).db("public")
    columns = {row[0] for row in held(db, "select column_name from duckdb_columns() where not internal")}
    assert not columns & {"enterprise", "legal_name", "submission", "county", "prefecture"}
    assert [name for name in db.tables() if not name.startswith("public_")] == [
        "calendar_month",
        "event",
        "indicator",
        "measure",
        "round",
    ]


def test_the_public_sees_whole_rounds_of_at_least_five_and_nothing_of_fewer(snapshot_of):
    four_in_february = CASE + "".join(
        f"\n2015-02  E{n}  {m}  9" for n in range(1, 5) for m in ("new_injuries", "hours_worked")
    )
    drawn = snapshot_of(four_in_february)
    rows = {row["month"].month: row for row in drawn.asked("public").ask("trend", ["injury_frequency"]).rows}
    assert (rows[1]["numerator"], rows[1]["reporting"], rows[1]["suppressed"]) == (6, 6, False)
    february = rows[2]
    assert february["suppressed"] is True
    assert [february[key] for key in ("numerator", "denominator", "value", "reporting")] == [None] * 4


def test_a_question_about_enterprises_is_not_open_to_the_public(snapshot_of):
    db = snapshot_of(CASE).db("public")
    with pytest.raises(NotAllowed, match="public view"):
        db.ask("memberships")


@pytest.mark.parametrize(
    "statement",
    [
        "select * from read_csv('/etc/passwd')",
        "select * from read_text('/etc/hostname')",
        "select * from glob('/etc/*')",
        "copy panel to 'out.csv'",
        "attach 'x.db'",
        "install httpfs",
        "load httpfs",
        "set memory_limit = '8GB'",
        "set enable_external_access = true",
        "export database 'x'",
    ],
)
def test_the_database_is_closed_to_files_the_network_and_settings(snapshot_of, statement):
    db = snapshot_of(CASE).db()
    with pytest.raises(duckdb.Error):
        held(db, statement)


@pytest.mark.parametrize("text", ["' or 1=1 --", "x'; drop table panel; --", "\x00", "𝓮", "；", '"'])
def test_a_hostile_filter_is_only_a_value_that_nothing_matches(snapshot_of, text):
    drawn = snapshot_of(CASE)
    db = drawn.db()
    before = held(db, "select count(*) from panel")
    asked = drawn.asked(sector=text)
    assert asked.kept == []
    assert asked.ask("trend", ["injury_frequency"]).rows == []
    assert held(db, "select count(*) from panel") == before


def test_a_parameter_missing_or_too_many_is_refused_by_name(snapshot_of):
    db = snapshot_of(CASE).db()
    with pytest.raises(BadQuestion, match="does not ask for: colour"):
        db.ask("memberships", colour="red")
    with pytest.raises(BadQuestion, match=r"also needs: .*first_month"):
        db.ask("trend", indicators=["injury_frequency"])


def test_each_question_has_the_readers_limit_and_not_that_of_filling(snapshot_of):
    with snapshot_of(CASE).db()._con.cursor() as cursor:
        (limit,) = cursor.execute("select current_setting('max_execution_time')").fetchone()
    assert limit == TIME_LIMIT_MS < FILLING_LIMIT_MS


def test_a_question_that_takes_too_long_is_stopped_and_the_next_one_works(snapshot_of, tmp_path, monkeypatch):
    (tmp_path / "endless.sql").write_text(
        "-- How long?\n--\n-- row: one\n-- asks: nothing\n-- gives: n\n\n"
        "with recursive t as (select 1 as n union all select n + 1 from t where n < 1000000000)\n"
        "select count(*) as n from t order by 1\n"
    )
    db = snapshot_of(CASE).db()
    monkeypatch.setenv("OUTCOMES_QUERIES", str(tmp_path))
    with pytest.raises(BadQuestion, match="endless"):
        db.ask("endless")
    monkeypatch.delenv("OUTCOMES_QUERIES")
    assert len(db.ask("memberships").rows) == 6
