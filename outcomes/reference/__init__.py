"""Lists that come from outside: regions, sectors, training modules, size classes, Spring Festival.

Vendored with their provenance, because none of them may be fetched while the product runs.
"""

from outcomes.reference.festival import spring_festival
from outcomes.reference.modules import Module, modules
from outcomes.reference.places import between, tiles
from outcomes.reference.regions import Region, children, path, regions
from outcomes.reference.sectors import Sector, sectors
from outcomes.reference.size import SIZES, size_class

__all__ = [
    "SIZES",
    "Module",
    "Region",
    "Sector",
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
