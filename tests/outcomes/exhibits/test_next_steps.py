"""What to do next: lines made by rule, each from figures drawn here, each resting on an exhibit there is."""

import re
from pathlib import Path

from outcomes import engine, scope, store
from outcomes.exhibits import Asked, headline, next_steps, registry
from outcomes.exhibits.steps import KINDS
from outcomes.filters import Filters
from tests.outcomes.exhibits.test_evidence import RISING, hazards

OVERTIME = {f"E{n}": (10, 10 + n) for n in range(1, 8)}


def overtime(moves: dict[str, tuple[int, int]]) -> str:
    lines = []
    for name, (before, after) in moves.items():
        for month in range(1, 11):
            lines.append(f"2015-{month:02d}  {name}  hours_worked  1000")
            lines.append(f"2015-{month:02d}  {name}  overtime_hours  {10 * (before if month < 5 else after)}")
    return "\n".join(lines)


def injuries(before: int, after: int, hours: int = 1_000) -> str:
    """All of them in one month a side, in seven enterprises."""
    lines = ["month  enterprise  measure  value"]
    for n in range(1, 8):
        for month in range(1, 11):
            cases = {1: before, 5: after}.get(month, 0) if n == 1 else 0
            lines.append(f"2015-{month:02d}  E{n}  hours_worked  {hours}")
            lines.append(f"2015-{month:02d}  E{n}  new_injuries  {cases}")
    return "\n".join(lines)


def lines_of(asked) -> dict[str, dict]:
    return {row["kind"]: row for row in next_steps(asked, headline(asked)).rows}


def test_what_improved_most_widely_is_said_with_how_many_moved(snapshot_of):
    row = lines_of(snapshot_of(hazards({**RISING, "E8": (60, 55)})).asked())["say"]
    assert (row["indicator"], row["enterprises"], row["of"]) == ("hazards_closed_on_time", 7, 8)
    assert "rose in 7 of 8 enterprises" in row["sentence"]


def test_when_nothing_improved_that_is_the_line(snapshot_of):
    row = lines_of(snapshot_of(injuries(3, 3)).asked())["say"]
    assert (row["indicator"], row["exhibit"]) == (None, "forest")
    assert row["sentence"].startswith("No measure shows a clear improvement")


def test_the_harm_waits_with_its_counts_and_what_so_few_hours_can_show(snapshot_of):
    few = lines_of(snapshot_of(injuries(4, 1)).asked())["wait"]
    assert "4 cases before, 1 after" in few["sentence"]
    assert "even a fall to none" in few["sentence"]
    some = lines_of(snapshot_of(injuries(40, 44)).asked())["wait"]
    assert re.search(r"only a fall of \d\d% or more", some["sentence"])


def test_what_got_worse_is_asked_about_with_how_many_moved_that_way(snapshot_of):
    row = lines_of(snapshot_of(hazards(RISING) + "\n" + overtime(OVERTIME)).asked())["ask"]
    assert (row["indicator"], row["enterprises"], row["of"]) == ("overtime_share", 7, 7)
    assert "rose in 7 of 7" in row["sentence"]


def test_when_nothing_got_worse_the_one_that_moved_against_its_group_is_asked_about(snapshot_of):
    row = lines_of(snapshot_of(hazards({**RISING, "E8": (60, 55)})).asked())["ask"]
    assert "not in E8" in row["sentence"]
    assert "ask" not in lines_of(snapshot_of(hazards(RISING)).asked())


def test_who_stopped_sending_is_chased_with_the_last_month(snapshot_of):
    silent = "\n".join(line for line in hazards(RISING).splitlines() if not re.match(r"2015-(08|09|10)  E3 ", line))
    row = lines_of(snapshot_of(silent).asked())["chase"]
    assert row["sentence"] == "E3 has sent nothing since Jul 2015: 3 of 10 months are missing."
    assert (row["enterprises"], row["of"]) == (1, 7)


def test_a_gap_in_the_middle_is_not_called_an_end(snapshot_of):
    gap = "\n".join(line for line in hazards(RISING).splitlines() if not line.startswith("2015-06  E3"))
    gap = "\n".join(line for line in gap.splitlines() if not line.startswith("2015-07  E4"))
    row = lines_of(snapshot_of(gap).asked())["chase"]
    assert row["sentence"] == "E3 has not sent 1 of 10 months. Others that owe months: 1."


def test_each_line_rests_on_an_exhibit_and_a_page_there_is(published_store):
    place = store.Store(published_store)
    asked = Asked(engine.open_database(place.open(place.current()), scope.parse("director")), Filters(round="NX-2015A"))
    rows = next_steps(asked, headline(asked)).rows
    assert [row["kind"] for row in rows] == list(KINDS)
    pages = {path.stem for path in (Path(__file__).parents[3] / "pages").glob("*/*.py")}
    for row in rows:
        assert row["exhibit"] in registry.EXHIBITS or row["exhibit"] == "missing"
        assert row["page"] in pages


def test_the_public_gets_no_line(snapshot_of):
    asked = snapshot_of(hazards(RISING)).asked("public")
    exhibit = next_steps(asked, [])
    assert (exhibit.state, exhibit.rows) == ("not_allowed", [])
