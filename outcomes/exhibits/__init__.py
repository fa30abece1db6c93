"""Finished answers: where rows, statistics, figure and notes meet. Pages and exports take them as they are."""

from outcomes.exhibits import between, changed, coaching, delivery, evidence, practice, training
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.chase import chase
from outcomes.exhibits.coverage_grid import coverage_grid, coverage_head
from outcomes.exhibits.enterprises import enterprises
from outcomes.exhibits.exhibit import Exhibit, Lineage
from outcomes.exhibits.funnel import funnel
from outcomes.exhibits.leading import leading_signs
from outcomes.exhibits.overview import chosen, finding, forest, headline, sentences
from outcomes.exhibits.pairs import pairs
from outcomes.exhibits.people import suggestions
from outcomes.exhibits.profile import profile, profile_head
from outcomes.exhibits.quality import quality
from outcomes.exhibits.ratio import head as safety_head
from outcomes.exhibits.ratio import rate_ratio
from outcomes.exhibits.regions import finding as regions_head
from outcomes.exhibits.regions import regions
from outcomes.exhibits.steps import next_steps
from outcomes.exhibits.trend import run_chart, series
from outcomes.exhibits.worst_first import worst_first

__all__ = [
    "Asked",
    "Exhibit",
    "Lineage",
    "between",
    "changed",
    "chase",
    "chosen",
    "coaching",
    "coverage_grid",
    "coverage_head",
    "delivery",
    "enterprises",
    "evidence",
    "finding",
    "forest",
    "funnel",
    "headline",
    "leading_signs",
    "next_steps",
    "pairs",
    "practice",
    "profile",
    "profile_head",
    "quality",
    "rate_ratio",
    "regions",
    "regions_head",
    "run_chart",
    "safety_head",
    "sentences",
    "series",
    "suggestions",
    "training",
    "worst_first",
]
