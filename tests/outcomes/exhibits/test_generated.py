"""Two hundred drawn snapshots: whatever is sent, every exhibit says something, and what it says is right.

Each kind of bad input (``drawn_cases.KINDS``) comes nine or ten times. Every exhibit of the table is built in both
languages over every snapshot, as the table has them on the day; of the indicators each snapshot takes three or four,
in turn, so that over the snapshots of one kind every indicator has its turn in every exhibit. A second look at each
snapshot goes through a drawn filter and a drawn window, every fourth one also with the eyes of an officer and of the
public. Nothing is mocked; the snapshots are published into memory where the machine has a folder there.
"""

import json
import os
import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import drawn_cases
import numpy as np
import pandas as pd
import pytest
from drawn_cases import KINDS, SEEDS, kind_of
from told import broken, disagree, drawn_texts, figure_of, numerals, texts, unfinite, walk, without_names

from outcomes import catalogue, engine, scope, words
from outcomes.charts import LIGHT
from outcomes.cli.exhibiting import whole
from outcomes.errors import OutcomesError
from outcomes.exhibits import Asked, registry, rows_csv
from outcomes.exhibits.change import changes
from outcomes.filters import WINDOWS, Filters, parse_windows

pytestmark = pytest.mark.filterwarnings("error::RuntimeWarning")

INDICATORS = sorted(catalogue.indicators())
_MEMORY = Path("/dev/shm")


@dataclass
class Built:
    """One exhibit in both languages, or what was raised instead; ``asked``: the English reader."""

    name: str
    indicator: str | None
    asked: Asked
    exhibits: dict = field(default_factory=dict)
    problem: Exception | None = None

    def __str__(self) -> str:
        choice = {k: v for k, v in vars(self.asked.filters).items() if v is not None}
        return f"{self.name} of {self.indicator} for {choice}, {self.asked.windows.code}, {self.asked.db.scope.id}"


@dataclass
class Shown:
    """A snapshot with its readers and everything that was built for them."""

    case: drawn_cases.Case
    asked: Asked
    views: list
    built: list[Built]

    @property
    def good(self) -> list[Built]:
        return [one for one in self.built if one.problem is None]


@pytest.fixture(scope="module")
def folder():
    made = Path(tempfile.mkdtemp(dir=_MEMORY if os.access(_MEMORY, os.W_OK) else None))
    yield made
    for inner, _, _ in os.walk(made):
        os.chmod(inner, 0o700)
    shutil.rmtree(made, ignore_errors=True)


@pytest.fixture(scope="module", params=range(SEEDS), ids=lambda seed: f"{seed}-{kind_of(seed).replace(' ', '-')}")
def shown(request, folder) -> Shown:
    seed = request.param
    case = drawn_cases.drawn(seed)
    snapshot = drawn_cases.publish(case, folder / str(seed))
    db = engine.open_database(snapshot, scope.parse("director"), catalogue.indicators())
    rng = np.random.default_rng(1000 + seed)
    first = Asked(db, look=LIGHT)
    turn = seed // len(KINDS)
    taken = [INDICATORS[(3 * turn + step) % len(INDICATORS)] for step in range(3)]
    views = [(first, taken), (_narrowed(first, rng), [taken[0], "injury_frequency"])]
    if seed % 4 == 0:
        for who in ("public", "officer:330503"):
            theirs = engine.open_database(snapshot, scope.parse(who), catalogue.indicators())
            views.append((Asked(theirs, look=LIGHT), taken[:1]))
    return Shown(case, first, views, [one for asked, ids in views for one in _build(asked, ids)])


