"""What is measured and what it means: the files of ``queries/measures.toml`` and ``queries/indicators``.

A new indicator over measures that exist is one new file; it is seen without a restart.
"""

from outcomes.catalogue.faults import BadCatalogue, Fault
from outcomes.catalogue.files import indicators, measures, queries_folder, records
from outcomes.catalogue.indicator import Indicator
from outcomes.catalogue.measure import Measure
from outcomes.catalogue.published import DEFINED, as_published, definitions, dropped, tells_formulas

__all__ = [
    "DEFINED",
    "BadCatalogue",
    "Fault",
    "Indicator",
    "Measure",
    "as_published",
    "definitions",
    "dropped",
    "indicators",
    "measures",
    "queries_folder",
    "records",
    "tells_formulas",
]
