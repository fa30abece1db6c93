"""The photos of a snapshot that one reader may see. They are no figures: no question is asked of them in SQL."""

from functools import cached_property

import pyarrow as pa
import pyarrow.compute as pc

from outcomes.scope import Scope

TABLE = "photo"


class Pictures:
    """``tables``: what the reader's database is filled from.

    Photos are read when the first is asked for, and then kept as they lie in the file; an officer's without those of
    actions in other regions' enterprises.
    """

    def __init__(self, snapshot, scope: Scope, tables: dict[str, pa.Table]):
        self._snapshot, self._scope = snapshot, scope
        self._actions = _actions(tables) if scope.role == "officer" else None

    def base64(self, photo: str) -> str | None:
        """The JPEG of that code as base64 text; None when there is none that this reader may see."""
        at = -1 if self._held is None else pc.index(self._held["photo"], photo).as_py()
        return None if at < 0 else self._held["jpeg"][at].as_py()

    @cached_property
    def _held(self) -> pa.Table | None:
        if TABLE not in self._snapshot.tables(self._scope.tree):
            return None  # published before there were photos
        table = self._snapshot.read(self._scope.tree, TABLE)
        if self._scope.role != "officer":
            return table
        return table.filter(pc.is_in(table["action"], value_set=self._actions))


def _actions(tables: dict[str, pa.Table]) -> pa.Array:
    """The actions of the enterprises that were left in."""
    if "action" not in tables:
        return pa.array([], pa.string())
    own = tables["enterprise"]["enterprise"].combine_chunks()
    actions = tables["action"]
    return actions.filter(pc.is_in(actions["enterprise"], value_set=own))["action"].combine_chunks()
