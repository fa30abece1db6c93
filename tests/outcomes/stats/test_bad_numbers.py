"""Whatever data can bring, every method answers: no exception, no NaN, no infinity but a rate ratio's open end."""

import dataclasses
import math

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from outcomes import stats

pytestmark = pytest.mark.filterwarnings("error::RuntimeWarning")

COUNT = st.none() | st.just(float("nan")) | st.integers(0, 40) | st.just(0)
AMOUNT = st.none() | st.floats(0, 1e7) | st.just(0.0)
VALUE = st.none() | st.floats(-1e6, 1e6) | st.integers(-3, 3)


def columns(*kinds):
    """Lists of the same length, one of each kind: none, one, ten enterprises or three years of months."""
    return st.lists(st.tuples(*kinds), max_size=36).map(
        lambda rows: [list(column) for column in zip(*rows, strict=True)] or [[] for _ in kinds]
    )


def faults(found, where: str = "") -> list[str]:
    """Places in a result that hold NaN or infinity."""
    if dataclasses.is_dataclass(found):
        name = type(found).__name__
        return [
            fault
            for field in dataclasses.fields(found)
            for fault in faults(getattr(found, field.name), f"{name}.{field.name}")
        ]
    if isinstance(found, tuple):
        return [fault for item in found for fault in faults(item, where)]
    if isinstance(found, float) and not math.isfinite(found):
        open_end = found == math.inf and where in ("RateRatio.hi", "WithoutOne.hi", "Influence.hi_highest")
        return [] if open_end else [where]
    plain = found is None or type(found) in (bool, int, float, str)
    return [] if plain else [f"{where} is a {type(found).__name__}"]


METHODS = {
    "paired": (
        columns(VALUE, VALUE),
        [
            stats.hodges_lehmann,
            stats.signed_rank,
            stats.geometric_mean_ratio,
            stats.detectable_shift,
            stats.balanced_panel,
            lambda b, a: stats.improved(b, a, "lower"),
            lambda b, a: stats.leave_one_out(stats.hodges_lehmann, b[:9], a[:9], null=0),
            lambda b, a: stats.difference_in_changes(b, a[:7]),
        ],
    ),
    "rates": (
        columns(COUNT, AMOUNT),
        [
            stats.pooled_rate,
            stats.overdispersion,
            stats.u_chart,
            stats.shrunken_rates,
            stats.funnel,
            lambda k, t: stats.funnel(k, t, method="inverted_exact"),
            lambda k, t: stats.interrupted_series(k, len(k) // 2, exposure=t, kind="poisson"),
            lambda k, t: stats.u_chart(k, t, [i < 13 for i in range(len(k))]),
        ],
    ),
    "ratios": (
        columns(COUNT, AMOUNT, COUNT, AMOUNT),
        [
            stats.pooled_rate_ratio,
            stats.quasi_rate_ratio,
            lambda *c: stats.leave_one_out(stats.pooled_rate_ratio, *(column[:9] for column in c), null=1),
            lambda k1, t1, k0, t0: stats.decompose(k0, t0, k1, t1),
            lambda *c: tuple(stats.rate_ratio(*row) for row in zip(*c, strict=True)),
            lambda k1, t1, k0, t0: tuple(
                stats.detectable_ratio(*row) for row in list(zip(k0, t0, t1, strict=True))[:2]
            ),
        ],
    ),
    "series": (
        columns(VALUE, st.booleans()),
        [
            stats.run_chart,
            stats.xmr,
            lambda v, b: stats.xmr(v),
            lambda v, b: stats.interrupted_series(v, len(v) // 2),
            lambda v, b: stats.month_by_month([v, v[::-1]], [v], b),
        ],
    ),
}


@pytest.mark.parametrize("kind", METHODS)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_every_method_answers_whatever_comes(kind, data):
    strategy, methods = METHODS[kind]
    drawn = data.draw(strategy)
    for method in methods:
        assert faults(method(*drawn)) == []


SAME, NONE, NAN = [3.0] * 12, [None] * 12, [float("nan")] * 12
CASES = {
    "paired": [([], []), ([2], [3]), (SAME, SAME), (NONE, NAN), ([0] * 12, [0] * 12), ([1, None] * 6, [None, 1] * 6)],
    "rates": [([], []), ([1], [5]), ([1], [0]), ([0] * 12, [9] * 12), ([1] * 12, [0] * 12), (NONE, NAN), ([3] * 30, [7] * 30)],
    "ratios": [([],) * 4, ([1], [1], [1], [1]), ([0] * 12, SAME, [0] * 12, SAME), (NONE, NONE, NONE, NONE), ([1] * 12, [0] * 12, [1] * 12, SAME)],
    "series": [([], []), ([5], [True]), ([5], [False]), (SAME * 3, [True] * 36), (NONE, [True] * 12), ([1.0, 2.0] * 18, [False] * 36)],
}  # fmt: skip


@pytest.mark.parametrize(("kind", "case"), [(kind, case) for kind, cases in CASES.items() for case in cases])
def test_nobody_one_nothing_and_all_alike_are_answered(kind, case):
    for method in METHODS[kind][1]:
        found = method(*case)
        assert faults(found) == []
        if not isinstance(found, tuple) and not case[0]:
            assert found.warnings or getattr(found, "check", None) == "too_few"


@given(columns(st.integers(0, 10_000), st.integers(1, 10_000)))
@example([[0], [1]])
@settings(max_examples=30, deadline=None)
def test_shares_answer_too(drawn):
    cases, units = [list(map(min, *drawn)) if drawn[0] else [], drawn[1]]
    assert faults(stats.p_chart(cases, units)) == []
    assert faults(stats.funnel(cases, units, kind="binomial")) == []
    assert faults(stats.funnel(cases, units, kind="binomial", method="inverted_exact")) == []
    assert faults(stats.holm([c / u for c, u in zip(cases, units, strict=True)])) == []


def test_a_result_with_nan_in_it_is_caught():
    @dataclasses.dataclass
    class Bad:
        value: float = float("nan")
        inner: tuple = (1.0, float("inf"))

    assert faults(Bad()) == ["Bad.value", "Bad.inner"]
