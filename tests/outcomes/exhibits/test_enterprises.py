"""The table of enterprises and the profile of one: values that anybody can compute again, and nobody named beside it."""

from datetime import date
from statistics import median

import pandas as pd
import pytest

from outcomes import engine, scope, store
from outcomes.errors import BadQuestion
from outcomes.exhibits import Asked, enterprises, pairs, profile, profile_head, registry
from outcomes.filters import Filters, parse_windows

MEASURES = {
    "hazards_closed_on_time": ("hazards_closed_on_time", "hazards_due", 100),
    "injury_frequency": ("new_injuries", "hours_worked", 1_000_000),
    "absenteeism": ("absent_days", "scheduled_days", 100),
    "suggestions_carried_out": ("suggestions_carried_out", "suggestions", 100),
}
ROUND = Filters(round="NX-2015A")


@pytest.fixture(scope="module")
def snapshot(published_store):
    place = store.Store(published_store)
    return place.open(place.current())


@pytest.fixture(scope="module")
def database(snapshot):
    return engine.open_database(snapshot, scope.parse("director"))


@pytest.fixture(scope="module")
def frame(snapshot) -> pd.DataFrame:
    """The panel with the two measures of each month beside it, straight from the published tables."""
    seen = snapshot.read("internal", "observation").to_pandas()
    wide = seen.pivot_table(index=["enterprise", "month"], columns="measure", values="value", aggfunc="sum")
    panel = snapshot.read("internal", "panel").to_pandas()
    return panel.merge(wide.reset_index(), on=["enterprise", "month"], how="left")


def recomputed(frame: pd.DataFrame, indicator: str, code: str, round_: str) -> dict:
    top, bottom, scale = MEASURES[indicator]
    own = frame[(frame["enterprise"] == code) & (frame["round"] == round_)].sort_values("month")
    both = own[own[top].notna() & own[bottom].notna()]
    told = {"due": int(own["due"].sum()), "reported": int(both["due"].sum())}
    for side, phases in (("before", ["baseline"]), ("after", ["training", "after"])):
        part = both[both["phase"].isin(phases)]
        told[side] = scale * part[top].sum() / part[bottom].sum() if part[bottom].sum() else None
    value = scale * own[top] / own[bottom].where(own[bottom] != 0)
    told["trend"] = [None if pd.isna(one) else float(one) for one in value]
    return told


def near(values: list) -> list:
    return [None if value is None else pytest.approx(value) for value in values]


@pytest.mark.parametrize("indicator", MEASURES)
def test_rows_are_what_the_published_tables_give(database, frame, indicator):
    exhibit = enterprises(Asked(database, ROUND), indicator)
    assert [row["enterprise"] for row in exhibit.rows] == [f"NX-{n:02d}" for n in range(1, 11)]
    for row in exhibit.rows:
        told = recomputed(frame, indicator, row["enterprise"], "NX-2015A")
        assert (row["months_due"], row["months_reported"]) == (told["due"], told["reported"])
        assert [row["before"], row["after"]] == near([told["before"], told["after"]])
        assert row["trend"] == near(told["trend"])
        if None not in (told["before"], told["after"]):
            assert row["change"] == pytest.approx(told["after"] - told["before"])
        assert [row[month] for month in exhibit.columns if month.startswith("201")] == row["trend"]


@pytest.mark.parametrize("code", ["NX-07", "NX-10", "SC-03", "HZ-01"])
def test_a_profile_has_the_same_values_for_every_indicator(database, frame, code):
    round_ = "SC-P1" if code.startswith("SC") else "NX-2015A"
    exhibit = profile(Asked(database, ROUND), code)
    rows = {row["indicator"]: row for row in exhibit.rows}
    assert set(rows) == set(database.indicators)
    for indicator in MEASURES:
        told, row = recomputed(frame, indicator, code, round_), rows[indicator]
        assert row["trend"] == near(told["trend"])
        assert [row["before"], row["after"]] == near([told["before"], told["after"]])
        last = [value for value in told["trend"] if value is not None]
        assert row["last"] == (pytest.approx(last[-1]) if last else None)


@pytest.mark.parametrize("indicator", MEASURES)
def test_the_others_are_those_of_arm_sector_and_size_and_not_the_enterprise_itself(database, frame, indicator):
    row = next(row for row in profile(Asked(database, ROUND), "NX-07").rows if row["indicator"] == indicator)
    own = frame[frame["enterprise"] == "NX-07"].iloc[0]
    kind = frame[(frame["arm"] == "pilot") & (frame["sector"] == own["sector"]) & (frame["size"] == own["size"])]
    names = kind[kind["enterprise"] != "NX-07"][["enterprise", "round"]].drop_duplicates().itertuples(index=False)
    after = [recomputed(frame, indicator, *name)["after"] for name in names]
    after = sorted(value for value in after if value is not None)
    assert row["others"] == len(after) >= 3
    found = [row[f"others_{side}"] for side in ("median", "low", "high")]
    assert found == near([median(after), after[0], after[-1]])


