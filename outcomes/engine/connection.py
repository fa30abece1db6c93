"""A DuckDB that holds only what it was given, and can neither read nor write anything else."""

import duckdb
import pyarrow as pa

TIME_LIMIT_MS = 2_000
FILLING_LIMIT_MS = 120_000  # opening happens once, on whatever machine; only a question may not keep a reader waiting
_ONE_ROW_GROUP = 122_880  # rows; DuckDB shares out work by these, below one a second thread only costs
_SETTINGS = {
    "memory_limit": "512MB",
    "threads": 2,
    "temp_directory": "",
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "allow_persistent_secrets": False,
    "python_enable_replacements": False,
}


def filled(
    tables: dict[str, pa.Table], derived: dict[str, str] | None = None, time_limit_ms: int = TIME_LIMIT_MS
) -> duckdb.DuckDBPyConnection:
    """An in-memory database with exactly ``tables`` and, made from them, ``derived`` (name -> SELECT); external access closed and the configuration locked.

    The order matters: load, then close, then lock. A directory allowed for reading would be writable as well, so
    none is allowed: the files were verified and read before they came here.
    """
    con = duckdb.connect(":memory:", config={**_SETTINGS, "max_execution_time": FILLING_LIMIT_MS})
    for name, table in tables.items():
        con.from_arrow(table).create(name)
    for name, sql in (derived or {}).items():
        con.sql(sql).create(name)
    (largest,) = con.execute("select max(estimated_size) from duckdb_tables()").fetchone()
    if largest <= _ONE_ROW_GROUP:
        con.execute("set threads = 1")
    # from here on somebody waits for an answer: global, since a cursor, and each question has its own, takes that one
    con.execute("set global max_execution_time = $limit", {"limit": time_limit_ms})
    con.execute("set enable_external_access = false")
    con.execute("set lock_configuration = true")
    return con
