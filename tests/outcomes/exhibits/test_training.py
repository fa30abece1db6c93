"""Training: nobody is counted twice, one test is no pair, and what may be quoted names nobody."""

from datetime import date

import pytest

from outcomes import stats
from outcomes.charts import LIGHT
from outcomes.exhibits import training
from outcomes.exhibits.record import recorded
from outcomes.filters import Filters

FIGURES = """
    month    enterprise  measure       value
    2015-01  E1          hours_worked  100
    2015-10  E1          hours_worked  100
"""
WORKSHOP = {
    "event": "EV1", "round": "R1", "event_type": "tot", "modules": "M1,M5", "name_en": "Training of trainers",
    "name_zh": "培训师培训", "region": "330503", "starts_on": date(2015, 4, 20), "ends_on": date(2015, 4, 22),
    "data_kind": "demonstration", "source": None,
}  # fmt: skip
MEETING = {
    **WORKSHOP, "event": "EV2", "event_type": "sharing_meeting", "modules": None, "name_en": "Sharing meeting",
    "name_zh": "经验交流会", "starts_on": date(2015, 10, 27), "ends_on": date(2015, 10, 27), "data_kind": "real",
    "source": "ILO Beijing, news of the meeting",
}  # fmt: skip
OUTSIDE = {
    **MEETING, "event": "EV0", "round": None, "region": "510100", "starts_on": date(2014, 10, 28),
    "ends_on": date(2014, 10, 30),
}  # fmt: skip


def person(code: str, sex: str = "female", role: str = "inspector") -> dict:
    return {"person": code, "role": role, "sex": sex, "organisation": "osh_authority"}


def there(event: str, code: str) -> dict:
    return {"event": event, "person": code}


def heads(event: str, persons: int, role: str = "mixed", sex: str = "undisclosed", about: str = "yes") -> dict:
    return {"event": event, "role": role, "sex": sex, "organisation": "mixed", "persons": persons, "is_estimate": about}


def test_result(code: str, wave: str, score: float, event: str = "EV1", items: str = "B1") -> dict:
    return {"event": event, "person": code, "test_wave": wave, "item_bank": items, "score": score, "score_max": 20.0}


test_result.__test__ = False

PEOPLE = [person("P1"), person("P2"), person("P3", "male", "consultant"), person("P4", "undisclosed", "consultant")]
CAME = [
    *(there("EV1", code) for code in ("P1", "P2", "P3")),
    *(there("EV2", code) for code in ("P1", "P3", "P4")),
    heads("EV2", 150),
]


@pytest.fixture
def drawn(snapshot_of):
    return snapshot_of(FIGURES, record={"event": [WORKSHOP, MEETING, OUTSIDE], "person": PEOPLE, "attendance": CAME})


def test_events_come_in_the_order_of_their_day_and_say_what_they_are(drawn):
    exhibit = training.events(drawn.asked())
    assert [row["event"] for row in exhibit.rows] == ["EV0", "EV1", "EV2"]
    assert [row["days"] for row in exhibit.rows] == [3, 3, 1]
    assert [row["participants"] for row in exhibit.rows] == [None, 3, 153]
    assert [row["is_estimate"] for row in exhibit.rows] == [False, False, True]
    assert exhibit.title == "3 events on 7 days, Oct 2014–Oct 2015"
    assert training.events(drawn.asked(lang="zh")).title == "2014年10月–2015年10月共3场活动，7天"
    assert "Facts with their source: 2 of 3; demonstration data: 1" in exhibit.notes
    told = {line[1]: line for line in exhibit.table}
    assert told["Sharing meeting"][5] == "about 153"
    assert exhibit.table[1][5] == "participants not told"
    assert exhibit.lineage.rows_used == len(exhibit.rows)