def _narrowed(asked: Asked, rng) -> Asked:
    """Somebody else's choice: one or two filters out of what is offered, sometimes one that fits nobody, a window."""
    window = parse_windows(str(rng.choice(list(WINDOWS))))
    offered = asked.options()
    chosen = {}
    for name in rng.permutation(["region", "round", "sector", "size", "months"])[: int(rng.integers(1, 3))]:
        if name == "months":
            first, last = asked.period
            months = (last.year - first.year) * 12 + last.month - first.month
            start = int(rng.integers(0, months + 1))
            place = first.year * 12 + first.month - 1 + start
            chosen["first_month"] = date(place // 12, place % 12 + 1, 1)
        elif offered[name]:
            chosen[str(name)] = str(rng.choice(offered[name]))
    if rng.random() < 0.1:
        chosen["sector"] = "C99"
    return asked.but(filters=Filters(**chosen), windows=window)


def _build(asked: Asked, indicators: list[str]) -> list[Built]:
    built = []
    for name, entry in registry.EXHIBITS.items():
        for indicator in indicators if entry.of_indicator else [None]:
            one = Built(name, indicator, asked)
            try:
                for lang in words.LANGUAGES:
                    one.exhibits[lang] = registry.build(asked.but(lang=lang), name, indicator)
            except Exception as problem:
                one.problem = problem
            built.append(one)
    return built


def test_every_exhibit_is_built_or_refused_with_a_sentence(shown):
    raised = [
        f"{one}: {one.problem!r}" for one in shown.built if one.problem and not isinstance(one.problem, OutcomesError)
    ]
    assert not raised, "\n".join(raised)
    assert shown.good


def test_no_exhibit_is_an_empty_box(shown):
    for one in shown.good:
        for lang, exhibit in one.exhibits.items():
            assert exhibit.title.strip(), one
            if exhibit.state:
                assert exhibit.subtitle.strip() or words.say(f"ui.state_text.{exhibit.state}", lang), one
            else:
                assert exhibit.figure is not None or exhibit.rows or exhibit.subtitle.strip(), one
                assert exhibit.alt.strip(), one
                assert exhibit.lineage, one


def test_nothing_that_is_shown_is_no_number(shown):
    for one in shown.good:
        for lang, exhibit in one.exhibits.items():
            for place, text in (texts(exhibit) | drawn_texts(exhibit)).items():
                assert not broken(text), f"{one} {lang} {place}: {text}"
            held = {"rows": exhibit.rows, "results": exhibit.results, "reading": exhibit.reading}
            drawn = [figure_of(figure) for figure in (exhibit.figure, exhibit.narrow) if figure is not None]
            assert not unfinite([held, drawn]), f"{one} {lang}"
            json.dumps(whole(exhibit, one.asked), allow_nan=False, default=str)
            csv = rows_csv.to_csv(exhibit.columns, exhibit.rows, one.asked.db.snapshot)
            assert not broken(csv), f"{one} {lang}: {csv}"


def test_both_languages_say_the_same_numbers(shown):
    for one in shown.good:
        en, zh = one.exhibits["en"], one.exhibits["zh"]
        assert (en.state, en.columns, en.results) == (zh.state, zh.columns, zh.results), one
        numbers = [[v for _, v in walk(each.rows) if not isinstance(v, str)] for each in (en, zh)]
        assert numbers[0] == numbers[1], one
        english, chinese = texts(en), texts(zh)
        assert english.keys() == chinese.keys(), one
        for place, text in english.items():
            told = disagree(without_names(text, "en"), without_names(chinese[place], "zh"))
            assert not told, f"{one} {place}: {told}"


# ---- the same figures once more in pandas, from the generated rows themselves


def panel_of(case: drawn_cases.Case) -> pd.DataFrame:
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
        grid["sent"] = grid[list(catalogue.measures())].notna().any(axis=1)
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


def test_each_months_pooled_rate_is_the_one_of_pandas(shown):
    panel = panel_of(shown.case)
    for asked, name in [(asked, name) for asked, ids in shown.views[:1] for name in ids]:
        indicator = asked.db.indicators[name]
        told = asked.ask("trend", [name]).rows
        if panel.empty:
            assert told == []
            continue
        mine = (
            parts_of(panel, indicator).sort_values("round").drop_duplicates(["arm", "enterprise", "month"], keep="last")
        )
        if indicator.kind == "own_baseline_index":
            continue
        seen = {(row["arm"], pd.Timestamp(row["month"])): row for row in told}
        grouped = dict(list(mine.groupby(["arm", "month"])))
        assert seen.keys() == grouped.keys()
        exhibit = registry.build(asked, "run-chart", name)
        on_chart = {(row["arm"], pd.Timestamp(row["month"])): row for row in exhibit.rows}
        for place, rows in grouped.items():
            top, bottom, value = pooled(rows, indicator.scale)
            reporting = int(rows["top"].notna().sum())
            got = seen[place]
            assert same(got["numerator"], top), (name, place)
            assert same(got["denominator"], bottom), (name, place)
            assert same(got["value"], value), (name, place)
            assert got["reporting"] == reporting, (name, place)
            if on_chart:
                assert same(on_chart[place]["value"], value if reporting >= 3 else np.nan), (name, place)


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


def test_each_periods_pooled_rate_is_the_one_of_pandas(shown):
    panel = panel_of(shown.case)
    for asked, ids in shown.views[:2]:
        if panel.empty or not asked.pilots:
            continue
        rows = sides_of(panel, asked)
        for name, change in changes(asked, ids).items():
            if change.indicator.kind == "own_baseline_index":
                continue
            sums = sums_of(rows, change.indicator)
            both = sums[(sums["bottom"] > 0).all(axis=1)]
            assert change.n == len(both), name
            for side in ("before", "after"):
                top, bottom = (both[part, side].sum() if len(both) else np.nan for part in ("top", "bottom"))
                value = change.indicator.scale * top / bottom if len(both) else np.nan
                assert same(getattr(change, side), value), (name, side, asked.windows.code)


def test_the_decomposition_adds_up_and_its_change_is_the_one_of_pandas(shown):
    panel = panel_of(shown.case)
    seen = 0
    for one in shown.good:
        if one.name != "decomposition" or not one.exhibits["en"].rows or one.asked.db.scope.role != "director":
            continue
        indicator = one.asked.db.indicators[one.indicator]
        part = {row["part"]: row["amount"] for row in one.exhibits["en"].rows}
        sums = sums_of(sides_of(panel, one.asked), indicator)
        rate = {}
        for side in ("before", "after"):
            there = sums[sums["bottom", side] > 0]
            rate[side] = (
                indicator.scale * there["top", side].sum() / there["bottom", side].sum() if len(there) else np.nan
            )
        size = max(1.0, *(abs(value) for value in rate.values() if not np.isnan(value)))
        assert same(part["change"], rate["after"] - rate["before"], rel=0, abs_=1e-9 * size), one
        if part["within"] is None:
            continue
        four = part["within"] + part["mix"] + part["entry"] + part["exit"]
        assert four == pytest.approx(part["change"], rel=0, abs=1e-9 * size), one
        assert part["numerator_effect"] + part["denominator_effect"] == pytest.approx(
            part["change"], rel=0, abs=1e-9 * size
        ), one
        result = one.exhibits["en"].results[0]
        assert sum(each["total"] or 0.0 for each in result["contributions"]) == pytest.approx(
            part["change"], rel=0, abs=1e-9 * size
        ), one
        seen += 1


def test_each_kind_of_bad_input_comes_several_times():
    kinds = [kind_of(seed) for seed in range(SEEDS)]
    assert min(kinds.count(kind) for kind in KINDS) >= 9
    assert numerals("a fall of 1,234.5", "en") == numerals("下降1,234.5", "zh")
