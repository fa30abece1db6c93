"""Statistics for small pilots: numbers in, a small frozen result out; no data access, no words."""

from outcomes.stats.paired import Shift, geometric_mean_ratio, hodges_lehmann
from outcomes.stats.rates import RateRatio, rate_interval, rate_ratio

__all__ = ["RateRatio", "Shift", "geometric_mean_ratio", "hodges_lehmann", "rate_interval", "rate_ratio"]
