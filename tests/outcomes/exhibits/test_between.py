"""Two small snapshots held against each other: each class of change, drawn alone, has the whole effect."""

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from outcomes import engine, scope
from outcomes.charts import LIGHT
from outcomes.exhibits import between, registry
from outcomes.exhibits.between import which
from outcomes.exhibits.between.effects import effects, effects_of
from outcomes.exhibits.between.values import Value
from outcomes.exhibits.exhibit import Exhibit
from outcomes.store import Entry

ROOT = Path(__file__).parents[3]
HEAD = "month enterprise measure value\n"


def rows(injuries: str = "1 1 1", month: str = "2015-05") -> str:
    """A month of three pilots: so many injuries each over 1000 hours, after one injury each in January."""
    before = "".join(
        f"2015-01 E{n} new_injuries 1\n2015-01 E{n} hours_worked 1000\n" for n in range(1, len(injuries.split()) + 1)
    )
    after = "".join(
        f"{month} E{n} new_injuries {k}\n{month} E{n} hours_worked 1000\n"
        for n, k in enumerate(injuries.split(), start=1)
        if k != "-"
    )
    return before + after


def compared(snapshot_of, first: tuple, second: tuple, who: str = "director"):
    """The later of two snapshots of one store, with the earlier beside it."""
    then, now = snapshot_of(HEAD + first[0], *first[1:]), snapshot_of(HEAD + second[0], *second[1:])
    return now.asked(who).but(base=which.database(now.store, then.id, scope.parse(who)))


def parts(asked) -> dict[str, float]:
    """The effects on injury frequency that are not nothing."""
    return {kind: part for kind, part in effects(asked)["injury_frequency"].parts.items() if part}


def test_a_corrected_cell_has_the_whole_effect(snapshot_of):
    asked = compared(snapshot_of, (rows("1 1 1"),), (rows("4 1 1"),))
    assert parts(asked) == pytest.approx({"corrected": 1_000.0})  # three cases more in 3000 hours
    (cell,) = registry.build(asked, "changes-cells", None).rows
    assert (cell["enterprise"], cell["month"], cell["column"], cell["old"], cell["new"]) == (
        "E1",
        "2015-05",
        "new_injuries",
        1.0,
        4.0,
    )
    assert (cell["old_cell"], cell["new_sheet"]) == ("A1", "monthly")


def test_a_figure_that_is_taken_back_has_the_whole_effect(snapshot_of):
    extra = "2015-06 E1 new_injuries 6\n2015-06 E1 hours_worked 1000\n"
    asked = compared(snapshot_of, (rows() + extra,), (rows(),))
    assert parts(asked) == pytest.approx({"withdrawn": -1_250.0})  # 9 in 4000 hours were 2250 a million


def test_an_enterprise_that_changes_sides_has_the_whole_effect(snapshot_of):
    four = rows("1 1 1 5")
    asked = compared(snapshot_of, (four,), (four, {"E4": {"arm": "comparison"}}))
    assert parts(asked) == pytest.approx({"membership": -1_000.0})


def test_what_came_after_its_day_is_late_and_what_has_no_day_is_not(snapshot_of):
    asked = compared(snapshot_of, (rows("1 1 1"),), (rows("1 1 1") + rows("3 3 3", "2015-06"),))
    assert set(parts(asked)) == {"added"}  # the drawn rows have no day of receipt


def test_a_formula_of_another_day_has_the_whole_effect(snapshot_of):
    asked = compared(snapshot_of, (rows(),), (rows("1 1 4"),))
    today = asked.db.indicators["injury_frequency"]
    then = asked.base.indicators | {"injury_frequency": replace(today, scale=100_000, version=0)}
    base = engine.open_database(asked.base.snapshot, asked.db.scope, then)
    asked = asked.but(base=base)
    assert parts(asked) == pytest.approx({"corrected": 100.0, "definitions": 1_800.0})  # 100, 200, then 2000


def test_a_definition_that_changed_opens_to_its_file_in_the_catalogue(snapshot_of):
    asked = compared(snapshot_of, (rows(),), (rows("1 1 4"),))
    asked.base.snapshot.manifest["facts"]["definitions"]["injury_frequency"] |= {"scale": 100_000, "version": 0}
    lineage = registry.build(asked, "changes-definitions", None).lineage
    opened = lineage.cells()
    assert len(opened) == lineage.rows_used == 2  # scale and version
    assert {row["numerator_file"] for row in opened} == {"queries/indicators/injury_frequency.toml"}


