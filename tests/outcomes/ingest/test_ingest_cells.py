"""One wrong cell: exactly that cell is named, and its row is refused."""

from datetime import date

import pytest

from outcomes.ingest.columns import sheets

ROW = 3  # the first row below the headers and the units


def letter(sheet, column):
    place = [one.id for one in sheets()[sheet].columns].index(column)
    return chr(65 + place) if place < 26 else "A" + chr(65 + place - 26)


@pytest.mark.parametrize(
    ("sheet", "column", "value", "rule"),
    [
        ("monthly", "hours_worked", "1,790,0", "not-a-number"),
        ("monthly", "hours_worked", "12%", "percent"),
        ("monthly", "hours_worked", -5, "negative"),
        ("monthly", "hours_worked", "1e400", "not-finite"),
        ("monthly", "hours_worked", True, "yes-no"),
        ("monthly", "hours_worked", 1e13, "too-large"),
        ("monthly", "new_injuries", 1.5, "not-whole"),
        ("monthly", "month", "spring", "not-a-month"),
        ("monthly", "month", date(2016, 1, 1), "future-month"),
        ("monthly", "month", date(1905, 7, 7), "date-out-of-range"),
        ("monthly", "month", None, "missing-key"),
        ("monthly", "enterprise", None, "missing-key"),
        ("monthly", "enterprise", "NX-09", "unknown-enterprise"),
        ("monthly", "quality", "guessed", "not-a-choice"),
        ("monthly", "women_workers", 119, "not-above"),
        ("monthly", "new_injuries", 119, "not-above"),
        ("monthly", "absent_days", 2_601, "not-above"),
        ("monthly", "hazards_closed_on_time", 13, "not-above"),
        ("enterprises", "women", 121, "not-above"),
        ("enterprises", "region", "999999", "unknown-region"),
        ("enterprises", "sector", "Z99", "unknown-sector"),
        ("enterprises", "employees", "many", "not-a-number"),
        ("enterprises", "enterprise", "=NX", "bad-code"),
        ("enterprises", "enterprise", "N\u0425-01", "bad-code"),  # a Cyrillic letter that looks like X
        ("enterprises", "legal_name", "企" * 201, "too-long"),
        ("enterprises", "consent", None, "missing-key"),
        ("rounds", "modules", "M1,M99", "unknown-module"),
        ("rounds", "baseline_start", "soon", "not-a-date"),
        ("rounds", "training_end", date(2015, 4, 1), "training-order"),
        ("rounds", "training_start", date(2014, 12, 1), "baseline-order"),
        ("enrolments", "arm", "control", "not-a-choice"),
        ("enrolments", "round", "NX-2016", "unknown-round"),
        ("enrolments", "exited_on", date(2015, 4, 1), "exit-order"),
    ],
)
def test_a_wrong_cell_is_named_and_its_row_refused(tables, check, sheet, column, value, rule):
    tables[sheet][0][column] = value
    checked = check(tables)
    first = next(finding for finding in checked.errors if finding.rule != "rests-on-refused")
    assert (first.rule, first.where) == (rule, f"{sheet}!{letter(sheet, column)}{ROW}")
    assert checked.sheets[sheet]["refused"] == 1
    assert checked.rows_in == 17 == checked.rows_accepted + checked.rows_refused
    for lang in ("en", "zh"):
        assert first.what(lang) and first.fix(lang) and "{" not in first.what(lang) + first.fix(lang)


@pytest.mark.parametrize("mark", ["-", "—", "n/a", "NA", "N/A", "无", "未报送", "缺", "－", " - "])
def test_a_mark_of_absence_takes_a_figure_back_and_is_never_zero(tables, check, mark):
    tables["monthly"][0]["hazards_due"] = mark
    tables["monthly"][0]["hazards_closed_on_time"] = None
    checked = check(tables)
    assert not checked.errors
    mine = [one for one in checked.tables["monthly"] if (one["enterprise"], one["month"].month) == ("NX-01", 1)]
    assert [one["value"] for one in mine if one["measure"] == "hazards_due"] == [None]
    assert not [one for one in mine if one["measure"] == "hazards_closed_on_time"]  # a blank says nothing


def test_a_sentence_names_the_guess(tables, check):
    tables["monthly"][0]["hours_worked"] = "1,790,0"
    (finding,) = check(tables).errors
    assert (finding.what("en"), finding.fix("en")) == ("Not a number.", "Did you mean 17,900?")
    assert (finding.what("zh"), finding.fix("zh")) == ("不是数字。", "是不是 17,900？")
    assert (finding.enterprise, finding.value) == ("NX-01", "1,790,0")


def test_codes_from_the_drop_down_in_either_language_and_full_width_are_read(tables, check):
    tables["enterprises"][0] |= {"region": "330503 南浔区 Nanxun", "sector": "Ｃ38", "consent": "可具名"}
    tables["enrolments"][0]["arm"] = "pilot / 试点"
    tables["monthly"][0]["enterprise"] = "nx-01"
    checked = check(tables)
    assert not checked.errors
    first = checked.tables["enterprises"][0]
    assert (first["region"], first["sector"], first["consent"]) == ("330503", "C38", "named")
    assert {one["enterprise"] for one in checked.tables["monthly"]} == {"NX-01", "NX-02"}


def test_a_region_above_the_county_is_accepted_with_a_warning(tables, found):
    tables["enterprises"][0]["region"] = "330500"
    assert ("warning", "region-not-county", "enterprises!C3") in found(tables)


def test_a_day_inside_a_month_is_read_as_the_month_and_told(tables, check):
    tables["monthly"][0]["month"] = "2015-01-15"
    checked = check(tables)
    assert [finding.rule for finding in checked.warnings] == ["month-with-day"]
    assert date(2015, 1, 1) in {one["month"] for one in checked.tables["monthly"]}
