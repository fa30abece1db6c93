"""One table as the bytes of a Parquet file, and back.

Only column types that every later engine reads alike; no hive folders, so that a code ``01`` stays text.
"""

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from outcomes.store.draft import ROW_GROUP, TableDraft

_TYPES = {
    pa.int64(): "BIGINT",
    pa.int32(): "INTEGER",
    pa.float64(): "DOUBLE",
    pa.string(): "VARCHAR",
    pa.bool_(): "BOOLEAN",
    pa.date32(): "DATE",
    pa.timestamp("us"): "TIMESTAMP",  # without a zone: UTC by rule
}


def columns(schema: pa.Schema) -> list[dict[str, str]]:
    """Name and portable type of each column. Another type is a programming error, not a reader's."""
    for field in schema:
        if field.type not in _TYPES:
            raise TypeError(f"column {field.name!r}: a snapshot cannot hold {field.type}")
    return [{"name": field.name, "type": _TYPES[field.type]} for field in schema]


def encode(draft: TableDraft, name: str, snapshot_id: str) -> bytes:
    """The file's bytes. They are made in memory, so that their hash is of what was meant, not of what the disk kept."""
    table = draft.table
    sink = pa.BufferOutputStream()
    order = [(column, "ascending") for column in draft.sort]
    with pq.ParquetWriter(
        sink,
        table.schema,
        compression="zstd",
        write_page_checksum=True,
        store_schema=False,  # plain Parquet: the types speak for themselves
        sorting_columns=pq.SortingColumn.from_ordering(table.schema, order, "at_end") if order else None,
    ) as writer:
        writer.write_table(table, row_group_size=draft.row_group_size or ROW_GROUP)
        writer.add_key_value_metadata({"snapshot": snapshot_id, "table": name})
    return sink.getvalue().to_pybytes()


def decode(data: bytes) -> tuple[pa.Table, dict[str, str]]:
    """The table and the notes in the file (snapshot, table). Raises pyarrow's errors on bytes that are no Parquet."""
    file = pq.ParquetFile(pa.BufferReader(data), page_checksum_verification=True)
    noted = {key.decode(): text.decode() for key, text in (file.metadata.metadata or {}).items()}
    return file.read(), noted


def is_sorted(table: pa.Table, sort: list[str]) -> bool:
    if not sort:
        return True
    order = pc.sort_indices(table, [(column, "ascending") for column in sort])
    return order.equals(pa.arange(0, table.num_rows).cast(order.type))
