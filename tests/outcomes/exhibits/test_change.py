"""A change is computed once: from the same enterprises on both sides, with the interval its kind allows."""

import re
from datetime import date

import pytest

from outcomes import words
from outcomes.exhibits import forest, headline, pairs, rate_ratio, rows_csv, run_chart, tell
from outcomes.exhibits.change import changes
from outcomes.exhibits.overview import finding


def hazards(before: list[int], after: list[int]) -> str:
    lines = ["month  enterprise  measure  value"]
    for n, (b, a) in enumerate(zip(before, after, strict=True), start=1):
        for month in range(1, 11):
            closed = b if month < 5 else a
            lines.append(f"2015-{month:02d}  E{n}  hazards_due  100")
            lines.append(f"2015-{month:02d}  E{n}  hazards_closed_on_time  {closed}")
    return "\n".join(lines)


def test_nine_enterprises_that_all_rise_have_improved_in_points(snapshot_of):
    before = [33, 40, 48, 47, 61, 66, 72, 55, 58]
    after = [81, 79, 86, 84, 88, 92, 90, 58, 60]
    asked = snapshot_of(hazards(before, after)).asked()
    change = changes(asked, ["hazards_closed_on_time"])["hazards_closed_on_time"]
    assert change.reading.code == "improved"
    assert (change.n, change.scale) == (9, "points")
    assert change.before == pytest.approx(sum(before) / 9)
    assert change.after == pytest.approx(sum(after) / 9)
    assert 0 < change.lo < change.estimate < change.hi
    assert change.ratio_lo == pytest.approx(1 + change.lo / change.before)


def test_an_enterprise_without_baseline_is_not_in_the_comparison_and_keeps_its_row(snapshot_of):
    drawn = snapshot_of(
        hazards([50] * 6, [60] * 6) + "\n2015-06  E9  hazards_due  100\n2015-06  E9  hazards_closed_on_time  1"
    )
    exhibit = pairs(drawn.asked(), "hazards_closed_on_time")
    assert len(exhibit.rows) == 7
    assert exhibit.rows[-1]["note"] == "no baseline figures"
    change = changes(drawn.asked(), ["hazards_closed_on_time"])["hazards_closed_on_time"]
    assert (change.n, change.after) == (6, pytest.approx(60))


@pytest.mark.parametrize(("n", "code"), [(2, "hidden"), (3, "values_only"), (5, "values_only"), (6, "improved")])
def test_few_enterprises_get_no_word_and_two_get_no_number(snapshot_of, n, code):
    asked = snapshot_of(hazards([40] * n, [80] * n)).asked()
    change = changes(asked, ["hazards_closed_on_time"])["hazards_closed_on_time"]
    assert change.reading.code == code
    assert ("80" in tell.sentence(change, "en")) == (code == "improved")
    if code == "hidden":
        assert pairs(asked, "hazards_closed_on_time").state == "suppressed"
        assert run_chart(asked, "hazards_closed_on_time").state == "suppressed"
        row = next(r for r in forest(asked, [change]).rows if r["indicator"] == "hazards_closed_on_time")
        assert [row[key] for key in ("before", "after", "estimate", "low", "high")] == [None] * 5


def test_under_seventy_percent_of_the_months_there_is_no_word(snapshot_of):
    text = hazards([40] * 6, [80] * 6)
    kept = [line for line in text.splitlines() if not any(f"E{n} " in line and "-0" in line for n in (4, 5, 6))]
    only_october = [line for line in text.splitlines() if "2015-10" in line]
    january = [line for line in text.splitlines() if "2015-01" in line]
    drawn = snapshot_of("\n".join(dict.fromkeys(kept + january + only_october)))
    change = changes(drawn.asked(), ["hazards_closed_on_time"])["hazards_closed_on_time"]
    assert change.coverage < 0.7
    assert change.reading.code == "incomplete"


