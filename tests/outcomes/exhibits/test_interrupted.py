"""The whole series: from 24 months on a step is told with its interval, below that the sentence why there is none."""

from datetime import date

import numpy as np
import pytest

from outcomes.exhibits import evidence

HAZARDS = "hazards_closed_on_time"


def drawn(before: int, after: int, step: int) -> str:
    """Seven enterprises, a season of four points, and a step of so many points when the training starts in May 2015."""
    lines = ["month  enterprise  measure  value"]
    noise = np.random.default_rng(7)
    for place in range(before + after):
        month = 2015 * 12 + 4 - before + place
        closed = 50 + 4 * (month % 12 in (0, 1)) + (step if place >= before else 0)
        for name in (f"E{n}" for n in range(7)):
            lines.append(f"{month // 12}-{month % 12 + 1:02d}  {name}  hazards_due  100")
            lines.append(
                f"{month // 12}-{month % 12 + 1:02d}  {name}  hazards_closed_on_time  {closed + noise.integers(3)}"
            )
    return "\n".join(lines)


def row_of(snapshot_of, text: str, start: str):
    round_ = {"baseline_start": date.fromisoformat(start)}
    exhibit = evidence.interrupted_series(snapshot_of(text, round_=round_).asked(), HAZARDS)
    return exhibit, exhibit.rows[0]


def test_a_step_is_found_with_its_interval_when_the_months_carry_it(snapshot_of):
    exhibit, row = row_of(snapshot_of, drawn(28, 6, 20), "2013-01-01")
    assert row["months"] == 34 and row["step"] == pytest.approx(20, abs=3)
    assert row["step_low"] < 20 < row["step_high"]
    assert "a step of" in exhibit.title


def test_a_step_after_few_months_before_is_told_as_too_little_to_rely_on(snapshot_of):
    exhibit, row = row_of(snapshot_of, drawn(6, 20, 20), "2014-11-01")
    assert row["step_low"] > 0
    assert "6 months before the training are too few" in exhibit.title


def test_ten_months_are_no_series(snapshot_of):
    exhibit, row = row_of(snapshot_of, drawn(4, 6, 20), "2015-01-01")
    assert row["step"] is None and "it takes 24" in exhibit.title
