"""What changed in each round, made for the public tree out of the tables that are about to be published."""

import pyarrow as pa

from outcomes import disclosure, engine
from outcomes.engine import later
from outcomes.exhibits import Asked
from outcomes.exhibits.changed import publication
from outcomes.scope import Scope


def tables(internal: dict[str, pa.Table], record: pa.Table) -> dict[str, pa.Table]:
    """``public_outcome``, ``public_dot``, and ``public_record`` with the typical gain in knowledge beside its sums.

    A database over the unpublished tables answers as the director's will: what is told outside is computed by the
    code that tells it inside. It belongs to no snapshot yet.
    """
    asked = Asked(engine.Database(None, Scope("director"), tables=internal))
    least = disclosure.PUBLIC_MINIMUM
    agreed = {row["enterprise"] for row in internal["enterprise"].to_pylist() if row["consent"] == "named"}
    whole = pa.unify_schemas([record.schema, later.PUBLIC["public_record"]])
    return {
        "public_outcome": _table("public_outcome", publication.outcomes(asked, least)),
        "public_dot": _table("public_dot", publication.dots(asked, least, agreed)),
        "public_record": pa.Table.from_pylist(publication.record(asked, record.to_pylist()), schema=whole),
    }


def _table(name: str, rows: list[dict]) -> pa.Table:
    return pa.Table.from_pylist(rows, schema=later.PUBLIC[name])
