"""The evidence page: each doubt has its card, each number is the library's own, and bad data get a sentence."""

import json
import math
import re
from datetime import date

import pytest
from told import asked_for

import outcomes.stats as stats
from outcomes import words
from outcomes.charts import LIGHT
from outcomes.cli.exhibiting import whole
from outcomes.errors import BadQuestion
from outcomes.exhibits import evidence, headline, registry
from outcomes.exhibits.change import changes

HAZARDS = "hazards_closed_on_time"
OF_INDICATOR = [name for name, entry in registry.EXHIBITS.items() if entry.of_indicator]


def hazards(moves: dict[str, tuple[int, int]], months: range = range(1, 11)) -> str:
    """Each enterprise's hazards closed on time of 100, before May and from May on."""
    lines = ["month  enterprise  measure  value"]
    for name, (before, after) in moves.items():
        for month in months:
            lines.append(f"2015-{month:02d}  {name}  hazards_due  100")
            lines.append(f"2015-{month:02d}  {name}  hazards_closed_on_time  {before if month < 5 else after}")
    return "\n".join(lines)


RISING = {f"E{n}": (40 + n, 60 + 2 * n) for n in range(1, 8)}


def test_the_typical_change_is_the_one_of_the_overview_with_the_confidence_it_attains(snapshot_of):
    asked = snapshot_of(hazards(RISING)).asked()
    row = evidence.typical(asked, HAZARDS).rows[0]
    found = stats.hodges_lehmann(*zip(*RISING.values(), strict=True))
    assert (row["estimate"], row["low"], row["high"]) == pytest.approx((found.estimate, found.lo, found.hi))
    assert row["confidence_attained"] == pytest.approx(found.confidence)
    assert row["confidence_attained"] != 0.95
    assert row["p"] == pytest.approx(0.015625)  # 2 / 2^7: all seven rose


def test_k_of_n_counts_the_hoped_for_way_and_leaves_the_unchanged_out_of_k(snapshot_of):
    moves = {**RISING, "E8": (50, 50), "E9": (60, 40)}
    row = evidence.improved_count(snapshot_of(hazards(moves)).asked(), HAZARDS).rows[0]
    assert (row["moved_hoped_for_way"], row["unchanged"], row["enterprises_with_both"]) == (7, 1, 9)
    assert row["low"] < 7 / 9 < row["high"]


def test_the_one_enterprise_that_decides_the_reading_is_named(snapshot_of):
    moves = {f"E{n}": (40, 40 + n) for n in range(1, 7)} | {"E7": (40, 30)}
    moves |= {"E8": (40, 47), "E9": (40, 39)}
    exhibit = evidence.left_out_in_turn(snapshot_of(hazards(moves)).asked(), HAZARDS)
    decided = [row["without"] for row in exhibit.rows if row["decides"]]
    whole_ = stats.hodges_lehmann(*zip(*moves.values(), strict=True))
    for row in exhibit.rows:
        rest = [pair for name, pair in moves.items() if name != row["without"]]
        found = stats.hodges_lehmann(*zip(*rest, strict=True))
        assert (row["low"], row["high"]) == pytest.approx((found.lo, found.hi))
        assert row["decides"] == ((found.lo > 0) != (whole_.lo > 0))
    assert decided == ["E7"]
    assert "E7" in exhibit.title


def test_without_a_comparison_arm_it_says_so_and_never_compared_with(snapshot_of):
    exhibit = evidence.comparison(snapshot_of(hazards(RISING)).asked(), HAZARDS)
    assert "no comparison group" in exhibit.title
    assert exhibit.rows == []


