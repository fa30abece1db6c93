"""The panel, the sides and the sums once more in pandas, from the generated rows themselves: a second way to one number."""

import numpy as np
import pandas as pd
import pytest
from drawn_cases import MEASURES, Case

from outcomes.exhibits import Asked


def panel_of(case: Case) -> pd.DataFrame:
    """One row an enterprise, round and month: arm, phase, due, sent and the measures as they were drawn."""
    rounds, enrolments = case.state.rows["round"], case.state.rows["enrolment"].values()
    parts = []
    for (name,), told in rounds.items():
        members = pd.DataFrame([row for row in enrolments if row["round"] == name])
        if members.empty:
            continue
        sent = case.wide[case.wide["enterprise"].isin(members["enterprise"])]
        if sent.empty:
            continue
        months = pd.DataFrame({"month": pd.date_range(told["baseline_start"], sent["month"].max(), freq="MS")})
        months["phase"] = np.where(
            months["month"] < pd.Timestamp(told["training_start"]),
            "baseline",
            np.where(months["month"] <= pd.Timestamp(told["training_end"]), "training", "after"),
        )
        grid = members[["round", "enterprise", "arm", "exited_on"]].merge(months, how="cross")
        grid = grid.merge(sent, how="left", on=["enterprise", "month"])
        left = pd.to_datetime(grid["exited_on"]).dt.to_period("M").dt.to_timestamp()
        grid["due"] = left.isna() | (grid["month"] < left)
        grid["sent"] = grid[list(MEASURES)].notna().any(axis=1)
        parts.append(grid)
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame()


def parts_of(panel: pd.DataFrame, indicator) -> pd.DataFrame:
    """The panel with numerator and denominator: both are there, or neither."""
    if indicator.kind == "coverage":
        due = panel["due"]
        top, bottom = panel["sent"].astype(float).where(due), due.astype(float).where(due)
    else:
        top, bottom = panel[indicator.numerator], panel[indicator.denominator]
    whole_ = top.notna() & bottom.notna()
    return panel.assign(top=top.where(whole_), bottom=bottom.where(whole_))


def pooled(rows: pd.DataFrame, scale: float) -> tuple:
    top, bottom = rows["top"].sum(min_count=1), rows["bottom"].sum(min_count=1)
    return top, bottom, scale * top / bottom if bottom else np.nan


def same(told, wanted, rel: float = 1e-12, abs_: float = 0.0) -> bool:
    if told is None or pd.isna(wanted):
        return told is None and bool(pd.isna(wanted))
    return told == pytest.approx(float(wanted), rel=rel, abs=abs_)


def sides_of(panel: pd.DataFrame, asked: Asked) -> pd.DataFrame:
    """The pilots' rows that count, with the side on which they do; a partner a year apart where the window asks for one."""
    kept = pd.DataFrame([(row["round"], row["enterprise"]) for row in asked.kept], columns=["round", "enterprise"])
    first, last = (pd.Timestamp(month) for month in asked.period)
    rows = panel.merge(kept, on=["round", "enterprise"])
    rows = rows[(rows["month"] >= first) & (rows["month"] <= last)]
    after = rows["phase"].isin(asked.windows.after_phases)
    side = np.where(rows["phase"] == "baseline", "before", np.where(after, "after", ""))
    rows = rows.assign(side=side, place=rows["month"].dt.year * 12 + rows["month"].dt.month)
    rows = rows[rows["side"] != ""]
    if asked.windows.months_apart:
        there = set(zip(rows["round"], rows["side"], rows["place"], strict=True))
        other = {"before": ("after", 12), "after": ("before", -12)}
        has = [
            (round_, other[side][0], place + other[side][1]) in there
            for round_, side, place in zip(rows["round"], rows["side"], rows["place"], strict=True)
        ]
        rows = rows[np.array(has, dtype=bool)]
    return rows[rows["arm"] == "pilot"]


def sums_of(rows: pd.DataFrame, indicator) -> pd.DataFrame:
    """Each enterprise's sums on both sides."""
    mine = parts_of(rows, indicator)
    sums = mine.groupby(["round", "enterprise", "side"])[["top", "bottom"]].sum(min_count=1).unstack("side")
    return sums.reindex(columns=pd.MultiIndex.from_product([["top", "bottom"], ["before", "after"]]))
