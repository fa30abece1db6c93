"""Photos as rows of a snapshot: all of them inside, and outside only those that may be seen by anybody."""

import base64
from collections import Counter
from collections.abc import Iterable, Mapping

from outcomes import ingest


def rows(pictures: Mapping[str, ingest.Picture]) -> list[dict]:
    """One row a picture, its JPEG as base64 text: a column type that every later engine reads alike."""
    return [
        {
            "photo": one.photo,
            "action": one.action,
            "media_kind": one.media_kind,
            "jpeg": base64.b64encode(one.jpeg).decode("ascii"),
            "width": one.width,
            "height": one.height,
        }
        for one in pictures.values()
    ]


def public_photos(
    photo_rows: Iterable[dict],
    media_rows: Iterable[dict],
    action_rows: Iterable[dict],
    enterprise_rows: Iterable[dict],
    card_numbers: Mapping[str, object],
) -> list[dict]:
    """The photos that anybody may see: with consent, of an action that has a card, of an enterprise that agreed.

    ``card_numbers``: action -> number of its card. The codes of photo and action stay inside, since they may tell the
    enterprise: a public photo is called by its card, its kind and its place among them, as in ``7-before-1``. The rows
    of ``media`` decide, not the ones the pictures came with: a consent that was taken back counts.
    """
    media = {row["photo"]: row for row in media_rows}
    enterprise_of = {row["action"]: row["enterprise"] for row in action_rows}
    agreed = {row["enterprise"] for row in enterprise_rows if row.get("consent") not in (None, "internal")}
    found, among = [], Counter()
    for row in sorted(photo_rows, key=lambda row: row["photo"]):
        told = media.get(row["photo"])
        if told is None or told["photo_consent"] != "yes":
            continue
        action, kind = told["action"], told["media_kind"]
        if action not in card_numbers or enterprise_of.get(action) not in agreed:
            continue
        card = str(card_numbers[action])
        among[card, kind] += 1
        found.append({**row, "photo": f"{card}-{kind}-{among[card, kind]}", "action": card, "media_kind": kind})
    return found
