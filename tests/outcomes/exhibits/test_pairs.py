"""Before and after of single enterprises: what counts as hardly moved follows from how large the value was."""

import pytest

from outcomes.exhibits import pairs

#                                    before  after  of 1000 scheduled days; which way the title counts it
CASES = [(46, 42, "hardly moved"), (46, 34, "fell"), (600, 640, "hardly moved"), (600, 680, "rose")]


@pytest.mark.parametrize(("before", "after", "way"), CASES)
def test_a_share_hardly_moved_below_five_points_or_a_tenth_of_what_it_was(before, after, way, snapshot_of):
    lines = ["month  enterprise  measure  value"]
    for name in (f"E{n}" for n in range(7)):
        for month in range(1, 11):
            lines.append(f"2015-{month:02d}  {name}  scheduled_days  1000")
            lines.append(f"2015-{month:02d}  {name}  absent_days  {before if month < 5 else after}")
    title = pairs(snapshot_of("\n".join(lines)).asked(), "absenteeism").title
    assert f"7 {way}" in title
