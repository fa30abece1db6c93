"""One measure by district: the figures are those of the rows, and what is too small is hidden and stays hidden."""

import pandas as pd
import pytest

from outcomes import reference
from outcomes.charts import LIGHT
from outcomes.exhibits import regions, regions_head
from outcomes.exhibits.change import changes

FIXED = "hazards_closed_on_time"


def drawn(snapshot_of, districts: dict[str, int], months=range(1, 11), skip=(), more: str = ""):
    """So many enterprises a district, each with its own hazards; the after months are better by district and number."""
    lines, places = ["month  enterprise  measure  value"], {}
    for code, count in districts.items():
        for number in range(1, count + 1):
            name = f"E{code[2:]}-{number}"
            places[name] = {"region": code}
            for month in months:
                if (name, month) in skip:
                    continue
                fixed = 30 + 3 * number + (month if month < 5 else 20 + int(code[-1]))
                lines.append(f"2015-{month:02d}  {name}  hazards_due  {90 + 2 * number}")
                lines.append(f"2015-{month:02d}  {name}  hazards_closed_on_time  {fixed}")
    return snapshot_of("\n".join(lines) + more, places)


def by_code(exhibit) -> dict[str, dict]:
    return {row["region"]: row for row in exhibit.rows}


def test_before_and_after_of_a_district_are_those_of_its_own_rows(snapshot_of):
    case = drawn(snapshot_of, {"330503": 7, "330521": 6, "330522": 4})
    rows = by_code(regions(case.asked(), FIXED))
    frame = pd.DataFrame(case.snapshot.read("internal", "observation").to_pylist())
    for code in ("330503", "330521", "330522", "330500"):
        mine = frame[(frame["county"] == code) | (frame["prefecture"] == code)]
        month = pd.to_datetime(mine["month"]).dt.month
        for side, of_side in (("before", month < 5), ("after", month >= 5)):
            total = mine[of_side].groupby("measure")["value"].sum()
            assert rows[code][side] == pytest.approx(100 * total[FIXED] / total["hazards_due"])
    assert {code: row["enrolled"] for code, row in rows.items()} == {
        "330503": 7,
        "330521": 6,
        "330522": 4,
        "330500": 17,
    }


def test_change_and_reading_are_those_of_the_district_chosen_alone(snapshot_of):
    case = drawn(snapshot_of, {"330503": 7, "330521": 6})
    rows = by_code(regions(case.asked(), FIXED))
    for code in ("330503", "330521", "330500"):
        alone = changes(case.asked(region=code), [FIXED])[FIXED]
        row = rows[code]
        assert (row["estimate"], row["low"], row["high"]) == pytest.approx((alone.estimate, alone.lo, alone.hi))
        assert (row["reading"], row["enterprises_with_both"]) == (alone.reading.code, alone.n)


def test_months_sent_are_counted_of_the_months_due(snapshot_of):
    case = drawn(snapshot_of, {"330503": 3}, skip={("E0503-1", 2), ("E0503-2", 9)})
    row = by_code(regions(case.asked(), FIXED))["330503"]
    assert (row["months_sent"], row["months_due"]) == (28, 30)


@pytest.mark.parametrize(("n", "code"), [(1, "hidden"), (2, "hidden"), (3, "values_only"), (5, "values_only")])
def test_few_enterprises_get_no_word_and_two_get_no_number(snapshot_of, n, code):
    case = drawn(snapshot_of, {"330503": n})
    row = regions(case.asked(), FIXED).rows[0]
    assert row["reading"] == code
    assert (row["before"] is None) == (code == "hidden")


def test_six_get_a_word_and_fewer_months_than_seventy_percent_take_it_away(snapshot_of):
    whole = drawn(snapshot_of, {"330503": 6})
    assert regions(whole.asked(), FIXED).rows[0]["reading"] == "improved"


def test_under_seventy_percent_of_the_months_there_is_no_word(snapshot_of):
    gaps = {(f"E0503-{n}", month) for n in range(1, 7) for month in (2, 3, 4, 6, 7)}
    row = regions(drawn(snapshot_of, {"330503": 6}, skip=gaps).asked(), FIXED).rows[0]
    assert row["reading"] == "incomplete"
    assert row["after"] is not None


