"""The photos that one reader may see. They are shown, never counted: in the database they would only take up its memory."""

import pyarrow as pa
import pyarrow.compute as pc

_TOLD = ["photo", "media_kind", "width", "height"]


class Pictures:
    """``photo``: the table of that name, cut to the scope. ``media``: the rows that consent is told in, None in public,
    where there is no photo without it."""

    def __init__(self, photo: pa.Table, media: pa.Table | None):
        self._photo = photo
        self._consents = media and dict(
            zip(*(media[name].to_pylist() for name in ("photo", "photo_consent")), strict=True)
        )

    def of(self, action: str) -> list[dict]:
        """The photos of an action (in public, of the card of that number), those from before it first.

        One a photo: photo, media_kind, width and height in pixels, may_be_shown (outside, by the consent given).
        """
        found = self._photo.filter(pc.equal(self._photo["action"], action)).select(_TOLD).to_pylist()
        for row in found:
            row["may_be_shown"] = self._consents is None or self._consents.get(row["photo"]) == "yes"
        return sorted(found, key=lambda row: (row["media_kind"] != "before", row["photo"]))

    def base64(self, photo: str) -> str | None:
        """The JPEG of that code as base64 text; None when there is none that this reader may see."""
        at = pc.index(self._photo["photo"], photo).as_py()
        return None if at < 0 else self._photo["jpeg"][at].as_py()