def test_no_other_enterprise_is_named_anywhere_in_a_profile(database):
    exhibit = profile(Asked(database, ROUND), "NX-07")
    text = str([exhibit.title, exhibit.subtitle, exhibit.rows, exhibit.notes, exhibit.alt, exhibit.lineage])
    others = {row["enterprise"] for row in database.ask("memberships").rows} - {"NX-07"}
    assert not [code for code in others if code in text]


def test_fewer_than_three_others_are_hidden_in_words(database):
    exhibit = profile(Asked(database, ROUND), "NX-02")  # two more pilots in small textiles
    assert any("fewer than 3" in note for note in exhibit.notes)
    assert {row["others_median"] for row in exhibit.rows} == {None}
    assert {row["others_low"] for row in exhibit.rows} == {None}


def drawn(codes: str, gap: str = "") -> str:
    lines = ["month  enterprise  measure  value"]
    for n, code in enumerate(codes.split()):
        for month in range(1, 11):
            if (code, f"2015-{month:02d}") != ("E1", gap):
                lines.append(f"2015-{month:02d}  {code}  hazards_due  100")
                lines.append(f"2015-{month:02d}  {code}  hazards_closed_on_time  {40 + n + 20 * (month > 4)}")
    return "\n".join(lines)


def test_a_missing_month_is_none_in_the_line_and_named_in_the_profile(snapshot_of):
    asked = snapshot_of(drawn("E1 E2 E3", gap="2015-06")).asked()
    row = enterprises(asked, "hazards_closed_on_time").rows[0]
    assert row["trend"] == [40, 40, 40, 40, 60, None, 60, 60, 60, 60]
    assert (row["months_due"], row["months_reported"], row["2015-06"]) == (10, 9, None)
    assert profile(asked, "E1").title == "E1 sent 9 of 10 months due; missing: Jun 2015"
    assert profile(asked.but(lang="zh"), "E1").title == "E1应报10个月，已报9个月；缺：2015年6月"
    assert profile(asked, "E2").title == "E2 sent all 10 months due"


@pytest.mark.parametrize(("codes", "shown"), [("E1 E2 E3", False), ("E1 E2 E3 E4", True)])
def test_the_third_other_enterprise_decides(snapshot_of, codes, shown):
    exhibit = profile(snapshot_of(drawn(codes)).asked(), "E1")
    row = next(row for row in exhibit.rows if row["indicator"] == "hazards_closed_on_time")
    assert (row["others_median"], row["others_low"], row["others_high"]) == ((62, 61, 63) if shown else (None,) * 3)
    assert any("fewer than 3" in note for note in exhibit.notes) is not shown


def test_an_indicator_that_only_two_others_send_is_hidden_though_the_rest_is_shown(snapshot_of):
    lines = drawn("E1 E2 E3 E4").splitlines()
    lines += [f"2015-{m:02d}  {code}  {measure}  {value}" for m in (2, 7) for code in ("E1", "E2", "E3")
              for measure, value in (("absent_days", 5), ("scheduled_days", 100))]  # fmt: skip
    rows = {row["indicator"]: row for row in profile(snapshot_of("\n".join(lines)).asked(), "E1").rows}
    assert (rows["absenteeism"]["others"], rows["absenteeism"]["others_median"]) == (None, None)
    assert rows["hazards_closed_on_time"]["others_median"] == 62


def test_two_enterprises_are_hidden_as_they_are_in_the_dumbbell(snapshot_of):
    asked = snapshot_of(drawn("E1 E2")).asked()
    assert pairs(asked, "hazards_closed_on_time").state == "suppressed"
    exhibit = enterprises(asked, "hazards_closed_on_time")
    assert (exhibit.state, exhibit.rows) == ("suppressed", [])


def test_nobody_and_no_values_are_said_in_words(snapshot_of):
    asked = snapshot_of(drawn("E1 E2 E3")).asked()
    assert enterprises(asked.but(filters=Filters(sector="C17")), "defect_rate").state == "empty"
    nothing = enterprises(asked, "defect_rate")
    assert (nothing.state, nothing.rows) == ("empty", [])
    assert "not a zero" in nothing.subtitle
    early = asked.but(filters=Filters(round="R1", first_month=date(2015, 4, 1), last_month=date(2015, 4, 1)))
    assert enterprises(early, "hazards_closed_on_time").rows[0]["after"] is None
    late = snapshot_of(drawn("E1 E2 E3"), enterprises={"E9": {}}).asked()
    assert profile(late, "E9").title.startswith("E9 sent")


