"""How often the intervals hold the truth, by simulation; the table is printed (pytest -s shows it)."""

import numpy as np
import pytest

from outcomes.stats import hodges_lehmann, rate_ratio

RUNS = 4_000
SLACK = 0.01  # one point under nominal: three to four simulation errors


def paired_coverage(n: int, errors: str, seed: int) -> float:
    rng = np.random.default_rng(seed)
    draws = rng.normal(size=(RUNS, n)) if errors == "normal" else rng.standard_t(4, size=(RUNS, n))
    before = np.zeros(n)
    ends = [hodges_lehmann(before, row, with_p=False) for row in draws]
    return float(np.mean([found.lo <= 0 <= found.hi for found in ends]))


def ratio_coverage(before: float, after: float, seed: int) -> tuple[float, float]:
    """(coverage, share of runs without any event, which have no interval and are not counted)."""
    rng = np.random.default_rng(seed)
    pairs = list(zip(rng.poisson(before, RUNS).tolist(), rng.poisson(after, RUNS).tolist(), strict=True))
    found = {pair: rate_ratio(pair[1], after, pair[0], before) for pair in set(pairs)}  # the true ratio is 1
    judged = [found[pair] for pair in pairs if found[pair].lo is not None]
    return float(np.mean([one.lo <= 1 <= one.hi for one in judged])), 1 - len(judged) / RUNS


@pytest.mark.slow
def test_the_intervals_cover_what_they_promise():
    lines, short = [f"{'interval':<34}{'nominal':>9}{'covered':>9}   ({RUNS} runs each)"], []
    for n in (6, 10, 20):
        for errors in ("normal", "t4"):
            covered = paired_coverage(n, errors, seed=100 * n + len(errors))
            lines.append(f"{f'paired, n = {n}, {errors} errors':<34}{0.95:>9.3f}{covered:>9.4f}")
            short += [lines[-1]] if covered < 0.95 - SLACK else []
    for before, after in ((20, 10), (9, 4), (3, 2)):
        covered, empty = ratio_coverage(before, after, seed=before)
        lines.append(
            f"{f'rate ratio, means {before} and {after}':<34}{0.95:>9.3f}{covered:>9.4f}   {empty:.1%} without events"
        )
        short += [lines[-1]] if covered < 0.95 - SLACK else []
    print("\n" + "\n".join(lines))
    assert not short


@pytest.mark.slow
def test_the_simulation_would_notice_an_interval_that_is_too_narrow():
    draws = np.random.default_rng(1).normal(size=(RUNS, 10))
    found = [hodges_lehmann(np.zeros(10), row, confidence=0.90, with_p=False) for row in draws]
    assert np.mean([one.lo <= 0 <= one.hi for one in found]) < 0.95 - SLACK
