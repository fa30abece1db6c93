"""Bodies: what is counted as left out is what there is more of, and each standing in a title has a line of its own."""

import re

import pytest

from outcomes import engine, scope, slides, store, words
from outcomes.slides import Page, Points, Quotes, Story

ROUNDS = {"NX-2015A": 8, "SC-P1": 12}


@pytest.fixture(scope="module")
def db(published_store):
    return engine.open_database(store.Store(published_store).serve().snapshot, scope.parse("public"))


@pytest.fixture(scope="module")
def slide(db):
    """``slide(round, exhibit)`` -> the one slide of it."""

    def make(round_: str, exhibit: str):
        story = Story("s", {"en": "T", "zh": "题"}, {}, round_, "zh", None, (Page("did", exhibit),))
        return slides.made(story, db, slides.look())[1]

    return make


@pytest.mark.parametrize("round_", ROUNDS)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_events_that_are_shown_and_those_that_are_more_are_as_many_as_there_are(slide, round_, lang):
    one = slide(round_, "events")
    events = len(one.exhibit[lang].rows)
    near, hall = one.body[lang], one.body[lang].in_hall
    assert len(near.lines) + near.more == len(hall.lines) + hall.more == events
    assert len(hall.lines) == min(8, events)
    assert not any(set(line) == {"–"} for line in (cells[2:] for cells in near.lines))  # the line with the sum


@pytest.mark.parametrize("round_", ROUNDS)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_each_standing_that_the_title_of_the_targets_counts_has_a_line_and_the_missed_come_first(slide, round_, lang):
    one = slide(round_, "targets")
    rows, body = one.exhibit[lang].rows, one.body[lang]
    verdicts = {row["verdict"] for row in rows}
    said = [line[-1] for line in body.lines]
    for verdict in ("missed", "reached", "on_way", "unsure"):
        if verdict in verdicts:
            assert _word(verdict, lang) in said, verdict
    assert said == sorted(said, key=said.index)  # each standing together
    assert said[0] == _word("missed", lang)
    assert len(body.lines) + body.more == len(rows)


def _word(verdict: str, lang: str) -> str:
    return words.say(f"delivery.verdict_{verdict}", lang)


@pytest.mark.parametrize("round_", ROUNDS)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_two_targets_look_alike_and_their_caption_tells_of_no_drawing(slide, round_, lang):
    one = slide(round_, "targets")
    lines = one.body[lang].lines
    assert len({tuple(line[:5]) for line in lines}) == len(lines)
    assert {"en": {"this round", "whole programme"}, "zh": {"本轮", "整个项目"}}[lang] == {line[1] for line in lines}
    assert all(re.search(r"\d{4}", line[3]) for line in lines)
    assert not re.search("hollow|mark|空心|竖线", one.under[lang])
    assert "2015" in one.under[lang]


def test_quotes_that_are_not_shown_are_counted(slide):
    body = slide("NX-2015A", "reflections").body["en"]
    assert len(body.in_hall.items) == 3
    assert len(body.in_hall.items) + body.in_hall.more == len(body.items) + body.more > 3


@pytest.mark.parametrize("kind", [Points, Quotes])
def test_what_finds_no_room_is_added_to_what_was_left_out_before(kind):
    body = kind([(str(n), "") for n in range(6)], more=2, hall=4)
    assert (len(body.in_hall.items), body.in_hall.more) == (4, 4)
    assert (len(body.first(9).items), body.first(9).more) == (6, 2)
