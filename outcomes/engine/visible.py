"""What of a snapshot a scope may load at all: everything a reader's database will ever hold."""

import pyarrow as pa
import pyarrow.compute as pc

from outcomes import forms
from outcomes.engine.later import with_later
from outcomes.engine.own_files import own_files
from outcomes.scope import Scope

# For an officer: tables cut by the place in their own rows, then by the enterprises that are left, then by what is
# left of the table named. What stands in none of them names no enterprise and no person.
_BY_PLACE = ("enterprise", "panel", "observation")
_BY_ENTERPRISE = ("enrolment", "enterprise_identity", "visit", "assessment", "action")
_BY_ROW = (("visit_member", "visit"), ("media", "action"), ("photo", "action"))
_BY_ROUND = ("reflection",)
_NOT = ("cost",)  # a round's costs are not a district's
_KINDS = {"whole": pa.int64(), "number": pa.float64(), "date": pa.date32(), "month": pa.date32(), "row": pa.int64()}
_PHOTO = ("photo", "action", "media_kind", "jpeg", "width", "height")


def tables(snapshot, scope: Scope) -> dict[str, pa.Table]:
    """The tables of the scope's tree, cut to its regions."""
    return cut(whole(snapshot, scope), scope)


def whole(snapshot, scope: Scope) -> dict[str, pa.Table]:
    """The tables of the scope's tree, uncut. A sheet or a public table that the snapshot does not know is empty."""
    found = {name: snapshot.read(scope.tree, name) for name in snapshot.tables(scope.tree)}
    found.setdefault("photo", _empty(_PHOTO))
    if scope.tree == "internal":
        for name, form in forms.tables().items():
            place = ("province", "prefecture", "county") if name == "event" else ()
            columns = [
                column for column in form.columns if column != "legal_name"
            ]  # names stand in a table of their own
            whole = _empty((*columns, *place, *forms.LINEAGE), form.columns)
            found[name] = _with_all(found[name], whole) if name in found else whole
        return found
    return with_later(found)


def cut(found: dict[str, pa.Table], scope: Scope) -> dict[str, pa.Table]:
    """What of these tables the scope may see."""
    if scope.role != "officer":
        return found
    found = dict(found)
    own = pa.array(scope.regions, pa.string())
    for name in _BY_PLACE:
        found[name] = found[name].filter(_inside(found[name], own))
    enterprises = found["enterprise"]["enterprise"]
    for name in _BY_ENTERPRISE:
        found[name] = _among(found[name], "enterprise", enterprises)
    for name, by in _BY_ROW:
        found[name] = _among(found[name], by, found[by][by])
    rounds = found["enrolment"]["round"]
    for name in _BY_ROUND:
        found[name] = _among(found[name], "round", rounds)
    # persons: those who came to an event of the own rounds or places, or went to an own enterprise
    events = found["event"].filter(pc.or_(_in(found["event"], "round", rounds), _inside(found["event"], own)))
    for name in ("attendance", "test"):
        found[name] = _among(found[name], "event", events["event"])
    met = [found[name]["person"].combine_chunks() for name in ("attendance", "test", "visit_member", "reflection")]
    found["person"] = _among(found["person"], "person", pa.chunked_array(met, pa.string()))
    remarks = found["remark"]
    found["remark"] = remarks.filter(pc.or_(pc.is_null(remarks["enterprise"]), _in(remarks, "enterprise", enterprises)))
    targets = found["target"]
    of_others = pc.and_(
        pc.equal(targets["target_scope"], "enterprise"), pc.invert(_in(targets, "target_of", enterprises))
    )
    found["target"] = targets.filter(pc.invert(of_others))
    for name in _NOT:
        found[name] = found[name].slice(0, 0)
    found["submission"] = own_files(found["submission"], found)
    return found


def _inside(table: pa.Table, own: pa.Array):
    inside = [pc.is_in(table[level], value_set=own) for level in ("province", "prefecture", "county")]
    return pc.or_(pc.or_(inside[0], inside[1]), inside[2])


def _in(table: pa.Table, column: str, values):
    wanted = values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values
    return pc.and_(pc.is_valid(table[column]), pc.is_in(table[column], value_set=wanted))


def _among(table: pa.Table, column: str, values) -> pa.Table:
    return table.filter(_in(table, column, values))


def _empty(columns, kinds=None) -> pa.Table:
    types = {column: _KINDS.get((kinds or {}).get(column, column), pa.string()) for column in columns}
    return pa.table({column: pa.array([], kind) for column, kind in types.items()})


def _with_all(table: pa.Table, whole: pa.Table) -> pa.Table:
    """Columns that came later than the snapshot are empty in it."""
    for field in whole.schema:
        if field.name not in table.schema.names:
            table = table.append_column(field.name, pa.nulls(table.num_rows, field.type))
    return table
