"""The word a figure gets: hide, call incomplete, show values, and only then judge."""

import pytest

from outcomes import readings


@pytest.mark.parametrize(
    ("better", "n", "coverage", "lo", "hi", "code"),
    [
        ("higher", 9, 0.95, 9, 38, "improved"),
        ("lower", 9, 0.95, 1, 5, "worse"),
        ("lower", 9, 0.95, -5, -1, "improved"),
        ("higher", 9, 0.95, -1, 5, "unclear"),
        ("higher", 9, 0.95, 0, 5, "unclear"),
        ("neutral", 9, 0.95, 9, 38, "neutral"),
        ("higher", 9, 0.69, 9, 38, "incomplete"),
        ("higher", 5, 0.95, 9, 38, "values_only"),
        ("higher", 3, 0.95, None, None, "values_only"),
        ("higher", 2, 0.10, 9, 38, "hidden"),
        ("higher", 0, 0.95, None, None, "no_data"),
        ("higher", 9, 0.95, None, None, "unclear"),
    ],
)
def test_reading_of_a_change_in_points(better, n, coverage, lo, hi, code):
    assert readings.read(better, n, coverage, lo, hi, same=0).code == code
