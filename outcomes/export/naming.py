"""What a made file is called: kind, story or page, round, language, snapshot. Safe in every folder, Windows included."""

import re

from outcomes.store import Snapshot

MOST = 40  # letters of one part: five of them and a suffix stay far below what any file system takes
ALL_ROUNDS = "all-rounds"
_UNSAFE = re.compile(r"[^\w.\-]+")  # letters of any script and digits stay; spaces, slashes, colons, controls go


def file_name(kind: str, what: str, round: str | None, lang: str, snapshot: Snapshot | str, suffix: str) -> str:
    """``deck-nanxun-2015-NX-2015A-zh-2fcf79-demonstration.pptx``; what would be said twice is said once.

    ``snapshot``: the snapshot itself, whose name then says when its figures are invented, or its short id.
    """
    short, mark = (snapshot, "") if isinstance(snapshot, str) else (snapshot.short, _mark(snapshot))
    parts = [kind, "" if what == kind else what, round or ALL_ROUNDS, lang, short, mark]
    stem = "-".join(part for part in map(_safe, parts) if part)
    return f"{stem}.{_safe(suffix).lower()}"


def _mark(snapshot: Snapshot) -> str:
    return "demonstration" if snapshot.is_demonstration else ""


def _safe(part: str) -> str:
    """No part begins or ends with a mark: Windows drops a dot at the end, a shell takes a dash at the front."""
    return _UNSAFE.sub("-", part)[:MOST].strip("-._ ")
