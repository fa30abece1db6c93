"""Month by month: each enterprise from its own mean before, the months before checked, small months without values."""

import pytest

from outcomes.exhibits import evidence, ratio

HAZARDS = "hazards_closed_on_time"


def drawn(values: dict[str, list]) -> str:
    """Each enterprise's hazards closed on time of 100, from January on; the training starts in May. "-": not sent."""
    lines = ["month  enterprise  measure  value"]
    for name, row in values.items():
        for month, value in enumerate(row, 1):
            if value != "-":
                lines.append(f"2015-{month:02d}  {name}  hazards_due  100")
                lines.append(f"2015-{month:02d}  {name}  hazards_closed_on_time  {value}")
    return "\n".join(lines)


#                          J   F   M   A  | M   J
PILOT = {f"E{i}": [40 + i, 42 + i, 42 + i, 40 + i + i % 3 - 1, 51 + i, 61 + i + i % 2] for i in range(7)}
OTHER = {f"C{i}": [50, 50 + i % 2, 50, 50 - i % 2, 50, 55 + i % 2] for i in range(6)}


def rows_of(snapshot_of, values: dict) -> dict:
    exhibit = evidence.month_by_month(snapshot_of(drawn(values)).asked(), HAZARDS)
    return {str(row["month"])[:7]: row for row in exhibit.rows}


def test_the_gap_of_a_month_is_pilot_minus_comparison_each_from_its_own_mean_before(snapshot_of):
    rows = rows_of(snapshot_of, PILOT | OTHER)
    assert rows["2015-05"]["difference"] == pytest.approx(10, abs=0.1)  # 51 against a mean of about 41; 50 against 50
    assert rows["2015-06"]["difference"] == pytest.approx((20 + 3 / 7) - (5 + 3 / 6), abs=0.1)
    assert rows["2015-06"]["low"] < rows["2015-06"]["difference"] < rows["2015-06"]["high"]
    assert (rows["2015-05"]["pilot"], rows["2015-05"]["comparison"]) == (7, 6)


def test_groups_that_drifted_apart_before_the_training_are_told_so(snapshot_of):
    steady = evidence.month_by_month(snapshot_of(drawn(PILOT | OTHER)).asked(), HAZARDS)
    assert "no drift apart" in steady.title
    rising = {name: [20 + 8 * m + m * int(name[1]) % 3 for m in range(6)] for name in PILOT}
    assert "drifted apart before" in evidence.month_by_month(snapshot_of(drawn(rising | OTHER)).asked(), HAZARDS).title


def test_a_month_of_two_comparison_enterprises_keeps_its_place_without_a_value(snapshot_of):
    silent = {name: [*row[:5], "-"] if int(name[1]) > 1 else row for name, row in OTHER.items()}
    rows = rows_of(snapshot_of, PILOT | silent)
    assert rows["2015-06"]["difference"] is None and rows["2015-06"]["comparison"] == 2
    assert rows["2015-05"]["difference"] is not None


@pytest.mark.parametrize(("cases", "missed"), [(40, False), (0, True)])
def test_that_a_halving_would_be_missed_is_said_of_few_cases_and_not_of_many(cases, missed, snapshot_of):
    def note() -> str:
        lines = ["month  enterprise  measure  value"]
        for name in (f"E{n}" for n in range(7)):
            for month in range(1, 11):
                lines.append(f"2015-{month:02d}  {name}  hours_worked  20000")
                lines.append(f"2015-{month:02d}  {name}  new_injuries  {cases + (month == 1)}")
                lines.append(f"2015-{month:02d}  {name}  workers  1000")
        return " ".join(ratio.rate_ratio(snapshot_of("\n".join(lines)).asked(), "injury_frequency").notes)

    assert ("halving would usually be missed" in note()) == missed
