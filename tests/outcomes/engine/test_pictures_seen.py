"""Photos reach only those who may see the action they belong to, and no database of figures holds them."""

import pyarrow as pa
import pytest

from outcomes import engine, scope, store

CASE = "month  enterprise  measure  value\n" + "\n".join(f"2015-01  E{n}  new_injuries  1" for n in range(1, 4))


@pytest.fixture
def reads(snapshot_of):
    """What a reader gets for a photo's code, from a snapshot in which E1 (of 330502) and E2 have an action with one."""
    drawn = snapshot_of(CASE, enterprises={"E1": {"region": "330502"}, "E2": {"region": "510104"}})
    trees = {tree: {name: drawn.snapshot.read(tree, name) for name in drawn.snapshot.tables(tree)} for tree in TREES}
    owners = {"A1": "E1", "A2": "E2"}
    trees["internal"]["action"] = pa.table({"action": list(owners), "enterprise": list(owners.values())})
    trees["internal"]["photo"] = photos({"P1": "A1", "P2": "A2"})
    consents = {"P1": "no", "P2": "yes"}
    trees["internal"]["media"] = pa.table(
        {"photo": list(consents), "action": list(owners), "photo_consent": list(consents.values())}
    )
    trees["public"]["photo"] = photos({"1-before-1": "1"})
    drafts = {tree: {name: store.TableDraft(table, []) for name, table in held.items()} for tree, held in trees.items()}
    place = drawn.store
    facts = {**drawn.snapshot.manifest["facts"], "note": "with photos"}
    new = place.publish(store.Draft(drafts, facts), place.current())

    def seen(who: str):
        return engine.open_database(place.open(new), scope.parse(who))

    return seen


TREES = ("internal", "public")


def photos(actions: dict[str, str]) -> pa.Table:
    told = {"photo": list(actions), "action": list(actions.values()), "jpeg": [f"of {code}" for code in actions]}
    many = len(actions)
    return pa.table(told | {"media_kind": ["before"] * many, "width": [40] * many, "height": [30] * many})


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("director", {"P1": "of P1", "P2": "of P2", "1-before-1": None}),
        ("officer:330500", {"P1": "of P1", "P2": None, "1-before-1": None}),
        ("officer:110101", {"P1": None, "P2": None, "1-before-1": None}),
        ("public", {"P1": None, "P2": None, "1-before-1": "of 1-before-1"}),
    ],
)
def test_a_reader_gets_the_photos_of_the_actions_in_scope_and_no_others(reads, who, expected):
    db = reads(who)
    assert {code: db.picture(code) for code in expected} == expected


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("director", {"A1": [("P1", False)], "A2": [("P2", True)], "1": []}),
        ("officer:330500", {"A1": [("P1", False)], "A2": [], "1": []}),
        ("public", {"A1": [], "A2": [], "1": [("1-before-1", True)]}),
    ],
)
def test_a_reader_is_told_which_photos_an_action_has_and_whether_they_may_be_shown(reads, who, expected):
    db = reads(who)
    assert {of: [(row["photo"], row["may_be_shown"]) for row in db.photos(of)] for of in expected} == expected
    assert all((row["width"], row["height"], row["media_kind"]) == (40, 30, "before") for row in db.photos("A1"))


@pytest.mark.parametrize("who", ["director", "officer:330502", "public"])
def test_no_database_of_figures_holds_a_photo(reads, who):
    assert "photo" not in reads(who).tables()


def test_a_snapshot_from_before_there_were_photos_has_none(snapshot_of):
    db = snapshot_of(CASE).db("officer:330503")
    assert db.picture("P1") is None and db.photos("A1") == []
