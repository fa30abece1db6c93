"""What is published of the change in each round: the figures of the pages, nothing of too few, and nobody in it."""

import math
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from outcomes import catalogue, engine, scope, store
from outcomes.exhibits import Asked, registry
from outcomes.exhibits.change import changes, moved
from outcomes.exhibits.changed.known import known
from outcomes.filters import Filters

MEASURES = ("hazards_closed_on_time", "hazards_due", "new_injuries", "hours_worked")
FIGURES = ("n", "before", "after", "estimate", "low", "high", "rose", "fell", "same", "coverage", "reading", "enrolled")


def case(count: int, names="E{n}", injuries=(1, 1)) -> str:
    """So many enterprises, four months before and six since; each closes more hazards on time than before."""
    lines = ["enterprise month measure value"]
    for n in range(1, count + 1):
        for month in range(1, 11):
            late = month >= 5
            values = (10 + n + 5 * late, 40, injuries[late], 10_000)
            lines += [
                f"{names.format(n=n)} 2015-{month:02d} {measure} {value}"
                for measure, value in zip(MEASURES, values, strict=True)
            ]
    return "\n".join(lines)


def consenting(*levels: str) -> dict:
    return {f"E{n}": {"consent": level} for n, level in enumerate(levels, start=1)}


def published(drawn, name: str, indicator: str = "hazards_closed_on_time") -> list[dict]:
    return [row for row in drawn.snapshot.read("public", name).to_pylist() if row["indicator"] == indicator]


def test_of_four_enterprises_every_figure_is_empty_and_not_the_value_alone(snapshot_of):
    drawn = snapshot_of(case(4))
    for row in drawn.snapshot.read("public", "public_outcome").to_pylist():
        told = {key for key, value in row.items() if value is not None}
        assert told == {"indicator", "round", "suppressed"}, row
        assert row["suppressed"] is True
    exhibit = registry.build(drawn.asked("public", round="R1"), "outcome", "hazards_closed_on_time")
    assert exhibit.state == "suppressed"
    assert "fewer than 5" in exhibit.title


def test_five_enterprises_have_figures(snapshot_of):
    (row,) = published(snapshot_of(case(5)), "public_outcome")
    assert (row["n"], row["enrolled"], row["rose"], row["suppressed"]) == (5, 5, 5, False)
    assert row["reading"] == "values_only"
    assert not [figure for figure in FIGURES if figure not in ("low", "high") and row[figure] is None]
    assert (str(row["before_from"]), str(row["after_to"])) == ("2015-01-01", "2015-10-01")


def test_one_of_many_that_left_too_few_behind_keeps_its_row_and_says_why(snapshot_of):
    few = "\n".join(
        line for line in case(6).splitlines() if "hazards" not in line or line.startswith(("ent", "E1 ", "E2 "))
    )
    asked = snapshot_of(few).asked("public", round="R1")
    rows = {row["indicator"]: row for row in registry.build(asked, "outcomes", None).rows}
    hidden = rows["hazards_closed_on_time"]
    assert hidden["reading"] == "hidden"
    assert "fewer than 5" in hidden["why"]
    assert not [
        key for key in ("before", "estimate", "enterprises_with_both", "rose", "coverage") if hidden[key] is not None
    ]
    assert rows["injury_frequency"]["enterprises_with_both"] == 6


def test_an_end_without_bound_is_stored_as_a_word_and_told_as_any_rise(snapshot_of):
    drawn = snapshot_of(case(6, injuries=(0, 1)))
    (row,) = published(drawn, "public_outcome", "injury_frequency")
    assert (row["high"], row["no_upper_end"]) == (None, True)
    asked = drawn.asked("public", round="R1")
    assert known(asked, ["injury_frequency"])["injury_frequency"].change.hi == math.inf
    assert known(asked, ["hazards_closed_on_time"])["hazards_closed_on_time"].change.hi < 100


@pytest.fixture(scope="module")
def demonstration(published_store):
    snapshot = store.Store(published_store).serve().snapshot
    return {who: engine.open_database(snapshot, scope.parse(who)) for who in ("director", "public")}


def test_what_is_told_outside_is_what_the_director_sees_of_a_round_without_a_filter(demonstration):
    seen = 0
    for round_ in Asked(demonstration["public"]).rounds:
        inside, outside = (Asked(demonstration[who], Filters(round=round_)) for who in ("director", "public"))
        every = sorted(catalogue.indicators())
        told = known(outside, every)
        for name, change in changes(inside, every).items():
            one = told[name]
            if change.n < 5:
                assert one.n is None, name
                continue
            for part in ("before", "after", "scale", "estimate", "lo", "hi", "n", "reporting", "enrolled", "coverage"):
                assert getattr(one.change, part) == getattr(change, part), (round_, name, part)
            for part in ("reading", "method", "confidence", "p", "warnings", "ratio_lo", "ratio_hi"):
                assert getattr(one.change, part) == getattr(change, part), (round_, name, part)
            assert {"rose": one.rose, "fell": one.fell, "same": one.same} == moved(change), name
            seen += 1
    assert seen > 30