def test_one_hidden_district_takes_the_next_smallest_with_it(snapshot_of):
    """Two, four and seven enterprises: the total less four and seven would be the two."""
    case = drawn(snapshot_of, {"330503": 7, "330521": 4, "330522": 2})
    exhibit = regions(case.asked(look=LIGHT), FIXED)
    rows = by_code(exhibit)
    assert [rows[code]["reading"] for code in ("330522", "330521", "330503")] == ["hidden", "hidden", "improved"]
    assert rows["330500"]["after"] is not None
    for code in ("330521", "330522"):
        assert [rows[code][key] for key in ("before", "after", "estimate", "low", "high", "scale")] == [None] * 6
    assert "smaller district beside it" in rows["330521"]["why"]
    shown = str(exhibit.table) + str(exhibit.figure.to_dict()) + str(exhibit.narrow.to_dict())
    secret = changes(case.asked(region="330521"), [FIXED])[FIXED]
    assert f"{secret.estimate:.0f} points" not in shown


def test_a_hidden_district_stays_hidden_when_it_or_another_is_chosen(snapshot_of):
    case = drawn(snapshot_of, {"330503": 7, "330521": 4, "330522": 2, "510112": 6})
    for region in (None, "330500", "330521", "330503"):
        rows = by_code(regions(case.asked(region=region), FIXED))
        assert rows["330521"]["reading"] == rows["330522"]["reading"] == "hidden", region
        assert ("510112" in rows) == (region is None)
    assert "Not shown" in regions_head(case.asked(region="330521"), FIXED)


def test_a_small_prefecture_hides_the_next_smallest_and_all_its_districts(snapshot_of):
    case = drawn(snapshot_of, {"330503": 4, "330521": 3, "510112": 2})
    exhibit = regions(case.asked(), FIXED)
    assert {row["reading"] for row in exhibit.rows} == {"hidden"}


def test_the_total_of_a_province_gives_no_prefecture_away(snapshot_of):
    """Two in Leshan, four in Chengdu; one large prefecture of another province beside them protects neither."""
    case = drawn(snapshot_of, {"511100": 2, "510112": 4, "510114": 3, "330503": 3, "330521": 3})
    rows = by_code(regions(case.asked(), FIXED))
    assert {code for code, row in rows.items() if row["reading"] == "hidden"} == {
        "511100",
        "510100",
        "510112",
        "510114",
    }
    assert rows["330500"]["after"] is not None


def test_a_district_of_the_comparison_alone_keeps_its_place_and_says_so(snapshot_of):
    more = "\n2015-01  C1  hazards_due  10\n2015-01  C1  hazards_closed_on_time  5"
    case = drawn(snapshot_of, {"330521": 6}, more=more)
    row = by_code(regions(case.asked(look=LIGHT), FIXED))["330503"]
    assert (row["enrolled"], row["comparison"], row["reading"]) == (0, 1, "no_pilot")


def test_nobody_one_and_none_with_figures_are_said_in_words(snapshot_of):
    only_before = drawn(snapshot_of, {"330503": 4}, months=range(1, 5))
    exhibit = regions(only_before.asked(look=LIGHT), FIXED)
    assert exhibit.state == "empty"
    assert "no enterprise has figures both before and after" in exhibit.title
    nobody = regions(only_before.asked(size="micro"), FIXED)
    assert (nobody.state, nobody.title) == ("empty", "No enterprise fits these filters")
    assert regions_head(only_before.asked(size="micro"), FIXED) == "No enterprise fits these filters"


def test_one_enterprise_is_hidden_and_its_district_named(snapshot_of):
    one = drawn(snapshot_of, {"330503": 1}).asked(look=LIGHT)
    exhibit = regions(one, FIXED)
    assert exhibit.state is None
    assert exhibit.rows[0]["before"] is None
    assert regions_head(one, FIXED) == "Nanxun: Not shown: fewer than 3 enterprises. This is not a zero."


def test_the_public_sees_no_district(snapshot_of):
    case = drawn(snapshot_of, {"330503": 6})
    assert regions(case.asked("public"), FIXED).state == "not_allowed"


def test_an_officer_sees_the_own_districts_alone(snapshot_of):
    case = drawn(snapshot_of, {"330503": 6, "510112": 6})
    assert set(by_code(regions(case.asked("officer:510100"), FIXED))) == {"510112"}


@pytest.mark.parametrize(
    ("districts", "finding"),
    [
        ({"330503": 6, "330521": 6}, "Results can be shown for all two districts"),
        (
            {"330503": 2, "330521": 2, "330522": 1},
            "Not one of the three districts has enough enterprises to be shown alone",
        ),
        (
            {"330503": 6, "330521": 2, "330522": 2},
            "Results can be shown for one of three districts; the other two have too little to show safely",
        ),
    ],
)
def test_the_finding_says_for_how_many_districts_there_is_something(snapshot_of, districts, finding):
    assert regions_head(drawn(snapshot_of, districts).asked(), FIXED) == finding