def test_with_a_comparison_arm_the_difference_is_of_change_scores(snapshot_of):
    others = {f"C{n}": (50, 52 + n % 2) for n in range(1, 7)}
    exhibit = evidence.comparison(snapshot_of(hazards(RISING | others)).asked(), HAZARDS)
    row = exhibit.rows[0]
    pilot = [after - before for before, after in RISING.values()]
    control = [after - before for before, after in others.values()]
    assert row["difference"] == pytest.approx(sum(pilot) / 7 - sum(control) / 6)
    assert row["p_permutation"] == pytest.approx(stats.difference_in_changes(pilot, control).p_permutation)
    assert (row["pilot"], row["comparison"], row["reading"]) == (7, 6, "improved")
    assert exhibit.title.startswith("Compared with 6 other enterprises")


def test_two_comparison_enterprises_are_not_shown(snapshot_of):
    exhibit = evidence.comparison(snapshot_of(hazards(RISING | {"C1": (50, 51), "C2": (50, 53)})).asked(), HAZARDS)
    assert exhibit.state == "suppressed"
    assert not exhibit.rows


def test_only_the_comparison_card_says_compared_with(snapshot_of):
    others = {f"C{n}": (50, 52 + n % 2) for n in range(1, 7)}
    asked = snapshot_of(hazards(RISING | others)).asked()
    saying = {
        name
        for name in OF_INDICATOR
        for text in _texts(registry.build(asked, name, HAZARDS))
        if "compared with" in text.lower()
    }
    assert saying == {"comparison"}


def test_the_parts_of_the_change_add_up_also_when_somebody_came_and_somebody_left(snapshot_of):
    text = hazards(RISING) + "\n" + hazards({"E8": (90, 0)}, range(1, 5)).split("\n", 1)[1]
    text += "\n" + hazards({"E9": (0, 30)}, range(5, 11)).split("\n", 1)[1]
    exhibit = evidence.decomposition(snapshot_of(text).asked(), HAZARDS)
    part = {row["part"]: row["amount"] for row in exhibit.rows}
    assert part["change"] == pytest.approx(part["within"] + part["mix"] + part["entry"] + part["exit"], abs=1e-9)
    assert part["change"] == pytest.approx(part["numerator_effect"] + part["denominator_effect"], abs=1e-9)
    assert part["entry"] < 0
    assert part["exit"] < 0


def test_who_is_in_and_who_is_not_is_counted(snapshot_of):
    text = hazards(RISING) + "\n" + hazards({"E8": (90, 0)}, range(1, 5)).split("\n", 1)[1]
    exhibit = evidence.panel(snapshot_of(text, enterprises={"E9": {}}).asked(), HAZARDS)
    count = {row["what"]: row["count"] for row in exhibit.rows}
    assert (count["enrolled"], count["before"], count["both"], count["after"], count["neither"]) == (9, 8, 7, 7, 1)
    assert (count["months_due"], count["months_sent"]) == (90, 74)
    assert count["coverage"] == pytest.approx(74 / 90)


def injuries(months: int = 10, spread: int = 1) -> str:
    lines = ["month  enterprise  measure  value"]
    for n in range(1, 8):
        for month in range(1, months + 1):
            cases = spread if (n == 1 and month < 5) or (n == 2 and month == 6) else 0
            lines.append(f"2015-{month:02d}  E{n}  hours_worked  10000")
            lines.append(f"2015-{month:02d}  E{n}  new_injuries  {cases}")
    return "\n".join(lines)


def test_events_of_one_enterprise_alone_ask_for_the_wider_interval(snapshot_of):
    exhibit = evidence.dispersion(snapshot_of(injuries(spread=4)).asked(), "injury_frequency")
    row = exhibit.rows[0]
    assert row["matters"]
    assert row["quasi_low"] < row["exact_low"]
    assert "wider interval" in exhibit.title


def test_an_enterprise_without_an_injury_before_and_after_has_not_moved(snapshot_of):
    figure = registry.build(snapshot_of(injuries()).asked(look=LIGHT), "pairs", "injury_frequency").figure
    tones = {mark["hovertext"][0][3:5]: mark["marker"]["line"]["color"] for mark in figure.data if mark["hovertext"]}
    assert tones["E1"] == LIGHT.improvement
    assert tones["E7"] == LIGHT.unclear


