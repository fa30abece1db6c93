"""Who reads, and from which snapshot: a session pins one verified snapshot and one scope-cut database."""

import os
from pathlib import Path

import streamlit as st

from outcomes import engine, questions, scope
from outcomes.engine import Database
from outcomes.errors import OutcomesError, StoreError
from outcomes.scope import Scope
from outcomes.store import Store
from outcomes.ui import warm

_DEFAULT = Path(__file__).parents[2] / "data"


def place() -> Store:
    """The store that OUTCOMES_DATA names, else ``data/`` beside the application."""
    return Store(Path(os.environ.get("OUTCOMES_DATA") or _DEFAULT))


def reading_as() -> Scope:
    """The scope of this server (OUTCOMES_SCOPE, default director: a laptop in the office). Decided below the pages."""
    return scope.parse(os.environ.get("OUTCOMES_SCOPE", "director"))


def pinned() -> tuple[str, OutcomesError | None]:
    """Snapshot id of this session and the warning to show with it; chosen and verified at the session's first run."""
    if "pin" not in st.session_state:
        served = place().serve()
        st.session_state["pin"] = (served.snapshot.id, served.warning)
    return st.session_state["pin"]


def repin() -> None:
    """Read the newest snapshot from the next run on: after publishing, rolling back, or on request."""
    st.session_state.pop("pin", None)


def newer() -> bool:
    """Has somebody published since this session began? A pointer that broke since says nothing of the kind."""
    snapshot_id, warning = pinned()
    try:
        return warning is None and place().current() not in (None, snapshot_id)
    except StoreError:
        return False


def database() -> Database:
    snapshot_id, _ = pinned()
    return _open(str(place().root), snapshot_id, reading_as().id, hash(questions.stamp()))


def public_database(snapshot_id: str | None = None) -> Database:
    """What a hall may see, whoever reads: filled from the public tree alone. None: the session's own snapshot."""
    wanted = snapshot_id or pinned()[0]
    return _open(str(place().root), wanted, scope.parse("public").id, hash(questions.stamp()))


@st.cache_resource(max_entries=8, show_spinner=False)
def _open(root: str, snapshot_id: str, scope_id: str, questions_stamp: int) -> Database:
    """One locked database for everybody with the same scope and snapshot; the key names all that it depends on."""
    who = next(one for one in (scope.parse("public"), reading_as()) if one.id == scope_id)
    return engine.open_database(Store(Path(root)).open(snapshot_id), who)


def shows_demonstration() -> bool:
    """Is what this session reads invented? By the manifest's word; with no snapshot there is nothing to mark."""
    try:
        pinned()
        return database().snapshot.is_demonstration
    except OutcomesError:
        return False


def settle() -> None:
    """End of a run: what was loaded for it is out of the collector's sight from now on."""
    try:
        warm.settle(database())
    except OutcomesError:
        pass
