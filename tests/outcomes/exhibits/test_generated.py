"""Drawn snapshots, two hundred or the first forty-two of them: whatever is sent, every exhibit says something, and what it says is right.

Each kind of bad input (``drawn_cases.KINDS``) comes twice, or nine times when all are drawn. Every exhibit of the table is built in both
languages over every snapshot; of the indicators each snapshot takes three, in turn, so that over the snapshots every
indicator has many turns in every exhibit. A second look at each snapshot goes through a drawn filter and a
drawn window, every fourth one a third with the eyes of the public or of an officer; these take every third exhibit, in
turn, since all of them would take too long. Nothing is mocked; the snapshots are published for real, into memory where
the machine has a folder there.
"""

import json
import os
import shutil
import tempfile
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from drawn_cases import KINDS, SEEDS, kind_of
from drawn_views import EACH, INDICATORS, Shown, show
from panel_in_pandas import panel_of, parts_of, pooled, same, sides_of, sums_of
from told import broken, disagree, drawn_texts, figure_of, numerals, texts, unfinite, unfounded, walk, without_names

from outcomes import words
from outcomes.cli.exhibiting import whole
from outcomes.errors import OutcomesError
from outcomes.exhibits import registry, rows_csv
from outcomes.exhibits.change import changes
from tests.drawn_share import share

pytestmark = pytest.mark.filterwarnings("error::RuntimeWarning")

_MEMORY = Path("/dev/shm")


@pytest.fixture(scope="module")
def folder():
    made = Path(tempfile.mkdtemp(dir=_MEMORY if os.access(_MEMORY, os.W_OK) else None))
    yield made
    for inner, _, _ in os.walk(made):
        os.chmod(inner, 0o700)
    shutil.rmtree(made, ignore_errors=True)


@pytest.fixture(scope="module", params=range(SEEDS), ids=lambda seed: f"{seed}-{kind_of(seed).replace(' ', '-')}")
def shown(request, folder) -> Shown:
    return show(request.param, folder)


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
            if lang == "en":  # the numbers of the other language are the same ones, see below
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


def test_the_numbers_of_a_title_stand_in_rows_or_table(shown):
    for one in shown.good:
        for lang, exhibit in one.exhibits.items():
            assert not unfounded(exhibit, lang), f"{one}: {unfounded(exhibit, lang)} in {exhibit.title!r}"


def test_each_figure_opens_to_as_many_rows_as_it_says_and_none_from_outside(shown):
    for one in shown.good:
        lineage = one.exhibits["en"].lineage
        if lineage and lineage.cells:
            rows = lineage.cells()
            assert len(rows) == lineage.rows_used, one
            assert {row["enterprise"] for row in rows} - {None} <= {row["enterprise"] for row in one.asked.members}, one


# ---- the same figures once more in pandas, from the generated rows themselves


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
        indicator = one.asked.db.indicators[one.of["indicator"]]
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
    assert min(kinds.count(kind) for kind in KINDS) >= share(2, 9)
    assert len(INDICATORS) <= EACH * SEEDS / 5  # so each has five turns
    assert numerals("a fall of 1,234.5", "en") == numerals("下降1,234.5", "zh")