def test_a_value_that_goes_and_comes_again_leaves_the_sum_as_it_is(snapshot_of):
    asked = compared(snapshot_of, (rows(),), (rows(),))
    one = asked.db.indicators["injury_frequency"]
    steps = [Value(v, 5 if v else 2) for v in (5.0, None, None, 6.0, 6.0, None, 9.0)]
    told = effects_of(one, steps)
    assert list(told.parts.values()) == [None, None, 1.0, 0.0, None, 3.0]
    assert told.appeared is told.vanished is None
    gone = effects_of(one, [Value(v, 3) for v in (5.0, 5.5, None, 6.0, None, None, None)])
    assert (gone.vanished, gone.difference) == ("withdrawn", None)


def test_with_one_snapshot_alone_every_exhibit_says_what_will_stand_there(snapshot_of):
    asked = snapshot_of(HEAD + rows()).asked()
    for name, entry in registry.EXHIBITS.items():
        if entry.of_two:
            shown: Exhibit = registry.build(asked, name, None)
            assert shown.state == "empty"
            assert "second snapshot" in shown.subtitle
    assert "no earlier snapshot" in between.finding(asked)


def test_an_officer_hears_nothing_of_other_regions(snapshot_of):
    else_where = {"E3": {"region": "510104"}}
    asked = compared(snapshot_of, (rows("1 1 1"), else_where), (rows("4 1 7"), else_where), "officer:330503")
    told = registry.build(asked, "changes-cells", None)
    assert {row["enterprise"] for row in told.rows} == {"E1"}
    assert {row["enterprise"] for row in registry.build(asked, "changes-counts", None).rows} == {"E1"}


def entry(name: str, day: int, as_of: str) -> Entry:
    created = datetime(2015, 10, day, tzinfo=UTC)
    return Entry(name, created, "", "", "superseded", None, "", [], {}, False, False, as_of)


@pytest.mark.parametrize(
    ("kind", "meeting", "wanted"),
    [
        ("real", date(2015, 10, 15), ("b", date(2015, 10, 15))),  # published by that day
        ("real", date(2015, 10, 30), ("c", None)),  # the current one was there already: the one before it
        ("real", date(2015, 9, 1), ("c", None)),  # before anything was published
        ("demonstration", date(2015, 8, 31), ("c", date(2015, 8, 31))),  # August had ended, September had not
        ("demonstration", date(2015, 8, 30), ("b", date(2015, 8, 30))),
        ("real", None, ("c", None)),
    ],
)
def test_the_last_meeting_decides_which_snapshot_stands_beside(snapshot_of, kind, meeting, wanted):
    now = snapshot_of(HEAD + rows(), None, {"data_kind": kind, "sharing_date": meeting}).asked()
    own = entry(now.db.snapshot.id, 25, "2015-09-01")
    entries = [own, entry("c", 20, "2015-08-01"), entry("b", 10, "2015-07-01"), entry("a", 9, "2015-06-01")]
    chosen = which.chosen(now, entries)
    assert (chosen.snapshot, chosen.meeting) == wanted


def test_a_definition_that_changed_breaks_the_line_and_is_told(snapshot_of, tmp_path, monkeypatch):
    folder = Path(shutil.copytree(ROOT / "queries", tmp_path / "queries"))
    monkeypatch.setenv("OUTCOMES_QUERIES", str(folder))
    file = folder / "indicators" / "injury_frequency.toml"
    text = file.read_text(encoding="utf-8").replace("version     = 1", "version     = 2")
    file.write_text(text.replace("2011-05-01", "2015-04-01"), encoding="utf-8")
    months = "".join(
        f"2015-0{month} E{n} new_injuries {month}\n2015-0{month} E{n} hours_worked 1000\n"
        for month in range(1, 8)
        for n in range(1, 5)
    )
    case = snapshot_of(HEAD + months)
    for lang, word in (("en", "definition changed"), ("zh", "定义变化")):
        shown = registry.build(case.asked(lang=lang, look=LIGHT), "run-chart", "injury_frequency")
        assert any(word in note.text for note in shown.figure.layout.annotations)
        assert any("2" in note for note in shown.notes)
        lines = [list(trace.y) for trace in shown.figure.data if trace.mode == "lines"]
        assert [3000.0, None, 4000.0] in [line[i : i + 3] for line in lines for i in range(len(line))]
    assert "not held against each other" in registry.build(case.asked(), "run-chart", "injury_frequency").title