def test_figures_without_anything_to_divide_by_are_not_called_unsent(snapshot_of):
    text = drawn("E1 E2 E3").replace("  hazards_due  100", "  hazards_due  0").replace("closed_on_time  4", "x  4")
    lines = [line for line in text.splitlines() if "  x  " not in line and "closed" not in line]
    lines += [f"2015-{m:02d}  {c}  hazards_closed_on_time  0" for m in range(1, 11) for c in ("E1", "E2", "E3")]
    exhibit = pairs(snapshot_of("\n".join(lines)).asked(), "hazards_closed_on_time")
    assert {row["note"] for row in exhibit.rows} == {"sent, but there is nothing to divide by"}


@pytest.mark.parametrize("who", ["director", "officer:510100"])
def test_who_is_unknown_or_outside_the_scope_gets_the_same_sentence(snapshot, who):
    asked = Asked(engine.open_database(snapshot, scope.parse(who)), Filters())
    code = "NX-07" if who != "director" else "ZZ-99"
    exhibit = profile(asked, code)
    assert (exhibit.state, exhibit.rows) == ("empty", [])
    assert exhibit.title == f"There is no enterprise “{code}” among those you may see"
    assert code not in profile_head(asked, code)
    with pytest.raises(BadQuestion, match=code):
        registry.build(asked, "profile", None, code)


def test_the_others_of_an_officer_are_only_those_of_the_own_region(snapshot):
    asked = Asked(engine.open_database(snapshot, scope.parse("officer:510100")), Filters())
    rows = {row["indicator"]: row for row in profile(asked, "SC-03").rows}
    row = rows["hazards_closed_on_time"]  # SC-06 and SC-10 are left; NX-07 and NX-10 are elsewhere
    assert (row["others"], row["others_median"]) == (None, None)
    whole = Asked(engine.open_database(snapshot, scope.parse("director")), Filters())
    assert {row["others"] for row in profile(whole, "SC-03").rows} >= {4}


def test_the_public_sees_neither(snapshot):
    asked = Asked(engine.open_database(snapshot, scope.parse("public")), Filters())
    for exhibit in (enterprises(asked, "defect_rate"), profile(asked, "NX-07")):
        assert (exhibit.state, exhibit.rows) == ("not_allowed", [])


def test_filters_that_leave_the_enterprise_out_are_said_and_do_not_hide_it(database):
    exhibit = profile(Asked(database, Filters(round="NX-2015A", sector="C38")), "SC-03")
    assert any("leave this enterprise out" in note for note in exhibit.notes)
    assert "Sichuan, phase 1" in exhibit.subtitle
    assert not any("leave this" in note for note in profile(Asked(database, ROUND), "NX-03").notes)


def test_windows_and_months_are_those_that_were_asked_for(database):
    usual = {row["indicator"]: row for row in profile(Asked(database, ROUND), "NX-07").rows}
    paired = Asked(database, ROUND, windows=parse_windows("year-start"))
    other = {row["indicator"]: row for row in profile(paired, "NX-07").rows}
    assert usual["absenteeism"]["before"] != other["absenteeism"]["before"]
    short = Asked(database, ROUND.but(first_month=date(2015, 1, 1), last_month=date(2015, 6, 1)))
    assert {len(row["trend"]) for row in profile(short, "NX-07").rows} == {6}


def test_a_profile_judges_nothing(database):
    exhibit = profile(Asked(database, ROUND), "NX-07")
    assert (exhibit.results, exhibit.reading) == ([], None)
    assert not {"p", "lo", "hi", "reading", "rank"} & set(exhibit.rows[0])


@pytest.mark.parametrize(
    ("name", "indicator", "enterprise", "word"),
    [
        ("profile", None, None, "--enterprise"),
        ("pairs", "defect_rate", "NX-07", "--enterprise"),
        ("enterprises", None, None, "--indicator"),
        ("enterprises", "luck", None, "luck"),
    ],
)
def test_a_bad_wish_is_a_sentence(database, name, indicator, enterprise, word):
    with pytest.raises(BadQuestion) as refusal:
        registry.build(Asked(database, ROUND), name, indicator, enterprise)
    for lang in ("en", "zh"):
        assert word in refusal.value.say(lang)