@pytest.mark.parametrize(
    ("districts", "title"),
    [
        ({"330503": 6, "330521": 7, "330522": 4}, "A judgement is possible for two of three districts: two improved"),
        ({"330503": 4, "330521": 5}, "Huzhou as a whole: Hazards fixed on time improved in this group"),
        ({"330503": 4, "510112": 4, "510114": 3}, "A judgement is possible for none of three districts"),
        ({"330503": 9}, "Nanxun, where all 9 enterprises of this choice are"),
    ],
)
def test_the_card_says_for_how_many_a_judgement_is_possible(snapshot_of, districts, title):
    assert regions(drawn(snapshot_of, districts).asked(), FIXED).title.startswith(title)


def test_a_measure_without_a_better_or_worse_is_context_and_has_no_colour(snapshot_of):
    lines, places = ["month  enterprise  measure  value"], {}
    for number in range(12):
        places[f"E{number:02d}"] = {"region": "330503" if number < 6 else "330521"}
        for month in range(1, 11):
            lines.append(f"2015-{month:02d}  E{number:02d}  workers  100")
            lines.append(f"2015-{month:02d}  E{number:02d}  women_workers  {20 + number + 3 * month}")
    exhibit = regions(snapshot_of("\n".join(lines), places).asked(look=LIGHT), "women_share")
    assert exhibit.title.startswith("For context in two of two districts")
    assert {row["reading"] for row in exhibit.rows} == {"neutral"}
    (bars,) = [trace for trace in exhibit.figure.to_dict()["data"] if trace["type"] == "bar" and "customdata" in trace]
    assert set(bars["marker"]["color"]) == {LIGHT.page}


def test_ratios_and_differences_in_one_column_are_said_to_be_so(snapshot_of):
    lines, places = ["month  enterprise  measure  value"], {}
    for number in range(12):
        places[f"E{number:02d}"] = {"region": "330503" if number < 6 else "330521"}
        for month in range(1, 11):
            lines.append(f"2015-{month:02d}  E{number:02d}  workers  100")
            lines.append(
                f"2015-{month:02d}  E{number:02d}  suggestions  {0 if number == 7 and month < 5 else number + month}"
            )
    case = snapshot_of("\n".join(lines), places)
    both = regions(case.asked(), "suggestion_rate")
    assert {row["region"]: row["scale"] for row in both.rows} == {
        "330503": "ratio",
        "330521": "points",
        "330500": "points",
    }
    assert any("there is no ratio" in note for note in both.notes)


def test_the_legal_note_stands_under_it_in_both_languages(snapshot_of):
    case = drawn(snapshot_of, {"330503": 6})
    assert not any("there is no ratio" in note for note in regions(case.asked(), FIXED).notes)
    assert any("legal status" in note for note in regions(case.asked(), FIXED).notes)
    assert any("法律地位" in note for note in regions(case.asked(lang="zh"), FIXED).notes)


def test_districts_stand_in_the_order_of_their_codes_and_not_of_their_values(snapshot_of):
    case = drawn(snapshot_of, {"330522": 6, "330503": 6, "330521": 6})
    codes = [row["region"] for row in regions(case.asked(), FIXED).rows]
    assert codes == ["330503", "330521", "330522", "330500"]


def test_more_districts_than_tiles_can_hold_are_told_by_prefecture(snapshot_of):
    counties = [region.code for region in reference.children("510100")]
    prefectures = [region.code for region in reference.children("510000") if region.code != "510100"]
    many = dict.fromkeys(counties, 1) | dict.fromkeys(prefectures[:12], 3)
    rows = by_code(regions(drawn(snapshot_of, many, months=(1, 6)).asked(), FIXED))
    assert list(rows) == ["510100", *prefectures[:12], "510000"]
    assert rows["510100"]["enrolled"] == len(counties) == 20
    near = by_code(regions(drawn(snapshot_of, many, months=(1, 6)).asked(region="510104"), FIXED))
    assert set(counties) <= set(near)


def test_an_enterprise_without_a_district_is_told_as_such_and_not_taken_for_the_whole(snapshot_of):
    exhibit = regions(drawn(snapshot_of, {"510100": 3, "510112": 6}).asked(look=LIGHT), FIXED)
    assert [(row["name"], row["enrolled"]) for row in exhibit.rows] == [
        ("Chengdu, district not given", 3),
        ("Longquanyi", 6),
        ("Chengdu as a whole", 9),
    ]