def test_an_event_outside_the_rounds_counts_when_no_round_is_chosen_and_only_then(drawn):
    assert [row["event"] for row in training.events(drawn.asked(round="R1")).rows] == ["EV1", "EV2"]
    assert [row["event"] for row in training.events(drawn.asked(region="510000")).rows] == ["EV0"]
    assert training.events(drawn.asked(region="440000")).state == "empty"


def test_a_period_is_one_of_days_and_without_one_nothing_is_cut_off(drawn):
    late = drawn.asked(first_month=date(2015, 5, 1), last_month=date(2015, 10, 1))
    assert [row["event"] for row in training.events(late).rows] == ["EV2"]
    early = drawn.asked(last_month=date(2015, 4, 1))
    assert [row["event"] for row in training.events(early).rows] == ["EV0", "EV1"]


def test_sector_and_size_do_not_empty_the_page_and_the_reader_is_told(drawn):
    exhibit = training.events(drawn.asked(sector="C99"))
    assert len(exhibit.rows) == 3
    assert any("no sector or size" in note for note in exhibit.notes)


def test_a_person_of_two_events_is_one_person_and_counted_heads_are_told_apart(drawn):
    exhibit = training.participants(drawn.asked())
    whole = exhibit.rows[-1]
    assert (whole["by_name"], whole["counted"], whole["counted_is_estimate"]) == (4, 150, True)
    by_role = {row["role"]: row for row in exhibit.rows}
    assert by_role["inspector"]["by_name"] == by_role["inspector"]["female"] == 2
    assert (by_role["consultant"]["male"], by_role["consultant"]["undisclosed"]) == (1, 1)
    assert exhibit.title == "4 people by name, counted once; about 150 more in 1 meeting, who may be the same people"
    assert exhibit.lineage.rows_used == 7


def test_the_womens_share_rests_on_those_who_told_their_sex(drawn):
    assert training.participants(drawn.asked()).subtitle == "Women: 2 of 3 by name who told their sex (67%)"


def test_person_days_count_each_coming_and_say_that_a_part_is_an_estimate(drawn):
    exhibit = training.participants(drawn.asked())
    assert exhibit.results[0]["person_days"] == 3 * 3 + 3 + 150
    assert "Person-days: about 162" in exhibit.notes


def test_names_alone_and_counts_alone_have_their_own_sentences(snapshot_of):
    named = snapshot_of(FIGURES, record={"event": [WORKSHOP], "person": PEOPLE, "attendance": CAME[:3]})
    assert training.participants(named.asked()).title == "3 people by name, each counted once"
    both = [heads("EV1", 40, about="no"), heads("EV2", 20, about="no")]
    counted = snapshot_of(FIGURES, record={"event": [WORKSHOP, MEETING], "attendance": both})
    exhibit = training.participants(counted.asked())
    assert exhibit.title == "60 people at 2 meetings, counted without names; some may be the same"
    assert exhibit.subtitle == "The sex of nobody by name is told"


def scores(n: int, gain: float = 4) -> list[dict]:
    made = []
    for place in range(n):
        made.append(test_result(f"P{place}", "before", 8 + place % 3))
        made.append(test_result(f"P{place}", "after", 8 + place % 3 + gain + place % 2))
    return made


def learnt(snapshot_of, tests: list[dict]):
    return training.knowledge(snapshot_of(FIGURES, record={"event": [WORKSHOP], "test": tests}).asked(look=LIGHT))


def test_knowledge_is_paired_on_the_same_items_and_who_has_no_pair_is_counted(snapshot_of):
    tests = [
        *scores(8),
        test_result("P20", "before", 10),
        test_result("P21", "before", 10),
        test_result("P21", "after", 20, items="B2"),
        test_result("P0", "follow_up", 13),
    ]
    exhibit = learnt(snapshot_of, tests)
    assert len(exhibit.rows) == 8
    assert [row["gain"] for row in exhibit.rows] == sorted((row["gain"] for row in exhibit.rows), reverse=True)
    before, after = ([row[side] for row in exhibit.rows] for side in ("before", "after"))
    found = stats.hodges_lehmann(before, after)
    assert (exhibit.results[0]["estimate"], exhibit.results[0]["lo"]) == (found.estimate, found.lo)
    assert exhibit.title == "Knowledge rose in this group: +22 points (+20 to +25), 8 pairs of tests"
    assert [row["follow_up"] for row in exhibit.rows].count(65) == 1
    assert any(note.startswith("2 people with tests have no pair") for note in exhibit.notes)
    assert (exhibit.lineage.rows_used, exhibit.lineage.rows_left_out) == (17, 3)
    assert not any("P2" in str(row) for row in exhibit.rows)


