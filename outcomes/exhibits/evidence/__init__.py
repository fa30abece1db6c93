"""Everything we know about one indicator, one card a doubt: a reader of the overview finds each doubt answered here."""

from outcomes.exhibits.evidence.apart import month_by_month
from outcomes.exhibits.evidence.benchmarks import benchmarks
from outcomes.exhibits.evidence.comparison import comparison
from outcomes.exhibits.evidence.control import control_chart
from outcomes.exhibits.evidence.power import detectable, dispersion
from outcomes.exhibits.evidence.series import interrupted_series
from outcomes.exhibits.evidence.together import several
from outcomes.exhibits.evidence.typical import improved_count, left_out_in_turn, same_months, typical
from outcomes.exhibits.evidence.whence import decomposition
from outcomes.exhibits.evidence.who import panel

__all__ = [
    "benchmarks",
    "comparison",
    "control_chart",
    "decomposition",
    "detectable",
    "dispersion",
    "improved_count",
    "interrupted_series",
    "left_out_in_turn",
    "month_by_month",
    "panel",
    "same_months",
    "several",
    "typical",
]
