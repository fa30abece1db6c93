"""The only place that opens a database: named questions, answered for one reader from one snapshot."""

from outcomes.engine.between import CLASSES, Between, Difference
from outcomes.engine.database import Answer, Database, open_database
from outcomes.engine.derive import derive
from outcomes.engine.names import by_name

__all__ = ["CLASSES", "Answer", "Between", "Database", "Difference", "by_name", "derive", "open_database"]