def test_the_figures_are_those_of_the_catalogues_indicators(drawn, snapshot_of):
    people = recorded(drawn.asked(), ["participants"])["participants"]
    whole = training.participants(drawn.asked()).rows[-1]
    assert (whole["by_name"], whole["counted"]) == (people.named, people.counted)
    asked = snapshot_of(FIGURES, record={"event": [WORKSHOP], "test": scores(8)}).asked(sector="C99")
    shown = training.knowledge(asked).rows
    found = recorded(asked.but(filters=Filters()), ["knowledge_gain"])["knowledge_gain"]
    assert (len(shown), sum(row["gain"] for row in shown) / 8) == (found.n, pytest.approx(found.after - found.before))


@pytest.mark.parametrize(
    ("n", "state", "words"),
    [(2, "suppressed", "fewer than 3"), (3, None, "values only"), (5, None, "values only"), (6, None, "rose")],
)
def test_few_pairs_are_hidden_then_values_then_judged(snapshot_of, n, state, words):
    exhibit = learnt(snapshot_of, scores(n))
    assert exhibit.state == state
    assert words in exhibit.title
    assert bool(exhibit.rows) == (state is None)


def test_no_gain_is_no_clear_change_and_a_fall_is_a_fall(snapshot_of):
    still = [
        test_result(f"P{i}", wave, 10 + (i % 2) * (1 if wave == "after" else -1))
        for i in range(4)
        for wave in ("before", "after")
    ]
    still += [
        test_result(f"Q{i}", wave, 10 - (i % 2) * (1 if wave == "after" else -1))
        for i in range(4)
        for wave in ("before", "after")
    ]
    assert learnt(snapshot_of, still).title.startswith("No clear change in knowledge")
    assert learnt(snapshot_of, scores(8, gain=-4)).title.startswith("Knowledge fell in this group")


def said(
    code: str, wave: str, theme: str, ratings=(None, None, None), text: str | None = None, consent: str = "no"
) -> dict:
    keys = ("rating_enforcement", "rating_prevention", "rating_service")
    return {
        "round": "R1", "person": code, "test_wave": wave, "theme": theme, "said_en": text, "said_zh": None,
        "quote_consent": consent, **dict(zip(keys, ratings, strict=True)),
    }  # fmt: skip


SAID = [
    *(said(f"P{i}", "before", "responsibility", (5, 2, 1), "Fines come first.") for i in range(1, 5)),
    *(said(f"P{i}", "after", "prevention", (4, 4, 2 + i % 2), f"Words of {i}.", "yes" if i == 2 else "no") for i in range(1, 5)),
    said("P1", "after", "service", text="I help now.", consent="yes"),
]  # fmt: skip


@pytest.fixture
def reflected(snapshot_of):
    return snapshot_of(FIGURES, record={"person": PEOPLE, "reflection": SAID})


def test_themes_count_persons_and_ratings_are_pairs_of_persons(reflected):
    exhibit = training.reflections(reflected.asked(look=LIGHT))
    themes = {row["code"]: (row["before"], row["after"]) for row in exhibit.rows if row["what"] == "theme"}
    assert themes["responsibility"] == (4, 0)
    assert (themes["prevention"], themes["service"]) == ((0, 4), (0, 1))
    ratings = {row["code"]: row for row in exhibit.rows if row["what"] == "rating"}
    assert (ratings["enforcement"]["before"], ratings["enforcement"]["after"]) == (5, 4)
    assert (ratings["prevention"]["persons"], ratings["prevention"]["rose"], ratings["prevention"]["fell"]) == (4, 4, 0)
    assert exhibit.title.startswith("Most named after the training: ")
    assert "by 4 people; before it, by 0" in exhibit.title
    assert exhibit.lineage.rows_used == len(SAID)