def test_a_measure_that_got_worse_is_never_left_out_of_the_overview(snapshot_of):
    lines = ["month  enterprise  measure  value"]
    for n in range(1, 8):
        for month in range(1, 11):
            lines.append(f"2015-{month:02d}  E{n}  hours_worked  10000")
            lines.append(f"2015-{month:02d}  E{n}  overtime_hours  {1000 if month < 5 else 2000 + n}")
    asked = snapshot_of("\n".join(lines)).asked()
    assert asked.db.indicators["overtime_share"].tier == "core"
    worse = [change.indicator.id for change in headline(asked) if change.reading.code == "worse"]
    assert worse == ["overtime_share"]
    assert "shows a clear improvement, one got worse." in finding(asked, headline(asked))


def test_injuries_have_the_exact_rate_ratio_and_their_counts(snapshot_of):
    lines = ["month  enterprise  measure  value"]
    for n in range(1, 7):
        for month in range(1, 11):
            cases = 1 if (month < 5 and n <= 3 and month != 4) or (month == 6 and n <= 4) else 0
            lines.append(f"2015-{month:02d}  E{n}  hours_worked  10000")
            lines.append(f"2015-{month:02d}  E{n}  new_injuries  {cases}")
    exhibit = rate_ratio(snapshot_of("\n".join(lines)).asked(), "injury_frequency")
    row = exhibit.rows[0]
    assert (row["events_before"], row["events_after"]) == (9, 4)
    assert row["low"] < 1 < row["high"]
    assert "no clear change" in exhibit.title


def cases(before: int, after: int) -> str:
    """Six enterprises, each with so many injuries in the first month of each period."""
    lines = ["month  enterprise  measure  value"]
    for n in range(1, 7):
        for month in range(1, 11):
            injured = before if month == 1 else after if month == 5 else 0
            lines.append(f"2015-{month:02d}  E{n}  workers  50")
            lines.append(f"2015-{month:02d}  E{n}  hours_worked  9917")
            lines.append(f"2015-{month:02d}  E{n}  new_injuries  {injured}")
    return "\n".join(lines)


def test_an_interval_without_an_upper_end_says_so_in_rows_and_file(snapshot_of):
    asked = snapshot_of(cases(0, 1)).asked()
    told = changes(asked, ["injury_frequency"])["injury_frequency"]
    for exhibit in (rate_ratio(asked, "injury_frequency"), forest(asked, [told])):
        assert exhibit.rows[0]["high"] == "no upper end"
        assert "no upper end" in rows_csv.to_csv(exhibit.columns, exhibit.rows, asked.db.snapshot)


def test_exposure_is_said_in_hours_only_where_it_is_hours_and_counts_only_where_cases_are_counted(snapshot_of):
    drawn = snapshot_of(cases(1, 1) + hazards([40] * 6, [80] * 6).removeprefix("month  enterprise  measure  value"))
    asked = drawn.asked()
    assert "6 cases in 0.24 million h" in rate_ratio(asked, "injury_frequency").subtitle
    incidence = rate_ratio(asked, "injury_incidence")
    assert "6 cases, then 6" in incidence.subtitle
    assert "h" not in re.findall(r"\w+", incidence.subtitle)
    share = rate_ratio(asked, "hazards_closed_on_time")
    assert "cases" not in share.subtitle + " ".join(share.notes)
    assert share.rows[0]["events_before"] is None


def test_hours_are_rounded_once_for_both_languages(snapshot_of):
    drawn = snapshot_of(cases(1, 1).replace("hours_worked  9917", "hours_worked  9375"))
    english, chinese = (rate_ratio(drawn.asked(lang=lang), "injury_frequency") for lang in ("en", "zh"))
    assert english.rows[0]["exposure_before"] == 225_000
    assert "6 cases in 0.22 million h" in english.subtitle
    assert "22万工时6起" in chinese.subtitle


