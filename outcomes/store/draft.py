"""What a publisher hands over: tables in two trees and the facts about them."""

import hashlib
import re
from dataclasses import dataclass, field

import pyarrow as pa

from outcomes.store.layout import TREES, canonical

_NAME = re.compile(r"[a-z][a-z0-9_]*")
ROW_GROUP = 50_000


@dataclass(frozen=True)
class TableDraft:
    """``sort``: the columns it is stored by, so that a filter on them skips whole row groups."""

    table: pa.Table
    sort: list[str]
    row_group_size: int | None = None

    def sorted(self) -> pa.Table:
        """In stored order, empty values last, without what other libraries noted in the schema."""
        table = self.table.replace_schema_metadata(None)
        if self.sort:
            table = table.sort_by([(column, "ascending") for column in self.sort])
        return table.combine_chunks()


@dataclass(frozen=True)
class Draft:
    """``facts`` must be JSON-able: by, note, is_demonstration, sources, refused, as_of and whatever else is told."""

    trees: dict[str, dict[str, TableDraft]]
    facts: dict = field(default_factory=dict)

    def prepared(self) -> "Draft":
        """The same with every table sorted. A wrong tree or table name is a programming error."""
        for tree, tables in self.trees.items():
            if tree not in TREES:
                raise ValueError(f"unknown tree {tree!r}")
            for name in tables:
                if not _NAME.fullmatch(name):
                    raise ValueError(f"not a table name: {name!r}")
        trees = {
            tree: {
                name: TableDraft(table.sorted(), table.sort, table.row_group_size)
                for name, table in sorted(self.trees.get(tree, {}).items())
            }
            for tree in TREES
        }
        return Draft(trees, self.facts)

    @property
    def nbytes(self) -> int:
        return sum(table.table.nbytes for tables in self.trees.values() for table in tables.values())

    def sha256(self) -> str:
        """Of the content alone: the same tables and facts give the same hash at any time."""
        digest = hashlib.sha256(canonical(self.facts))
        for tree, tables in self.trees.items():
            for name, table in tables.items():
                digest.update(canonical([tree, name, table.sort]))
                sink = pa.BufferOutputStream()
                with pa.ipc.new_stream(sink, table.table.schema) as stream:
                    stream.write_table(table.table)
                digest.update(sink.getvalue())
        return digest.hexdigest()