def test_the_detectable_fall_is_the_one_of_the_exact_test(snapshot_of):
    asked = snapshot_of(injuries(spread=4)).asked()
    change = changes(asked, ["injury_frequency"])["injury_frequency"]
    found = stats.detectable_ratio(16, change.exposure_before, change.exposure_after)
    assert (found.n, change.events_before) == (16, 16)
    assert evidence.detectable(asked, "injury_frequency").rows[0]["fall"] == pytest.approx(found.fall)


def test_below_twelve_months_a_phase_there_is_a_sentence_and_no_limit(snapshot_of):
    exhibit = evidence.control_chart(snapshot_of(hazards(RISING)).asked(look=LIGHT), HAZARDS)
    assert exhibit.figure is None
    assert exhibit.title == "No control limits: 4 baseline months and 6 since training began"


LONG = {
    "baseline_start": date(2013, 5, 1),
    "training_start": date(2014, 5, 1),
    "training_end": date(2014, 10, 31),
}


def test_from_twelve_months_a_phase_limits_are_drawn_and_a_jump_is_marked(snapshot_of):
    lines = ["month  enterprise  measure  value"]
    for index in range(24):
        month = f"{2013 + (index + 4) // 12}-{(index + 4) % 12 + 1:02d}"
        for n in range(1, 4):
            lines.append(f"{month}  E{n}  hazards_due  100")
            lines.append(f"{month}  E{n}  hazards_closed_on_time  {50 + index % 3 + (30 if index == 20 else 0)}")
    exhibit = evidence.control_chart(snapshot_of("\n".join(lines), round_=LONG).asked(look=LIGHT), HAZARDS)
    assert exhibit.figure is not None
    assert [row["month"] for row in exhibit.rows if "outside" in row["rules"]] == [date(2015, 1, 1)]
    assert exhibit.title.endswith("that a rule marks: 1")
    mark = next(each for each in exhibit.figure.data if each["marker"]["symbol"] == "diamond")
    assert (mark["y"], mark["marker"]["color"]) == ((80 + 20 % 3,), LIGHT.pilot)  # a jump for the better is no concern


def test_several_measures_are_judged_together_and_one_picked_for_its_result_is_not_of_the_family(snapshot_of):
    lines = hazards(RISING).splitlines()
    for n in range(1, 8):
        for month in range(1, 11):
            lines.append(f"2015-{month:02d}  E{n}  hours_worked  10000")
            lines.append(f"2015-{month:02d}  E{n}  overtime_hours  {1000 if month < 5 else 2000 + n}")
            lines.append(f"2015-{month:02d}  E{n}  good_units  {1000 + n * month % 7}")
    asked = snapshot_of("\n".join(lines)).asked()
    told = headline(asked)
    exhibit = evidence.several(asked, told)
    row = {each["indicator"]: each for each in exhibit.rows}
    assert row["overtime_share"]["p_holm"] is None
    assert not row["overtime_share"]["in_family"]
    family = [each for each in exhibit.rows if each["in_family"]]
    assert len(family) >= 2
    assert [each["p_holm"] for each in family] == pytest.approx(list(stats.holm([e["p"] for e in family]).adjusted))
    assert row[HAZARDS]["p_holm"] > row[HAZARDS]["p"]


