"""How each figure is reckoned and read, in both languages: texts beside the code, numbers from the code itself."""

from outcomes.methods.entry import Group, Method, Reference, find, groups
from outcomes.methods.text import body, reading_table
from outcomes.methods.thresholds import facts

__all__ = ["Group", "Method", "Reference", "body", "facts", "find", "groups", "reading_table"]
