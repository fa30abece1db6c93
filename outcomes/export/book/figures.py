"""How a column's figures are shown. The cell holds the number whole whatever is shown: nothing is rounded in the file."""

from outcomes.exhibits import Exhibit

WHOLE = "#,##0"
SHARE = "0.0%"  # of a fraction: 0.977 is shown as 97.7%
PERCENT = "0.0"  # of a number in percent already; its head says so
CHANCE = "[<0.0001]0.0E+00;0.0000"  # a p value is never shown as nothing
ANY = "[>=1000]#,##0;[>=10]#,##0.0;#,##0.00"  # of rates and money of any size, three figures at least
SMALL = "[<0.005]0.0E+00;0.00"  # a ratio that is nearly nothing is not shown as nothing

_EVERYWHERE = {
    **dict.fromkeys(("confidence", "confidence_attained", "coverage", "share", "power"), SHARE),
    **dict.fromkeys(("before_share", "after_share", "time_passed", "way_covered"), PERCENT),
    **dict.fromkeys(("ratio", "ratio_low", "ratio_high", "quasi_ratio", "quasi_low", "quasi_high"), SMALL),
    **dict.fromkeys(("exact_low", "exact_high"), SMALL),
}
# ends of an interval are in what their estimate is in
_OF_SHEET = {
    **{(name, end): SHARE for name in ("team", "improved") for end in ("low", "high")},
    **{("practices", column): PERCENT for column in ("before", "after", "difference", "lo", "hi")},
}


def shown(exhibit: Exhibit, name: str, column: str) -> str:
    """The number format of one column of the exhibit ``name``."""
    known = _OF_SHEET.get((name, column)) or _EVERYWHERE.get(column)
    if known:
        return known
    if column == "p" or column.startswith("p_") or column.endswith("_p"):
        return CHANCE
    every = [row.get(column) for row in exhibit.rows]
    figures = [one for one in every if isinstance(one, int | float) and not isinstance(one, bool) and one == one]
    return WHOLE if all(float(one).is_integer() for one in figures) else ANY
