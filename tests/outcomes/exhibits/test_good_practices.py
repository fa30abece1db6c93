"""Cards tell what was tried, what it cost and saved and how that is known; what nobody verified is never counted."""

from datetime import date

import pytest

from outcomes.exhibits import practice, registry
from outcomes.exhibits.practice.cards import cards
from outcomes.exhibits.record import recorded

MONTHS = """
enterprise month   measure      value
E01        2015-04 new_injuries 2
E01        2015-04 hours_worked 20000
E01        2015-09 new_injuries 1
E01        2015-09 hours_worked 20000
"""
FIRMS = {"E01": {"consent": "named"}, "E02": {"consent": "aggregate"}, "E03": {"consent": "internal"}, "E04": {}}
BLANK = dict.fromkeys(
    ["due_on", "done_on", "checked_on", "control", "cost", "saving_once", "saving_monthly", "saving_basis", "verified_by", "verified_on", "metric_en", "metric_zh", "metric_unit", "metric_before", "metric_after", "lesson_en", "lesson_zh", "quote_en", "quote_zh", "quote_role", "quote_consent"]
)  # fmt: skip


def action(code: str, enterprise: str = "E01", **told) -> dict:
    days = {key: date.fromisoformat(value) for key, value in told.items() if key.endswith("_on") and value}
    return {
        **BLANK,
        "action": code,
        "round": "R1",
        "enterprise": enterprise,
        "modules": "M5",
        "action_en": f"Improvement {code}",
        "action_zh": f"改进 {code}",
        "action_category": "machine_guarding",
        "proposed_by": "worker",
        "opened_on": date(2015, 6, 1),
        "action_status": "done",
        **told,
        **days,
    }


SAVES = {"cost": 1200.0, "saving_monthly": 500.0, "saving_basis": "measured", "done_on": "2015-06-20"}
VERIFIED = {"verified_by": "P1", "verified_on": "2015-09-01"}
PERSON = [{"person": "P1", "role": "inspector", "sex": "female", "organisation": "osh_authority"}]


@pytest.fixture
def drawn(snapshot_of):
    def draw(*actions, **tables):
        return snapshot_of(MONTHS, FIRMS, record={"action": list(actions), "person": PERSON, **tables})

    return draw


def test_a_saving_that_nobody_verified_is_shown_as_claimed_and_not_counted(drawn):
    published = drawn(action("A1", **SAVES, **VERIFIED), action("A2", **SAVES))
    wall = practice.good_practices(published.asked())
    told = {row["card"]: row for row in wall.rows}
    assert (told["A1"]["verified"], told["A1"]["claimed"], told["A1"]["net_saving"]) == (True, False, 4800)
    assert (told["A2"]["verified"], told["A2"]["claimed"], told["A2"]["net_saving"]) == (False, True, None)
    lines = {line[0]: line for line in wall.table[1:]}
    assert lines["Improvement A2"][4] == "CNY 500 a month; claimed, not counted (measured)"
    assert lines["Improvement A1"][4:] == ["CNY 500 a month; verified (measured)", "2.4 months"]
    assert wall.title.startswith("2 of 2 improvements were carried out") and "1 with a verified" in wall.title


def test_what_the_cards_count_adds_up_to_the_programmes_own_sum(drawn):
    many = [action(f"A{n}", f"E0{n}", **{**SAVES, "cost": 100.0 * n}, **VERIFIED) for n in (1, 2, 3, 4)]
    asked = drawn(*many, action("B1", **SAVES)).asked()
    total = sum(row["net_saving"] or 0 for row in cards(asked).rows)
    assert total == recorded(asked, ["net_savings"])["net_savings"].value == 4 * 6000 - 1000


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ({"action_status": "done"}, "good"),
        ({"action_status": "sustained"}, "good"),
        ({"action_status": "proposed"}, "under-way"),
        ({"action_status": "in_progress"}, "under-way"),
        ({"action_status": "rejected"}, "not-worked"),
        ({"action_status": "reverted"}, "not-worked"),
        ({"lesson_en": "Too heavy", "metric_before": 4.0, "metric_after": 6.0}, "not-worked"),
        ({"lesson_en": "Too heavy", "metric_before": 4.0, "metric_after": 3.0}, "good"),
        ({"lesson_en": "Too heavy", "metric_before": 4.0, "metric_after": 6.0, "saving_monthly": 10.0}, "good"),
        ({"metric_before": 4.0, "metric_after": 6.0}, "good"),
    ],
)
def test_what_did_not_work_has_its_own_place(drawn, told, place):
    (row,) = cards(drawn(action("A1", **told)).asked()).rows
    assert row["place"] == place


