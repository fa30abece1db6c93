"""Statistics for small pilots: numbers in, a small frozen result out; no data access, no words.

What can happen to data (nobody, one enterprise, no events, no exposure, a gap) gives a result with None and a warning
code; ValueError is for a mistake of the program. Nothing but the open end of a rate ratio is ever infinite.
"""

from outcomes.stats.arms import ArmDifference, difference_in_changes
from outcomes.stats.attribute import AttributeChart, p_chart, u_chart
from outcomes.stats.decompose import Contribution, Decomposition, decompose
from outcomes.stats.dispersion import Dispersion, QuasiRateRatio, overdispersion, quasi_rate_ratio
from outcomes.stats.funnel import Funnel, FunnelLimits, funnel, funnel_limits
from outcomes.stats.influence import Influence, WithoutOne, leave_one_out
from outcomes.stats.its import Interrupted, interrupted_series
from outcomes.stats.mcnemar import PairedShares, paired_shares
from outcomes.stats.outside import Outside, outside
from outcomes.stats.paired import Shift, geometric_mean_ratio, hodges_lehmann
from outcomes.stats.panel import Coverage, Panel, balanced_panel, coverage
from outcomes.stats.parallel import MonthByMonth, MonthGap, month_by_month
from outcomes.stats.power import (
    DetectableRatio,
    DetectableShift,
    detectable_effect,
    detectable_ratio,
    detectable_shift,
    power_of_ratio,
)
from outcomes.stats.rates import PooledRate, RateRatio, pooled_rate, pooled_rate_ratio, rate_interval, rate_ratio
from outcomes.stats.runs import RunChart, run_chart
from outcomes.stats.scores import RatioEnds, change_scores, detectable_multiple, ratio_of_logs
from outcomes.stats.several import FamilyWise, holm
from outcomes.stats.shares import Share, improved, share_interval
from outcomes.stats.shrink import Shrunken, shrunken_rates
from outcomes.stats.signed_rank import SignedRank, signed_rank
from outcomes.stats.xmr import Signal, XmR, xmr

__all__ = [
    "ArmDifference",
    "AttributeChart",
    "Contribution",
    "Coverage",
    "Decomposition",
    "DetectableRatio",
    "DetectableShift",
    "Dispersion",
    "FamilyWise",
    "Funnel",
    "FunnelLimits",
    "Influence",
    "Interrupted",
    "MonthByMonth",
    "MonthGap",
    "Outside",
    "PairedShares",
    "Panel",
    "PooledRate",
    "QuasiRateRatio",
    "RateRatio",
    "RatioEnds",
    "RunChart",
    "Share",
    "Shift",
    "Shrunken",
    "Signal",
    "SignedRank",
    "WithoutOne",
    "XmR",
    "balanced_panel",
    "change_scores",
    "coverage",
    "decompose",
    "detectable_effect",
    "detectable_multiple",
    "detectable_ratio",
    "detectable_shift",
    "difference_in_changes",
    "funnel",
    "funnel_limits",
    "geometric_mean_ratio",
    "hodges_lehmann",
    "holm",
    "improved",
    "interrupted_series",
    "leave_one_out",
    "month_by_month",
    "outside",
    "overdispersion",
    "p_chart",
    "paired_shares",
    "pooled_rate",
    "pooled_rate_ratio",
    "power_of_ratio",
    "quasi_rate_ratio",
    "rate_interval",
    "rate_ratio",
    "ratio_of_logs",
    "run_chart",
    "share_interval",
    "shrunken_rates",
    "signed_rank",
    "u_chart",
    "xmr",
]
