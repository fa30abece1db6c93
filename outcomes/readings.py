"""From a result to a reading: the one place that decides which word a figure gets, and why."""

from dataclasses import dataclass

FEWEST_TO_SHOW = 3  # enterprises behind a figure of the internal pages; fewer are not shown
FEWEST_FOR_A_WORD = 6  # exact 95 % intervals exist from six pairs on
COVERAGE_NEEDED = 0.70
CODES = ("improved", "worse", "unclear", "values_only", "hidden", "incomplete", "neutral", "no_data")


@dataclass(frozen=True)
class Reading:
    """code: one of CODES; reason: the name of the rule that decided (words: ``reading.why.<reason>``)."""

    code: str
    reason: str


BESIDE = Reading("hidden", "beside")  # large enough itself, hidden since it would give a smaller one beside it away


def read(better: str, n: int, coverage: float | None, lo: float | None, hi: float | None, same: float) -> Reading:
    """The reading of a change whose interval is lo..hi and whose "no change" is ``same`` (0 for points, 1 for ratios).

    better: lower, higher or neutral; n: enterprises behind it; coverage: share of the due enterprise-months that
    came (0 to 1). The order of the rules is the order of caution: hide, call incomplete, show values, then judge.
    """
    if n == 0:
        return Reading("no_data", "nobody")
    if n < FEWEST_TO_SHOW:
        return Reading("hidden", "few")
    if coverage is not None and coverage < COVERAGE_NEEDED:
        return Reading("incomplete", "coverage")
    if n < FEWEST_FOR_A_WORD:
        return Reading("values_only", "five_or_fewer")
    if better == "neutral":
        return Reading("neutral", "no_direction")
    if lo is None or hi is None:
        return Reading("unclear", "no_interval")
    if lo <= same <= hi:
        return Reading("unclear", "crosses")
    rose = lo > same
    return Reading("improved" if rose == (better == "higher") else "worse", "clear")