def test_an_action_past_its_day_is_late_and_stands_first(drawn):
    asked = drawn(
        action("A1", action_status="in_progress", due_on="2030-01-01"),
        action("A2", action_status="in_progress", due_on="2015-07-01"),
    ).asked()
    wall = practice.under_way(asked)
    assert [(row["card"], row["late"]) for row in wall.rows] == [("A2", True), ("A1", False)]
    assert "1 past their date" in wall.title


@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        ({}, ["A1", "A2", "A3"]),
        ({"cost": "none"}, ["A2"]),
        ({"cost": "middle"}, ["A1"]),
        ({"cost": "untold"}, ["A3"]),
        ({"payback": "quarter"}, ["A1", "A2"]),
        ({"payback": "untold"}, ["A3"]),
        ({"category": "5s"}, ["A3"]),
        ({"category": "5s", "cost": "none"}, []),
    ],
)
def test_the_pages_own_choices_narrow_the_wall(drawn, chosen, left):
    asked = drawn(
        action("A1", **SAVES), action("A2", **{**SAVES, "cost": 0.0}), action("A3", action_category="5s")
    ).asked()
    wall = practice.good_practices(asked, **chosen)
    assert sorted(row["card"] for row in wall.rows) == left
    if not left:
        assert wall.state == "empty" and "category, cost and payback" in wall.title


def test_a_card_tells_role_and_day_of_the_verification_never_the_person(drawn):
    card = practice.practice_card(drawn(action("A1", **SAVES, **VERIFIED)).asked(), "A1")
    told = dict(card.table[1:])
    assert told["Verified by"] == "safety inspector, 1 Sep 2015"
    assert not any("P1" in text for line in card.table for text in line)
    assert told["Injury frequency, this enterprise"] == "100.0 → 50.0"


def test_a_card_stays_open_when_the_filters_leave_it_out(drawn):
    asked = drawn(action("A1")).asked(sector="C99")
    assert practice.practice_card(asked, "A1").state is None
    assert practice.practice_card(asked, "ZZ").state == "empty"


def test_an_officer_of_elsewhere_sees_no_card(drawn):
    asked = drawn(action("A1")).asked("officer:510100")
    assert cards(asked).rows == []
    assert practice.practice_card(asked, "A1").state == "empty"


def test_outside_a_card_has_no_enterprise_and_money_only_of_one_that_is_named(drawn):
    published = drawn(
        action("A1", "E01", **SAVES, **VERIFIED, quote_en="Said so", quote_consent="yes"),
        action("A2", "E02", **SAVES, **VERIFIED, quote_en="Not for others", quote_consent="no"),
        action("A3", "E03", **SAVES),
    )
    asked = published.asked("public")
    rows = cards(asked).rows
    assert [row["action_en"] for row in rows] == ["Improvement A1", "Improvement A2"]
    assert [row["net_saving"] for row in rows] == [4800, None]
    assert [row["verified"] for row in rows] == [True, True]
    for row in rows:
        card = practice.practice_card(asked, row["card"])
        said = str(card.rows) + str(card.table) + card.subtitle
        assert "E0" not in said and "Not for others" not in said
    assert practice.practices(asked).state == "not_allowed"


def test_outside_nothing_is_counted_that_is_not_told_there(drawn):
    open_ = {"action_status": "in_progress", "due_on": "2015-07-01"}
    published = drawn(action("A1", "E01", **open_), action("A2", "E02", **SAVES))
    assert practice.under_way(published.asked()).title.endswith("1 past their date")
    outside = practice.under_way(published.asked("public"))
    assert outside.title == "1 of the 2 improvements that may be told outside are under way"
    assert "late" not in outside.columns and "late" not in outside.results[0]
    good = practice.good_practices(published.asked("public"))
    assert good.title.endswith("0 with a verified saving") and "claimed" not in good.results[0]


