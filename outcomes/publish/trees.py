"""The two trees of a snapshot: everything for readers inside, and what the public may have, made from it once."""

import pyarrow as pa

from outcomes import disclosure, engine, store
from outcomes.forms import LINEAGE
from outcomes.publish import changed, photos, tables

# Published without where they were read, which would lead back to a sender, and without what a code says already.
_NOT_OUTSIDE = {"round": LINEAGE, "event": (*LINEAGE, "province", "prefecture", "county")}


def trees(base: dict[str, pa.Table]) -> dict[str, dict[str, pa.Table]]:
    """``internal`` and ``public`` from the base tables; what is not in the public one no public reader can reach."""
    derived = engine.derive(base, disclosure.PUBLIC_MINIMUM)
    public = {name: table for name, table in derived.items() if name in tables.PUBLIC}
    public |= {name: base[name].drop_columns(list(columns)) for name, columns in _NOT_OUTSIDE.items()}
    public["calendar_month"] = base["calendar_month"]
    public["photo"] = _consented(base, derived["public_practice"])
    public["public_practice"] = derived["public_practice"].drop_columns(["action"])
    internal = {**base, "panel": derived["panel"]}
    public |= changed.tables(internal, derived["public_record"])
    return {"internal": internal, "public": public}


def drafts(made: dict[str, dict[str, pa.Table]]) -> dict[str, dict[str, store.TableDraft]]:
    return {
        tree: {name: store.TableDraft(table=table, sort=tables.SORTED[name]) for name, table in content.items()}
        for tree, content in made.items()
    }


def _consented(base: dict[str, pa.Table], cards: pa.Table) -> pa.Table:
    numbers = {row["action"]: row["card"] for row in cards.select(["action", "card"]).to_pylist()}
    told = [base[name].to_pylist() for name in ("photo", "media", "action", "enterprise")]
    return tables.table("photo", photos.public_photos(*told, numbers))
