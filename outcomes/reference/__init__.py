"""Lists that come from outside: regions, sectors, training modules, size classes, Spring Festival, published findings.

Vendored with their provenance, because none of them may be fetched while the product runs.
"""

from outcomes.reference.benchmarks import Benchmark, benchmarks
from outcomes.reference.festival import spring_festival
from outcomes.reference.modules import Module, modules
from outcomes.reference.places import between, tiles
from outcomes.reference.regions import Region, children, path, regions
from outcomes.reference.sectors import Sector, sectors
from outcomes.reference.size import SIZES, size_class

__all__ = [
    "SIZES",
    "Benchmark",
    "Module",
    "Region",
    "Sector",
    "benchmarks",
    "between",
    "children",
    "modules",
    "path",
    "regions",
    "sectors",
    "size_class",
    "spring_festival",
    "tiles",
]