def test_only_what_may_be_quoted_is_quoted_by_role_and_never_by_code(reflected):
    exhibit = training.reflections(reflected.asked())
    quoted = [row["text_en"] for row in exhibit.rows if row["what"] == "quote"]
    assert quoted == ["Words of 2.", "I help now."]
    assert "Words of 3" not in str(exhibit)
    assert not any(f"P{i}" in str(exhibit.rows) for i in range(1, 5))


def test_ratings_of_two_are_not_shown_and_that_is_said(snapshot_of):
    few = [row for row in SAID if row["person"] in ("P1", "P2")]
    exhibit = training.reflections(snapshot_of(FIGURES, record={"person": PEOPLE, "reflection": few}).asked())
    assert not [row for row in exhibit.rows if row["what"] == "rating"]
    assert any("fewer than 3 people" in note for note in exhibit.notes)


def test_without_any_sheet_each_card_says_so_and_the_page_too(snapshot_of):
    asked = snapshot_of(FIGURES).asked()
    for build in (training.events, training.participants, training.knowledge, training.reflections):
        assert build(asked).state == "empty"
    assert training.head(asked).startswith("No event, test or reflection")


def test_the_head_joins_who_came_and_what_they_learnt(snapshot_of):
    record = {"event": [WORKSHOP], "person": PEOPLE, "attendance": CAME[:3], "test": scores(8)}
    head = training.head(snapshot_of(FIGURES, record=record).asked())
    assert head == "3 people took part by name; what they know rose, +22 points (+20 to +25)"


def test_the_public_has_sums_and_averages_and_no_person(snapshot_of):
    crowd = [person(f"P{i}", "female" if i % 2 else "male") for i in range(12)]
    came = [there(event, f"P{i}") for event in ("EV1", "EV2") for i in range(12)]
    talk = [
        said(f"P{i}", "after", "prevention", (1, 2, 3), f"Said by {i}.", "yes" if i == 3 else "no") for i in range(12)
    ]
    record = {
        "event": [WORKSHOP, MEETING], "person": crowd, "attendance": [*came, heads("EV2", 150)],
        "test": scores(12), "reflection": talk,
    }  # fmt: skip
    asked = snapshot_of(FIGURES, record=record).asked("public", look=LIGHT)
    assert [row["participants"] for row in training.events(asked).rows] == [12, 162]
    people = training.participants(asked)
    assert people.title == "About 174 attendances at 2 events"
    knowledge = training.knowledge(asked)
    assert knowledge.rows[-1]["pairs"] == 12
    assert "12 pairs of tests" in knowledge.title
    themes = training.reflections(asked)
    assert [(row["code"], row["after"]) for row in themes.rows if row["what"] == "theme"] == [("prevention", 12)]
    assert [row["text_en"] for row in themes.rows if row["what"] == "quote"] == ["Said by 3."]
    for exhibit in (people, knowledge, themes):
        assert not any(f"P{i}" in str(exhibit.rows) for i in range(12))
        assert exhibit.lineage.rows_used


def test_what_the_public_may_not_have_is_not_a_zero(snapshot_of):
    record = {"event": [WORKSHOP], "person": PEOPLE, "attendance": CAME[:3], "test": scores(4)}
    asked = snapshot_of(FIGURES, record=record).asked("public")
    assert training.events(asked).rows[0]["participants"] is None
    assert training.participants(asked).state == "empty"
    assert training.knowledge(asked).state == "suppressed"
    assert training.knowledge(asked.but(filters=Filters(round="R1"))).state == "suppressed"