def test_the_cards_say_the_same_outside_as_inside(demonstration):
    for round_ in Asked(demonstration["public"]).rounds:
        for name, indicator in (("outcomes", None), ("cannot-say", None), ("outcome", "overtime_share")):
            inside, outside = (
                registry.build(Asked(demonstration[who], Filters(round=round_)), name, indicator)
                for who in ("director", "public")
            )
            assert (outside.title, outside.table, outside.rows) == (inside.title, inside.table, inside.rows)
            assert outside.rows


def test_knowledge_and_what_it_is_sure_of_read_alike_inside_and_outside(demonstration):
    for round_ in (None, *Asked(demonstration["public"]).rounds):
        inside, outside = (
            registry.build(Asked(demonstration[who], Filters(round=round_)), "record", "knowledge_gain")
            for who in ("director", "public")
        )
        assert outside.title == inside.title
        assert "(" in outside.title


def test_persons_and_payback_are_not_told_outside_and_that_is_said(demonstration):
    asked = Asked(demonstration["public"], Filters(round="NX-2015A"))
    for name in ("participants", "payback"):
        exhibit = registry.build(asked, "record", name)
        assert exhibit.state == "not_allowed"
        assert exhibit.subtitle
    lines = [line for line in registry.build(asked, "targets", None).table if line[0] == "Participants"]
    assert lines
    assert all("counted once" in line[-1] for line in lines)
    chain = registry.build(asked, "chain", None).table
    assert [line[2] for line in chain if line[1] == "Participants"] == [lines[0][-1]]


@pytest.mark.parametrize(
    ("levels", "dots"),
    [
        (("named",) * 5, 5),
        (("named",) * 4 + ("aggregate",), 0),
        (("named",) * 4, 0),
        (("named",) * 5 + ("internal",), 0),
    ],
)
def test_dots_are_there_when_all_have_agreed_and_are_five(snapshot_of, levels, dots):
    drawn = snapshot_of(case(len(levels)), consenting(*levels))
    assert len(published(drawn, "public_dot")) == dots
    exhibit = registry.build(drawn.asked("public", round="R1"), "outcome", "hazards_closed_on_time")
    assert len(exhibit.results) == dots


def test_one_that_left_the_round_must_have_agreed_too(snapshot_of):
    told = consenting(*("named",) * 5, "aggregate")
    told["E6"]["exited_on"] = date(2015, 6, 1)
    stayed = "\n".join(line for line in case(6).splitlines() if not (line.startswith("E6") and line[8:10] > "05"))
    assert published(snapshot_of(stayed, told), "public_dot") == []


def test_the_place_of_a_dot_is_that_of_its_value_and_of_nobody(snapshot_of):
    mixed = case(6).replace("E1 ", "X ").replace("E6 ", "E1 ").replace("X ", "E6 ")  # the codes the other way round
    told = {f"E{n}": {"consent": "named"} for n in range(1, 7)}
    both = [published(snapshot_of(text, told), "public_dot") for text in (case(6), mixed)]
    values = [[(row["before"], row["after"]) for row in rows] for rows in both]
    assert values[0] == values[1] == sorted(values[0])
    assert [row["place"] for row in both[0]] == [1, 2, 3, 4, 5, 6]
    assert set(both[0][0]) == {"indicator", "round", "place", "before", "after"}


def test_no_code_and_no_name_is_in_any_file_of_the_public_tree(snapshot_of):
    told = {f"ZQXJ{n}": {"consent": "named"} for n in range(1, 7)}
    drawn = snapshot_of(case(6, "ZQXJ{n}"), told)
    letters = {"public": "", "internal": ""}
    for path in sorted(drawn.store.root.rglob("*.parquet")):
        tree = "public" if "public" in path.parts else "internal"
        table = pq.read_table(path)
        texts = [column.to_pylist() for column in table.columns if pa.types.is_string(column.type)]
        letters[tree] += str(texts) + path.read_bytes().decode("latin-1")  # packed pages, and the plain footer
    assert "ZQXJ1" in letters["internal"]
    assert "LEGAL ZQXJ1" in letters["internal"]
    assert "ZQXJ" not in letters["public"]
    assert "hazards_closed_on_time" in letters["public"]


def test_a_snapshot_of_before_opens_with_nothing_to_tell_and_says_so(snapshot_of):
    drawn = snapshot_of(case(6))
    new = {"public_outcome", "public_dot"}
    trees = {
        tree: {
            name: store.TableDraft(drawn.snapshot.read(tree, name), [])
            for name in drawn.snapshot.tables(tree)
            if name not in new
        }
        for tree in ("internal", "public")
    }
    record = trees["public"]["public_record"].table.drop_columns(["estimate", "low", "high"])
    trees["public"]["public_record"] = store.TableDraft(record, [])
    old = drawn.store.publish(store.Draft(trees, drawn.snapshot.manifest["facts"]), drawn.id)
    db = engine.open_database(drawn.store.open(old), scope.parse("public"))
    assert new <= set(db.tables())
    asked = Asked(db, Filters(round="R1"))
    for name, indicator in (("outcomes", None), ("outcome", "overtime_share"), ("cannot-say", None)):
        exhibit = registry.build(asked, name, indicator)
        assert exhibit.state == "empty"
        assert "publish again" in exhibit.subtitle
    assert registry.build(asked, "record", "knowledge_gain").state == "empty"
