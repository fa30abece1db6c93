"""Every figure the pages show, computed again in pandas from the raw workbooks: two ways to one number."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from outcomes import catalogue, engine, scope, store
from outcomes.exhibits import Asked
from outcomes.filters import Filters

EXAMPLE = sorted((Path(__file__).parents[2] / "data" / "example").glob("*.xlsx"))
MISSING = {"", "-", "—", "–", "n/a", "na", "无", "未报送", "缺"}


def sheet(path: Path, name: str) -> pd.DataFrame:
    """A data sheet by its English titles, without the row of units."""
    raw = pd.read_excel(path, sheet_name=name, header=None, engine="calamine", dtype=object, keep_default_na=False)
    titles = [str(head).split(" / ")[0].strip(" *") for head in raw.iloc[0]]
    return raw.iloc[2:].set_axis(titles, axis=1)


def all_rows(name: str) -> pd.DataFrame:
    return pd.concat([sheet(path, name) for path in EXAMPLE], ignore_index=True)


@pytest.fixture(scope="module")
def raw() -> pd.DataFrame:
    """enterprise, month and one number a measure; of two submissions of a cell the later holds, blanks hold nothing."""
    frame = all_rows("monthly")
    titles = {measure.title["en"]: measure.id for measure in catalogue.measures().values()}
    frame = frame.rename(columns={**titles, "Enterprise": "enterprise", "Month": "month"})
    frame["month"] = pd.to_datetime(frame["month"])
    long = frame.melt(["enterprise", "month"], list(catalogue.measures()), "measure")
    long["marked"] = long["value"].map(lambda cell: str(cell).strip() != "")
    long = long[long["marked"]].drop_duplicates(["enterprise", "month", "measure"], keep="last")
    long = long[~long["value"].map(lambda cell: str(cell).strip().lower() in MISSING)]
    long["value"] = long["value"].astype(float)
    return long.pivot(index=["enterprise", "month"], columns="measure", values="value").reset_index()


@pytest.fixture(scope="module")
def members() -> pd.DataFrame:
    enrolled = all_rows("enrolments")
    rounds = all_rows("rounds").set_index("Round")
    enrolled["start"] = pd.to_datetime(enrolled["Round"].map(rounds["Baseline start"]))
    enrolled["training"] = pd.to_datetime(enrolled["Round"].map(rounds["Training start"]))
    left = pd.to_datetime(enrolled["Left on"].replace("", None))
    enrolled["exit_month"] = left.dt.to_period("M").dt.to_timestamp()
    return enrolled


@pytest.fixture(scope="module")
def published(published_store):
    snapshot = store.Store(published_store).serve().snapshot
    return engine.open_database(snapshot, scope.parse("director"))


def expected(indicator, rows: pd.DataFrame) -> dict:
    """numerator, denominator, value and reporting of one month's rows, by the definition and nothing else."""
    if indicator.kind == "coverage":
        due = rows[rows["due"]]
        told = float(due["sent"].sum()), float(len(due))
        return dict(zip(("numerator", "denominator"), told, strict=True)) | {
            "value": 100 * told[0] / told[1] if told[1] else None,
            "reporting": len(due),
        }
    both = rows.dropna(subset=[indicator.numerator, indicator.denominator])
    if indicator.kind == "own_baseline_index":
        ratio = both[indicator.numerator] / both[indicator.denominator].replace(0, np.nan) / both["own"]
        ratio = ratio[ratio > 0]
        value = indicator.scale * float(np.exp(np.log(ratio).mean())) if len(ratio) else None
        return {"numerator": None, "denominator": None, "value": value, "reporting": len(ratio)}
    if both.empty:
        return {"numerator": None, "denominator": None, "value": None, "reporting": 0}
    top, bottom = both[indicator.numerator].sum(), both[indicator.denominator].sum()
    value = indicator.scale * top / bottom if bottom else None
    return {"numerator": top, "denominator": bottom, "value": value, "reporting": len(both)}


@pytest.mark.parametrize("round_", ["SC-P1", "NX-2015A"])
@pytest.mark.parametrize("name", list(catalogue.indicators()))
def test_each_indicator_in_each_month_of_each_arm_is_what_pandas_makes_of_the_workbooks(
    published, raw, members, name, round_
):
    indicator = catalogue.indicators()[name]
    told = Asked(published, Filters(round=round_)).ask("trend", [name]).rows
    seen = 0
    for arm, mine in members[members["Round"] == round_].groupby("Group"):
        data = raw[raw["enterprise"].isin(members.loc[members["Round"] == round_, "Enterprise"])]
        months = pd.date_range(mine["start"].iloc[0], data["month"].max(), freq="MS")
        grid = mine[["Enterprise", "training", "exit_month"]].merge(pd.DataFrame({"month": months}), how="cross")
        grid = grid.rename(columns={"Enterprise": "enterprise"}).merge(raw, how="left", on=["enterprise", "month"])
        measures = list(catalogue.measures())
        grid["sent"] = grid[measures].notna().any(axis=1)
        grid["due"] = grid["exit_month"].isna() | (grid["month"] < grid["exit_month"])
        if indicator.kind == "own_baseline_index":
            base = grid[grid["month"] < grid["training"]].dropna(subset=[indicator.numerator, indicator.denominator])
            sums = base.groupby("enterprise")[[indicator.numerator, indicator.denominator]].sum()
            grid["own"] = grid["enterprise"].map(sums[indicator.numerator] / sums[indicator.denominator])
        answer = {pd.Timestamp(row["month"]): row for row in told if row["arm"] == arm}
        assert set(answer) == set(months)
        for month, rows in grid.groupby("month"):
            for key, value in expected(indicator, rows).items():
                wanted = None if value is None else pytest.approx(float(value), rel=1e-12)
                assert answer[month][key] == wanted, (name, arm, month, key)
            seen += 1
    assert seen == len(told) > 0


def test_the_correction_of_the_second_submission_is_what_counts(published, raw):
    corrected = raw[(raw["enterprise"] == "NX-04") & (raw["month"] == "2015-02-01")]["hours_worked"].item()
    assert corrected > 15_000  # the first submission says 9,100
