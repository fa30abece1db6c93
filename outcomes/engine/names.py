"""Names in the order in which a reader looks for them: by the alphabet in English, by pinyin in Chinese.

DuckDB brings the Chinese collation with it (ICU); Python's own order of hanzi is that of their numbers, which is none.
"""

from functools import lru_cache

import duckdb

# Letters with two readings, of which the collation takes the one that place names and trades do not have.
_AS = str.maketrans({"长": "常", "厦": "夏"})


@lru_cache(maxsize=64)
def by_name(names: tuple[str, ...], lang: str) -> tuple[str, ...]:
    """The same names, each once, sorted."""
    every = sorted(set(names), key=lambda name: (name.casefold(), name))
    if lang != "zh" or not every:
        return tuple(every)
    read = [name.translate(_AS) for name in every]
    with duckdb.connect() as alone:
        found = alone.execute(
            "select name from (select unnest($1) as name, unnest($2) as read) order by read collate zh, name",
            [every, read],
        ).fetchall()
    return tuple(name for (name,) in found)
