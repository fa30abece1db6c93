"""Photos from the zip that was sent to the trees of a snapshot: read back from the disk, byte by byte."""

import base64
import hashlib
import io
import shutil
from copy import deepcopy
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from outcomes import engine, ingest, publish, scope, store
from tests.outcomes.ingest.conftest import GOOD
from tests.outcomes.ingest.photographs import HERE, MARKER, exif, file, marked_everywhere, metadata_of, painted, zipped

TODAY = date(2015, 11, 9)
SENT = {  # photo: file, action, consent, picture. The last two must never leave the house
    "P-1": ("jpeg.jpg", "A-01", "yes", marked_everywhere("JPEG", (3200, 2400))),
    "P-2": ("png.png", "A-01", "yes", marked_everywhere("PNG", (800, 600))),
    "P-3": ("webp.webp", "A-01", "yes", marked_everywhere("WEBP", (640, 640))),
    "P-4": ("refused.jpg", "A-01", "no", file(Image.new("RGB", (300, 200), (0, 200, 0)))),
    "P-5": ("internal.jpg", "A-02", "yes", file(Image.new("RGB", (200, 300), (0, 200, 0)))),
}


def action(code, enterprise):
    return {
        "action": code,
        "round": "NX-2015A",
        "enterprise": enterprise,
        "action_en": "A guard at the press",
        "action_zh": "压力机加防护罩",
        "action_category": "machine_guarding",
        "proposed_by": "worker",
        "opened_on": date(2015, 5, 4),
        "action_status": "in_progress",
    }


def media(photo, **more):
    name, of, consent, _ = SENT[photo]
    row = {"photo": photo, "action": of, "media_kind": "before", "file": name, "photo_consent": consent}
    return {**row, "taken_on": date(2015, 5, 4), **more}


def tables() -> dict:
    told = deepcopy(GOOD)
    told["enterprises"][1]["consent"] = "internal"
    told["actions"] = [action("A-01", "NX-01"), action("A-02", "NX-02")]
    told["media"] = [media(photo) for photo in SENT]
    return told


PARCEL = zipped({"may.xlsx": ingest.template_bytes("en", tables()), **{row[0]: row[3] for row in SENT.values()}})