def assessed(enterprise: str, wave: str, practice_: str, answer: str) -> str:
    day = "2015-02-01" if wave == "baseline" else "2015-10-01"
    return f"R1 {enterprise} {wave} {practice_} {answer} {day}"


HEAD = "round enterprise wave practice answer assessed_on"
ITEMS = [{"practice": f"P{n}", "modules": "M5", "practice_en": f"Item {n}", "practice_zh": f"项目 {n}"} for n in (1, 2)]


def checklist(drawn, answers: dict[str, list[tuple[str, str]]]):
    lines = [
        assessed(f"E0{place}", wave, item, answer)
        for item, pairs in answers.items()
        for place, pair in enumerate(pairs, start=1)
        for wave, answer in zip(("baseline", "endline"), pair, strict=True)
        if answer
    ]
    return drawn(practice=ITEMS, assessment="\n".join([HEAD, *lines]))


def test_partly_is_no_and_what_does_not_apply_is_left_out(drawn):
    published = checklist(
        drawn,
        {
            "P1": [("no", "yes"), ("partly", "yes"), ("no", "partly"), ("na", "yes")],
            "P2": [("yes", "yes"), ("yes", "no"), ("no", ""), ("", "yes")],
        },
    )
    asked = published.asked()
    found = practice.practices(asked)
    item = {row["practice"]: row for row in found.rows if row["what"] == "item"}
    told = item["P1"]
    assert (told["n"], told["before_yes"], told["after_yes"], told["gained"], told["lost"]) == (3, 0, 2, 2, 0)
    assert (told["not_applicable"], told["before_partly"], told["after_partly"]) == (1, 1, 1)
    assert item["P2"]["n"] == 2 and item["P2"]["before"] is None  # two pairs are too few to be shown
    assert item["P2"]["reading"] == "hidden"
    units = recorded(asked, ["practices_in_place"])["practices_in_place"]
    assert found.results[0]["n"] == units.n == 5
    assert found.results[0]["estimate"] == pytest.approx(found.results[0]["after"])


def test_the_pairs_of_an_item_get_their_word_from_mcnemars_test(drawn, snapshot_of):
    firms = {f"E{n:02d}": {} for n in range(1, 11)}
    lines = [assessed(one, "baseline", "P1", "no") for one in firms]
    lines += [assessed(one, "endline", "P1", "yes") for one in firms]
    published = snapshot_of(MONTHS, firms, record={"practice": ITEMS[:1], "assessment": "\n".join([HEAD, *lines])})
    (row,) = [row for row in practice.practices(published.asked()).rows if row["what"] == "item"]
    assert row["reading"] == "improved"
    assert row["p"] == pytest.approx(2 * 0.5**10)


@pytest.mark.parametrize(("turned", "word"), [(5, "unclear"), (6, "improved")])
def test_five_items_turned_and_none_away_are_too_few_for_the_exact_test_whatever_the_interval_says(
    snapshot_of, turned, word
):
    firms = {f"E{n:02d}": {} for n in range(1, 11)}
    lines = [assessed(one, "baseline", "P1", "no") for one in firms]
    lines += [assessed(one, "endline", "P1", "yes" if int(one[1:]) <= turned else "no") for one in firms]
    published = snapshot_of(MONTHS, firms, record={"practice": ITEMS[:1], "assessment": "\n".join([HEAD, *lines])})
    (row,) = [row for row in practice.practices(published.asked()).rows if row["what"] == "item"]
    assert row["lo"] > 0
    assert (row["p"], row["reading"]) == (pytest.approx(2 * 0.5**turned), word)


def test_the_command_line_names_a_card_by_its_action(drawn):
    asked = drawn(action("A1")).asked()
    assert registry.build(asked, "practice-card", None, None, "A1").rows[0]["action"] == "A1"
    with pytest.raises(Exception, match="--action"):
        registry.build(asked, "practice-card", None)
    with pytest.raises(Exception, match="--action"):
        registry.build(asked, "good-practices", None, None, "A1")
