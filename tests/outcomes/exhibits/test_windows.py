"""Before and after are explicit: which months count is chosen, bound, and said in words."""

from datetime import date

import pytest

from outcomes import filters
from outcomes.errors import BadQuestion
from outcomes.exhibits import pairs, safety_head, scene
from outcomes.exhibits.change import changes

LONG = {
    "baseline_start": date(2014, 3, 1),
    "training_start": date(2015, 1, 1),
    "training_end": date(2015, 4, 30),
}


def seasonal(months: list[str]) -> str:
    """Hazards closed on time: 10 + the month of the year in 2014, 20 more in 2015."""
    lines = ["month  enterprise  measure  value"]
    for n in range(1, 7):
        for month in months:
            year, place = month.split("-")
            closed = 10 + int(place) + (20 if year == "2015" else 0)
            lines += [f"{month}  E{n}  hazards_due  100", f"{month}  E{n}  hazards_closed_on_time  {closed}"]
    return "\n".join(lines)


MONTHS = [f"2014-{m:02d}" for m in range(3, 13)] + [f"2015-{m:02d}" for m in range(1, 7)]


@pytest.mark.parametrize(
    ("code", "before", "after", "months"),
    [
        ("start", 10 + 7.5, 30 + 3.5, (10, 6)),  # March to December; January to June
        ("year-start", 10 + 4.5, 30 + 4.5, (4, 4)),  # only March to June have a partner
        ("end", 10 + 7.5, 30 + 5.5, (10, 2)),  # May and June come after the end of April
        ("year-end", 10 + 5.5, 30 + 5.5, (2, 2)),
    ],
)
def test_each_pair_of_windows_counts_its_own_months(snapshot_of, code, before, after, months):
    asked = snapshot_of(seasonal(MONTHS), round_=LONG).asked(window=code, round="R1")
    change = changes(asked, ["hazards_closed_on_time"])["hazards_closed_on_time"]
    assert (change.before, change.after) == (pytest.approx(before), pytest.approx(after))
    first = change.pairs[0]
    assert (first["before_months"], first["after_months"]) == months
    assert (first["before_due"], first["after_due"]) == months
    assert tuple(len(side) for side in scene.sides(asked)) == months


def test_the_same_months_of_a_year_before_take_the_season_out(snapshot_of):
    asked = snapshot_of(seasonal(MONTHS), round_=LONG).asked(window="year-start")
    change = changes(asked, ["hazards_closed_on_time"])["hazards_closed_on_time"]
    assert change.estimate == pytest.approx(20)


def test_the_subtitle_says_the_windows_in_words(snapshot_of):
    drawn = snapshot_of(seasonal(MONTHS), round_=LONG)
    told = pairs(drawn.asked(window="year-end", round="R1"), "hazards_closed_on_time").subtitle
    assert "May–Jun 2014 (the same months a year before)" in told
    assert "May–Jun 2015 (after the training ended)" in told
    every_round = pairs(drawn.asked(window="end"), "hazards_closed_on_time").subtitle
    assert "each round after its training ended" in every_round
    chosen = pairs(drawn.asked(lang="zh", window="year-start", round="R1"), "hazards_closed_on_time").subtitle
    assert "2014年3–6月（上年同月）" in chosen


def test_windows_other_than_the_usual_stand_in_the_filters_sentence(snapshot_of):
    drawn = snapshot_of(seasonal(MONTHS), round_=LONG)
    assert "Same months → after end" in scene.eyebrow(drawn.asked(window="year-end"), "Safety")
    assert "→" not in scene.eyebrow(drawn.asked(), "Safety")


def test_windows_without_a_month_give_a_sentence(snapshot_of):
    asked = snapshot_of(seasonal(MONTHS[:12]), round_=LONG).asked(window="end", round="R1")
    change = changes(asked, ["hazards_closed_on_time"])["hazards_closed_on_time"]
    assert change.reading.code == "no_data"
    assert "–" in pairs(asked, "hazards_closed_on_time").subtitle


def test_the_safety_page_does_not_say_since_training_began_of_months_after_its_end(snapshot_of):
    lines = ["month  enterprise  measure  value"]
    for n in range(1, 7):
        for month in MONTHS:
            lines += [f"{month}  E{n}  hours_worked  10000", f"{month}  E{n}  new_injuries  {n % 2}"]
    drawn = snapshot_of("\n".join(lines), round_=LONG)
    assert "since training began" in safety_head(drawn.asked(), "injury_frequency")
    assert "after training ended" in safety_head(drawn.asked(window="end"), "injury_frequency")


def test_codes_lead_to_their_windows_and_back_and_others_are_refused():
    assert [filters.parse_windows(code).code for code in filters.WINDOWS] == list(filters.WINDOWS)
    with pytest.raises(BadQuestion, match="year-start"):
        filters.parse_windows("summer")
    with pytest.raises(BadQuestion):
        filters.Windows(before="never")