def sent(place: store.Store, data: bytes, name="may.zip", **how) -> publish.Outcome:
    return publish.commit(place, publish.examine(place, [(name, data)], TODAY), by="test", **how)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A store with the good zip published. Shared: look, do not publish into it."""
    made = store.Store(tmp_path_factory.mktemp("published") / "data")
    assert sent(made, PARCEL).published
    return made


@pytest.fixture
def own(place, tmp_path):
    return store.Store(shutil.copytree(place.root, tmp_path / "own"))


def photos(place, tree: str) -> dict[str, bytes]:
    rows = place.open(place.current()).read(tree, "photo").to_pylist()
    return {row["photo"]: base64.b64decode(row["jpeg"]) for row in rows}


def folder(place) -> Path:
    (found,) = place.root.glob(f"snapshots/{place.current()}")
    return found


def test_published_photos_carry_no_metadata_and_are_small_in_both_trees(place):
    inside, outside = photos(place, "internal"), photos(place, "public")
    assert set(inside) == set(SENT) and len(outside) == 3
    for jpeg in (*inside.values(), *outside.values()):
        assert metadata_of(jpeg) == {}
        assert max(Image.open(io.BytesIO(jpeg)).size) <= 1600
    assert Image.open(io.BytesIO(inside["P-1"])).size == (1600, 1200)


def test_what_the_originals_said_about_themselves_is_nowhere_in_the_snapshot(place):
    """Neither in the files as they lie there, nor in any text of any table, nor in what such a text encodes."""
    marker = MARKER.encode()
    assert all(marker in picture for *_, picture in list(SENT.values())[:3])
    snapshot = place.open(place.current())
    texts = 0
    for path in folder(place).rglob("*"):
        assert path.is_dir() or marker not in path.read_bytes()
    for tree in ("internal", "public"):
        for name in snapshot.tables(tree):
            for row in snapshot.read(tree, name).to_pylist():
                for text in (value for value in row.values() if isinstance(value, str)):
                    texts += 1
                    assert MARKER not in text
                    assert name != "photo" or marker not in base64.b64decode(row["jpeg"])
    assert texts > 500


def test_a_photo_without_every_consent_is_in_no_public_tree(place):
    """By its bytes and by its pixels: the two that must stay are green, and nothing green went out."""
    inside, outside = photos(place, "internal"), photos(place, "public")
    held_back = {hashlib.sha256(inside[photo]).digest() for photo in ("P-4", "P-5")}
    assert not held_back & {hashlib.sha256(jpeg).digest() for jpeg in outside.values()}
    assert {hashlib.sha256(jpeg).digest() for jpeg in outside.values()} < {
        hashlib.sha256(jpeg).digest() for jpeg in inside.values()
    }

    def is_green(jpeg: bytes) -> bool:
        red, green, blue = np.asarray(Image.open(io.BytesIO(jpeg))).astype(float).mean(axis=(0, 1))
        return bool(green > 2 * red and green > 2 * blue)

    assert [photo for photo, jpeg in inside.items() if is_green(jpeg)] == ["P-4", "P-5"]
    assert not any(map(is_green, outside.values()))


def test_no_code_of_photo_action_or_enterprise_goes_out_with_a_picture(place):
    rows = place.open(place.current()).read("public", "photo").to_pylist()
    assert [(row["photo"], row["action"], row["media_kind"]) for row in rows] == [
        ("1-before-1", "1", "before"),
        ("1-before-2", "1", "before"),
        ("1-before-3", "1", "before"),
    ]


def test_each_reader_sees_the_pictures_of_the_own_scope(place):
    snapshot = place.open(place.current())
    director, officer, other, public = (
        engine.open_database(snapshot, scope.parse(who))
        for who in ("director", "officer:330500", "officer:510100", "public")
    )
    assert len(director.photos("A-01")) == len(officer.photos("A-01")) == 4
    assert [row["may_be_shown"] for row in director.photos("A-01")] == [True, True, True, False]
    assert other.photos("A-01") == [] and other.picture("P-1") is None
    assert public.picture("P-1") is None
    shown = [base64.b64decode(public.picture(row["photo"])) for row in public.photos("1")]
    assert sorted(shown) == sorted(photos(place, "internal")[photo] for photo in ("P-1", "P-2", "P-3"))


def test_the_original_is_kept_as_it_was_sent(place):
    assert place.original(hashlib.sha256(PARCEL).hexdigest()) == PARCEL
    assert publish.examine(place, [("again.zip", PARCEL)], TODAY).already == ["again.zip"]


def test_a_place_in_a_picture_stops_publication_even_of_the_valid_rows_and_nothing_is_kept(tmp_path):
    place = store.Store(tmp_path / "data")
    data = zipped({"may.xlsx": ingest.template_bytes("en", tables()), "more/x.jpg": file(exif=exif(gps=HERE))})
    outcome = sent(place, data, accept_valid=True)
    assert not outcome.published and outcome.reason.key == "publish.tells_place"
    assert "may.zip" in outcome.reason.say("zh")
    assert place.current() is None
    assert not [path for path in place.root.rglob("*") if path.is_file() and data[:2000] in path.read_bytes()]


def test_a_consent_is_taken_back_without_the_picture(own):
    again = {"media": [media("P-2", photo_consent="no")]}
    assert sent(own, ingest.template_bytes("en", again), "consent.xlsx").published
    assert len(photos(own, "public")) == 2
    assert set(photos(own, "internal")) == set(SENT)


def test_a_photo_moved_to_another_action_is_seen_where_that_one_is(own):
    again = {"media": [media("P-1", action="A-02", media_kind="after")]}
    assert sent(own, ingest.template_bytes("en", again), "moved.xlsx").published
    db = engine.open_database(own.open(own.current()), scope.parse("director"))
    assert [(row["photo"], row["media_kind"]) for row in db.photos("A-02")] == [("P-5", "before"), ("P-1", "after")]
    assert len(photos(own, "public")) == 2  # that enterprise keeps its data inside


def test_a_new_picture_replaces_the_one_of_the_same_code(own):
    before = photos(own, "internal")
    data = zipped(
        {"june.xlsx": ingest.template_bytes("en", {"media": [media("P-1")]}), "jpeg.jpg": file(painted((50, 40)))}
    )
    assert sent(own, data, "june.zip").published
    after = photos(own, "internal")
    assert Image.open(io.BytesIO(after["P-1"])).size == (50, 40)
    assert {photo: after[photo] for photo in list(SENT)[1:]} == {photo: before[photo] for photo in list(SENT)[1:]}
