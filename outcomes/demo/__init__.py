"""The demonstration data: invented submissions that tell the story of the real rounds, the same for the same seed."""

from outcomes.demo.write import ENTERPRISES, MONTHS, SEED, tables, write

__all__ = ["ENTERPRISES", "MONTHS", "SEED", "tables", "write"]