BAD = {
    "one enterprise": hazards({"E1": (40, 60)}),
    "two enterprises": hazards({"E1": (40, 60), "E2": (40, 60)}),
    "identical pairs": hazards({f"E{n}": (40, 60) for n in range(1, 8)}),
    "nothing moved": hazards({f"E{n}": (40, 40) for n in range(1, 8)}),
    "no baseline": hazards(RISING, range(5, 11)),
    "baseline only": hazards(RISING, range(1, 5)),
    "a single month": hazards(RISING, range(5, 6)),
    "an arm of one": hazards(RISING | {"C1": (40, 50)}),
    "arms of three": hazards({f"{a}{n}": (40 + n, 50) for n in range(3) for a in "EC"}),
    "only comparison": hazards({f"C{n}": (40, 50) for n in range(7)}),
    "all zero": hazards({f"E{n}": (0, 0) for n in range(1, 8)}),
    "no event": injuries(spread=0),
    "no event after": injuries(months=5, spread=2),
    "zero hours": re.sub(r"hours_worked  10000", "hours_worked  0", injuries(spread=0)),
}


@pytest.mark.parametrize("case", BAD)
@pytest.mark.parametrize("window", ["start", "year-end"])
def test_bad_data_give_a_worded_exhibit(snapshot_of, case, window):
    drawn = snapshot_of(BAD[case])
    every = (HAZARDS, "injury_frequency", "labour_productivity", "near_misses")
    for indicator in every if window == "start" else every[:1]:
        said = []
        for lang in words.LANGUAGES:
            asked = drawn.asked(lang=lang, look=LIGHT, window=window)
            exhibits = [registry.build(asked, name, indicator) for name in OF_INDICATOR]
            firms = sorted({row["enterprise"] for row in asked.members})[:2]
            for name in sorted(set(registry.EXHIBITS) - set(OF_INDICATOR)):
                for of in asked_for(registry.EXHIBITS[name], [], firms):
                    exhibits.append(registry.build(asked, name, **of))
            for exhibit in exhibits:
                assert exhibit.title.strip()
                assert exhibit.subtitle.strip() or exhibit.state or exhibit.figure
                text = json.dumps(whole(exhibit, asked), allow_nan=False, default=str)
                assert not re.search(r"\b(nan|inf|NaN|Infinity)\b", text + " ".join(_texts(exhibit)))
            # the others' words turn with the language: test_generated.py reads dates and money as a reader does
            said.append(
                [[sorted(cell) for cell in _numbers(exhibit.table)] for exhibit in exhibits[: len(OF_INDICATOR)]]
            )
        assert said[0] == said[1]  # "0 of 7" is "7 … 0" in the other language


def test_the_public_sees_no_card_of_it(snapshot_of):
    asked = snapshot_of(hazards(RISING)).asked("public")
    for name in ("typical", "leave-one-out", "panel", "comparison", "decomposition"):
        assert registry.build(asked, name, HAZARDS).state == "not_allowed"


def test_every_warning_of_a_result_here_has_its_sentence(snapshot_of):
    """``card`` says each warning; here those that the bad data above do not happen to raise are looked up."""
    for code in ("confidence_out_of_reach", "interval_and_p_differ", "too_many_events", "overdispersed"):
        assert words.has(f"evidence.warning.{code}")


def test_names_and_indicators_are_refused_with_a_sentence(snapshot_of):
    asked = snapshot_of(hazards(RISING)).asked()
    for name, indicator, word in (("pears", None, "pairs"), ("pairs", None, "--indicator"), ("forest", HAZARDS, "out")):
        with pytest.raises(BadQuestion, match=word):
            registry.build(asked, name, indicator)
    with pytest.raises(BadQuestion, match="absenteeism"):
        registry.build(asked, "pairs", "luck")


def test_the_figures_shown_are_finite(snapshot_of):
    exhibit = evidence.typical(snapshot_of(hazards(RISING)).asked(), HAZARDS)
    assert all(math.isfinite(value) for value in exhibit.rows[0].values() if isinstance(value, float))


def _texts(exhibit) -> list[str]:
    return [exhibit.title, exhibit.subtitle, *exhibit.notes, *(cell for line in exhibit.table for cell in line)]


def _numbers(table: list[list[str]]) -> list[list[str]]:
    """The figures of a table's cells, without its first column, which is words."""
    return [re.findall(r"\d[\d.,]*%?", " ".join(line[1:])) for line in table[1:]]
