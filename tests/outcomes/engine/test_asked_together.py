"""Several indicators asked together give what each gives alone, row by row; and nobody is asked twice."""

from datetime import date

import pytest

from outcomes import engine, scope, store
from outcomes.engine import Database
from outcomes.errors import BadQuestion
from outcomes.exhibits import Asked
from outcomes.filters import Filters, Windows

CHOICES = {
    "a round": (Filters(round="NX-2015A"), Windows()),
    "everything": (Filters(), Windows()),
    "a district, a year before": (Filters(round="NX-2015A", region="330503"), Windows("year_before")),
    "few months after the end": (Filters(round="SC-P1", first_month=date(2014, 1, 1)), Windows(after="after_end")),
    "nobody": (Filters(round="NX-2015A", region="510100"), Windows()),
}


@pytest.fixture
def snapshot(published_store):
    place = store.Store(published_store)
    return place.open(place.current())


def database(snapshot, who: str = "director") -> Database:
    return engine.open_database(snapshot, scope.parse(who))


def counted(db: Database, monkeypatch) -> list[str]:
    """The names of the questions that reach the database from now on."""
    run, ran = db._run, []
    monkeypatch.setattr(db, "_run", lambda question, given: ran.append(question.name) or run(question, given))
    return ran


@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize(
    ("who", "name"),
    [("director", "trend"), ("director", "pairs"), ("director", "enterprise_months"), ("public", "trend")],
)
def test_each_indicator_has_the_rows_it_has_alone(snapshot, monkeypatch, who, name, choice):
    filters, windows = CHOICES[choice]
    ahead = Asked(database(snapshot, who), filters, windows=windows)
    alone = Asked(database(snapshot, who), filters, windows=windows)
    every = list(ahead.db.indicators)
    ahead.ahead(name, every)
    ran = counted(ahead.db, monkeypatch)
    for one in every:
        told, expected = ahead.ask(name, [one]), alone.ask(name, [one])
        assert (told.columns, told.parameters, told.rows) == (expected.columns, expected.parameters, expected.rows)
    assert name not in ran


@pytest.mark.parametrize("name", ["trend", "pairs", "enterprise_months"])
def test_a_list_of_indicators_has_the_rows_it_has_in_one_query(snapshot, monkeypatch, name):
    ahead, alone = (Asked(database(snapshot), Filters(round="NX-2015A")) for _ in range(2))
    some = ["near_misses", "absenteeism", "injury_frequency"]
    ahead.ahead(name, list(ahead.db.indicators))
    ran = counted(ahead.db, monkeypatch)
    told, expected = ahead.ask(name, some), alone.ask(name, some)
    assert (told.columns, told.parameters, told.rows) == (expected.columns, expected.parameters, expected.rows)
    assert name not in ran


def test_what_is_known_already_is_not_asked_for_again(snapshot, monkeypatch):
    asked = Asked(database(snapshot), Filters(round="NX-2015A"))
    ran = counted(asked.db, monkeypatch)
    asked.ahead("trend", ["near_misses", "absenteeism"])
    asked.ahead("trend", ["near_misses", "absenteeism"])
    assert ran.count("trend") == 1


def test_an_unknown_indicator_stops_nobody_until_it_is_asked_for(snapshot):
    asked = Asked(database(snapshot), Filters(round="NX-2015A"))
    asked.ahead("trend", ["near_misses", "nothing_of_the_kind"])
    assert asked.ask("trend", ["near_misses"]).rows
    with pytest.raises(BadQuestion, match="nothing_of_the_kind"):
        asked.ask("trend", ["nothing_of_the_kind"])


def test_readers_who_ask_at_the_same_time_each_get_their_own_answer(snapshot):
    from concurrent.futures import ThreadPoolExecutor

    asked = Asked(database(snapshot), Filters(round="NX-2015A"))
    every = list(asked.db.indicators)
    expected = {one: Asked(database(snapshot), Filters(round="NX-2015A")).ask("pairs", [one]).rows for one in every[:6]}
    with ThreadPoolExecutor(8) as many:
        told = list(many.map(lambda one: (one, asked.ask("pairs", [one]).rows), every[:6] * 8))
    assert all(rows == expected[one] for one, rows in told)