def test_both_languages_say_the_same_numbers(snapshot_of):
    asked = snapshot_of(hazards([33, 40, 48, 47, 61, 66], [81, 79, 86, 84, 88, 92])).asked()
    for change in changes(asked, sorted(asked.db.indicators)).values():
        told = [
            re.findall(r"\d[\d,.]*", tell.sentence(change, lang).replace(change.indicator.title[lang], ""))
            for lang in words.LANGUAGES
        ]
        told = [sorted(number.strip(".,") for number in numbers) for numbers in told]
        assert told[0] == told[1], change.indicator.id


def test_six_months_on_one_side_are_a_run_and_seven_a_shift(snapshot_of):
    def lines(last: int) -> str:
        text = ["month  enterprise  measure  value"]
        for n in range(1, 5):
            for month in range(1, last + 1):
                year, place = 2014 + (month > 12), (month - 1) % 12 + 1
                value = 50 + (month % 3) if month <= 8 else 90
                text.append(f"{year}-{place:02d}  E{n}  hazards_due  100")
                text.append(f"{year}-{place:02d}  E{n}  hazards_closed_on_time  {value}")
        return "\n".join(text)

    dates = {
        "baseline_start": date(2014, 1, 1),
        "training_start": date(2014, 9, 1),
        "training_end": date(2015, 6, 30),
    }
    six = run_chart(snapshot_of(lines(14), round_=dates).asked(), "hazards_closed_on_time").title
    assert six.startswith("The last six")
    assert "takes seven" in six
    seven = run_chart(snapshot_of(lines(15), round_=dates).asked(), "hazards_closed_on_time").title
    assert "a shift" in seven
    assert "takes seven" not in seven


def test_a_shift_that_broke_is_not_told_by_its_last_months_alone(snapshot_of):
    text = ["month  enterprise  measure  value"]
    for n in range(1, 5):
        for month in range(1, 21):  # eight months of baseline, nine high ones, three low ones
            year, place = 2014 + (month > 12), (month - 1) % 12 + 1
            value = 50 + (month % 3) if month <= 8 else 90 if month <= 17 else 20
            text.append(f"{year}-{place:02d}  E{n}  hazards_due  100")
            text.append(f"{year}-{place:02d}  E{n}  hazards_closed_on_time  {value}")
    dates = {"baseline_start": date(2014, 1, 1), "training_start": date(2014, 9, 1), "training_end": date(2015, 8, 31)}
    title = run_chart(snapshot_of("\n".join(text), round_=dates).asked(), "hazards_closed_on_time").title
    assert title.startswith("Nine months in a row lay above the baseline median, a shift")
    assert "do not hold it" in title


def test_months_that_are_missing_are_counted_in_the_enterprises_of_the_chart_alone(snapshot_of):
    text = ["month  enterprise  measure  value"]
    for name in ("E1", "E2", "E3", "C1", "C2", "C3"):
        for month in range(1, 11):
            if (name, month) not in {("E1", 3), ("C1", 3), ("C1", 4)}:
                text.append(f"2015-{month:02d}  {name}  hazards_due  100")
                text.append(f"2015-{month:02d}  {name}  hazards_closed_on_time  50")
    notes = run_chart(snapshot_of("\n".join(text)).asked(), "hazards_closed_on_time").notes
    assert notes[0].startswith("1 enterprise-months without figures")


def test_filters_that_fit_nobody_give_a_sentence_and_not_an_empty_box(snapshot_of):
    asked = snapshot_of(hazards([40] * 6, [80] * 6)).asked(sector="C99")
    for exhibit in (
        run_chart(asked, "hazards_closed_on_time"),
        pairs(asked, "hazards_closed_on_time"),
        rate_ratio(asked, "injury_frequency"),
        forest(asked, []),
    ):
        assert exhibit.state == "empty"
        assert exhibit.title


def test_the_public_gets_the_months_and_no_enterprise(snapshot_of):
    asked = snapshot_of(hazards([40] * 6, [80] * 6)).asked("public")
    chart = run_chart(asked, "hazards_closed_on_time")
    assert chart.rows
    assert "enterprise" not in chart.columns
    assert pairs(asked, "hazards_closed_on_time").state == "not_allowed"
    assert forest(asked, []).state == "not_allowed"
