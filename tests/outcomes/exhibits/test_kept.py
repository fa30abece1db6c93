"""What was built is kept, and never given to a reader who asked for something else."""

import copy
import json
from datetime import date

import pytest

from outcomes import engine, exhibits, scope, store
from outcomes.charts import DARK, LIGHT
from outcomes.exhibits import Asked
from outcomes.exhibits.kept import kept
from outcomes.filters import Filters, Windows

NX = Filters(round="NX-2015A")
HARM = "injury_frequency"
# One thing each in which a reader may differ from the first one.
OTHERS = {
    "language": {"lang": "zh"},
    "look": {"look": DARK},
    "windows": {"windows": Windows("year_before", "after_end")},
    "round": {"filters": NX.but(round="SC-P1")},
    "region": {"filters": NX.but(region="330503")},
    "sector": {"filters": NX.but(sector="C20")},
    "size": {"filters": NX.but(size="small")},
    "first month": {"filters": NX.but(first_month=date(2015, 3, 1))},
    "last month": {"filters": NX.but(last_month=date(2015, 7, 1))},
}


@pytest.fixture
def snapshot(published_store):
    place = store.Store(published_store)
    return place.open(place.current())


@pytest.fixture
def asked(snapshot) -> Asked:
    return Asked(engine.open_database(snapshot, scope.parse("director")), NX, look=LIGHT)


def told(exhibit) -> str:
    drawn = [figure and figure.to_dict() for figure in (exhibit.figure, exhibit.narrow)]
    return json.dumps([exhibit.title, exhibit.subtitle, exhibit.rows, exhibit.notes, drawn], default=str)


def test_the_same_question_is_built_once(asked):
    first = kept(exhibits.run_chart, asked, HARM)
    assert kept(exhibits.run_chart, Asked(asked.db, NX, look=LIGHT), HARM) is first


@pytest.mark.parametrize("other", OTHERS)
def test_who_asks_for_something_else_never_gets_what_was_kept(asked, snapshot, other):
    first = kept(exhibits.run_chart, asked, HARM)
    elsewhere = asked.but(**OTHERS[other])
    second = kept(exhibits.run_chart, elsewhere, HARM)
    assert second is not first
    fresh = Asked(engine.open_database(snapshot, scope.parse("director")), look=LIGHT).but(
        **{"filters": NX} | OTHERS[other]
    )
    assert told(second) == told(exhibits.run_chart(fresh, HARM))


def test_other_measures_exhibits_and_heights_are_kept_apart(asked):
    made = [
        kept(exhibits.run_chart, asked, HARM),
        kept(exhibits.run_chart, asked, "near_misses"),
        kept(exhibits.run_chart, asked, HARM, 270),
        kept(exhibits.run_chart, asked, HARM, height=270),
        kept(exhibits.pairs, asked, HARM),
        kept(exhibits.evidence.typical, asked, HARM),
        kept(exhibits.evidence.panel, asked, HARM),
    ]
    assert len({id(one) for one in made}) == len(made)


@pytest.mark.parametrize("who", ["public", "officer:510100", "officer:330503"])
def test_another_scope_has_a_database_and_keeps_of_its_own(asked, snapshot, who):
    kept(exhibits.pairs, asked, HARM)
    other = Asked(engine.open_database(snapshot, scope.parse(who)), look=LIGHT)
    shown = kept(exhibits.pairs, other, HARM)
    allowed = {row["enterprise"] for row in other.members}
    assert {row["enterprise"] for row in shown.rows} <= allowed
    assert told(shown) == told(exhibits.pairs(other, HARM))


def test_a_list_of_changes_stands_for_the_changes_in_it(asked):
    changes = exhibits.headline(asked)
    first = kept(exhibits.forest, asked, changes)
    assert kept(exhibits.forest, asked, list(changes)) is first
    assert kept(exhibits.forest, asked, changes[:-1]) is not first


def test_a_function_made_for_one_run_is_not_kept(asked):
    def build(asked):
        return exhibits.run_chart(asked, HARM)

    assert kept(build, asked) is not kept(build, asked)


def test_only_so_many_are_kept_and_the_longest_unused_goes_first(asked):
    asked.db._made._most = 3
    first = kept(exhibits.run_chart, asked, HARM)
    for name in ("near_misses", "absenteeism", "defect_rate", "energy_intensity"):
        kept(exhibits.run_chart, asked, name)
        assert len(asked.db._made._held) <= 3
    assert kept(exhibits.run_chart, asked, HARM) is not first


def test_a_caller_who_changes_the_list_of_changes_changes_no_one_elses(asked):
    mine = exhibits.headline(asked)
    mine.clear()
    assert exhibits.headline(asked)


def test_showing_a_figure_leaves_it_as_it_was(asked):
    from streamlit.testing.v1 import AppTest

    shown = kept(exhibits.run_chart, asked, HARM)
    before = copy.deepcopy(shown.figure.to_dict())

    def page(figure):
        import streamlit as st

        from outcomes.charts import CONFIG

        st.plotly_chart(figure, theme=None, config=CONFIG, alt="x", key="x")

    tested = AppTest.from_function(page, args=(shown.figure,)).run()
    sent = json.loads(tested.get("plotly_chart")[0].proto.spec)
    assert shown.figure.to_dict() == before
    assert json.loads(shown.figure.to_json()) == sent
