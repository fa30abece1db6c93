"""How a column's figures are shown. The cell holds the number whole whatever is shown: nothing is rounded in the file."""

from outcomes.exhibits import Exhibit

WHOLE = "#,##0"
SHARE = "0.0%"  # of a fraction: 0.977 is shown as 97.7%
PERCENT = "0.0"  # of a number in percent already; its head says so
CHANCE = "[<0.0001]0.0E+00;0.0000"  # a p value is never shown as nothing
# by the smallest figure of a column: it is shown with two digits, and all others with as many decimals. A format with
# conditions would fit each figure by itself, but some spreadsheets leave out its minus.
BY_SMALLEST = ((1000, WHOLE), (10, "#,##0.0"), (0.01, "#,##0.00"), (0, "#,##0.0000"))

_EVERYWHERE = {
    **dict.fromkeys(("confidence", "confidence_attained", "coverage", "share", "power"), SHARE),
    **dict.fromkeys(("before_share", "after_share", "time_passed", "way_covered"), PERCENT),
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
    if all(float(one).is_integer() for one in figures):
        return WHOLE
    smallest = min(abs(one) for one in figures if one)
    return next(form for least, form in BY_SMALLEST if smallest >= least)
