"""Which photos leave the house, and under which names."""

import base64

import pytest

from outcomes import ingest
from outcomes.publish import photos

PICTURES = {
    code: ingest.Picture(code, action, kind, code.encode(), 40, 30)
    for code, action, kind in (
        ("NX-01-P1", "NX-01-A", "before"),
        ("NX-01-P2", "NX-01-A", "before"),
        ("NX-01-P3", "NX-01-A", "after"),
        ("NX-02-P1", "NX-02-A", "before"),
    )
}
MEDIA = [
    {"photo": one.photo, "action": one.action, "media_kind": one.media_kind, "photo_consent": "yes"}
    for one in PICTURES.values()
]
ACTIONS = [{"action": "NX-01-A", "enterprise": "NX-01"}, {"action": "NX-02-A", "enterprise": "NX-02"}]
ENTERPRISES = [{"enterprise": "NX-01", "consent": "aggregate"}, {"enterprise": "NX-02", "consent": "named"}]
CARDS = {"NX-01-A": 7, "NX-02-A": 8}


def public(media=MEDIA, actions=ACTIONS, enterprises=ENTERPRISES, cards=CARDS) -> dict[str, str]:
    """Public name -> which picture it is."""
    told = photos.public_photos(photos.rows(PICTURES), media, actions, enterprises, cards)
    assert all(row["action"] == row["photo"].split("-")[0] for row in told)
    return {row["photo"]: base64.b64decode(row["jpeg"]).decode() for row in told}


def changed(rows, code, **values):
    return [{**row, **values} if code in row.values() else row for row in rows]


def test_a_row_holds_the_jpeg_as_text():
    row = photos.rows(PICTURES)[0]
    assert row["jpeg"] == base64.b64encode(b"NX-01-P1").decode()
    assert list(row) == ["photo", "action", "media_kind", "jpeg", "width", "height"]


def test_public_photos_are_called_by_their_card_and_no_code_of_an_enterprise_goes_out():
    assert public() == {
        "7-before-1": "NX-01-P1",
        "7-before-2": "NX-01-P2",
        "7-after-1": "NX-01-P3",
        "8-before-1": "NX-02-P1",
    }


@pytest.mark.parametrize(
    "held_back",
    [
        {"media": changed(MEDIA, "NX-02-P1", photo_consent="no")},
        {"media": changed(MEDIA, "NX-02-P1", photo_consent=None)},
        {"media": [row for row in MEDIA if row["photo"] != "NX-02-P1"]},
        {"enterprises": changed(ENTERPRISES, "NX-02", consent="internal")},
        {"enterprises": changed(ENTERPRISES, "NX-02", consent=None)},
        {"enterprises": ENTERPRISES[:1]},
        {"actions": ACTIONS[:1]},
        {"cards": {"NX-01-A": 7}},
    ],
    ids=["no", "not said", "no row", "internal", "no word", "no enterprise", "no action", "no card"],
)
def test_without_every_consent_a_photo_stays_inside(held_back):
    assert set(public(**held_back).values()) == {"NX-01-P1", "NX-01-P2", "NX-01-P3"}


def test_the_row_of_media_decides_about_kind_and_action_also_when_it_came_after_the_picture():
    assert public(media=changed(MEDIA, "NX-01-P3", media_kind="before"))["7-before-3"] == "NX-01-P3"
